"""Database rows of documents and their findings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import NamedTuple

from decisions.grounds import Finding as FoundGround
from decisions.ingest import bulk_rows, mention_rows, standard_paragraphs
from decisions.ingest.classification import quote_of
from decisions.ingest.review import Reason, enter_doubts
from decisions.models import Council, Decision, EarlierSource, Finding, Ground, Paragraph, Section
from decisions.parsing.document import FACTS, Document, walk
from decisions.sources import Source


@dataclass(frozen=True, slots=True)
class Reading:
    """A source text, with its document, its findings and the reasons to review it."""

    source: Source
    document: Document
    findings: tuple[FoundGround, ...]
    review: tuple[Reason, ...] = ()


class NewSection(NamedTuple):
    """The columns of a section."""

    id: int
    decision_id: int
    position: int
    heading: str
    level: int
    lead: str


class NewParagraph(NamedTuple):
    """The columns of a paragraph or an item; the database gives the key."""

    decision_id: int
    section_id: int
    position: int
    number: int
    label: str
    depth: int
    text: str
    standard_id: int | None


class NewFinding(NamedTuple):
    """The columns of a finding; the database gives the key."""

    decision_id: int
    ground_id: int
    paragraph_number: int
    start: int
    end: int
    quote: str
    strength: str
    origin: str
    position: int


def create(readings: Sequence[Reading], councils: Mapping[str, Council], at: datetime) -> None:
    """Insert new decisions with all their rows. `councils` are those that they print, by printed name."""
    decisions = [Decision(reference=reading.document.reference) for reading in readings]
    for decision, reading in zip(decisions, readings, strict=True):
        _set_facts(decision, reading, councils, at)
    Decision.objects.bulk_create(decisions)
    _fill(decisions, readings)
    enter_doubts(zip(decisions, (reading.review for reading in readings), strict=True))


def replace(
    decision: Decision, reading: Reading, councils: Mapping[str, Council], at: datetime, *, keeps_council: bool = False
) -> None:
    """Replace the rows of a decision by those of a new source; the old source text is kept as an EarlierSource.

    The caller handles doubts, and the findings and rejections of staff. `keeps_council`: staff chose the council.
    """
    EarlierSource.objects.create(
        decision=decision,
        source=decision.source,
        source_format=decision.source_format,
        source_encoding=decision.source_encoding,
        source_sha256=decision.source_sha256,
        came_from=decision.came_from,
        imported_at=decision.imported_at,
        replaced_at=at,
    )
    decision.sections.all().delete()
    decision.findings.all().delete()
    mention_rows.forget([decision])
    council = decision.council
    _set_facts(decision, reading, councils, at)
    if keeps_council:
        decision.council = council
    decision.save()
    _fill([decision], [reading])


def too_long(document: Document) -> str | None:
    """Return a message about a fact that is longer than its column; None if all fit."""
    for name in FACTS:
        column = Council._meta.get_field("name") if name == "council" else Decision._meta.get_field(name)
        value = getattr(document, name)
        if column.max_length and len(value or "") > column.max_length:
            return f"the {name} has {len(value)} characters, and {column.max_length} is the most"
    return None


def _set_facts(decision: Decision, reading: Reading, councils: Mapping[str, Council], at: datetime) -> None:
    document, source = reading.document, reading.source
    decision.council_printed = document.council or ""
    decision.council = councils.get(document.council or "")
    for name in FACTS:
        if name not in ("council", "closing"):
            setattr(decision, name, getattr(document, name) or Decision._meta.get_field(name).get_default())
    decision.numbering = document.numbering
    decision.closing = "\n".join(document.closing)
    decision.source = source.data
    decision.source_format = source.format
    decision.source_encoding = source.encoding
    decision.source_sha256 = source.sha256
    decision.came_from = source.came_from
    decision.imported_at = at
    decision.mentions_rules = mention_rows.RULES
    decision.derive()


def _fill(decisions: Sequence[Decision], readings: Sequence[Reading]) -> None:
    """Insert sections, paragraphs, findings and mentions of decisions that have none."""
    documents = [reading.document for reading in readings]
    standard = standard_paragraphs.match_standard_paragraphs(documents)
    grounds = dict(Ground.objects.values_list("slug", "pk"))
    keys = iter(bulk_rows.new_keys(Section, sum(len(document.sections) for document in documents)))
    sections = [_sections(each.pk, document, keys) for each, document in zip(decisions, documents, strict=True)]
    paragraphs = [
        _paragraphs(rows, document, numbers)
        for rows, document, numbers in zip(sections, documents, standard, strict=True)
    ]
    bulk_rows.insert(Section, NewSection._fields, chain.from_iterable(sections))
    bulk_rows.insert(Paragraph, NewParagraph._fields, chain.from_iterable(paragraphs))
    enter_findings(zip(decisions, documents, (reading.findings for reading in readings), strict=True), grounds)
    mention_rows.enter(decisions, documents)


def _sections(decision: int, document: Document, keys: Iterator[int]) -> list[NewSection]:
    return [
        NewSection(next(keys), decision, position, section.heading or "", section.level, "\n".join(section.lead))
        for position, section in enumerate(document.sections, start=1)
    ]


def _paragraphs(
    sections: list[NewSection], document: Document, standard: standard_paragraphs.Numbers
) -> list[NewParagraph]:
    """Return the rows of every paragraph, followed by its items; `sections` are the rows of the sections."""
    rows: list[NewParagraph] = []
    for row, section in zip(sections, document.sections, strict=True):
        belongs = (row.decision_id, row.id)
        for paragraph in section.paragraphs:
            number = paragraph.number
            rows.append(NewParagraph(*belongs, len(rows) + 1, number, "", 0, paragraph.text, standard.get(number)))
            for item, depth in walk(paragraph.items):
                rows.append(NewParagraph(*belongs, len(rows) + 1, number, item.label, depth, item.text, None))
    return rows


def enter_findings(
    found: Iterable[tuple[Decision, Document, Iterable[FoundGround]]], grounds: Mapping[str, int]
) -> None:
    """Insert the automatic findings of decisions, best first; `grounds` are primary keys by slug."""
    bulk_rows.insert(
        Finding,
        NewFinding._fields,
        (
            NewFinding(
                decision.pk,
                grounds[each.ground],
                each.paragraph,
                each.start,
                each.end,
                quote_of(each, document),
                each.strength,
                Finding.Origin.MACHINE.value,
                position,
            )
            for decision, document, findings in found
            for position, each in enumerate(findings)
        ),
    )
