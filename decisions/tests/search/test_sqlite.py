"""How the index on SQLite is kept right whatever changes the rows, and that no search reads a whole table."""

import pytest
from django.core.checks import Tags, run_checks
from django.core.management import call_command
from django.db import connection

from decisions import ingest, search
from decisions.models import Council, Decision, Paragraph, Section
from decisions.search import sqlite_upkeep
from decisions.tests import generated
from decisions.tests.search.papers import papers  # noqa: F401
from decisions.tests.search.test_found import found

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("papers")]


def sql(statement, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall()


def test_an_import_leaves_nothing_due():
    assert search.backend().due(10) == []


def test_changes_past_the_archives_own_code_are_found_by_the_next_search(client):
    first, second = Decision.objects.order_by("reference")[:2]
    Decision.objects.filter(pk=first.pk).update(summary="A zebra.")
    Paragraph.objects.filter(decision=second, number=1).update(text="A zebra too.")
    assert found("zebra") == []
    assert client.get("/decisions/", {"q": "zebra"}).context["listing"].total == 2
    assert search.backend().due(10) == []
    sql("UPDATE decisions_section SET heading = 'Xylophone' WHERE position = 1 AND decision_id = %s", first.pk)
    Section.objects.filter(decision=second, position=1).delete()
    Council.objects.filter(name="Dunwich Homes").update(name="Elsewhere Homes")
    assert client.get("/decisions/", {"q": "xylophone"}).context["listing"].total == 1
    assert found("zebra") == [1]
    assert found("council:elsewhere") == [4]


def test_a_council_corrected_as_it_should_be_leaves_nothing_to_enter():
    ingest.correct_council(Council.objects.get(name="Dunwich Homes"), name="Elsewhere Homes", kind="other", by="ann")
    assert found("council:elsewhere") == [4]
    assert search.backend().due(10) == []


def test_a_database_that_cannot_be_written_is_searched_all_the_same(client):
    Decision.objects.filter(reference="23 000 001").update(summary="A zebra.")
    sql("PRAGMA query_only = ON")
    try:
        assert client.get("/decisions/", {"q": "noise"}).context["listing"].total == 2
    finally:
        sql("PRAGMA query_only = OFF")


def test_an_import_enters_what_is_due(tmp_path):
    Decision.objects.filter(reference="23 000 001").update(summary="A zebra.")
    ingest.import_files([])
    assert found("zebra") == [1]


def test_what_is_gone_is_not_due_for_ever():
    Decision.objects.get(reference="23 000 001").delete()
    ingest.refresh_search()
    assert search.backend().due(10) == []
    assert found("noise") == [3]


def test_a_batch_at_a_time_and_no_more_than_asked_for():
    Decision.objects.update(summary="A zebra.")
    assert ingest.refresh_search(3) == 3
    assert len(found("zebra")) == 3
    assert ingest.refresh_search() == 1


def test_a_missing_trigger_is_said_and_made_again_and_what_changed_meanwhile_is_found():
    assert run_checks(tags=[Tags.database], databases=["default"]) == []
    sql("DROP TRIGGER decisions_paragraph_due_update")
    (warning,) = run_checks(tags=[Tags.database], databases=["default"])
    assert "decisions_paragraph_due_update" in warning.msg
    Paragraph.objects.filter(decision__reference="23 000 001", number=1).update(text="A zebra.")
    ingest.mend_search()
    assert found("zebra") == [1]
    assert search.backend().missing_triggers() == []


def test_an_entry_that_is_missing_is_made_after_the_next_migration():
    sql("DELETE FROM decisions_searchtext")
    assert found("noise") == []
    call_command("migrate", verbosity=0)
    assert found("noise") == [1, 3]


def test_what_stands_as_it_is_is_not_written_again():
    ids = list(Decision.objects.values_list("pk", flat=True))
    before = sql("SELECT total_changes()")[0][0]
    ingest.mend_search()
    assert search.backend().due(10) == []
    sql("INSERT INTO decisions_searchdue SELECT 'decision', id FROM decisions_decision")
    ingest.refresh_search()
    assert sql("SELECT total_changes()")[0][0] - before == 2 * len(ids)  # on the list and off it


def test_the_index_agrees_with_the_words_it_is_made_from():
    Decision.objects.update(summary="A zebra.")
    ingest.refresh_search()
    sql("INSERT INTO decisions_search (decisions_search, rank) VALUES ('integrity-check', 1)")


def test_every_trigger_stands_on_a_table_and_names_no_other_that_django_rebuilds():
    for name, statement in sqlite_upkeep.TRIGGERS.items():
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
    with django_assert_max_num_queries(8) as queries:
        assert client.get("/decisions/", {"q": "noise OR council* -zebra", "year": "2020"}).status_code == 200
    assert len([each for each in queries.captured_queries if "MATCH" in each["sql"]]) <= 3
