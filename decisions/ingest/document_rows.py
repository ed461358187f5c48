"""Documents as rows, and back: for import, for corrections and their merging, and for all that reads stored texts."""

import re
from collections import namedtuple
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, groupby, pairwise
from typing import Any, NamedTuple

from decisions import sources
from decisions.ingest.bulk_rows import columns_of
from decisions.models import Correction, Decision, EarlierSource, Paragraph, Section
from decisions.parsing import Known, parse
from decisions.parsing.document import FACTS, Document, Item, walk
from decisions.parsing.document import Paragraph as ParsedParagraph
from decisions.parsing.document import Section as ParsedSection

NewSection = namedtuple("NewSection", columns_of(Section))
NewParagraph = namedtuple("NewParagraph", columns_of(Paragraph)[1:])  # the database gives the key
Facts = namedtuple("Facts", FACTS)

FIELDS = {"facts": FACTS, "section": ("heading", "level", "lead"), "paragraph": ("label", "text")}
"""The fields that staff may correct: of the decision itself, of its sections, of its paragraphs and items."""


class DocumentRows(NamedTuple):
    """A document as its tables have it, in order. `facts` has one row; rows have what `FIELDS` says and more."""

    facts: list[Facts]
    sections: list[NewSection]
    paragraphs: list[NewParagraph]


def rows_of(
    document: Document, decision: int = 0, keys: Iterator[int] | None = None, standard: Mapping[int, int] | None = None
) -> DocumentRows:
    """Return the rows of a document.

    `keys` are primary keys for its sections, `standard` those of standard paragraphs by number.
    """
    keys, standard = keys or count(1), standard or {}
    rows = DocumentRows([facts_of(document)], [], [])
    for position, section in enumerate(document.sections, start=1):
        key, heading, lead = next(keys), section.heading or "", "\n".join(section.lead)
        rows.sections.append(
            NewSection(id=key, decision_id=decision, position=position, heading=heading, level=section.level, lead=lead)
        )
        for paragraph in section.paragraphs:
            number = paragraph.number
            for item, depth in walk((Item("", paragraph.text, paragraph.items),), depth=0):
                rows.paragraphs.append(
                    NewParagraph(
                        decision_id=decision,
                        section_id=key,
                        position=len(rows.paragraphs) + 1,
                        number=number,
                        label=item.label,
                        depth=depth,
                        text=item.text,
                        standard_id=None if depth else standard.get(number),
                    )
                )
    return rows


def facts_of(document: Document) -> Facts:
    """Return the facts of a document as columns have them: a text that it does not state is ""."""
    facts = {name: getattr(document, name) or "" for name in FACTS}
    return Facts(**facts | {"decision_date": document.decision_date, "closing": "\n".join(document.closing)})


def document_of(reference: str, numbering: str, rows: DocumentRows) -> Document:
    """Return the document that has these rows."""
    (facts,) = rows.facts
    paragraphs = grouped(rows.paragraphs, "section_id")
    sections = (
        ParsedSection(
            heading=row.heading or None,
            level=row.level,
            lead=tuple(row.lead.splitlines()),
            paragraphs=tuple(_paragraphs(paragraphs.get(row.id, []))),
        )
        for row in rows.sections
    )
    stated = {name: value or None for name, value in facts._asdict().items()}
    closing = tuple(facts.closing.splitlines())
    return Document(reference, **stated | {"closing": closing}, sections=tuple(sections), numbering=numbering)


def _paragraphs(rows: Iterable[Paragraph | NewParagraph]) -> Iterator[ParsedParagraph]:
    for number, (first, *below) in groupby(rows, lambda row: row.number):
        yield ParsedParagraph(number, first.text, _items(below, 1))


def _items(rows: list[Paragraph | NewParagraph], depth: int) -> tuple[Item, ...]:
    starts = [at for at, row in enumerate(rows) if row.depth == depth]
    return tuple(
        Item(rows[start].label, rows[start].text, _items(rows[start + 1 : stop], depth + 1))
        for start, stop in pairwise([*starts, len(rows)])
    )


def documents(decisions: Sequence[Decision]) -> list[Document]:
    """Return the documents of these decisions, in their order, from their rows. Two queries."""
    ids = [decision.pk for decision in decisions]
    sections, paragraphs = (
        grouped(model.objects.filter(decision__in=ids).order_by("decision", "position"))
        for model in (Section, Paragraph)
    )
    found = []
    for each in decisions:
        facts = Facts(*(getattr(each, "council_printed" if name == "council" else name) for name in FACTS))
        rows = DocumentRows([facts], sections.get(each.pk, []), paragraphs.get(each.pk, []))
        found.append(document_of(each.reference, each.numbering, rows))
    return found


def grouped(rows: Iterable, by: str = "decision_id") -> dict[Any, list]:
    """Return rows by the value of a column, in their order."""
    found: dict[Any, list] = {}
    for row in rows:
        found.setdefault(getattr(row, by), []).append(row)
    return found


def read_again(stored: Decision | EarlierSource, known: Known) -> Document:
    """Parse a stored source text again by the present rules; `known` are the facts that the text need not state.

    Raises ValueError (ParseError, SourceError) where it can no longer be read.
    """
    return parse(sources.text_of(bytes(stored.source), stored.source_format, stored.source_encoding), known)


def as_text(value: Any) -> str:
    """Return the value of a field as corrections record it."""
    return "" if value is None else str(value)


def field_in_words(row: Any, name: str) -> str:
    """Return what corrections call a field of a row: “outcome”, “section 2, heading”, “paragraph 7 a”."""
    if hasattr(row, "heading"):
        return f"section {row.position}, {name}"
    if not hasattr(row, "text"):
        return name.replace("_", " ")
    place = f"paragraph {row.number}{row.label and f' {row.label}'}"
    return place if name == "text" else f"{place}, {name}"


def undo(rows: DocumentRows, changes: Sequence[Correction]) -> None:
    """Put back in rows what was there before staff corrected them (`changes`, oldest first)."""
    for change in reversed(changes):
        name = change.field.replace(" ", "_")
        if name in FACTS:
            rows.facts[0] = rows.facts[0]._replace(**{name: change.old})
            continue
        kind, name = change.field.partition(" ")[0], change.field.partition(", ")[2] or "text"
        those = {"section": rows.sections, "paragraph": rows.paragraphs}.get(kind, [])
        at = _changed(those, name, change) if name in FIELDS.get(kind, ()) else None
        if at is not None:
            those[at] = those[at]._replace(**{name: change.old})


def _changed(rows: list, name: str, change: Correction) -> int | None:
    """Return the index of the row that a change names, if one still has the new value; else None.

    The number decides, then, among the rows of a paragraph, the label, which may have been changed as well. A new text
    may have given the place another number since: then it is the only one that has the new value.
    """
    fields = {at: field_in_words(row, name) for at, row in enumerate(rows) if as_text(getattr(row, name)) == change.new}
    here = [at for at, field in fields.items() if _number(field) == _number(change.field)]
    named = [at for at in here if fields[at] == change.field]
    found = named or here or (list(fields) if len(fields) == 1 else [])
    return found[0] if found else None


def _number(field: str) -> list[str]:
    return re.findall(r"\d+", field)[:1]
