"""The versions of a decision: each source text it was parsed from, and the changes between them."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from decisions.highlighting import differences
from decisions.ingest import Pairing, read_again
from decisions.models import Decision, EarlierSource
from decisions.parsing import Known
from decisions.parsing.document import FACTS, Document, Item, walk

_MOST_COMPARED = 10  # changes between versions shown on one page: each version has to be parsed for them


@dataclass(frozen=True, slots=True)
class TextChange:
    """A change in one place of the text; `old` is empty for what is new, `new` for what is gone.

    `number` is that of the paragraph where it is now, 0 where there is none to link to; `before` is its old place, if
    that was another.
    """

    place: str
    old: str
    new: str
    number: int = 0
    before: str = ""

    @property
    def kind(self) -> str:
        """The kind of change: "new", "gone", "moved" (unchanged) or "changed"."""
        if self.old == self.new:
            return "moved"
        return "changed" if self.old and self.new else "gone" if self.old else "new"


@dataclass(frozen=True, slots=True)
class Version:
    """A source text of the decision, present or earlier, and its changes to the one before it.

    `changes` is None where the two were not compared. `by_line`: they were compared by lines, because the present
    parser cannot read one of them.
    """

    number: int
    record: Decision | EarlierSource
    changes: list[TextChange] | None = None
    by_line: bool = False


class Versions:
    """The versions of a decision, newest first, in `all`. Two queries."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        earlier = list(decision.earlier_sources.defer("source").order_by("replaced_at", "pk"))
        _load_sources(earlier[-_MOST_COMPARED:])
        records = [*earlier, decision]
        first = max(0, len(earlier) - _MOST_COMPARED)
        read = [(each, _document(each, decision.reference)) for each in records[first:]]
        compared = [(None, False)] * (first + 1) + [_changes(*old, *new) for old, new in pairwise(read)]
        numbered = enumerate(zip(records, compared, strict=True), start=1)
        self.all = [Version(number, each, *changes) for number, (each, changes) in numbered][::-1]


def _load_sources(earlier: list[EarlierSource]) -> None:
    """Load the deferred bytes of the source texts, in one query."""
    data = dict(EarlierSource.objects.filter(pk__in=[each.pk for each in earlier]).values_list("pk", "source"))
    for each in earlier:
        each.source = data[each.pk]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a version, and its place in words; `number` is that of its paragraph, 0 outside paragraphs."""

    place: str
    text: str
    number: int = 0


def _document(record: Decision | EarlierSource, reference: str) -> Document | None:
    """Return a version as parsed; None where the present parser cannot read it."""
    try:
        return read_again(record, Known(reference=reference))
    except MemoryError:
        raise
    except Exception:  # whatever the parser stumbles over, the lines can still be compared
        logging.getLogger(__name__).warning("%s: a version of it can no longer be read", reference, exc_info=True)
        return None


def _text_lines(document: Document) -> list[_Line]:
    """Return everything below the facts, in order."""
    lines = []
    for section in document.sections:
        lines += [_Line("heading", section.heading)] if section.heading else []
        lines += [_Line("before the first paragraph", line) for line in section.lead]
        for paragraph in section.paragraphs:
            place, number = f"paragraph {paragraph.number}", paragraph.number
            lines.append(_Line(place, paragraph.text, number))
            lines += [_Line(place + _lettered(item), item.text, number) for item, _ in walk(paragraph.items)]
    return lines + [_Line("closing", line) for line in document.closing]


def _source_lines(record: Decision | EarlierSource) -> list[_Line]:
    """Return the lines of the source text that are not blank."""
    text = bytes(record.source).decode(record.source_encoding, "replace")
    lines = enumerate(text.splitlines(), start=1)
    return [_Line(f"line {number}", line.strip()) for number, line in lines if line.strip()]


def _lettered(item: Item) -> str:
    return f", item {item.label})" if item.label.isalnum() else ""


def _changes(
    old: Decision | EarlierSource, before: Document | None, new: Decision | EarlierSource, after: Document | None
) -> tuple[list[TextChange], bool]:
    """Return the changes from one version to the next, and whether only lines could be compared."""
    if before is None or after is None:
        return list(_compared(_source_lines(old), _source_lines(new))), True
    facts = [
        TextChange(name.replace("_", " "), was, now)
        for name in FACTS
        if name != "closing" and (was := str(getattr(before, name) or "")) != (now := str(getattr(after, name) or ""))
    ]
    return facts + list(_compared(_text_lines(before), _text_lines(after))), False


def _compared(old: list[_Line], new: list[_Line]) -> Iterator[TextChange]:
    """Yield the differences in the order of the new text; what is gone comes where it was."""
    texts = [line.text for line in old], [line.text for line in new]
    blocks = differences(*texts)
    pairing = Pairing(texts[0], texts[0], texts[1])
    places = {at: pairing.place(at) for (first, last), _ in blocks for at in range(first, last)}
    came_from = {place: at for at, place in places.items() if place is not None}
    for was, now in blocks:
        yield from (TextChange(old[at].place, old[at].text, "") for at in range(*was) if places[at] is None)
        for line, at in ((new[place], came_from.get(place)) for place in range(*now)):
            was_there = old[at] if at is not None else _Line(line.place, "")
            before = "" if was_there.place == line.place else was_there.place
            yield TextChange(line.place, was_there.text, line.text, line.number, before)
