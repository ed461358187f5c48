"""The index on PostgreSQL: no needless writes, columns by name, and Django may empty the tables."""

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from decisions import ingest, search
from decisions.models import Decision
from decisions.search.postgres import document_frequency, indexing
from decisions.tests.search.factories import papers  # noqa: F401
from decisions.tests.search.test_highlights import found

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db, pytest.mark.usefixtures("papers")]


def sql(statement, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall() if cursor.description else []


def test_an_unchanged_entry_is_not_written_again():
    before = sql("SELECT ctid, xmin FROM decisions_search ORDER BY decision_id")
    sql("INSERT INTO decisions_searchdue SELECT id FROM decisions_decision")
    assert ingest.index_pending() == len(before)
    assert sql("SELECT ctid, xmin FROM decisions_search ORDER BY decision_id") == before


def test_a_change_of_no_words_makes_nothing_due():
    Decision.objects.update(outcome="Upheld", outcome_slug="upheld")
    Decision.objects.update(summary="Noise at night.")
    ingest.index_pending()
    Decision.objects.update(summary="Noise at night.")
    assert search.backend().pending(10) == []


def test_what_goes_takes_its_entry_along():
    Decision.objects.get(reference="23 000 001").delete()
    assert len(sql("SELECT decision_id FROM decisions_search")) == 3


def test_a_database_that_cannot_be_written_is_searched_all_the_same(client):
    Decision.objects.filter(reference="23 000 001").update(summary="A zebra.")
    with pytest.raises(DatabaseError), transaction.atomic():  # what is read only ends with it
        sql("SET LOCAL transaction_read_only = on")
        assert client.get("/decisions/", {"q": "noise"}).context["listing"].total == 2
        sql("DELETE FROM decisions_searchdue")


def test_every_trigger_comes_after_the_revisions():
    names = sql("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE '%%revision%%' ORDER BY tgname")
    assert names
    assert all(name > last for (last,) in names[-1:] for name in indexing.TRIGGERS)


@pytest.mark.django_db(transaction=True)
def test_the_archive_can_be_emptied_and_filled_again(live_archive):
    call_command("flush", interactive=False, verbosity=0)
    assert sql("SELECT count(*) FROM decisions_search") == [(0,)]
    assert found("noise") == []


def test_for_a_phrase_the_latest_decisions_with_its_words_are_looked_at_and_no_more(monkeypatch):
    held = [key for (key,) in sql("SELECT id FROM decisions_decision ORDER BY reference")]
    phrases = ["social worker", "worker social", "noise"]
    assert lists(search.backend().ids_by_phrase(phrases, 9)) == [[held[3], held[2]], [], [held[2], held[0]]]
    assert lists(search.backend().ids_by_phrase(phrases, 1)) == [[held[3]], [], [held[2]]]
    assert search.backend().frequencies(["noise", "housing", "zebra"], 9) == [2, 2, 0]
    assert search.backend().frequencies(["noise", "housing", "zebra"], 1) == [1, 1, 0]
    monkeypatch.setattr(document_frequency, "_MOST_LOOKED_AT", 3)
    assert lists(search.backend().ids_by_phrase(phrases, 9)) == [[held[3]], [], [held[2]]]


def lists(arrays):
    return [each.tolist() for each in arrays]
