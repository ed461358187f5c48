"""Headings: which lines are headings, and their levels.

The usual headings of the Ombudsman's template are of level 1, except Analysis and Background. Every other heading is
free text and of level 2, in every layout.
"""

import re
from enum import Enum
from functools import lru_cache

from decisions.parsing.layouts import Block, BlockKind
from decisions.parsing.lines import fold, is_closing

USUAL_HEADINGS = {
    "the complaint": 1,
    "the ombudsman's role and powers": 1,
    "the ombudsmen's role and powers": 1,
    "how i considered this complaint": 1,
    "how i considered the complaint": 1,
    "how we considered this complaint": 1,
    "what i have investigated": 1,
    "what i have and have not investigated": 1,
    "my assessment": 1,
    "what i found": 1,
    "agreed action": 1,
    "agreed actions": 1,
    "final decision": 1,
    "analysis": 2,
    "background": 2,
}
_STRAY_CODE = re.compile(r"[\s\[({<]*[A-Z0-9@#_/.-]*[0-9@#_][A-Z0-9@#_/.-]*[\])}>]*$")
_CITATION = re.compile(
    r"(?:The )?[A-Z][\w'’,& ]{2,80} (?:Act|Regulations|Order|Rules) (?:19|20)\d\d\b[^.!?]{0,200}\.?$"
)
_PROSE_END = (".", ";", ":", ",")
_LONGEST_HEADING = 200


class LineRole(Enum):
    """What an unmarked line is."""

    HEADING = "heading"
    CONTINUATION = "continuation"
    CLOSING = "closing"


@lru_cache(maxsize=512)  # it is called several times for each line
def usual_level(text: str) -> int | None:
    """Return the level of a usual heading, with or without its apostrophe or a stray code; None for any other text."""
    plain = _plain(text)
    if not plain.startswith(_USUAL_BEGINNINGS):
        return None
    return _USUAL_FOLDED.get(plain) or _USUAL_FOLDED.get(_plain(_STRAY_CODE.sub("", text)))


def level(text: str) -> int:
    """Return the level of any heading: that of a usual one, else 2."""
    return usual_level(text) or 2


RoleAndAssumption = tuple[LineRole, str | None]
"""What an unmarked line is, and what had to be assumed to say so (None: nothing)."""


def roles(blocks: list[Block]) -> list[RoleAndAssumption | None]:
    """Return what each unmarked block is; None for each marked one."""
    unmarked = [block.kind is BlockKind.UNMARKED for block in blocks]
    end = max((n for n, each in enumerate(unmarked) if not each), default=-1) + 1
    result: list[RoleAndAssumption | None] = [None] * len(blocks)
    result[end:] = _roles_after_the_last_mark([block.text for block in blocks[end:]])
    for index in range(end - 1, -1, -1):  # backwards, since what a line is depends on what follows it
        if unmarked[index]:
            result[index] = _role(blocks[index].text, blocks[index + 1], result[index + 1])
    return result


def _roles_after_the_last_mark(texts: list[str]) -> list[RoleAndAssumption]:
    """Return what the lines after the last mark are: part of the text up to the signature, then the closing."""
    signature = next((n for n, text in enumerate(texts) if is_closing(text)), len(texts))
    signed = signature < len(texts)
    found: list[RoleAndAssumption] = []
    headed = False
    for index, text in enumerate(texts):
        if index >= signature:
            found.append(
                (LineRole.CLOSING, None if is_closing(text) else "a line after the signature is part of the closing")
            )
        elif usual_level(text) is not None:
            headed = True
            found.append((LineRole.HEADING, None))
        elif continues(text):
            found.append((LineRole.CONTINUATION, None))
        elif signed or headed:
            found.append((LineRole.CONTINUATION, "an unmarked line before the signature belongs to the text"))
        else:
            found.append((LineRole.CLOSING, "a line after the last paragraph is part of the closing"))
    return found


def continues(text: str) -> bool:
    """Whether a line shows by itself that it continues what comes before it."""
    return text[0] == "(" or text[0].islower() or _CITATION.match(text) is not None


def _role(text: str, following: Block, below: RoleAndAssumption | None) -> RoleAndAssumption:
    """Return what the line above the block `following` is. If that is unmarked too, `below` says what it is."""
    if is_closing(text):
        return LineRole.CONTINUATION, "a closing line in the midst of the text continues what stands before it"
    if usual_level(text) is not None:
        return LineRole.HEADING, None
    if continues(text):
        return LineRole.CONTINUATION, None
    if following.kind is BlockKind.PARAGRAPH:
        return _role_above_a_paragraph(text, following)
    if following.kind is BlockKind.ITEM:
        return LineRole.CONTINUATION, "a line above an item continues what stands before it"
    return _role_above_a_line(text, below)


def _role_above_a_paragraph(text: str, paragraph: Block) -> RoleAndAssumption:
    if not paragraph.restarts:
        return LineRole.CONTINUATION, None
    if text.endswith(_PROSE_END) and len(text) > _LONGEST_HEADING:
        return LineRole.CONTINUATION, "a long unmarked line before a paragraph continues the one before it"
    return LineRole.HEADING, None


def _role_above_a_line(text: str, below: RoleAndAssumption | None) -> RoleAndAssumption:
    if not text.endswith(_PROSE_END):
        return LineRole.HEADING, "an unmarked line is a heading"
    if below is not None and below[0] is LineRole.HEADING:
        return LineRole.CONTINUATION, None
    return LineRole.CONTINUATION, "an unmarked line is a continuation of what stands before it"


def _plain(text: str) -> str:
    return fold(text).replace("'", "").replace('"', "").rstrip(" :.")


_USUAL_FOLDED = {_plain(heading): depth for heading, depth in USUAL_HEADINGS.items()}
_USUAL_BEGINNINGS = tuple(_USUAL_FOLDED)
