"""New rules for what the archive holds: the machine's findings change, people's work never."""

import pytest

from decisions import ingest
from decisions.grounds import Finding as FoundGround
from decisions.grounds import classify
from decisions.ingest import findings, reclassification
from decisions.ingest.document_rows import documents
from decisions.ingest.review import NO_GROUND
from decisions.models import Decision, Doubt, Finding, Ground, RejectedFinding
from decisions.tests import finding_factory, generated

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision(archive):
    return Decision.objects.get(reference="22 015 753")


def reclassify(*references, dry_run=False):
    """What changed, all batches together."""
    batches = list(ingest.reclassify(references or None, dry_run=dry_run))
    return [each for _, batch in batches for each in batch]


def rows():
    """Every finding with everything that belongs to it, but its primary key."""
    names = (
        "decision__reference",
        "position",
        "ground__slug",
        "strength",
        "paragraph_number",
        "start",
        "end",
        "origin",
    )
    return list(Finding.objects.order_by("decision__reference", "position").values_list(*names))


def kinds(changed):
    return [(shift.kind, shift.ground, shift.paragraph) for shift in changed.shifts]


def test_with_the_rules_that_stand_nothing_changes_and_nothing_is_written(archive, django_assert_num_queries):
    before = rows(), list(Finding.objects.values_list("pk", flat=True))
    with django_assert_num_queries(9):
        assert reclassify() == []
    assert (rows(), list(Finding.objects.values_list("pk", flat=True))) == before


def test_grounds_lost_gained_and_moved_are_reported_with_their_words(decision):
    before = rows()
    lost, moved, *_ = decision.findings.all()
    lost.delete()
    finding_factory.narrow(moved)
    finding_factory.put(decision, "premature", 7, 0, 5, position=9)
    (changed,) = reclassify(dry_run=True)
    assert sorted(kinds(changed)) == [
        ("gained", lost.ground.slug, lost.paragraph_number),
        ("lost", "premature", 7),
        ("moved", moved.ground.slug, moved.paragraph_number),
    ]
    assert rows() != before
    assert reclassify() == [changed]
    assert rows() == before
    assert reclassify() == []


def test_only_the_decisions_named_are_looked_at(decision):
    before = rows()
    Finding.objects.all().delete()
    assert [each.reference for each in reclassify("22 015 753")] == ["22 015 753"]
    assert rows() == [row for row in before if row[0] == "22 015 753"]


def test_people_s_findings_stay_behind_the_machine_s(decision):
    mine = ingest.add_finding(
        decision, Ground.objects.get(slug="personnel"), 7, "the officer at the time", "stated", by="ann"
    )
    decision.findings.filter(origin="machine").first().delete()
    reclassify()
    mine.refresh_from_db()
    assert (mine.strength, mine.position) == ("stated", decision.findings.count() - 1)


def test_what_a_person_found_in_the_very_words_of_the_machine_stays_the_person_s(decision):
    finding = decision.findings.get(paragraph_number=9)
    Finding.objects.filter(pk=finding.pk).update(origin="person", strength="supporting", position=99)
    assert reclassify() == []
    finding.refresh_from_db()
    assert (finding.origin, finding.strength) == ("person", "supporting")


def test_a_rejected_finding_does_not_come_back(decision):
    ingest.remove_finding(decision.findings.get(paragraph_number=9), by="ann")
    before = rows()
    assert reclassify() == []
    assert rows() == before


def test_a_rejected_ground_found_in_other_words_is_kept_and_to_be_reviewed_once(decision, monkeypatch):
    finding = decision.findings.get(paragraph_number=9)
    ingest.remove_finding(finding, by="ann")
    elsewhere = FoundGround(finding.ground.slug, "supporting", 7, 0, 15)
    monkeypatch.setattr(findings, "classify", lambda document: (*classify(document), elsewhere))
    (changed,) = reclassify("22 015 753")
    assert kinds(changed) == [("gained", finding.ground.slug, 7)]
    assert len(changed.raised) == 1
    assert Doubt.objects.get().about_peoples_work
    ingest.settle(Doubt.objects.all(), by="ann")
    assert reclassify("22 015 753") == []
    assert not Doubt.objects.open().exists()


def test_a_correction_of_the_text_counts(decision):
    before = rows()
    row = decision.paragraphs.get(number=7)
    words = "We cannot investigate a late complaint; it is late, and Mr X could have complained to us sooner."
    ingest.correct(decision, by="ann", paragraphs={row.pk: {"text": words}})
    assert rows() == before
    reclassify("22 015 753")
    (document,) = documents([decision])
    found = decision.findings.values_list("ground__slug", "strength", "paragraph_number", "start", "end")
    assert list(found) == [(f.ground, f.strength, f.paragraph, f.start, f.end) for f in classify(document)]


def test_a_closed_complaint_without_a_ground_comes_on_the_list_and_goes_off_it(decision, monkeypatch):
    monkeypatch.setattr(findings, "classify", lambda document: ())
    (changed,) = reclassify("22 015 753")
    assert changed.raised == (NO_GROUND,)
    assert Doubt.objects.get().reason == NO_GROUND
    assert reclassify("22 015 753") == []
    monkeypatch.undo()
    (changed,) = reclassify("22 015 753")
    assert changed.cleared == (NO_GROUND,)
    assert not Doubt.objects.exists()


def test_a_settled_doubt_about_a_missing_ground_is_not_opened_again(decision, monkeypatch):
    monkeypatch.setattr(findings, "classify", lambda document: ())
    reclassify()
    ingest.settle(Doubt.objects.all(), by="ann")
    settled = Doubt.objects.count()
    assert reclassify() == []
    assert (Doubt.objects.count(), Doubt.objects.open().count()) == (settled, 0)


def test_a_form_is_out_of_date_only_where_its_decision_gained_or_lost_a_ground(decision, monkeypatch):
    seen = ingest.version(decision)
    first = decision.findings.first()
    finding_factory.narrow(first)
    moved = ingest.version(decision)
    reclassify()
    assert ingest.version(decision) == moved == seen
    monkeypatch.setattr(findings, "classify", lambda document: ())
    reclassify()
    assert ingest.version(decision) != seen


@pytest.mark.parametrize("most", [1, 7, 500])
def test_batches_of_any_size_come_to_the_same(tmp_path, monkeypatch, most):
    ingest.import_files(generated.write(tmp_path, 20))
    before = rows()
    Finding.objects.filter(decision__pk__gte=Decision.objects.order_by("pk")[5].pk).delete()
    Doubt.objects.all().delete()
    monkeypatch.setattr(reclassification, "_MOST_DECISIONS", most)
    done = [count for count, _ in ingest.reclassify()]
    assert done[-1] == 20
    assert rows() == before


def test_many_decisions_take_few_queries(tmp_path, django_assert_max_num_queries):
    ingest.import_files(generated.write(tmp_path, 100))
    Finding.objects.all().delete()
    with django_assert_max_num_queries(20):
        assert reclassify()


def test_a_ground_with_a_rejected_finding_keeps_its_row_when_the_catalogue_drops_it(decision):
    ground = Ground.objects.create(slug="old", title="Old", position=1)
    RejectedFinding.objects.create(
        decision=decision, ground=ground, paragraph_number=1, quote="x", by="ann", at=decision.imported_at
    )
    ingest.refresh_grounds()
    assert Ground.objects.filter(slug="old").exists()
    assert reclassify() == []
