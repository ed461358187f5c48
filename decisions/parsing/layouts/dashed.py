"""The dashed layout: `- ` before every paragraph and item, no blank lines, no nesting."""

import re

from decisions.parsing.blocks import Block, BlockKind, join_broken_lines, restore_lists
from decisions.parsing.document import BULLET, Doubt
from decisions.parsing.layouts import EXAMPLE_HEAD, Layout
from decisions.parsing.lines import Line

_DASHES = ("- ", "– ")


class DashedLayout(Layout):
    """Dashes before paragraphs, and bullets before some items."""

    MARKED = re.compile(r"[-–•▪◦·*] (?P<text>.+)")
    EXAMPLE = f"""\
{EXAMPLE_HEAD}The complaint
- Mr X complains about a drain.
- He wants it mended.
Final decision
- We will not investigate this complaint.
Investigator's decision on behalf of the Ombudsman
"""

    def evidence(self, lines: list[Line]) -> float:
        """Return how many lines begin with a dash."""
        return sum(1 for line in lines if line.text.startswith(_DASHES))

    def blocks(self, lines: list[Line]) -> tuple[list[Block], list[Doubt]]:
        """Return a block for each line, with the lists that the dashes hide restored, and the doubts about them."""
        return restore_lists(join_broken_lines([self._block(line) for line in lines]))

    def _block(self, line: Line) -> Block:
        text = self.without_mark(line)
        if line.text.startswith(_DASHES):
            return Block(line.number, BlockKind.PARAGRAPH, text)
        if self.is_marked(line):
            return Block(line.number, BlockKind.ITEM, text, depth=1, label=BULLET)
        return Block(line.number, BlockKind.UNMARKED, text)
