"""Sections, paragraphs and findings of decisions as pages show them: rows, which take a tenth of what objects take."""

from collections.abc import Iterable
from typing import NamedTuple

from decisions.models.body import Paragraph, Section
from decisions.models.ground import Finding
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


def sections_of(decisions: Iterable[int]) -> list[SectionRow]:
    """The sections of the decisions, given by key, decision by decision, in order. One query."""
    return _SECTIONS.rows(decisions)


def paragraphs_of(decisions: Iterable[int]) -> list[ParagraphRow]:
    """The paragraphs and items of the decisions, given by key, decision by decision, in order. One query."""
    return _PARAGRAPHS.rows(decisions)


def findings_of(decision: int) -> list[FindingRow]:
    """The findings of a decision, given by key, the machine's best first and a person's last. One query."""
    return _FINDINGS.rows([decision])
