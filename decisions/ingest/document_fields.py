"""The fields of a document by name: what a correction names, and what merging works on. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from decisions.parsing.document import FACTS, Document, Item, Section, walk, wholes

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A correction: the field in words (“outcome”, “paragraph 7 a, label”), its old and its new value."""

    field: str
    old: str
    new: str


@dataclass(slots=True)
class FieldGroup:
    """The fields of a section, or of a row: a paragraph or an item.

    `number` is that of the section or of the paragraph, `depth` 0 for a section or a paragraph, more for an item.
    """

    number: int
    depth: int
    values: dict[str, str]

    @property
    def name(self) -> str:
        """Return the name that corrections use: “section 2”, “paragraph 7 a”."""
        if "heading" in self.values:
            return f"section {self.number}"
        return f"paragraph {self.number}{self.values['label'] and ' ' + self.values['label']}"

    def called(self, field_name: str) -> str:
        """Return the name that corrections use for one of its fields."""
        return self.name if field_name == "text" else f"{self.name}, {field_name}"


@dataclass(slots=True)
class FieldMap:
    """All fields of a document: its facts by name, its sections, and its rows in order. A missing text is ""."""

    facts: dict[str, str] = field(default_factory=dict)
    sections: list[FieldGroup] = field(default_factory=list)
    rows: list[FieldGroup] = field(default_factory=list)

    def wholes(self) -> dict[int, str]:
        """Return the whole text of each paragraph by its number; 0 is the summary."""
        return wholes(self.facts["summary"], ((row.number, row.values["text"]) for row in self.rows))


def fact_in_words(name: str) -> str:
    """Return the name that corrections use for a fact."""
    return name.replace("_", " ")


def field_map(document: Document) -> FieldMap:
    """Return the fields of a document."""
    facts = {name: str(getattr(document, name) or "") for name in FACTS if name != "closing"}
    fields = FieldMap(facts | {"closing": "\n".join(document.closing)})
    for number, section in enumerate(document.sections, start=1):
        values = {"heading": section.heading or "", "level": str(section.level), "lead": "\n".join(section.lead)}
        fields.sections.append(FieldGroup(number, 0, values))
        for paragraph in section.paragraphs:
            fields.rows.append(FieldGroup(paragraph.number, 0, {"label": "", "text": paragraph.text}))
            fields.rows += [
                FieldGroup(paragraph.number, depth, {"label": item.label, "text": item.text})
                for item, depth in walk(paragraph.items)
            ]
    return fields


def document_of(fields: FieldMap, shaped: Document) -> Document:
    """Return the document that has these fields, with the structure and the doubts of `shaped`."""
    facts = {name: fields.facts[name] or None for name in FACTS if name not in ("closing", "document_type")}
    day = fields.facts["decision_date"]
    rows, sections = iter(fields.rows), iter(fields.sections)
    return replace(
        shaped,
        **facts | {"decision_date": date.fromisoformat(day) if day else None},
        document_type=fields.facts["document_type"],
        closing=tuple(fields.facts["closing"].splitlines()),
        sections=tuple(_section(section, next(sections), rows) for section in shaped.sections),
    )


def _section(section: Section, group: FieldGroup, rows: Iterable[FieldGroup]) -> Section:
    paragraphs = []
    for paragraph in section.paragraphs:
        text = next(rows).values["text"]
        paragraphs.append(replace(paragraph, text=text, items=_items(paragraph.items, rows)))
    return Section(
        heading=group.values["heading"] or None,
        level=int(group.values["level"]),
        lead=tuple(group.values["lead"].splitlines()),
        paragraphs=tuple(paragraphs),
    )


def _items(items: tuple[Item, ...], rows: Iterable[FieldGroup]) -> tuple[Item, ...]:
    filled = []
    for item in items:
        values = next(rows).values
        filled.append(Item(values["label"], values["text"], _items(item.items, rows)))
    return tuple(filled)


def without_corrections(document: Document, changes: Iterable[FieldChange]) -> Document:
    """Return a document as it was before staff corrected it (`changes`, oldest first)."""
    fields = field_map(document)
    named = {fact_in_words(name): name for name in FACTS}
    for change in reversed(list(changes)):
        if change.field in named:
            fields.facts[named[change.field]] = change.old
        elif group := _changed(fields, change):
            group.values[_name(change.field)] = change.old
    return document_of(fields, document)


def _changed(fields: FieldMap, change: FieldChange) -> FieldGroup | None:
    """Return the section or row that a change names, if it still has the new value; else None.

    The number decides, then, among the rows of a paragraph, the label, which may have been changed as well. A new text
    may have given the place another number since: then it is the only one that has the new value.
    """
    groups = {"section": fields.sections, "paragraph": fields.rows}.get(change.field.partition(" ")[0], [])
    number, name = _NUMBER.search(change.field), _name(change.field)
    candidates = [group for group in groups if number and group.values.get(name) == change.new]
    here = [group for group in candidates if group.number == int(number[0])]
    named = next((group for group in here if group.called(name) == change.field), here[0] if here else None)
    return named or (candidates[0] if len(candidates) == 1 else None)


def _name(field_in_words: str) -> str:
    """Return which field of a section or row a correction names: “text” where it names only the place."""
    return field_in_words.partition(", ")[2] or "text"
