"""The run-on layout of other people's copies: no marks, and headings may run into the text.

Lines are split where a label or a usual heading is inside one; then every line is a paragraph, as in a report. All of
it is a doubt.
"""

import re

from decisions.parsing.document import STATEMENT, Doubt
from decisions.parsing.headings import USUAL_HEADINGS, usual_level
from decisions.parsing.layouts import Block, report
from decisions.parsing.lines import Line

_LABELS = r"Category ?:|Decision date ?:|Decision ?:|The Ombudsm[ae]n['’]?s final decision ?:|Summary ?:"
_APOSTROPHE = re.compile("'")
_HEADINGS = "|".join(
    _APOSTROPHE.sub("['’]?", heading[0].upper() + heading[1:]).replace("ombudsm", "Ombudsm")
    for heading in USUAL_HEADINGS
)
_CLOSING = r"[A-Z][\w'’]{0,20} (?:\w{1,20} )?decision on behalf of the Ombudsm"
# A label splits a line anywhere; a heading only between the end of one sentence and the beginning of another.
_CUT = re.compile(rf" (?=(?:{_LABELS}))|(?<=[.!?)’”\"]) (?=(?:{_HEADINGS}) [A-Z(]|{_CLOSING})")
_LEADING_HEADING = re.compile(rf"({_HEADINGS}) (?=[A-Z(])")

DOCUMENT_TYPE, NUMBERING, BODY = STATEMENT, report.NUMBERING, report.BODY
EXAMPLE = (
    "Ashby Council (22 015 753) Category : Housing > Other Decision : Closed after initial enquiries "
    "Decision date : 09 Mar 2023 The Ombudsman's final decision: Summary: We will not investigate this complaint "
    "about a drain. The complaint Mr X complains about a drain.\nHe wants it mended. Final decision We will not "
    "investigate this complaint. Investigator's decision on behalf of the Ombudsman"
)


def evidence(lines: list[Line]) -> float:
    """Return 0.25, whatever the lines are: this layout reads what no other does."""
    return 0.25


def split(lines: list[Line]) -> list[Line]:
    """Return the lines, split where labels and usual headings run into the text."""
    headed = any(usual_level(line.text) is not None for line in lines)
    result: list[Line] = []
    for line in lines:
        pieces = [line.text] if headed else _pieces(line.text)
        result += [Line(line.number, line.indent, piece) for piece in pieces]
    return result


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for piece in filter(None, (cut.strip() for cut in _CUT.split(text))):
        heading = _LEADING_HEADING.match(piece)
        pieces += [heading[1], piece[heading.end() :]] if heading else [piece]
    return pieces


is_marked = report.is_marked
without_mark = report.without_mark
has_body = report.has_body


def blocks(lines: list[Line]) -> tuple[list[Block], list[Doubt]]:
    """Return a paragraph for each line under a heading, and one doubt about them all."""
    read, _ = report.blocks(lines)
    return read, [Doubt(lines[0].number, "the text has no marks, so each line is taken for a paragraph")]
