"""The index follows every change of the rows, on either database."""

from contextlib import closing

import apsw
import pytest
from django.conf import settings
from django.core.checks import Tags, run_checks
from django.core.management import call_command
from django.db import connection

from decisions import ingest, search
from decisions.models import Council, Decision, Paragraph, Section, StandardParagraph
from decisions.tests import finding_factory
from decisions.tests.search.factories import papers  # noqa: F401
from decisions.tests.search.test_highlights import found

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("papers")]
TRIGGER = "revision_paragraph_update"


def sql(statement, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)


def test_an_import_leaves_nothing_due():
    assert search.follow_changes() == 0


def test_changes_past_the_archives_own_code_are_found_by_the_next_search(client):
    first, second = Decision.objects.order_by("reference")[:2]
    Decision.objects.filter(pk=first.pk).update(summary="A zebra.")
    Paragraph.objects.filter(decision=second, number=1).update(text="A zebra too.")
    assert client.get("/decisions/", {"q": "zebra"}).context["listing"].total == 2
    assert search.follow_changes() == 0
    sql("UPDATE decisions_section SET heading = 'Xylophone' WHERE position = 1 AND decision_id = %s", first.pk)
    Section.objects.filter(decision=second, position=1).delete()
    Council.objects.filter(name="Dunwich Homes").update(name="Elsewhere Homes")
    assert client.get("/decisions/", {"q": "xylophone"}).context["listing"].total == 1
    assert found("zebra") == [1]
    assert found("council:elsewhere") == [4]


def correct_a_council():
    ingest.correct_council(Council.objects.get(name="Ashby Council"), name="Elsewhere", kind="other", by="ann")


def merge_councils():
    target, other = Council.objects.order_by("pk")[:2]
    ingest.merge_councils(target, [other], by="ann")


def read_mentions():
    Decision.objects.update(mentions_rules=0)
    assert ingest.read_mentions() == 4


def reclassify():
    finding_factory.put(Decision.objects.get(reference="23 000 001"), "premature", 1, 0, 2)
    assert any(changed for _, changed in ingest.reclassify())


@pytest.mark.parametrize(
    "change", [correct_a_council, merge_councils, read_mentions, reclassify, ingest.find_standard_paragraphs]
)
def test_what_changes_many_decisions_leaves_nothing_to_enter(change, django_capture_on_commit_callbacks):
    Decision.objects.filter(reference="23 000 004").update(summary="A zebra.")
    with django_capture_on_commit_callbacks(execute=True):
        change()
    assert search.follow_changes() == 0


def test_an_import_enters_what_is_due(tmp_path):
    Decision.objects.filter(reference="23 000 001").update(summary="A zebra.")
    ingest.import_files([])
    assert found("zebra") == [1]


def test_what_is_gone_is_not_due_for_ever():
    Decision.objects.get(reference="23 000 001").delete()
    search.follow_changes()
    assert search.follow_changes() == 0
    assert found("noise") == [3]


def test_a_missing_trigger_is_said_and_made_again_and_what_changed_meanwhile_is_found():
    assert run_checks(tags=[Tags.database], databases=["default"]) == []
    sql(f"DROP TRIGGER {TRIGGER}{' ON decisions_paragraph' if connection.vendor == 'postgresql' else ''}")
    (warning,) = run_checks(tags=[Tags.database], databases=["default"])
    assert TRIGGER in warning.msg
    Paragraph.objects.filter(decision__reference="23 000 001", number=1).update(text="A zebra.")
    call_command("migrate", verbosity=0)
    assert found("zebra") == [1]
    assert run_checks(tags=[Tags.database], databases=["default"]) == []


def test_a_paragraph_found_to_be_standard_is_recited_from_then_on_and_no_longer_when_it_is_not():
    assert 3 in found("final:noise")
    paragraph = Paragraph.objects.get(decision__reference="23 000 003", text__icontains="noise", depth=0)
    standard = StandardParagraph.objects.create(wording="x", fingerprint="x")
    Paragraph.objects.filter(pk=paragraph.pk).update(standard=standard)
    search.follow_changes()
    assert 3 not in found("final:noise")
    assert 3 in found("noise")
    standard.delete()
    search.follow_changes()
    assert 3 in found("final:noise")


def test_rebuilding_the_index_restores_what_it_lost(capsys):
    _spoil_index()
    call_command("rebuild_search")
    assert capsys.readouterr().out.endswith("4 decisions indexed\n")
    assert found("noise") == [1, 3]
    assert found("universit*") == [3]


def _spoil_index():
    """Take the words of every decision out of the index, and leave no sign of it."""
    assert found("noise") == [1, 3]
    (file,) = settings.SEARCH_DIR.glob("*/index.sqlite3")
    with closing(apsw.Connection(str(file))) as index:
        index.execute("DELETE FROM decisions_search")
    assert found("noise") == []
