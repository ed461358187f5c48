"""What staff change is recorded, moves the findings along, and never loses one."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from decisions import ingest
from decisions.models import Correction, Council, Decision, Finding, Ground
from decisions.tests import finding_factory

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision(archive):
    return Decision.objects.get(reference="22 015 753")


def quote(finding):
    """The words of a finding, as the rows have them now; it keeps them itself, too."""
    finding = Finding.objects.get(pk=finding.pk)
    rows = finding.decision.paragraphs.filter(number=finding.paragraph_number).order_by("position")
    whole = "\n".join(row.text for row in rows) if finding.paragraph_number else finding.decision.summary
    assert whole[finding.start : finding.end] == finding.quote
    return finding.quote


def change(decision, number, text):
    return ingest.correct(decision, by="ann", paragraphs={decision.paragraphs.get(number=number).pk: {"text": text}})


def test_a_changed_field_is_recorded_with_what_it_was(decision):
    recorded = ingest.correct(decision, by="ann", facts={"outcome": "Upheld", "category": decision.category})
    assert [(each.field, each.old, each.new, each.by) for each in recorded] == [
        ("outcome", "Closed after initial enquiries", "Upheld", "ann")
    ]
    decision.refresh_from_db()
    assert (decision.outcome, decision.outcome_slug) == ("Upheld", "upheld")
    assert list(decision.corrections.all()) == recorded


def test_a_form_s_line_ends_are_no_change(decision):
    summary = "One.\nTwo. our intervention would achieve nothing significant"
    Decision.objects.filter(pk=decision.pk).update(summary=summary)
    decision.findings.filter(paragraph_number=0).delete()
    decision.refresh_from_db()
    assert ingest.correct(decision, by="ann", facts={"summary": summary.replace("\n", "\r\n")}) == []


def test_the_source_stays_whatever_is_corrected(decision):
    before = bytes(decision.source), decision.source_sha256
    change(decision, 1, "Another text.")
    decision.refresh_from_db()
    assert (bytes(decision.source), decision.source_sha256) == before
    assert decision.paragraphs.get(number=1).text == "Another text."


def test_another_council_and_a_heading_are_corrections_too(decision):
    council = Council.objects.get(slug="london-borough-of-barnet")
    section = decision.sections.first()
    recorded = ingest.correct(
        decision, by="ann", facts={"council": council}, sections={section.pk: {"heading": "The Complaint"}}
    )
    assert [(each.field, each.old, each.new) for each in recorded] == [
        ("council", "Staffordshire County Council", "London Borough of Barnet"),
        ("section 1, heading", "The complaint", "The Complaint"),
    ]


def test_a_finding_moves_with_its_words(decision):
    finding = decision.findings.get(paragraph_number=9)
    words = quote(finding)
    text = decision.paragraphs.get(number=9).text
    change(decision, 9, f"In short: {text}")
    assert quote(finding) == words
    assert Finding.objects.get(pk=finding.pk).start == finding.start + len("In short: ")


def test_a_finding_stays_where_only_what_follows_it_changes(decision):
    finding = decision.findings.get(paragraph_number=9)
    text = decision.paragraphs.get(number=9).text
    change(decision, 9, f"{text} And so on.")
    assert (Finding.objects.get(pk=finding.pk).start, quote(finding)) == (finding.start, quote(finding))


@pytest.mark.parametrize("spoil", [lambda text, words: "Nothing.", lambda text, words: f"{words}. {text} So."])
def test_words_that_are_gone_or_doubled_refuse_the_save_and_name_the_finding(decision, spoil):
    finding = decision.findings.get(paragraph_number=9)
    text = decision.paragraphs.get(number=9).text
    with pytest.raises(ingest.CorrectionError) as refused:
        change(decision, 9, spoil(text, quote(finding)))
    assert "Nothing worthwhile would be achieved" in str(refused.value)
    assert "paragraph 9" in str(refused.value)
    assert decision.paragraphs.get(number=9).text == text
    assert Correction.objects.count() == 0


def test_the_summary_carries_findings_as_well(decision):
    finding = decision.findings.get(paragraph_number=0)
    words = quote(finding)
    ingest.correct(decision, by="ann", facts={"summary": f"In short: {decision.summary}"})
    assert quote(finding) == words
    with pytest.raises(ingest.CorrectionError, match="the summary"):
        ingest.correct(decision, by="ann", facts={"summary": "Nothing."})


def test_a_person_s_finding_is_recorded_with_its_words(decision):
    ground = Ground.objects.get(slug="personnel")
    finding = ingest.add_finding(decision, ground, 7, "the officer at the time", "supporting", by="ann")
    assert (finding.origin, quote(finding)) == ("person", "the officer at the time")
    assert decision.corrections.get().new == "Employment matters: “the officer at the time”"
    with pytest.raises(ValidationError, match="already"):
        ingest.add_finding(decision, ground, 7, "the officer at the time", "supporting", by="ann")


@pytest.mark.parametrize(("number", "words"), [(7, "no such words"), (7, "the"), (7, ""), (99, "the"), (0, "zebra")])
def test_words_that_do_not_stand_there_once_prove_nothing(decision, number, words):
    with pytest.raises(ValidationError):
        ingest.add_finding(decision, Ground.objects.first(), number, words, "stated", by="ann")
    assert not Finding.objects.filter(origin="person").exists()


def test_a_rejected_finding_is_recorded(decision):
    finding = decision.findings.get(paragraph_number=9)
    ingest.remove_finding(finding, by="ann")
    assert not decision.findings.filter(paragraph_number=9).exists()
    assert "we would not achieve anything significant" in decision.corrections.get().old


def test_a_council_s_new_name_is_a_correction_of_its_decisions(decision):
    ingest.correct_council(decision.council, name="Staffordshire", kind="other", by="ann")
    council = Council.objects.get(pk=decision.council_id)
    assert (council.name, council.kind, council.slug) == ("Staffordshire", "other", "staffordshire-county-council")
    assert [(c.field, c.old, c.new) for c in decision.corrections.all()] == [
        ("council’s name", "Staffordshire County Council", "Staffordshire")
    ]


def test_taking_down_is_recorded_but_no_correction_of_the_text(decision):
    ingest.correct(decision, by="ann", facts={"removed_at": timezone.now(), "removal_reason": "It names a child."})
    assert not Decision.objects.published().filter(pk=decision.pk).exists()
    assert decision.corrections.count() == 1
    assert not decision.corrections.of_the_text().exists()
    assert not decision.corrections.guarding_the_text().exists()


@pytest.mark.parametrize(
    "facts",
    [{"removed_at": timezone.now()}, {"removal_reason": "It names a child."}, {"removal_reason": "x", "outcome": "y"}],
)
def test_half_a_removal_is_refused(decision, facts):
    with pytest.raises(ingest.CorrectionError, match=r"reason for taking it down|date it was taken down"):
        ingest.correct(decision, by="ann", facts=facts)
    assert not decision.corrections.exists()


def test_another_name_of_its_council_does_not_guard_a_decision_against_a_new_text(decision):
    ingest.correct_council(decision.council, name="Staffordshire", kind="council", by="ann")
    assert decision.corrections.of_the_text().exists()
    assert not decision.corrections.guarding_the_text().exists()
    ingest.correct(decision, by="ann", facts={"council": Council.objects.get(slug="london-borough-of-barnet")})
    assert decision.corrections.guarding_the_text().exists()


def test_a_change_of_what_somebody_saw_is_refused_when_the_decision_is_another_by_then(decision):
    seen = ingest.version(decision)
    ingest.correct(decision, by="ann", facts={"outcome": "Upheld"}, seen=seen)
    with pytest.raises(ingest.CorrectionError, match="Someone has changed this decision"):
        ingest.correct(decision, by="bob", facts={"outcome": "Not upheld"}, seen=seen)
    assert Decision.objects.get(pk=decision.pk).outcome == "Upheld"
    ingest.correct(decision, by="bob", facts={"outcome": "Not upheld"}, seen=ingest.version(decision))


def test_an_import_and_a_finding_make_another_version(decision):
    versions = {ingest.version(decision)}
    ingest.add_finding(decision, Ground.objects.first(), 7, "the officer at the time", "supporting", by="ann")
    versions.add(ingest.version(decision))
    decision.imported_at = timezone.now()
    versions.add(ingest.version(decision))
    assert len(versions) == 3


def test_a_numbered_paragraph_gets_no_label(decision):
    paragraph = decision.paragraphs.get(number=9)
    with pytest.raises(ingest.CorrectionError, match="Paragraph 9 has a number"):
        ingest.correct(decision, by="ann", paragraphs={paragraph.pk: {"label": "a"}})
    assert Correction.objects.count() == 0


def resting_on(decision, text, *spans, ground="premature"):
    """Findings of one ground that rest on spans of paragraph 1, which has this text."""
    decision.paragraphs.filter(number=1).update(text=text)
    return [finding_factory.put(decision, ground, 1, *span) for span in spans]


def test_a_finding_never_jumps_onto_the_same_words_of_somebody_else(decision):
    (finding,) = resting_on(decision, "We will not investigate: late. The Council said: late.", (25, 29))
    assert quote(finding) == "late"
    with pytest.raises(ingest.CorrectionError, match="“late” of paragraph 1"):
        change(decision, 1, "We will investigate. The Council said: late.")
    assert quote(finding) == "late"
    assert Finding.objects.get(pk=finding.pk).start == 25


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("We will not investigate: late. The Council said so.", 25),
        ("It is late. We will not investigate: late. The Council said: late.", 37),
        ("We say: late. The Council said: late.", 8),
    ],
)
def test_words_that_stand_twice_are_followed_where_all_before_or_all_behind_them_is_unchanged(decision, text, start):
    (finding,) = resting_on(decision, "We will not investigate: late. The Council said: late.", (25, 29))
    change(decision, 1, text)
    assert (Finding.objects.get(pk=finding.pk).start, quote(finding)) == (start, "late")


def test_findings_of_one_ground_move_together_though_one_takes_the_place_of_another(decision):
    findings = resting_on(decision, "Mr X says aaaa bbbb cccc dddd.", (10, 14), (15, 19), (20, 24))
    for text in ("Mr X of Y says aaaa bbbb cccc dddd.", "Mr X says aaaa bbbb cccc dddd."):
        change(decision, 1, text)
        assert [quote(finding) for finding in findings] == ["aaaa", "bbbb", "cccc"]
    assert decision.findings.filter(ground__slug="premature").count() == 3


def test_two_findings_never_end_on_the_same_words(decision):
    findings = resting_on(decision, "late late", (0, 4), (5, 9))
    with pytest.raises(ingest.CorrectionError, match="for two such findings"):
        change(decision, 1, "late")
    assert [quote(finding) for finding in findings] == ["late", "late"]


def test_a_retired_ground_comes_after_the_catalogue_until_no_finding_refers_to_it(decision):
    old = Ground.objects.create(slug="old", title="Old", position=1)
    Ground.objects.create(slug="unused", title="Unused", position=1)
    resting_on(decision, "One two.", (0, 3), ground="old")
    ingest.refresh_grounds()
    assert Ground.objects.last() == old
    assert not Ground.objects.filter(slug="unused").exists()
    Finding.objects.filter(ground=old).delete()
    ingest.refresh_grounds()
    assert not Ground.objects.filter(slug="old").exists()
