"""Database rows of documents and their findings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from decisions.grounds import Finding as FoundGround
from decisions.ingest import bulk_rows, standard_paragraphs
from decisions.ingest.derived_data import enter_mentions, forget_mentions
from decisions.ingest.document_rows import NewParagraph, NewSection, facts_of, rows_of
from decisions.ingest.findings import enter_findings
from decisions.ingest.review import enter_doubts
from decisions.mentions import RULES
from decisions.models import Council, Decision, Doubt, EarlierSource, Paragraph, Section
from decisions.models.decision import SourceText
from decisions.parsing.document import FACTS, Document
from decisions.sources import Source


@dataclass(frozen=True, slots=True)
class Reading:
    """A source text, with its document, its findings and the doubts about it, not saved yet."""

    source: Source
    document: Document
    findings: tuple[FoundGround, ...]
    review: tuple[Doubt, ...] = ()


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
    replaced = {column.name: getattr(decision, column.name) for column in SourceText._meta.fields}
    EarlierSource.objects.create(decision=decision, replaced_at=at, **replaced)
    decision.sections.all().delete()
    decision.findings.all().delete()
    forget_mentions([decision])
    council = decision.council
    _set_facts(decision, reading, councils, at)
    if keeps_council:
        decision.council = council
    decision.save()
    _fill([decision], [reading])


def too_long(document: Document, source: Source) -> str | None:
    """Return a message about a fact or an address that is longer than its column; None if all fit."""
    most = Decision._meta.get_field("came_from").max_length
    if len(source.came_from) > most:
        return f"the address or path has {len(source.came_from)} characters, and {most} is the most"
    for name in FACTS:
        column = Council._meta.get_field("name") if name == "council" else Decision._meta.get_field(name)
        value = getattr(document, name)
        if column.max_length and len(value or "") > column.max_length:
            return f"the {name} has {len(value)} characters, and {column.max_length} is the most"
    return None


def _set_facts(decision: Decision, reading: Reading, councils: Mapping[str, Council], at: datetime) -> None:
    document, source = reading.document, reading.source
    for name, value in facts_of(document)._asdict().items():
        setattr(decision, "council_printed" if name == "council" else name, value)
    decision.council = councils.get(decision.council_printed)
    decision.numbering = document.numbering
    decision.source = source.data
    decision.source_format = source.format
    decision.source_encoding = source.encoding
    decision.source_sha256 = source.sha256
    decision.came_from = source.came_from
    decision.imported_at = at
    decision.mentions_rules = RULES
    decision.derive()


def _fill(decisions: Sequence[Decision], readings: Sequence[Reading]) -> None:
    """Insert sections, paragraphs, findings and mentions of decisions that have none."""
    documents = [reading.document for reading in readings]
    standard = standard_paragraphs.match_standard_paragraphs(documents)
    keys = iter(bulk_rows.new_keys(Section, sum(len(document.sections) for document in documents)))
    rows = [
        rows_of(document, decision.pk, keys, numbers)
        for decision, document, numbers in zip(decisions, documents, standard, strict=True)
    ]
    bulk_rows.insert(Section, NewSection._fields, chain.from_iterable(each.sections for each in rows))
    bulk_rows.insert(Paragraph, NewParagraph._fields, chain.from_iterable(each.paragraphs for each in rows))
    enter_findings(zip(decisions, documents, (reading.findings for reading in readings), strict=True))
    enter_mentions(decisions, documents)
