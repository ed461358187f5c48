"""The dashed layout: `- ` before every paragraph and item alike, no blank lines, nesting gone."""

import re

from decisions.parsing.broken_lines import join
from decisions.parsing.document import BULLET, PRINTED, STATEMENT, Doubt
from decisions.parsing.layouts import Block, Kind
from decisions.parsing.lines import Line
from decisions.parsing.lists import fold_flat_lists

_DASH = re.compile(r"[-–] (.+)")
_BULLET = re.compile(r"[•▪◦·*] (.+)")

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
- Mr X complains about a drain.
- He wants it mended.
Final decision
- We will not investigate this complaint.
Investigator's decision on behalf of the Ombudsman
"""


def evidence(lines: list[Line]) -> float:
    """How many lines bear a dash."""
    return sum(1 for line in lines if _DASH.fullmatch(line.text))


def part(lines: list[Line]) -> list[Line]:
    """The lines as they are."""
    return lines


def marks(line: Line) -> bool:
    """Whether the line bears a dash or a bullet."""
    return bool(_DASH.fullmatch(line.text) or _BULLET.fullmatch(line.text))


def unmarked(line: Line) -> str:
    """The text of the line without its dash or bullet."""
    match = _DASH.fullmatch(line.text) or _BULLET.fullmatch(line.text)
    return match[1] if match else line.text


def has_body(lines: list[Line]) -> bool:
    """Whether a line bears a dash."""
    return evidence(lines) > 0


def blocks(lines: list[Line]) -> tuple[list[Block], list[Doubt]]:
    """The lines as blocks, with the lists that the dashes hide folded into items, and what that assumed."""
    return fold_flat_lists(join([_block(line) for line in lines]))


def _block(line: Line) -> Block:
    if dash := _DASH.fullmatch(line.text):
        return Block(line.number, Kind.PARAGRAPH, dash[1])
    if bullet := _BULLET.fullmatch(line.text):
        return Block(line.number, Kind.ITEM, bullet[1], depth=1, label=BULLET)
    return Block(line.number, Kind.UNMARKED, line.text)
