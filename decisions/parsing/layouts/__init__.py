"""The layouts of source texts. Each module has one: a `Layout`, which turns lines into blocks of the same kinds.

`decisions/parsing/__init__.py` lists the layouts in `LAYOUTS`.
"""

import re
from abc import ABC, abstractmethod

from decisions.parsing.blocks import Block
from decisions.parsing.document import PRINTED, STATEMENT, Doubt
from decisions.parsing.lines import Line

EXAMPLE_HEAD = """\
Ashby Council (22 015 753)
Category : Housing > Other
Decision : Closed after initial enquiries
Decision date : 09 Mar 2023
The Ombudsman's final decision:
Summary: We will not investigate this complaint about a drain.
"""
"""The header of the decision that every `EXAMPLE` shows."""


class Layout(ABC):
    """A way in which source texts mark their paragraphs. `tests/parsing/test_every_layout.py` tests each.

    EXAMPLE: the decision that all layouts show, as a text in this layout.
    MARKED: a line with a mark of this layout, and after it the group `text`.
    DOCUMENT_TYPE: `STATEMENT` or `REPORT`.  NUMBERING: `PRINTED` where the text numbers or marks its paragraphs itself,
    `ADDED` where the archive numbers them.  BODY: what a text must have to be read, in words for an error.
    """

    EXAMPLE: str
    MARKED: re.Pattern[str]
    DOCUMENT_TYPE, NUMBERING = STATEMENT, PRINTED
    BODY = "paragraphs marked “1. ” or “- ”"

    @abstractmethod
    def evidence(self, lines: list[Line]) -> float:
        """Return a score; the layout with the highest one reads the text. It is below 1 if no line has a mark."""

    @abstractmethod
    def blocks(self, lines: list[Line]) -> tuple[list[Block], list[Doubt]]:
        """Return a block for each line, and the doubts about them."""

    def split(self, lines: list[Line]) -> list[Line]:
        """Return the lines, split where this layout runs several into one."""
        return lines

    def has_body(self, lines: list[Line]) -> bool:
        """Whether the lines after the header have paragraphs in this layout."""
        return self.evidence(lines) > 0

    def is_marked(self, line: Line) -> bool:
        """Whether the line has a mark of this layout."""
        return self.MARKED.fullmatch(line.text) is not None

    def without_mark(self, line: Line) -> str:
        """Return the text of the line without its mark."""
        match = self.MARKED.fullmatch(line.text)
        return match["text"] if match else line.text
