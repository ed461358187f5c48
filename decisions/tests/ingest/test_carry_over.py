"""A new text of a decision that people worked on: what they did is kept, or in doubt, never lost."""

import pytest
from django.utils import timezone

from decisions import ingest
from decisions.models import (
    Correction,
    Council,
    Decision,
    Doubt,
    EarlierSource,
    Finding,
    Ground,
    RejectedFinding,
    wholes,
)

pytestmark = pytest.mark.django_db
REFERENCE = "22 015 753"
WORDS = "the officer at the time"  # of paragraph 7


@pytest.fixture
def decision(archive):
    return Decision.objects.get(reference=REFERENCE)


@pytest.fixture
def new_text(decision, tmp_path):
    """Import the decision's source with some of its words replaced; the report."""

    def new_text(changes, dry_run=False):
        decision.refresh_from_db()
        text = decision.source_text
        for old, new in changes.items():
            assert old in text
            text = text.replace(old, new)
        (tmp_path / "new.txt").write_text(text, encoding="utf-8")
        report = ingest.import_files([tmp_path / "new.txt"], dry_run=dry_run)
        assert (report.changed, report.refused) == (1, [])
        decision.refresh_from_db()
        return report

    return new_text


def paragraph(decision, number):
    return decision.paragraphs.get(number=number, depth=0)


def change(decision, number, old, new):
    row = paragraph(decision, number)
    ingest.correct(decision, by="ann", paragraphs={row.pk: {"text": row.text.replace(old, new)}})
    return row.text.replace(old, new)


def quotes(decision, **which):
    texts = wholes(decision.summary, decision.paragraphs.order_by("position"))
    return [texts[each.paragraph_number][each.start : each.end] for each in decision.findings.filter(**which)]


def doubts(decision):
    return [each.reason for each in decision.doubts.open()]


def find(decision, ground="personnel", number=7, quote=WORDS, strength="supporting"):
    return ingest.add_finding(decision, Ground.objects.get(slug=ground), number, quote, strength, by="ann")


def test_a_corrected_paragraph_stays_and_the_rest_is_as_in_the_new_text(decision, new_text):
    words = change(decision, 7, "officer", "social worker")
    new_text({"I considered the": "I read the"})
    assert paragraph(decision, 7).text == words
    assert paragraph(decision, 4).text.startswith("I read the")
    assert doubts(decision) == []
    assert EarlierSource.objects.filter(decision=decision).count() == 1
    assert decision.corrections.count() == 1


def test_where_the_new_text_disagrees_it_goes_on_the_review_list_with_both_values(decision, new_text):
    ingest.correct(decision, by="ann", facts={"outcome": "Upheld"})
    report = new_text({"Closed after initial enquiries": "Not upheld"})
    assert decision.outcome == "Upheld"
    assert doubts(decision) == [
        "outcome: staff wrote “Upheld”, and the new text says “Not upheld”; staff’s words are kept"
    ]
    assert [doubt.reason for _, doubt in report.review] == doubts(decision)


def test_what_is_in_doubt_about_people_s_work_outlives_further_texts_until_it_is_settled(decision, new_text):
    ingest.correct(decision, by="ann", facts={"outcome": "Upheld"})
    new_text({"Closed after initial enquiries": "Not upheld"})
    (doubt,) = decision.doubts.open()
    new_text({"I considered the": "I read the"})
    assert list(decision.doubts.open()) == [doubt]
    ingest.settle([doubt], by="ann")
    new_text({"Not upheld": "Closed after initial enquiries"})
    new_text({"Closed after initial enquiries": "Not upheld"})
    assert doubts(decision) == []
    assert decision.doubts.settled().count() == 1
    new_text({"Not upheld": "Partly upheld"})
    assert doubts(decision) == [
        "outcome: staff wrote “Upheld”, and the new text says “Partly upheld”; staff’s words are kept"
    ]


def test_a_settled_doubt_is_not_opened_again_in_the_same_words(decision, new_text):
    new_text({"Closed after initial enquiries": "Halted"})
    (doubt,) = decision.doubts.open()
    ingest.settle([doubt], by="ann")
    new_text({"I considered the": "I read the"})
    assert doubts(decision) == []
    assert decision.doubts.get() == doubt
    new_text({"Halted": "Stopped"})
    assert doubts(decision) == ["the outcome “Stopped” is not a known one"]


def test_the_council_that_staff_chose_stays_under_whatever_name(decision, new_text):
    barnet = Council.objects.get(slug="london-borough-of-barnet")
    ingest.correct(decision, by="ann", facts={"council": barnet})
    ingest.correct_council(barnet, name="Barnet", kind="council", by="ann")
    new_text({"Staffordshire": "Borsetshire"})
    assert decision.council == barnet
    assert not Council.objects.filter(name__startswith="Borsetshire").exists()
    assert len(doubts(decision)) == 1


def test_a_removed_decision_stays_removed(decision, new_text):
    removal = {"removed_at": timezone.now(), "removal_reason": "It named a child."}
    ingest.correct(decision, by="ann", facts=removal | {"outcome": "Upheld"})
    new_text({"I considered the": "I read the"})
    assert (decision.removed_at is not None, decision.removal_reason) == (True, "It named a child.")


def test_where_the_old_source_cannot_be_read_again_the_corrections_are_kept(decision, new_text):
    words = change(decision, 7, "officer", "social worker")
    ingest.correct(decision, by="ann", facts={"outcome": "Upheld"})
    changed = decision.source_text.replace("I considered the", "I read the")
    Decision.objects.filter(pk=decision.pk).update(source=b"Nothing.")
    decision.refresh_from_db()
    new_text({"Nothing.": changed})
    assert (paragraph(decision, 7).text, decision.outcome) == (words, "Upheld")
    assert doubts(decision) == []


def test_a_dry_run_tells_the_same_and_writes_nothing(decision, new_text):
    ingest.correct(decision, by="ann", facts={"outcome": "Upheld"})
    find(decision)
    report = new_text({"Closed after initial enquiries": "Not upheld", WORDS: "somebody"}, dry_run=True)
    assert len(report.review) == 2
    assert not Doubt.objects.exists()
    assert not EarlierSource.objects.exists()
    assert quotes(decision, origin="person") == [WORDS]


def test_a_person_s_finding_goes_with_its_words(decision, new_text):
    finding = find(decision)
    new_text({"  2. I considered the": "  2. Something else comes first here.\n  3. I considered the"})
    finding.refresh_from_db()
    assert (finding.paragraph_number, quotes(decision, origin="person")) == (8, [WORDS])
    assert finding.position == decision.findings.filter(origin="machine").count()
    assert doubts(decision) == []


def test_a_person_s_finding_whose_words_are_gone_goes_and_is_recorded_and_in_doubt(decision, new_text):
    find(decision)
    new_text({WORDS: "somebody"})
    assert quotes(decision, origin="person") == []
    lost = decision.corrections.last()
    assert (lost.field, lost.old, lost.new, lost.by) == (
        "ground in paragraph 7",
        f"Employment matters: “{WORDS}”",
        "",
        "",
    )
    assert len(doubts(decision)) == 1
    assert WORDS in doubts(decision)[0]
    assert "gone from the new text" in doubts(decision)[0]


def test_a_person_s_finding_is_followed_into_another_paragraph_by_words_that_are_enough(decision, new_text):
    find(decision)
    ingest.add_finding(decision, Ground.objects.get(slug="premature"), 7, "officer", "supporting", by="ann")
    old = paragraph(decision, 7).text
    at = old.index(WORDS)
    new_text({old: f"Zebras are striped, all of them, each and every one.\n  5. {old[at:]}"})
    assert quotes(decision, origin="person", ground__slug="personnel") == [WORDS]
    assert Finding.objects.get(decision=decision, origin="person", ground__slug="personnel").paragraph_number == 8


def test_the_machine_finds_grounds_in_the_text_as_merged(decision, new_text):
    assert decision.findings.filter(paragraph_number=9, origin="machine").exists()
    ingest.remove_finding(decision.findings.get(paragraph_number=9), by="ann")
    RejectedFinding.objects.all().delete()
    change(decision, 9, paragraph(decision, 9).text, "We end here.")
    new_text({"I considered the": "I read the"})
    assert paragraph(decision, 9).text == "We end here."
    assert not decision.findings.filter(paragraph_number=9).exists()


def test_a_rejected_finding_stays_rejected_whatever_number_its_paragraph_gets(decision, new_text):
    ingest.remove_finding(decision.findings.get(paragraph_number=9), by="ann")
    assert RejectedFinding.objects.get().paragraph_number == 9
    new_text({"  2. I considered the": "  2. Something else comes first here.\n  3. I considered the"})
    assert not decision.findings.filter(paragraph_number=10).exists()
    assert RejectedFinding.objects.get().paragraph_number == 10
    assert doubts(decision) == []


def test_a_rejected_ground_in_other_words_is_found_and_in_doubt(decision, new_text):
    finding = decision.findings.get(paragraph_number=9)
    (quote,) = quotes(decision, paragraph_number=9)
    ingest.remove_finding(finding, by="ann")
    new_text({quote: "we would not achieve anything more by doing so"})
    assert decision.findings.filter(paragraph_number=9, ground=finding.ground).exists()
    assert len(doubts(decision)) == 1
    assert "staff rejected “Nothing worthwhile would be achieved”" in doubts(decision)[0]


def test_a_finding_added_again_by_hand_undoes_its_rejection_and_no_other(decision):
    finding = decision.findings.get(paragraph_number=9)
    (quote,) = quotes(decision, paragraph_number=9)
    ingest.remove_finding(finding, by="ann")
    find(decision)
    find(decision, finding.ground.slug)
    assert RejectedFinding.objects.count() == 1
    find(decision, finding.ground.slug, 9, quote, "stated")
    assert not RejectedFinding.objects.exists()


def test_a_person_s_own_finding_taken_back_rejects_nothing(decision):
    ingest.remove_finding(find(decision), by="ann")
    assert not RejectedFinding.objects.exists()


def test_a_finding_of_a_person_that_the_machine_makes_too_is_there_once_and_as_the_person_s(decision, new_text):
    finding = decision.findings.get(paragraph_number=9)
    Finding.objects.filter(pk=finding.pk).update(origin="person", strength="supporting")
    new_text({"I considered the": "I read the"})
    kept = decision.findings.get(paragraph_number=9)
    assert (kept.pk, kept.origin, kept.strength) == (finding.pk, "person", "supporting")


def test_the_search_finds_what_staff_wrote_and_what_the_new_text_says(client, decision, new_text):
    change(decision, 7, "officer", "xylophonist")
    new_text({"I considered the": "I zebraed the"})
    for word in ("xylophonist", "zebraed"):
        assert client.get("/decisions/", {"q": word}).context["listing"].total == 1, word


def test_a_decision_that_cannot_be_merged_does_not_keep_out_its_neighbours(decision, tmp_path, monkeypatch):
    ingest.correct(decision, by="ann", facts={"outcome": "Upheld"})
    files = []
    for each in Decision.objects.all():
        files.append(tmp_path / f"{each.reference}.txt")
        files[-1].write_bytes(bytes(each.source) + b"\n")
    monkeypatch.setattr("decisions.ingest.carry_over.merge", lambda *_: 1 / 0)
    report = ingest.import_files(files)
    assert report.changed == 4
    assert [REFERENCE in refusal.reason for refusal in report.refused] == [True]
    assert Correction.objects.count() == 1
