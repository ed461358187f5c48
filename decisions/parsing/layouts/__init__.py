"""How source texts are laid out. One layout is one module; each turns lines into the same blocks.

A layout module has `marks(line) -> bool` (is the line marked the way of this layout?), `unmarked(line) -> str`
(its text without the mark) and `blocks(lines) -> (blocks, doubts)`.
"""

from dataclasses import dataclass
from enum import Enum


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
