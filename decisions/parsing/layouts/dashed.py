"""The dashed layout: `- ` before every paragraph and item, no blank lines, no nesting."""

import re

from decisions.parsing.broken_lines import join
from decisions.parsing.document import BULLET, PRINTED, STATEMENT, Doubt
from decisions.parsing.layouts import Block, BlockKind
from decisions.parsing.lines import Line
from decisions.parsing.lists import restore_lists

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
    """Return how many lines begin with a dash."""
    return sum(1 for line in lines if _DASH.fullmatch(line.text))


def split(lines: list[Line]) -> list[Line]:
    """Return the lines as they are."""
    return lines


def is_marked(line: Line) -> bool:
    """Whether the line begins with a dash or a bullet."""
    return bool(_DASH.fullmatch(line.text) or _BULLET.fullmatch(line.text))


def without_mark(line: Line) -> str:
    """Return the text of the line without its dash or bullet."""
    match = _DASH.fullmatch(line.text) or _BULLET.fullmatch(line.text)
    return match[1] if match else line.text


def has_body(lines: list[Line]) -> bool:
    """Whether any line begins with a dash."""
    return evidence(lines) > 0


def blocks(lines: list[Line]) -> tuple[list[Block], list[Doubt]]:
    """Return a block for each line, with the lists that the dashes hide restored, and the doubts about them."""
    return restore_lists(join([_block(line) for line in lines]))


def _block(line: Line) -> Block:
    if dash := _DASH.fullmatch(line.text):
        return Block(line.number, BlockKind.PARAGRAPH, dash[1])
    if bullet := _BULLET.fullmatch(line.text):
        return Block(line.number, BlockKind.ITEM, bullet[1], depth=1, label=BULLET)
    return Block(line.number, BlockKind.UNMARKED, line.text)
