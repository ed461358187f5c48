"""The layouts of source texts. Each is a module that fits `Layout`, and turns lines into blocks of the same kinds.

`decisions/parsing/__init__.py` lists the layouts in `LAYOUTS`.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from decisions.parsing.document import Doubt
from decisions.parsing.lines import Line


class BlockKind(Enum):
    """What the marks of a layout say that a line is."""

    UNMARKED = "unmarked"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the body without its mark.

    line: the number of the line in the source.  depth: of an item, from 1; of a heading its level, 0 if unknown.
    label: of an item.  restarts: of a paragraph, whether its printed number can be the first under a heading (always
    True where a layout prints no numbers).
    """

    line: int
    kind: BlockKind
    text: str
    depth: int = 0
    label: str = ""
    restarts: bool = True


class Layout(Protocol):
    """What a layout module must have. `tests/parsing/test_every_layout.py` tests each with its own `EXAMPLE`.

    EXAMPLE: the decision that all layouts show, as a text in this layout.
    DOCUMENT_TYPE: `STATEMENT` or `REPORT`.  NUMBERING: `PRINTED` where the text numbers or marks its paragraphs itself,
    `ADDED` where the archive numbers them.  BODY: what a text must have to be read, in words for an error.
    """

    EXAMPLE: str
    DOCUMENT_TYPE: str
    NUMBERING: str
    BODY: str

    def evidence(self, lines: list[Line], /) -> float:
        """Return a score; the layout with the highest one reads the text. It is below 1 if no line has a mark."""

    def split(self, lines: list[Line], /) -> list[Line]:
        """Return the lines, split where this layout runs several into one."""

    def is_marked(self, line: Line, /) -> bool:
        """Whether the line has a mark of this layout."""

    def without_mark(self, line: Line, /) -> str:
        """Return the text of the line without its mark."""

    def has_body(self, lines: list[Line], /) -> bool:
        """Whether the lines after the header have paragraphs in this layout."""

    def blocks(self, lines: list[Line], /) -> tuple[list[Block], list[Doubt]]:
        """Return a block for each line, and the doubts about them."""
