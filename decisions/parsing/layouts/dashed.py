"""The dashed layout: `- ` before every paragraph and item alike, no blank lines, nesting gone."""

import re

from decisions.parsing.broken import join
from decisions.parsing.document import Doubt
from decisions.parsing.layouts import Block, Kind
from decisions.parsing.lines import Line
from decisions.parsing.lists import fold_flat_lists

_DASH = re.compile(r"[-–] (.+)")


def marks(line: Line) -> bool:
    """Whether the line bears a dash."""
    return _DASH.fullmatch(line.text) is not None


def unmarked(line: Line) -> str:
    """The text of the line without its dash."""
    dash = _DASH.fullmatch(line.text)
    return dash[1] if dash else line.text


def count(lines: list[Line]) -> int:
    """How many lines bear a dash: how much speaks for this layout."""
    return sum(1 for line in lines if marks(line))


def blocks(lines: list[Line]) -> tuple[list[Block], list[Doubt]]:
    """The lines as blocks, with the lists that the dashes hide folded into items, and what that assumed."""
    return fold_flat_lists(join([_block(line) for line in lines]))


def _block(line: Line) -> Block:
    if dash := _DASH.fullmatch(line.text):
        return Block(line.number, Kind.PARAGRAPH, dash[1])
    return Block(line.number, Kind.UNMARKED, line.text)
