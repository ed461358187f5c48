"""Headings: which lines are one, and of which level.

Level 1 are the usual headings of the Ombudsman's template, but Analysis and Background;
every other heading is free text and of level 2, in every layout.
"""

import re
from enum import Enum

from decisions.parsing.layouts import Block, Kind
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
_NO_QUOTES = re.compile("[\"']")
_STRAY_CODE = re.compile(r"[\s\[({<]*[A-Z0-9@#_/.-]*[0-9@#_][A-Z0-9@#_/.-]*[\])}>]*$")
_PROSE_END = (".", ";", ":", ",")
_LONGEST_HEADING = 200


class Role(Enum):
    """What an unmarked line is."""

    HEADING = "heading"
    CONTINUATION = "continuation"
    CLOSING = "closing"


def usual_level(text: str) -> int | None:
    """The level of a usual heading, with or without its apostrophe or a stray code; None for any other text."""
    return _USUAL_FOLDED.get(_plain(text)) or _USUAL_FOLDED.get(_plain(_STRAY_CODE.sub("", text)))


def level(text: str) -> int:
    """The level of any heading: that of a usual one, else 2."""
    return usual_level(text) or 2


Reading = tuple[Role, str | None]
"""What an unmarked line is, and what had to be assumed to say so (None: nothing)."""


def roles(blocks: list[Block]) -> list[Reading | None]:
    """What each unmarked block is; None for each marked one.

    Read backwards, since what a line is depends on what follows it.
    """
    found: list[Reading | None] = [None] * len(blocks)
    marked_follows = False
    for index in range(len(blocks) - 1, -1, -1):
        text = blocks[index].text
        if blocks[index].kind is not Kind.UNMARKED:
            marked_follows = True
        elif marked_follows and is_closing(text):
            found[index] = Role.CONTINUATION, "a closing line in the midst of the text continues what stands before it"
        elif by_itself := _role_by_itself(text):
            found[index] = by_itself, None
        elif not marked_follows:
            found[index] = Role.CLOSING, "a line after the last paragraph belongs to the closing"
        elif blocks[index + 1].kind is Kind.PARAGRAPH:
            found[index] = _role_above_a_paragraph(text, blocks[index + 1])
        else:
            found[index] = _role_above_a_line(text, found[index + 1])
    return found


def _role_by_itself(text: str) -> Role | None:
    """What a line is whatever follows it, if its words tell."""
    if is_closing(text):
        return Role.CLOSING
    if usual_level(text) is not None:
        return Role.HEADING
    return Role.CONTINUATION if text.startswith("(") or text[0].islower() else None


def _role_above_a_paragraph(text: str, paragraph: Block) -> Reading:
    if not paragraph.restarts:
        return Role.CONTINUATION, None
    if text.endswith(_PROSE_END) and len(text) > _LONGEST_HEADING:
        return Role.CONTINUATION, "a long unmarked line before a paragraph continues the one before it"
    return Role.HEADING, None


def _role_above_a_line(text: str, below: Reading | None) -> Reading:
    """Above an unmarked line (`below` is what that is) or an item (None)."""
    if not text.endswith(_PROSE_END):
        return Role.HEADING, "an unmarked line is a heading"
    if below is not None and below[0] is Role.HEADING:
        return Role.CONTINUATION, None
    return Role.CONTINUATION, "an unmarked line is a continuation of what stands before it"


def _plain(text: str) -> str:
    return _NO_QUOTES.sub("", fold(text)).rstrip(" :.")


_USUAL_FOLDED = {_plain(heading): depth for heading, depth in USUAL_HEADINGS.items()}
