"""Standard paragraphs: found again in the whole archive, matched by imports, kept right by corrections."""

import random
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from decisions import ingest, sources
from decisions.detail.page import DecisionPage, detail_queryset
from decisions.grounds import classify
from decisions.ingest import rows
from decisions.ingest.councils import councils_of
from decisions.models import Decision, Ground, Paragraph, StandardKey, StandardParagraph, any_of
from decisions.standard import KNOWN
from decisions.tests.standard.factories import GUIDANCE, LAW, changed, reciting

pytestmark = pytest.mark.django_db


def enter(made):
    """Enter documents as an import does."""
    source = sources.Source("made.txt", "made.txt", b"", "txt", "utf-8", "")
    readings = [rows.Reading(source, each, tuple(classify(each))) for each in made]
    rows.create(readings, councils_of(each.council for each in made), timezone.now())


def links():
    """Which paragraphs are which standard wording."""
    found = Paragraph.objects.exclude(standard=None).values_list("decision__reference", "number", "standard__wording")
    return sorted(found)


def found():
    """The wordings that were found, not known."""
    return set(StandardParagraph.objects.filter(known=False).values_list("wording", flat=True))


def test_the_archive_knows_the_most_recited_wording_from_the_start(archive):
    assert set(StandardParagraph.objects.filter(known=True).values_list("wording", flat=True)) == set(KNOWN)
    assert [number for reference, number, _ in links() if reference == "24 006 339"] == [2, 3, 4]
    assert not found()


def test_wording_is_found_by_comparing_and_met_by_what_is_imported_later():
    enter([reciting(number, LAW) for number in range(4)])
    assert links() == []
    ingest.find_standard_paragraphs()
    assert found() == {LAW}
    assert links() == [(f"23 000 00{number}", 3, LAW) for number in range(4)]
    enter([reciting(7, "Another thing.", changed(LAW, random.Random(1)))])
    assert links()[-1] == ("23 000 007", 4, LAW)
    counted = StandardParagraph.objects.counted().first()
    assert (counted.wording, counted.decisions, counted.example) == (LAW, 5, "23 000 000")


def test_every_order_of_import_gives_the_same_standard_paragraphs():
    rng = random.Random(7)
    dated = [GUIDANCE.format(date=f"{day} March 2021") for day in range(1, 13)]
    made = [reciting(n, LAW if n % 3 else changed(LAW, rng), dated[n % 12]) for n in range(40)]
    seen = []
    for _ in range(3):
        Decision.objects.all().delete()
        StandardParagraph.objects.filter(known=False).delete()
        rng.shuffle(made)
        enter(made[:25])
        ingest.find_standard_paragraphs()
        enter(made[25:])
        ingest.find_standard_paragraphs()
        seen.append((found(), links()))
    assert seen[0] == seen[1] == seen[2]
    assert len(seen[0][1]) > 70


def test_finding_again_changes_nothing(django_assert_max_num_queries):
    enter([reciting(number, LAW) for number in range(6)])
    ingest.find_standard_paragraphs()
    before = (list(StandardParagraph.objects.values()), list(StandardKey.objects.values()), links())
    with django_assert_max_num_queries(50):
        ingest.find_standard_paragraphs()
    assert (list(StandardParagraph.objects.values()), list(StandardKey.objects.values()), links()) == before


def test_wording_that_is_no_longer_recited_is_standard_no_longer():
    enter([reciting(number, LAW) for number in range(3)])
    ingest.find_standard_paragraphs()
    decision = Decision.objects.first()
    ingest.correct(decision, by="ann", facts={"removed_at": timezone.now(), "removal_reason": "It names a child."})
    ingest.find_standard_paragraphs()
    assert (found(), links()) == (set(), [])


def test_a_copy_of_one_paper_under_another_reference_makes_nothing_standard():
    enter([reciting(number, LAW, summary="Four families complain.") for number in range(5)])
    ingest.find_standard_paragraphs()
    assert not found()


def test_a_correction_keeps_the_link_right(archive):
    decision = Decision.objects.get(reference="24 006 339")
    row = decision.paragraphs.get(number=4)
    old = row.text
    ingest.correct(decision, by="ann", paragraphs={row.pk: {"text": "I considered something else altogether."}})
    assert decision.paragraphs.get(number=4).standard is None
    ingest.correct(decision, by="ann", paragraphs={row.pk: {"text": old}})
    assert decision.paragraphs.get(number=4).standard.wording == old


def test_only_numbered_paragraphs_are_linked_and_their_items_count_with_them(archive):
    assert not Paragraph.objects.filter(depth__gt=0).exclude(standard=None).exists()
    with_items = Decision.objects.get(reference="24 012 358").paragraphs.get(number=2, depth=0)
    assert with_items.standard
    item = with_items.decision.paragraphs.filter(number=2, depth=1).first()
    assert item
    ingest.correct(
        with_items.decision, by="ann", paragraphs={item.pk: {"text": "the moon is made of green cheese. " * 9}}
    )
    with_items.refresh_from_db()
    assert with_items.standard is None


def test_the_page_knows_which_paragraphs_can_be_folded_and_none_with_evidence(archive):
    decision = Decision.objects.get(reference="24 012 358")

    def folded():
        lines = [
            line
            for part in DecisionPage(detail_queryset().get(pk=decision.pk)).parts
            for group in part.paragraphs
            for line in group.lines
        ]
        return sorted({line.number for line in lines if line.is_standard}), lines

    numbers, lines = folded()
    assert numbers == [2, 3, 4]
    assert all(line.is_standard for line in lines if line.number == 2 and line.depth)
    ingest.add_finding(decision, Ground.objects.first(), 4, "Assessment Code", "supporting", by="ann")
    assert folded()[0] == [2, 3]


def test_more_values_than_a_statement_may_have_are_one_parameter(archive):
    every = Paragraph.objects.values_list("pk", flat=True)
    assert Paragraph.objects.filter(pk__in=any_of([*every, *range(10**6, 10**6 + 300_000)])).count() == len(every) > 0
    assert not Paragraph.objects.filter(pk__in=any_of([])).exists()


def test_the_command_prints_each_group_with_its_count_and_an_example():
    enter([reciting(number, LAW) for number in range(4)])
    out = StringIO()
    call_command("find_standard_paragraphs", stdout=out)
    assert "      4  23 000 000  “Councils must carry out an assessment" in out.getvalue()
    assert out.getvalue().endswith(f"standard paragraphs: 1 found, {len(KNOWN)} known from the start\n")
