"""The report layout: no marks. Every line under a heading is a paragraph, and the archive numbers them.

Headings are the usual ones and those that only reports have.
"""

import re

from decisions.parsing.blocks import Block, BlockKind
from decisions.parsing.document import ADDED, REPORT, Doubt
from decisions.parsing.headings import usual_level
from decisions.parsing.layouts import EXAMPLE_HEAD, Layout
from decisions.parsing.lines import Line, fold, is_closing

_HEADINGS = {"finding", "findings", "recommendation", "recommendations", "further report", "conclusion", "conclusions"}


class ReportLayout(Layout):
    """No marks, and headings that only reports have."""

    MARKED = re.compile("(?!)(?P<text>)")  # matches nothing
    DOCUMENT_TYPE, NUMBERING = REPORT, ADDED
    BODY = f"{Layout.BODY}, or usual headings such as “The complaint”"
    EXAMPLE = f"""\
{EXAMPLE_HEAD}The complaint
Mr X complains about a drain.
He wants it mended.
Recommendations
We will not investigate this complaint.
Investigator's decision on behalf of the Ombudsman
"""

    def evidence(self, lines: list[Line]) -> float:
        """Return 0.5 if there is a heading that only reports have, which is less than one mark counts; else 0."""
        return 0.5 if any(_is_report_heading(line) for line in lines) else 0

    def has_body(self, lines: list[Line]) -> bool:
        """Whether any line is a heading."""
        return any(_is_heading(line) for line in lines)

    def blocks(self, lines: list[Line]) -> tuple[list[Block], list[Doubt]]:
        """Return a block for each line: a heading, a closing line, or else a paragraph."""
        return [_block(line) for line in lines], []


def _block(line: Line) -> Block:
    if is_closing(line.text):
        return Block(line.number, BlockKind.UNMARKED, line.text)
    if _is_heading(line):
        return Block(line.number, BlockKind.HEADING, line.text, depth=usual_level(line.text) or 1)
    return Block(line.number, BlockKind.PARAGRAPH, line.text)


def _is_heading(line: Line) -> bool:
    return _is_report_heading(line) or usual_level(line.text) is not None


def _is_report_heading(line: Line) -> bool:
    return fold(line.text).rstrip(" :.") in _HEADINGS
