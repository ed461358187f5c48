"""The numbered layout: `  1. ` restarting in each section; nested `      1. ` or `    • `; blank lines between.

A nested number is shown as a letter, as on the official pages. A bullet at paragraph level (`  • `)
belongs to the paragraph before it. The first number below an unmarked line sets the margin: deeper ones are nested.
"""

import re
from itertools import takewhile

from decisions.parsing.blocks import Block, BlockKind, join_broken_lines
from decisions.parsing.document import BULLET, Doubt
from decisions.parsing.headings import usual_level
from decisions.parsing.layouts import EXAMPLE_HEAD, Layout
from decisions.parsing.lines import Line

_MARKED = re.compile(r"(?:(?P<number>\d{1,3})[.)]|\(?(?P<letter>[a-z])\)|[•▪◦·*–-]) (?P<text>.+)")
_LONGEST_LIST = 30  # items searched for the end of a list without indentation
_DEEPEST = 6  # no decision nests deeper than two; a hostile text must not nest without end


class NumberedLayout(Layout):
    """Numbers before paragraphs; numbers, letters or bullets before items."""

    MARKED = _MARKED
    EXAMPLE = f"""\
{EXAMPLE_HEAD}
The complaint

  1. Mr X complains about a drain.

  2. He wants it mended.

Final decision

  1. We will not investigate this complaint.

Investigator's decision on behalf of the Ombudsman
"""

    def evidence(self, lines: list[Line]) -> float:
        """Return how many lines have a number; more than any other layout can if a 1 is right below a usual heading.

        If as many have a dash, the numbers win: a numbered text can have dashes as bullets.
        """
        printed = [_number(line) for line in lines]
        numbers = sum(1 for number in printed if number is not None)
        below = zip(lines, printed[1:], strict=False)
        is_sure = any(number == 1 and usual_level(above.text) is not None for above, number in below)
        return numbers and numbers + 0.5 + (len(lines) if is_sure else 0)

    def blocks(self, lines: list[Line]) -> tuple[list[Block], list[Doubt]]:
        """Return a block for each line, and the doubts about them."""
        reader = _Reader(lines)
        reader.read()
        return join_broken_lines(reader.blocks), reader.doubts


class _Reader:
    """Reads line by line, and remembers the margin, the last printed number and the open lists."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self.blocks: list[Block] = []
        self.doubts: list[Doubt] = []
        self._margin = 0
        self._last = 0  # the last printed number of a paragraph
        self._lists: list[tuple[int, int]] = []  # (indentation, items so far) of each list still open
        self._lost_list = False  # whether a colon is followed by numbers that restart without being deeper

    def read(self) -> None:
        """Read all lines."""
        for line in self._lines:
            mark = _MARKED.fullmatch(line.text)
            if mark and mark["number"]:
                self.blocks.append(self._numbered(line, int(mark["number"]), mark["text"]))
                continue
            self._lost_list = False
            if mark:
                depth, _ = self._place(line.indent)
                self.blocks.append(Block(line.number, BlockKind.ITEM, mark["text"], depth, mark["letter"] or BULLET))
            else:
                self.blocks.append(Block(line.number, BlockKind.UNMARKED, line.text))

    @property
    def _is_below_text(self) -> bool:
        """Whether the line before has no mark."""
        return not self.blocks or self.blocks[-1].kind is BlockKind.UNMARKED

    def _numbered(self, line: Line, printed: int, text: str) -> Block:
        if self._is_below_text and printed == 1:
            self._margin = line.indent
        if line.indent > self._margin:
            depth, position = self._place(line.indent)
            return Block(line.number, BlockKind.ITEM, text, depth, letter(position))
        if self._belongs_to_a_lost_list(line, printed):
            return Block(line.number, BlockKind.ITEM, text, 1, letter(printed))
        expected = printed in (1, self._last + 1)
        if not expected and line.indent < self._margin:
            self.doubts.append(Doubt(line.number, f"the number {printed} out of turn is part of the text"))
            return Block(line.number, BlockKind.UNMARKED, line.text)
        if not expected:
            self.doubts.append(
                Doubt(line.number, f"a paragraph printed as {printed} follows one printed as {self._last}")
            )
        self._last, self._lists = printed, []
        self._lost_list = text.endswith(":")
        return Block(line.number, BlockKind.PARAGRAPH, text, restarts=printed == 1)

    def _belongs_to_a_lost_list(self, line: Line, printed: int) -> bool:
        """Whether the number belongs to a list whose indentation was lost: 1, 2 … right after a colon."""
        position = self._lists[-1][1] + 1 if self._lists else 1
        self._lost_list = (
            self._lost_list
            and not self._is_below_text
            and printed == position
            and (printed != self._last + 1 or self._comes_again(printed))
        )
        if not self._lost_list:
            return False
        if position == 1:
            self.doubts.append(
                Doubt(line.number, "the numbers after the colon are a list, though they stand no deeper")
            )
        self._lists = [(line.indent, position)]
        return True

    def _comes_again(self, printed: int) -> bool:
        """Whether the numbered lines that follow have the number a second time."""
        start = len(self.blocks) + 1
        following = map(_number, self._lines[start : start + _LONGEST_LIST])
        return printed in takewhile(lambda number: number is not None, following)

    def _place(self, indent: int) -> tuple[int, int]:
        """Return the depth (from 1) of an item with this indentation, and its position (from 1) in its list."""
        position = 1
        while self._lists and self._lists[-1][0] >= indent:
            column, items = self._lists.pop()
            position = items + 1 if column == indent else 1
        if len(self._lists) == _DEEPEST:
            self._lists.pop()
        self._lists.append((indent, position))
        return len(self._lists), position


def _number(line: Line) -> int | None:
    mark = _MARKED.fullmatch(line.text)
    return int(mark["number"]) if mark and mark["number"] else None


def letter(position: int) -> str:
    """Return the label of the nth lettered item: 1 → a, 26 → z, 27 → aa."""
    label = ""
    while position:
        position, rest = divmod(position - 1, 26)
        label = chr(ord("a") + rest) + label
    return label
