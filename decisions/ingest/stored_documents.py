"""Documents of stored decisions: from their rows, as corrected by staff, or parsed again from their source texts."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from decisions import sources
from decisions.models import Decision, EarlierSource, Paragraph, Section
from decisions.parsing import Known, parse
from decisions.parsing.document import IN_HEADER, Document, Item
from decisions.parsing.document import Paragraph as ParsedParagraph
from decisions.parsing.document import Section as ParsedSection


def documents(decisions: Sequence[Decision]) -> list[Document]:
    """Return the documents of these decisions, in their order, from their rows. Two queries."""
    ids = [decision.pk for decision in decisions]
    sections = by_decision(Section.objects.filter(decision__in=ids).order_by("decision", "position"))
    paragraphs = by_decision(Paragraph.objects.filter(decision__in=ids).order_by("decision", "position"))
    return [_document(each, sections.get(each.pk, []), paragraphs.get(each.pk, [])) for each in decisions]


def read_again(stored: Decision | EarlierSource, known: Known) -> Document:
    """Parse a stored source text again by the present rules; `known` are the facts that the text need not state.

    Raises ValueError (ParseError, SourceError) where it can no longer be read.
    """
    return parse(sources.text_of(bytes(stored.source), stored.source_format, stored.source_encoding), known)


def by_decision(rows: Iterable) -> dict[int, list]:
    """Return rows by the primary key of their decision, in their order."""
    found: dict[int, list] = {}
    for row in rows:
        found.setdefault(row.decision_id, []).append(row)
    return found


def _document(decision: Decision, sections: list[Section], rows: list[Paragraph]) -> Document:
    of_section: dict[int, list[Paragraph]] = {}
    for row in rows:
        of_section.setdefault(row.section_id, []).append(row)
    return Document(
        reference=decision.reference,
        council=decision.council_printed or None,
        document_type=decision.document_type,
        **{name: getattr(decision, name) or None for name in IN_HEADER if name != "council"},
        sections=tuple(
            ParsedSection(
                heading=section.heading or None,
                level=section.level,
                lead=tuple(section.lead.splitlines()),
                paragraphs=_paragraphs(of_section.get(section.pk, [])),
            )
            for section in sections
        ),
        closing=tuple(decision.closing.splitlines()),
        numbering=decision.numbering,
    )


def _paragraphs(rows: list[Paragraph]) -> tuple[ParsedParagraph, ...]:
    return tuple(
        ParsedParagraph(first.number, first.text, _items(below, 1)) for first, below in _split_by_depth(rows, 0)
    )


def _items(rows: list[Paragraph], depth: int) -> tuple[Item, ...]:
    return tuple(
        Item(first.label, first.text, _items(below, depth + 1)) for first, below in _split_by_depth(rows, depth)
    )


def _split_by_depth(rows: list[Paragraph], depth: int) -> Iterator[tuple[Paragraph, list[Paragraph]]]:
    """Yield each row of this depth, with the deeper rows up to the next one."""
    starts = [place for place, row in enumerate(rows) if row.depth == depth]
    for start, stop in pairwise([*starts, len(rows)]):
        yield rows[start], rows[start + 1 : stop]
