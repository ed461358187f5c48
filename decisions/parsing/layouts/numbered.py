"""The numbered layout: `  1. ` restarting in each section; nested `      1. ` or `    • `; blank lines between.

A nested number is shown as a letter, as on the official pages. A bullet at paragraph level (`  • `)
belongs to the paragraph before it. The first number below an unmarked line sets the margin: deeper ones are nested.
"""

import re
from itertools import pairwise

from decisions.parsing.broken_lines import join
from decisions.parsing.document import BULLET, PRINTED, STATEMENT, Doubt
from decisions.parsing.headings import usual_level
from decisions.parsing.layouts import Block, BlockKind
from decisions.parsing.lines import Line

_NUMBER = re.compile(r"(\d{1,3})[.)] (.+)")
_BULLET = re.compile(r"[•▪◦·*–-] (.+)")
_LETTER = re.compile(r"\(?([a-z])\) (.+)")
_LONGEST_LIST = 30  # items searched for the end of a list without indentation
_DEEPEST = 6  # no decision nests deeper than two; a hostile text must not nest without end

DOCUMENT_TYPE, NUMBERING = STATEMENT, PRINTED
BODY = "paragraphs marked “1. ” or “- ”"
EXAMPLE = """\
Ashby Council (22 015 753)
Category : Housing > Other
Decision : Closed after initial enquiries
Decision date : 09 Mar 2023
The Ombudsman's final decision:
Summary: We will not investigate this complaint about a drain.

The complaint

  1. Mr X complains about a drain.

  2. He wants it mended.

Final decision

  1. We will not investigate this complaint.

Investigator's decision on behalf of the Ombudsman
"""


def evidence(lines: list[Line]) -> float:
    """Return how many lines have a number; more than any other layout can if a 1 is right below a usual heading.

    If as many have a dash, the numbers win: a numbered text can have dashes as bullets.
    """
    numbers = sum(1 for line in lines if _number(line) is not None)
    is_sure = any(_number(line) == 1 and usual_level(above.text) is not None for above, line in pairwise(lines))
    return numbers and numbers + 0.5 + (len(lines) if is_sure else 0)


def split(lines: list[Line]) -> list[Line]:
    """Return the lines as they are."""
    return lines


def is_marked(line: Line) -> bool:
    """Whether the line begins with a number, a letter or a bullet."""
    return bool(_NUMBER.fullmatch(line.text) or _BULLET.fullmatch(line.text) or _LETTER.fullmatch(line.text))


def without_mark(line: Line) -> str:
    """Return the text of the line without its mark."""
    match = _NUMBER.fullmatch(line.text) or _BULLET.fullmatch(line.text) or _LETTER.fullmatch(line.text)
    return match[match.re.groups] if match else line.text


def has_body(lines: list[Line]) -> bool:
    """Whether any line begins with a number."""
    return any(_number(line) is not None for line in lines)


def blocks(lines: list[Line]) -> tuple[list[Block], list[Doubt]]:
    """Return a block for each line, and the doubts about them."""
    reader = _Reader(lines)
    read = [reader.block(index) for index in range(len(lines))]
    return join(read), reader.doubts


class _Reader:
    """Reads line by line, and remembers the margin, the last printed number and the open lists."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self.doubts: list[Doubt] = []
        self._margin = 0
        self._last = 0  # the last printed number of a paragraph
        self._below_text = True  # whether the line before has no mark
        self._lists: list[tuple[int, int]] = []  # (indentation, items so far) of each list still open
        self._lost_list = False  # whether a colon is followed by numbers that restart without being deeper

    def block(self, index: int) -> Block:
        """Return the line at `index` as a block; call it for each line in order."""
        self._index = index
        block = self._block(self._lines[index])
        self._below_text = block.kind is BlockKind.UNMARKED
        return block

    def _block(self, line: Line) -> Block:
        if number := _NUMBER.fullmatch(line.text):
            return self._numbered(line, int(number[1]), number[2])
        self._lost_list = False
        if letter := _LETTER.fullmatch(line.text):
            return Block(line.number, BlockKind.ITEM, letter[2], self._place(line.indent)[0], letter[1])
        if bullet := _BULLET.fullmatch(line.text):
            return Block(line.number, BlockKind.ITEM, bullet[1], self._place(line.indent)[0], BULLET)
        return Block(line.number, BlockKind.UNMARKED, line.text)

    def _numbered(self, line: Line, printed: int, text: str) -> Block:
        if self._below_text and printed == 1:
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
        if not self._lost_list or self._below_text:
            return False
        position = self._lists[-1][1] + 1 if self._lists else 1
        if printed != position or (printed == self._last + 1 and not self._comes_again(printed)):
            self._lost_list = False
            return False
        if position == 1:
            self.doubts.append(
                Doubt(line.number, "the numbers after the colon are a list, though they stand no deeper")
            )
        self._lists = [(line.indent, position)]
        return True

    def _comes_again(self, printed: int) -> bool:
        """Whether the numbered lines that follow have the number a second time."""
        for line in self._lines[self._index + 1 : self._index + 1 + _LONGEST_LIST]:
            number = _number(line)
            if number == printed:
                return True
            if number is None:
                return False
        return False

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
    match = _NUMBER.fullmatch(line.text)
    return int(match[1]) if match else None


def letter(position: int) -> str:
    """Return the label of the nth lettered item: 1 → a, 26 → z, 27 → aa."""
    label = ""
    while position:
        position, rest = divmod(position - 1, 26)
        label = chr(ord("a") + rest) + label
    return label
