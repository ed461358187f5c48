"""A parsed decision: frozen data classes.

Paragraphs are numbered 1…N through the whole decision. An offset into a paragraph counts Unicode characters of its
*whole text*: its own text, then that of each item, depth first, joined by line ends.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

STATEMENT = "statement"
REPORT = "report"

PRINTED = "printed"
ADDED = "added"
"""Where the paragraph numbers are from: printed on the official pages, or added here where a text has none."""

KNOWABLE = ("council", "category", "subcategory", "outcome", "decision_date")
"""The facts that a record may state beside the text, in `Known`."""
IN_HEADER = (*KNOWABLE, "summary")
"""The facts that a text states before its first heading."""
FACTS = ("council", "document_type", *(name for name in IN_HEADER if name != "council"), "closing")
"""All facts of a decision and its closing line: the fields of `Document` and `Decision` that staff may correct."""

BULLET = "•"
"""The label of a bulleted item. That of a lettered one is its letter, that of a continuation line is empty."""


class ParseError(ValueError):
    """A text that cannot be read as a decision.

    `line` counts from 1; `expected` and `found` are short phrases for a person.
    """

    def __init__(self, line: int, expected: str, found: str) -> None:
        super().__init__(f"line {line}: expected {expected}, found {found}")
        self.line, self.expected, self.found = line, expected, found


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that the parser had to assume: the source line (from 1) and the assumption, in words."""

    line: int
    assumed: str


@dataclass(frozen=True, slots=True)
class Known:
    """Facts of a decision that are known from elsewhere. They fill only what the text does not state.

    `decision_date` is as written (`2016-12-20` or `20 Dec 2016`), the rest as printed, the reference in any spelling.
    """

    reference: str | None = None
    council: str | None = None
    category: str | None = None
    subcategory: str | None = None
    outcome: str | None = None
    decision_date: str | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line of the source that is not part of the decision, and why."""

    line: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Item:
    """A lettered or bulleted item, or a continuation line (label ""), inside a paragraph."""

    label: str
    text: str
    items: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph with the items that belong to it."""

    number: int
    text: str
    items: tuple[Item, ...] = ()

    @property
    def whole(self) -> str:
        """The text of the paragraph and of all its items, depth first, joined by line ends."""
        if not self.items:
            return self.text
        return "\n".join([self.text, *(item.text for item, _ in walk(self.items))])


@dataclass(frozen=True, slots=True)
class Section:
    """The text under one heading. `lead` is the unnumbered text before its first paragraph."""

    heading: str | None
    level: int
    lead: tuple[str, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A decision as read from its source text. A field the text does not state is None."""

    reference: str
    council: str | None
    document_type: str = STATEMENT
    category: str | None = None
    subcategory: str | None = None
    outcome: str | None = None
    decision_date: date | None = None
    summary: str | None = None
    sections: tuple[Section, ...] = ()
    closing: tuple[str, ...] = ()
    numbering: str = PRINTED
    doubts: tuple[Doubt, ...] = field(default=(), compare=False)
    dropped: tuple[Dropped, ...] = field(default=(), compare=False)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every numbered paragraph, in order."""
        return tuple(paragraph for section in self.sections for paragraph in section.paragraphs)

    @property
    def wholes(self) -> list[str]:
        """The whole text of every paragraph, at the index of its number; at 0 the summary ("" if there is none)."""
        return [self.summary or "", *(paragraph.whole for paragraph in self.paragraphs)]

    def whole(self, number: int) -> str:
        """Return the whole text of paragraph `number`; 0 is the summary ("" if there is none).

        Raises IndexError for a number the document does not have.
        """
        if number < 0:
            raise IndexError(number)
        return self.wholes[number]


def wholes(summary: str, texts: Iterable[tuple[int, str]]) -> dict[int, str]:
    """Return the whole text of each paragraph by number, 0 being the summary. Offsets of findings refer to these.

    `texts` are the paragraphs and items of a decision, in order, each with its number and its own text.
    """
    parts: dict[int, list[str]] = {0: [summary]}
    for number, text in texts:
        parts.setdefault(number, []).append(text)
    return {number: "\n".join(several) for number, several in parts.items()}


def walk(items: tuple[Item, ...], depth: int = 1) -> Iterator[tuple[Item, int]]:
    """Yield every item with its depth (1 = directly under the paragraph), depth first."""
    for item in items:
        yield item, depth
        yield from walk(item.items, depth + 1)
