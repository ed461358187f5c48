"""Documents and findings → database rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from decisions.grounds import Finding as FoundGround
from decisions.ingest import mentioned, standards
from decisions.ingest.reviewing import Reason, enter_doubts
from decisions.ingest.searching import entry
from decisions.models import Council, Decision, EarlierSource, Finding, Ground, Paragraph, Section
from decisions.parsing.document import Document, walk
from decisions.search import backend
from decisions.sources import Source


@dataclass(frozen=True, slots=True)
class Reading:
    """A source text and what was read in it."""

    source: Source
    document: Document
    findings: tuple[FoundGround, ...]
    review: tuple[Reason, ...] = ()


def create(readings: Sequence[Reading], councils: Mapping[str, Council], at: datetime) -> None:
    """Enter new decisions, with everything that belongs to them. `councils` has those that they print, by name."""
    decisions = [Decision(reference=reading.document.reference) for reading in readings]
    for decision, reading in zip(decisions, readings, strict=True):
        _set_facts(decision, reading, councils, at)
    Decision.objects.bulk_create(decisions)
    _fill(decisions, readings)
    enter_doubts(zip(decisions, (reading.review for reading in readings), strict=True))


def replace(
    decision: Decision, reading: Reading, councils: Mapping[str, Council], at: datetime, *, council_stays: bool = False
) -> None:
    """Put what was read in a changed source in the place of what stood there; the old source text is kept.

    Doubts, people's findings and strikes are the caller's. `council_stays`: the council is the one staff chose.
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
    mentioned.forget([decision])
    council = decision.council
    _set_facts(decision, reading, councils, at)
    if council_stays:
        decision.council = council
    decision.save()
    _fill([decision], [reading])


def too_long(document: Document) -> str | None:
    """Which fact of the document is longer than the archive keeps, in words; None if none is."""
    limits = {"council": Council._meta.get_field("name")}
    limits |= {name: Decision._meta.get_field(name) for name in ("category", "subcategory", "outcome")}
    for name, field in limits.items():
        length = len(getattr(document, name) or "")
        if length > field.max_length:
            return f"the {name} has {length} characters, and {field.max_length} is the most"
    return None


def _set_facts(decision: Decision, reading: Reading, councils: Mapping[str, Council], at: datetime) -> None:
    document, source = reading.document, reading.source
    decision.council_printed = document.council or ""
    decision.council = councils.get(document.council or "")
    for name in ("category", "subcategory", "outcome", "summary"):
        setattr(decision, name, getattr(document, name) or "")
    decision.document_type = document.document_type
    decision.numbering = document.numbering
    decision.decision_date = document.decision_date
    decision.closing = "\n".join(document.closing)
    decision.source = source.data
    decision.source_format = source.format
    decision.source_encoding = source.encoding
    decision.source_sha256 = source.sha256
    decision.came_from = source.came_from
    decision.imported_at = at
    decision.mentions_rules = mentioned.RULES
    decision.derive()


def _fill(decisions: Sequence[Decision], readings: Sequence[Reading]) -> None:
    """Enter sections, paragraphs, findings, mentions and the search entry of decisions that have none."""
    documents = [reading.document for reading in readings]
    standard = standards.met(documents)
    grounds = dict(Ground.objects.values_list("slug", "pk"))
    sections: list[list[Section]] = []
    paragraphs: list[list[Paragraph]] = []
    findings: list[Finding] = []
    for decision, reading, numbers in zip(decisions, readings, standard, strict=True):
        sections.append(_sections(decision, reading.document))
        paragraphs.append(_paragraphs(decision, reading.document, sections[-1]))
        for paragraph in paragraphs[-1]:
            paragraph.standard_id = numbers.get(paragraph.number) if paragraph.depth == 0 else None
        findings += finding_rows(decision, reading.findings, grounds)
    Section.objects.bulk_create([section for of_one in sections for section in of_one])
    Paragraph.objects.bulk_create([paragraph for of_one in paragraphs for paragraph in of_one])
    Finding.objects.bulk_create(findings)
    mentioned.enter(decisions, documents)
    backend().index(map(entry, decisions, sections, paragraphs))


def _sections(decision: Decision, document: Document) -> list[Section]:
    return [
        Section(
            decision=decision,
            position=position,
            heading=section.heading or "",
            level=section.level,
            lead="\n".join(section.lead),
        )
        for position, section in enumerate(document.sections, start=1)
    ]


def _paragraphs(decision: Decision, document: Document, sections: list[Section]) -> list[Paragraph]:
    rows: list[Paragraph] = []
    for row, section in zip(sections, document.sections, strict=True):
        for paragraph in section.paragraphs:
            texts = [
                ("", paragraph.text, 0),
                *((item.label, item.text, depth) for item, depth in walk(paragraph.items)),
            ]
            rows += [
                Paragraph(
                    decision=decision,
                    section=row,
                    position=position,
                    number=paragraph.number,
                    label=label,
                    depth=depth,
                    text=text,
                )
                for position, (label, text, depth) in enumerate(texts, start=len(rows) + 1)
            ]
    return rows


def finding_rows(decision: Decision, found: Iterable[FoundGround], grounds: dict[str, int]) -> list[Finding]:
    """What the machine found, as rows not yet stored; `grounds` are primary keys by slug."""
    return [
        Finding(
            decision=decision,
            ground_id=grounds[finding.ground],
            paragraph_number=finding.paragraph,
            start=finding.start,
            end=finding.end,
            strength=finding.strength,
            position=position,
        )
        for position, finding in enumerate(found)
    ]
