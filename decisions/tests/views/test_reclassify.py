"""`manage.py reclassify`: what it prints, and how it exits."""

import pytest
from django.core.management import CommandError, call_command

from decisions.models import Decision, Finding
from decisions.tests import finding_factory

pytestmark = pytest.mark.django_db


def printed(capsys, *arguments):
    call_command("reclassify", *arguments)
    return capsys.readouterr().out.splitlines()


def test_it_prints_what_changed_with_its_words_and_a_total_for_each_ground(archive, capsys):
    decision = Decision.objects.get(reference="22 015 753")
    decision.findings.filter(paragraph_number=9).delete()
    finding_factory.put(decision, "premature", 7, 0, 4, strength="stated")
    words = decision.paragraphs.get(number=7).text[:4]
    expected = [
        "22 015 753",
        "  gained nothing-worthwhile-to-achieve, paragraph 9: “we would not achieve anything significant by doing so”",
        f"  lost premature, paragraph 7: “{words}”",
    ]
    totals = ["premature: 1 lost", "nothing-worthwhile-to-achieve: 1 gained"]
    for arguments, last in [
        (["--dry-run"], "5 read, 1 changed (dry run: nothing was written)"),
        ([], "5 read, 1 changed"),
    ]:
        lines = printed(capsys, *arguments)
        assert lines[:3] == expected
        assert sorted(lines[3:5]) == sorted(totals)
        assert lines[5:] == [last]
    assert printed(capsys) == ["5 read, 0 changed"]


def test_findings_in_another_order_are_said_to_be(archive, capsys):
    decision = Decision.objects.get(reference="22 015 753")
    first = decision.findings.first()
    Finding.objects.filter(pk=first.pk).update(position=99)
    assert printed(capsys, "22015753") == [
        "22 015 753",
        "  the same findings in another order",
        "1 read, 1 changed",
    ]


@pytest.mark.parametrize(
    ("reference", "said"), [("nonsense", "is not a reference"), ("99-999-999", "not in this archive")]
)
def test_a_reference_that_names_no_decision_is_wrong_usage_and_nothing_is_done(archive, reference, said):
    Finding.objects.all().delete()
    with pytest.raises(CommandError, match=said) as refused:
        call_command("reclassify", "22-015-753", reference)
    assert refused.value.returncode == 2
    assert not Finding.objects.exists()


def test_an_empty_archive_has_nothing_to_classify(db, capsys):
    assert printed(capsys) == ["0 read, 0 changed"]
