"""Three-way merge of a decision that staff corrected with a new text of it. Pure.

`ours` is the stored document with staff corrections, `theirs` the new source as parsed. What was there before the
corrections follows from their record. The merged document has the structure of `theirs`. It keeps what staff wrote
wherever that place still exists; where the new text says something else there, it gets a doubt.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from decisions.ingest.alignment import Pairing
from decisions.ingest.document_fields import (
    FieldChange,
    FieldGroup,
    FieldMap,
    document_of,
    fact_in_words,
    field_map,
    without_corrections,
)
from decisions.parsing.document import FACTS, Document


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged document, its doubts, and the new numbers of old paragraphs."""

    document: Document
    doubts: tuple[str, ...]
    numbers: dict[int, int]
    """New paragraph numbers by old ones, for the numbers asked for; a paragraph that is gone is missing."""


def merge(ours: Document, theirs: Document, changes: Sequence[FieldChange], wanted: Iterable[int] = ()) -> Merged:
    """Merge staff corrections (`changes`, oldest first) into a new reading of the decision.

    `wanted` are the old numbers of paragraphs whose new numbers the caller needs.
    """
    return _Merge(ours, theirs, changes).merged(theirs, set(wanted))


class _Merge:
    """One merge: the fields of the three readings, and the doubts so far."""

    def __init__(self, ours: Document, theirs: Document, changes: Sequence[FieldChange]) -> None:
        self._base = field_map(without_corrections(ours, changes))
        self._ours, self._theirs = field_map(ours), field_map(theirs)
        self._corrected = {change.field for change in changes}
        self._written: dict[str, set[str]] = {}
        self._replaced: dict[str, set[str]] = {}
        for change in changes:
            self._written.setdefault(_kind(change.field), set()).add(change.new)
            self._replaced.setdefault(_kind(change.field), set()).add(change.old)
        self._doubts: list[str] = []

    def merged(self, theirs: Document, wanted: set[int]) -> Merged:
        """Return the merged document, and where the wanted paragraphs are."""
        sections = Pairing(*([group.values["heading"] for group in side.sections] for side in self._sides))
        rows = Pairing(*([group.values["text"] for group in side.rows] for side in self._sides))
        self._facts()
        self._groups(self._base.sections, self._ours.sections, self._theirs.sections, sections)
        self._groups(self._base.rows, self._ours.rows, self._theirs.rows, rows)
        numbers = {0: 0} | {
            row.number: self._theirs.rows[place].number
            for at, row in enumerate(self._base.rows)
            if row.depth == 0 and row.number in wanted and (place := rows.place(at)) is not None
        }
        return Merged(document_of(self._theirs, theirs), tuple(dict.fromkeys(self._doubts)), numbers)

    @property
    def _sides(self) -> tuple[FieldMap, FieldMap, FieldMap]:
        return self._base, self._ours, self._theirs

    def _facts(self) -> None:
        for name in FACTS:
            words = fact_in_words(name)
            if words in self._corrected:
                new = self._theirs.facts[name]
                self._theirs.facts[name] = self._resolved(words, self._base.facts[name], self._ours.facts[name], new)

    def _groups(
        self, base: list[FieldGroup], ours: list[FieldGroup], theirs: list[FieldGroup], pairing: Pairing
    ) -> None:
        """Put staff corrections into the sections or the rows of the new text."""
        for at, group in enumerate(ours):
            for name in [name for name in group.values if self._is_corrected(base[at], group, name)]:
                place = pairing.place(at)
                if place is None or (name == "label" and theirs[place].depth == 0):
                    self._doubts.append(
                        f"{group.called(name)}: staff wrote {_quoted(group.values[name])}; the new text has no such "
                        "place, or words it too differently, so the correction was dropped"
                    )
                    continue
                target = theirs[place]
                old, new = base[at].values[name], target.values[name]
                target.values[name] = self._resolved(target.called(name), old, group.values[name], new)

    def _is_corrected(self, base: FieldGroup, ours: FieldGroup, name: str) -> bool:
        """Return whether staff wrote the value of a field: something else was there before, or they put it back."""
        value, field = ours.values[name], ours.called(name)
        was_put_back = field in self._corrected and value in self._written[_kind(field)]
        return value != base.values[name] or was_put_back

    def _resolved(self, place: str, base: str, ours: str, theirs: str) -> str:
        """Return what staff wrote; add a doubt where the new text says something that they have not seen."""
        if theirs not in (base, ours) and theirs not in self._replaced[_kind(place)]:
            self._doubts.append(
                f"{place}: staff wrote {_quoted(ours)}, and the new text says {_quoted(theirs)}; staff’s words are kept"
            )
        return ours


def _kind(field: str) -> str:
    """Return the kind of field that a correction changed: “section, heading”, “paragraph”, “outcome”."""
    place, comma, name = field.partition(", ")
    return f"{place.partition(' ')[0]}{comma}{name}"


def _quoted(value: str) -> str:
    return f"“{value}”" if value else "nothing"
