"""The run-on layout of other people's copies: no marks, and headings may run into the text.

Lines are split where a label or a usual heading is inside one; then every line is a paragraph, as in a report. All of
it is a doubt.
"""

import re

from decisions.parsing.blocks import Block
from decisions.parsing.document import STATEMENT, Doubt
from decisions.parsing.headings import USUAL_HEADINGS, usual_level
from decisions.parsing.layouts import EXAMPLE_HEAD
from decisions.parsing.layouts.report import ReportLayout
from decisions.parsing.lines import Line

_LABELS = r"Category ?:|Decision date ?:|Decision ?:|The Ombudsm[ae]n['’]?s final decision ?:|Summary ?:"
_HEADINGS = "|".join(
    f"{heading[0].upper()}{heading[1:]}".replace("'", "['’]?").replace("ombudsm", "Ombudsm")
    for heading in USUAL_HEADINGS
)
_CLOSING = r"[A-Z][\w'’]{0,20} (?:\w{1,20} )?decision on behalf of the Ombudsm"
# A label splits a line anywhere; a heading only between the end of one sentence and the beginning of another.
_CUT = re.compile(rf" (?=(?:{_LABELS}))|(?<=[.!?)’”\"]) (?=(?:{_HEADINGS}) [A-Z(]|{_CLOSING})")
_LEADING_HEADING = re.compile(rf"({_HEADINGS}) (?=[A-Z(])")


class RunOnLayout(ReportLayout):
    """No marks, and headings inside lines."""

    DOCUMENT_TYPE = STATEMENT
    EXAMPLE = EXAMPLE_HEAD.replace("\n", " ") + (
        "The complaint Mr X complains about a drain.\nHe wants it mended. Final decision We will not "
        "investigate this complaint. Investigator's decision on behalf of the Ombudsman"
    )

    def evidence(self, lines: list[Line]) -> float:
        """Return 0.25, whatever the lines are: this layout reads what no other does."""
        return 0.25

    def split(self, lines: list[Line]) -> list[Line]:
        """Return the lines, split where labels and usual headings run into the text, if no line is a heading."""
        if any(usual_level(line.text) is not None for line in lines):
            return lines
        return [Line(line.number, line.indent, piece) for line in lines for piece in _pieces(line.text)]

    def blocks(self, lines: list[Line]) -> tuple[list[Block], list[Doubt]]:
        """Return a paragraph for each line under a heading, and one doubt about them all."""
        read, _ = super().blocks(lines)
        return read, [Doubt(lines[0].number, "the text has no marks, so each line is taken for a paragraph")]


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for piece in filter(None, (cut.strip() for cut in _CUT.split(text))):
        heading = _LEADING_HEADING.match(piece)
        pieces += [heading[1], piece[heading.end() :]] if heading else [piece]
    return pieces
