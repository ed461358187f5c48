"""What pages show of decisions besides their facts, as rows, which take a tenth of what objects take."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import CharField, F
from django.db.models.functions import Cast

from decisions.models.body import Paragraph, Section
from decisions.models.decision import Decision
from decisions.models.ground import Finding
from decisions.models.mentions import Provision, Reference, Signpost
from decisions.models.prepared import Prepared


class SectionRow(NamedTuple):
    """A section, as its model has it; the decision by its key."""

    decision_id: int
    pk: int
    position: int
    heading: str
    level: int
    lead: str


class ParagraphRow(NamedTuple):
    """A paragraph or an item, as its model has it; decision, section and standard paragraph by their keys."""

    decision_id: int
    pk: int
    section_id: int
    number: int
    label: str
    depth: int
    standard_id: int | None
    text: str


class FindingRow(NamedTuple):
    """A finding, as its model has it, with slug and title of its ground."""

    pk: int
    paragraph_number: int
    start: int
    end: int
    strength: str
    position: int
    slug: str
    title: str


class SignpostRow(NamedTuple):
    """A signpost, as its model has it."""

    paragraph_number: int
    start: int
    end: int
    place: str


class ProvisionRow(NamedTuple):
    """A provision, as its model has it."""

    paragraph_number: int
    start: int
    end: int
    act: str
    act_slug: str
    kind: str
    number: str
    normalised: str
    section: str
    rest: str


class ReferenceRow(NamedTuple):
    """A reference, as its model has it; `to_numbers` is JSON."""

    paragraph_number: int
    start: int
    end: int
    to_reference: str
    to_numbers: str


class ReferringRow(NamedTuple):
    """A paragraph (0: the summary) of a published decision that refers to another; `day` as `2023-03-09`."""

    reference: str
    council: str | None
    day: str | None
    paragraph_number: int


MOST_REFERRING = 100
"""Rows of decisions that refer to one, the newest first, that are read."""

_SECTIONS = Prepared(
    SectionRow,
    lambda keys: (
        Section.objects.filter(decision__in=keys).order_by("decision_id", "position").values_list(*SectionRow._fields)
    ),
)
_PARAGRAPHS = Prepared(
    ParagraphRow,
    lambda keys: (
        Paragraph.objects.filter(decision__in=keys)
        .order_by("decision_id", "position")
        .values_list(*ParagraphRow._fields)
    ),
)
_FINDINGS = Prepared(
    FindingRow,
    lambda keys: (
        Finding.objects.filter(decision__in=keys)
        .order_by("decision_id", "position", "pk")
        .values_list(*FindingRow._fields[:-2], "ground__slug", "ground__title")
    ),
)
_SIGNPOSTS, _PROVISIONS = (
    Prepared(
        kind,
        lambda keys, kind=kind, model=model: (
            model.objects.filter(decision__in=keys).in_order().values_list(*kind._fields)
        ),
    )
    for kind, model in ((SignpostRow, Signpost), (ProvisionRow, Provision))
)
_REFERENCES = Prepared(
    ReferenceRow,
    lambda keys: (
        Reference.objects.filter(decision__in=keys)
        .in_order()
        .annotate(numbers=Cast("to_numbers", CharField()))
        .values_list(*ReferenceRow._fields[:-1], "numbers")
    ),
)
_REFERRING = Prepared(
    ReferringRow,
    lambda keys: (
        Reference.objects.published()
        .filter(to_reference__in=Decision.objects.filter(pk__in=keys).order_by().values("reference"))
        .annotate(day=Cast("decision__decision_date", CharField()))
        .order_by(F("decision__decision_date").desc(nulls_last=True), "-decision_id", "paragraph_number", "pk")
        .values_list("decision__reference", "decision__council__name", "day", "paragraph_number")[:MOST_REFERRING]
    ),
)


def sections_of(decisions: Iterable[int]) -> list[SectionRow]:
    """The sections of the decisions, given by key, decision by decision, in order. One query."""
    return _SECTIONS.rows(decisions)


def paragraphs_of(decisions: Iterable[int]) -> list[ParagraphRow]:
    """The paragraphs and items of the decisions, given by key, decision by decision, in order. One query."""
    return _PARAGRAPHS.rows(decisions)


def findings_of(decision: int) -> list[FindingRow]:
    """The findings of a decision, given by key, the machine's best first and a person's last. One query."""
    return _FINDINGS.rows([decision])


def signposts_of(decision: int) -> list[SignpostRow]:
    """The signposts of a decision, given by key, in the order of the text. One query."""
    return _SIGNPOSTS.rows([decision])


def provisions_of(decision: int) -> list[ProvisionRow]:
    """The provisions that a decision, given by key, cites, in the order of the text. One query."""
    return _PROVISIONS.rows([decision])


def references_of(decision: int) -> list[ReferenceRow]:
    """The references in a decision, given by key, in the order of the text. One query."""
    return _REFERENCES.rows([decision])


def referring_to(decision: int) -> list[ReferringRow]:
    """Where published decisions refer to one, given by key, the newest decision first. One query."""
    return _REFERRING.rows([decision])
