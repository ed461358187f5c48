"""Models: slugs, querysets, and what the database itself refuses."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from decisions.grounds import CATALOGUE
from decisions.models import Council, Decision, Finding, Ground, Paragraph, Section, slug_of, wholes
from decisions.parsing import parse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Staffordshire County Council", "council"),
        ("London Borough of Barnet", "council"),
        ("City of London Corporation", "council"),
        ("James Hudson (Builders) Limited", "care-provider"),
        ("Sunrise Homecare Ltd", "care-provider"),
        ("Leeds Teaching Hospitals NHS Trust", "nhs-body"),
        ("St Mary's Church of England Primary School", "school-or-appeal-panel"),
        ("London Fire Commissioner", "fire-service"),
        ("Lake District National Park Authority", "park-authority"),
        ("Transport for London", "transport-body"),
        ("Environment Agency", "other"),
    ],
)
def test_a_name_suggests_the_kind_of_body(name, kind):
    assert Council.kind_suggested_by(name) == kind


@pytest.mark.parametrize(
    ("printed", "slug"),
    [
        ("Children's care services", "childrens-care-services"),
        ("Children’s care services", "childrens-care-services"),
        ("Closed after initial enquiries", "closed-after-initial-enquiries"),
        ("", ""),
        ("Cyngor", "cyngor"),
        ("委員会", "委員会"),
    ],
)
def test_a_printed_name_has_one_slug(printed, slug):
    assert slug_of(printed) == slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Staffordshire County Council", "staffordshire-county-council"),
        ("£££", "body-4dc104bf"),
        ("None", "none-body"),
        ("Not stated", "not-stated-body"),
    ],
)
def test_a_council_s_slug_is_its_own_whatever_its_name(name, slug):
    assert Council.slug_suggested_by(name) == slug


@pytest.mark.parametrize("slug", ["", "none", "not-stated"])
def test_no_council_has_a_reserved_slug(slug):
    with pytest.raises(IntegrityError), transaction.atomic():
        Council.objects.create(name="A Council", slug=slug)


def test_the_whole_text_of_a_paragraph_is_its_own_and_its_items(archive):
    decision = Decision.objects.get(reference="21 018 159")
    found = wholes(decision.summary, decision.paragraphs.order_by("position"))
    document = parse(decision.source_text)
    assert found == {number: document.whole(number) for number in range(len(document.paragraphs) + 1)}


def test_every_ground_of_the_catalogue_has_its_row():
    assert list(Ground.objects.values_list("slug", "title")) == [(g.slug, g.title) for g in CATALOGUE.values()]


def test_what_must_be_unique_is(archive):
    decision = Decision.objects.get(reference="22 015 753")
    paragraph = decision.paragraphs.first()
    finding = decision.findings.first()
    section = decision.sections.first()
    copies = [
        Decision(reference="22 015 753", source=b"", imported_at=timezone.now()),
        Council(name="Another", slug="staffordshire-county-council"),
        Section(decision=decision, position=section.position),
        Paragraph(decision=decision, section=section, position=paragraph.position, number=900, text="x"),
        Paragraph(decision=decision, section=section, position=900, number=paragraph.number, text="x"),
        Finding(
            decision=decision,
            ground=finding.ground,
            paragraph_number=finding.paragraph_number,
            start=finding.start,
            end=finding.end,
            quote=finding.quote,
            strength=finding.strength,
        ),
    ]
    for copy in copies:
        with pytest.raises(IntegrityError), transaction.atomic():
            copy.save()


def test_what_makes_no_sense_is_refused_by_the_database(archive):
    decision = Decision.objects.get(reference="22 015 753")
    section, ground = decision.sections.first(), Ground.objects.first()
    without_reason, without_date = decision, Decision.objects.get(pk=decision.pk)
    without_reason.removed_at = timezone.now()
    without_date.removal_reason = "It named a child."
    nonsense = [
        without_reason,
        without_date,
        Paragraph(decision=decision, section=section, position=901, number=0, text="x"),
        Paragraph(decision=decision, section=section, position=902, number=902, label="a", text="x"),
        Finding(decision=decision, ground=ground, paragraph_number=1, start=5, end=5, strength="stated"),
        Finding(decision=decision, ground=ground, paragraph_number=1, start=5, end=9, quote="fiver", strength="stated"),
        Finding(decision=decision, ground=ground, paragraph_number=1, start=5, end=9, quote="five", strength=""),
    ]
    for row in nonsense:
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()


def test_one_text_may_answer_several_references(archive):
    first = Decision.objects.get(reference="22 015 753")
    Decision.objects.create(
        reference="22 015 754", source=first.source, source_sha256=first.source_sha256, imported_at=timezone.now()
    )


def test_a_removed_decision_is_not_published(archive):
    Decision.objects.filter(reference="22 015 753").update(removed_at=timezone.now(), removal_reason="Asked for.")
    assert Decision.objects.published().count() == 4
    assert Decision.objects.removed().get().reference == "22 015 753"


def test_supporting_findings_count_only_where_nothing_is_stated(archive):
    decision = Decision.objects.get(reference="24 006 339")
    counting = Finding.objects.counting().filter(decision=decision)
    assert {finding.ground.slug for finding in counting} == {"cannot-achieve-outcome-sought"}
    decision.findings.filter(strength="stated").delete()
    assert {"better-placed-body", "no-different-outcome"} <= {finding.ground.slug for finding in counting.all()}
