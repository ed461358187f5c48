"""The index on SQLite: it agrees with its texts, and no search reads a whole table."""

import pytest
from django.db import connection

from decisions import ingest, search
from decisions.models import Council, Decision, Paragraph, Section
from decisions.search.sqlite import indexing
from decisions.tests import generated
from decisions.tests.search.factories import papers  # noqa: F401

pytestmark = [pytest.mark.sqlite, pytest.mark.django_db, pytest.mark.usefixtures("papers")]


def sql(statement, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall()


def test_a_database_that_cannot_be_written_is_searched_all_the_same(client):
    Decision.objects.filter(reference="23 000 001").update(summary="A zebra.")
    sql("PRAGMA query_only = ON")
    try:
        assert client.get("/decisions/", {"q": "noise"}).context["listing"].total == 2
    finally:
        sql("PRAGMA query_only = OFF")


def test_a_changed_trigger_is_created_again():
    sql("DROP TRIGGER decisions_paragraph_due_update")
    sql("CREATE TRIGGER decisions_paragraph_due_update AFTER UPDATE OF text ON decisions_paragraph BEGIN SELECT 1; END")
    assert indexing.missing_triggers() == ["decisions_paragraph_due_update"]
    ingest.repair_search_index()
    assert indexing.missing_triggers() == []


def test_an_unchanged_entry_is_not_written_again():
    ids = list(Decision.objects.values_list("pk", flat=True))
    before = sql("SELECT total_changes()")[0][0]
    ingest.repair_search_index()
    assert indexing.pending(10) == []
    sql("INSERT INTO decisions_searchdue SELECT 'decision', id FROM decisions_decision")
    ingest.index_pending()
    assert sql("SELECT total_changes()")[0][0] - before == 2 * len(ids) + 1  # on the list and off it; the revision


def test_the_index_agrees_with_the_words_it_is_made_from():
    Decision.objects.update(summary="A zebra.")
    ingest.index_pending()
    sql("INSERT INTO decisions_search (decisions_search, rank) VALUES ('integrity-check', 1)")


def test_no_trigger_names_another_table_that_django_rebuilds():
    for name, statement in indexing.TRIGGERS.items():
        table = name.partition("_due_")[0]
        others = {model._meta.db_table for model in (Council, Decision, Paragraph, Section)} - {table}
        assert not [other for other in others if other in statement], name


@pytest.mark.parametrize("typed", ["noise", "hous* -late", "final:noise OR zebra", "law:24A(6)", "universit* 'x y'"])
def test_no_search_reads_a_whole_table(typed):
    decisions = Decision.objects.published().filter(pk__in=search.backend().matching(search.parse(typed)))
    plan = decisions.order_by().explain()
    scans = [line for line in plan.splitlines() if "SCAN" in line and "decisions_search VIRTUAL TABLE" not in line]
    assert [line for line in scans if "decisions_" in line] == [], plan


def test_a_spelling_is_looked_up_not_searched_for():
    for where in ["word IN ('a', 'b')", "word >= 'ab' AND word < 'ac' AND length(word) BETWEEN 3 AND 7 LIMIT 9"]:
        plan = sql(f"EXPLAIN QUERY PLAN SELECT word FROM decisions_searchword WHERE {where}")
        assert all("SEARCH" in row[-1] for row in plan), plan


def test_a_page_takes_one_statement_of_full_text_for_its_rows(client, tmp_path, django_assert_max_num_queries):
    ingest.import_files(generated.write(tmp_path, 30))
    client.get("/decisions/")  # the worker's columns are loaded once, and then only what has changed
    with django_assert_max_num_queries(8) as queries:
        assert client.get("/decisions/", {"q": "noise OR council* -zebra", "year": "2020"}).status_code == 200
    assert len([each for each in queries.captured_queries if "MATCH" in each["sql"]]) <= 3
