"""The report layout: no marks. Every line under a heading is a paragraph, and the archive numbers them.

Headings are the usual ones and those that only reports have.
"""

from decisions.parsing.document import ADDED, REPORT, Doubt
from decisions.parsing.headings import usual_level
from decisions.parsing.layouts import Block, BlockKind
from decisions.parsing.lines import Line, fold, is_closing

_HEADINGS = {
    "finding",
    "findings",
    "recommendation",
    "recommendations",
    "further report",
    "conclusion",
    "conclusions",
}

DOCUMENT_TYPE, NUMBERING = REPORT, ADDED
BODY = "paragraphs marked “1. ” or “- ”, or usual headings such as “The complaint”"
EXAMPLE = """\
Ashby Council (22 015 753)
Category : Housing > Other
Decision : Closed after initial enquiries
Decision date : 09 Mar 2023
Summary: We will not investigate this complaint about a drain.
The complaint
Mr X complains about a drain.
He wants it mended.
Recommendations
We will not investigate this complaint.
Investigator's decision on behalf of the Ombudsman
"""


def evidence(lines: list[Line]) -> float:
    """Return 0.5 if there is a heading that only reports have, which is less than one mark counts; else 0."""
    return 0.5 if any(is_report_heading(line) for line in lines) else 0


def split(lines: list[Line]) -> list[Line]:
    """Return the lines as they are."""
    return lines


def is_heading(line: Line) -> bool:
    """Whether the line is a usual heading, or one that only reports have."""
    return is_report_heading(line) or usual_level(line.text) is not None


def is_report_heading(line: Line) -> bool:
    """Whether the line is a heading that only reports have."""
    return fold(line.text).rstrip(" :.") in _HEADINGS


def is_marked(line: Line) -> bool:
    """Return False: this layout has no marks."""
    return False


def without_mark(line: Line) -> str:
    """Return the text of the line."""
    return line.text


def has_body(lines: list[Line]) -> bool:
    """Whether any line is a heading."""
    return any(is_heading(line) for line in lines)


def blocks(lines: list[Line]) -> tuple[list[Block], list[Doubt]]:
    """Return a block for each line: a heading, a closing line, or else a paragraph."""
    return [_block(line) for line in lines], []


def _block(line: Line) -> Block:
    if is_closing(line.text):
        return Block(line.number, BlockKind.UNMARKED, line.text)
    if is_heading(line):
        return Block(line.number, BlockKind.HEADING, line.text, depth=usual_level(line.text) or 1)
    return Block(line.number, BlockKind.PARAGRAPH, line.text)
