"""Searches on SQLite: they work where nothing can be written to the database, and none reads a whole table."""

import pytest
from django.db import connection

from decisions import ingest, search
from decisions.models import Decision
from decisions.search import index_file
from decisions.tests import generated
from decisions.tests.search.factories import StatementsOnIndex, checks_of_the_index, papers  # noqa: F401

pytestmark = [pytest.mark.sqlite, pytest.mark.django_db, pytest.mark.usefixtures("papers")]


def sql(statement, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall()


def test_a_database_that_cannot_be_written_is_searched_all_the_same(client):
    Decision.objects.filter(reference="23 000 001").update(summary="A zebra.")
    sql("PRAGMA query_only = ON")
    try:
        assert client.get("/decisions/", {"q": "noise"}).context["listing"].total == 1
        assert client.get("/decisions/", {"q": "zebra"}).context["listing"].total == 1
    finally:
        sql("PRAGMA query_only = OFF")


@pytest.mark.parametrize("typed", ["noise", "hous* -late", "final:noise OR zebra", "law:24A(6)", "universit* 'x y'"])
def test_no_search_reads_a_whole_table(typed):
    decisions = Decision.objects.published().filter(pk__in=search.matching(search.parse(typed)))
    plan = decisions.order_by().explain()
    scans = [line for line in plan.splitlines() if "SCAN" in line and "decisions_search VIRTUAL TABLE" not in line]
    assert [line for line in scans if "decisions_" in line] == [], plan


def test_a_spelling_is_looked_up_not_searched_for():
    for where in ["word IN ('a', 'b')", "word >= 'ab' AND word < 'ac' AND length(word) BETWEEN 3 AND 7 LIMIT 9"]:
        plan = index_file.rows(f"EXPLAIN QUERY PLAN SELECT word FROM decisions_searchword WHERE {where}")
        assert all("SEARCH" in row[-1] for row in plan), plan


def test_a_page_takes_one_statement_of_full_text_for_its_rows(client, tmp_path, django_assert_max_num_queries):
    ingest.import_files(generated.write(tmp_path, 30))
    client.get("/decisions/")  # the worker's columns are loaded once, and then only what has changed
    with django_assert_max_num_queries(8 + checks_of_the_index()), StatementsOnIndex() as statements:
        assert client.get("/decisions/", {"q": "noise OR council* -zebra", "year": "2020"}).status_code == 200
    assert 1 <= len([sql for sql, _ in statements if "MATCH" in sql]) <= 3
