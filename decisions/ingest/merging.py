"""Three-way merge of a decision that staff corrected with a new text of it.

`ours` is the stored document with staff corrections, `theirs` the new source as parsed. What was there before the
corrections follows from their record. The merged document has the structure of `theirs`. It keeps what staff wrote
wherever that place still exists; where the new text says something else there, it gets a doubt.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from decisions.ingest.alignment import Pairing
from decisions.ingest.document_rows import FIELDS, DocumentRows, as_text, document_of, field_in_words, rows_of, undo
from decisions.models import Correction
from decisions.parsing.document import Document


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged document, its doubts, and the new numbers of old paragraphs."""

    document: Document
    doubts: tuple[str, ...]
    numbers: dict[int, int]
    """New paragraph numbers by old ones, for the numbers asked for; a paragraph that is gone is missing."""


def merge(ours: Document, theirs: Document, changes: Sequence[Correction], wanted: Iterable[int] = ()) -> Merged:
    """Merge staff corrections (`changes`, oldest first) into a new reading of the decision.

    `wanted` are the old numbers of paragraphs whose new numbers the caller needs.
    """
    mine, new = rows_of(ours), rows_of(theirs)
    base = DocumentRows(*map(list, mine))
    undo(base, changes)
    merging, pairings = _Merge(changes), []
    for names, *sides in zip(FIELDS.values(), base, mine, new, strict=True):
        pairings.append(Pairing(*([_known_by(row) for row in side] for side in sides)))
        merging.put(names, *sides, pairings[-1])
    wanted = set(wanted)
    numbers = {0: 0} | {
        row.number: new.paragraphs[place].number
        for at, row in enumerate(base.paragraphs)
        if row.depth == 0 and row.number in wanted and (place := pairings[-1].place(at)) is not None
    }
    document = replace(
        document_of(theirs.reference, theirs.numbering, new), doubts=theirs.doubts, dropped=theirs.dropped
    )
    return Merged(document, tuple(dict.fromkeys(merging.doubts)), numbers)


class _Merge:
    """What staff wrote and replaced, by kind of field, and the doubts so far."""

    def __init__(self, changes: Sequence[Correction]) -> None:
        self._corrected = {change.field for change in changes}
        self._written = {(_kind(change.field), change.new) for change in changes}
        self._replaced = {(_kind(change.field), change.old) for change in changes}
        self.doubts: list[str] = []

    def put(self, names: Iterable[str], base: list, ours: list, theirs: list, pairing: Pairing) -> None:
        """Put staff corrections of these fields into the rows of the new text."""
        for at, row in enumerate(ours):
            for name in names:
                value, field, old = getattr(row, name), field_in_words(row, name), getattr(base[at], name)
                if not self._is_corrected(field, as_text(old), as_text(value)):
                    continue
                place = pairing.place(at)
                if place is None or (name == "label" and theirs[place].depth == 0):
                    self.doubts.append(
                        f"{field}: staff wrote {_quoted(value)}; the new text has no such "
                        "place, or words it too differently, so the correction was dropped"
                    )
                    continue
                self._doubt_unseen(theirs[place], name, as_text(old), as_text(value))
                theirs[place] = theirs[place]._replace(**{name: value})

    def _is_corrected(self, field: str, base: str, ours: str) -> bool:
        """Return whether staff wrote the value of a field: something else was there before, or they put it back."""
        return ours != base or (field in self._corrected and (_kind(field), ours) in self._written)

    def _doubt_unseen(self, target: Any, name: str, base: str, ours: str) -> None:
        """Add a doubt where the new text says something that staff have not seen."""
        field, new = field_in_words(target, name), as_text(getattr(target, name))
        if new not in (base, ours) and (_kind(field), new) not in self._replaced:
            self.doubts.append(
                f"{field}: staff wrote {_quoted(ours)}, and the new text says {_quoted(new)}; staff’s words are kept"
            )


def _known_by(row: Any) -> str:
    """Return the text that a row of a new document is recognised by. The facts have one row in each."""
    return row.heading if hasattr(row, "heading") else getattr(row, "text", "")


def _kind(field: str) -> str:
    """Return the kind of field that a correction changed: “section, heading”, “paragraph”, “outcome”."""
    place, comma, name = field.partition(", ")
    return f"{place.partition(' ')[0]}{comma}{name}"


def _quoted(value: Any) -> str:
    return f"“{text}”" if (text := as_text(value)) else "nothing"
