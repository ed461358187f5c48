"""The report layout: no marks at all. Every line under a heading is a paragraph; the numbers are ours.

Headings are the usual ones and those of a report's own page.
"""

from decisions.parsing.document import ADDED, REPORT, Doubt
from decisions.parsing.headings import usual_level
from decisions.parsing.layouts import Block, Kind
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
    """A half where a heading that only reports have speaks for it: less than one mark does."""
    return 0.5 if any(is_report_heading(line) for line in lines) else 0


def part(lines: list[Line]) -> list[Line]:
    """The lines as they are."""
    return lines


def is_heading(line: Line) -> bool:
    """Whether the line is a usual heading, or one of a report's."""
    return is_report_heading(line) or usual_level(line.text) is not None


def is_report_heading(line: Line) -> bool:
    """Whether the line is a heading that only reports have."""
    return fold(line.text).rstrip(" :.") in _HEADINGS


def marks(line: Line) -> bool:
    """No line bears a mark."""
    return False


def unmarked(line: Line) -> str:
    """The text of the line."""
    return line.text


def has_body(lines: list[Line]) -> bool:
    """Whether a line is a heading."""
    return any(is_heading(line) for line in lines)


def blocks(lines: list[Line]) -> tuple[list[Block], list[Doubt]]:
    """Headings, closing lines, and every other line a paragraph."""
    return [_block(line) for line in lines], []


def _block(line: Line) -> Block:
    if is_closing(line.text):
        return Block(line.number, Kind.UNMARKED, line.text)
    if is_heading(line):
        return Block(line.number, Kind.HEADING, line.text, depth=usual_level(line.text) or 1)
    return Block(line.number, Kind.PARAGRAPH, line.text)
