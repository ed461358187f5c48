"""How source texts are laid out. One layout is one module that fits `Layout`; each turns lines into the same blocks.

`decisions/parsing/__init__.py` lists the layouts in `LAYOUTS`.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from decisions.parsing.document import Doubt
from decisions.parsing.lines import Line


class Kind(Enum):
    """What a layout's marks say about a line."""

    UNMARKED = "unmarked"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the body without its mark.

    `depth` and `label` are an item's (a heading's `depth` is its level, where the layout knows it);
    `restarts` is a paragraph's: whether its printed number could
    be the first under a heading (always so where a layout prints no numbers).
    """

    line: int
    kind: Kind
    text: str
    depth: int = 0
    label: str = ""
    restarts: bool = True


class Layout(Protocol):
    """What a layout module has. Every one is tested with its own `EXAMPLE`, in `tests/parsing/test_every_layout.py`.

    EXAMPLE: the decision that all layouts show, as a text in this layout.
    DOCUMENT_TYPE: `STATEMENT` or `REPORT`.  NUMBERING: `PRINTED` where the text numbers or marks its paragraphs itself,
    `ADDED` where the numbers are ours.  BODY: what a text must have to be read, in words for an error.
    """

    EXAMPLE: str
    DOCUMENT_TYPE: str
    NUMBERING: str
    BODY: str

    def evidence(self, lines: list[Line], /) -> float:
        """How much speaks for this layout; the one with most is taken. Under 1 unless marks on lines speak for it."""

    def part(self, lines: list[Line], /) -> list[Line]:
        """The lines, parted where this layout runs several into one."""

    def marks(self, line: Line, /) -> bool:
        """Whether the line bears a mark of this layout."""

    def unmarked(self, line: Line, /) -> str:
        """The text of the line without its mark."""

    def has_body(self, lines: list[Line], /) -> bool:
        """Whether the lines after the header have paragraphs in this layout."""

    def blocks(self, lines: list[Line], /) -> tuple[list[Block], list[Doubt]]:
        """The lines as blocks, one each, and what that assumed."""
