"""The numbered layout: `  1. ` restarting in each section; nested `      1. ` or `    • `; blank lines between.

A nested number is shown as a letter, as the official pages do. A bullet at paragraph level (`  • `)
belongs to the paragraph before it.
"""

import re

from decisions.parsing.broken import join
from decisions.parsing.document import BULLET, Doubt
from decisions.parsing.layouts import Block, Kind
from decisions.parsing.lines import Line

_NUMBER = re.compile(r"(\d{1,3})\. (.+)")
_BULLET = re.compile(r"[•▪◦·*–-] (.+)")
_DEEPEST = 6  # no decision nests deeper than two; a hostile text shall not nest without end


def marks(line: Line) -> bool:
    """Whether the line bears a number or a bullet."""
    return bool(_NUMBER.fullmatch(line.text) or _BULLET.fullmatch(line.text))


def unmarked(line: Line) -> str:
    """The text of the line without its number or bullet."""
    match = _NUMBER.fullmatch(line.text) or _BULLET.fullmatch(line.text)
    return match[match.re.groups] if match else line.text


def count(lines: list[Line]) -> int:
    """How many lines bear a number: how much speaks for this layout."""
    return sum(1 for line in lines if _NUMBER.fullmatch(line.text))


def blocks(lines: list[Line]) -> tuple[list[Block], list[Doubt]]:
    """The lines as blocks; the least indented numbers are the paragraphs."""
    margin = min((line.indent for line in lines if _NUMBER.fullmatch(line.text)), default=0)
    nesting = _Nesting(margin)
    return join([_block(line, nesting) for line in lines]), []


def _block(line: Line, nesting: "_Nesting") -> Block:
    if number := _NUMBER.fullmatch(line.text):
        printed, text = int(number[1]), number[2]
        if line.indent <= nesting.margin:
            nesting.restart()
            return Block(line.number, Kind.PARAGRAPH, text, restarts=printed == 1)
        depth, position = nesting.place(line.indent)
        return Block(line.number, Kind.ITEM, text, depth, letter(position))
    if bullet := _BULLET.fullmatch(line.text):
        depth, _ = nesting.place(line.indent)
        return Block(line.number, Kind.ITEM, bullet[1], depth, BULLET)
    return Block(line.number, Kind.UNMARKED, line.text)


class _Nesting:
    """Tells the depth of an item from its indentation, and its place among its sisters."""

    def __init__(self, margin: int) -> None:
        self.margin = margin
        self._open: list[tuple[int, int]] = []  # (indentation, items so far) of each list still open

    def restart(self) -> None:
        self._open.clear()

    def place(self, indent: int) -> tuple[int, int]:
        """The depth (from 1) of an item so indented, and its position (from 1) in its list."""
        position = 1
        while self._open and self._open[-1][0] >= indent:
            column, items = self._open.pop()
            position = items + 1 if column == indent else 1
        if len(self._open) == _DEEPEST:
            self._open.pop()
        self._open.append((indent, position))
        return len(self._open), position


def letter(position: int) -> str:
    """The label of the nth lettered item: 1 → a, 26 → z, 27 → aa."""
    label = ""
    while position:
        position, rest = divmod(position - 1, 26)
        label = chr(ord("a") + rest) + label
    return label
