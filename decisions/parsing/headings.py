"""Headings: which lines are one, and of which level.

Level 1 are the usual headings of the Ombudsman's template, but Analysis and Background;
every other heading is free text and of level 2, in every layout.
"""

import re
from enum import Enum

from decisions.parsing.layouts import Block, Kind
from decisions.parsing.lines import fold, is_closing

_USUAL = {
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
_PROSE_END = (".", ";", ":", ",")
_LONGEST_HEADING = 200


class Role(Enum):
    """What an unmarked line is."""

    HEADING = "a heading"
    CONTINUATION = "a continuation of what stands before it"
    CLOSING = "part of the closing"


def usual_level(text: str) -> int | None:
    """The level of a usual heading, with or without its apostrophe; None for any other text."""
    return _USUAL_FOLDED.get(_plain(text))


def level(text: str) -> int:
    """The level of any heading: that of a usual one, else 2."""
    return usual_level(text) or 2


def roles(blocks: list[Block]) -> list[tuple[Role, str | None] | None]:
    """What each unmarked block is, and what had to be assumed to say so; None for each marked one.

    Read backwards, since what a line is depends on what follows it.
    """
    found: list[tuple[Role, str | None] | None] = [None] * len(blocks)
    marked_follows = False
    for index in range(len(blocks) - 1, -1, -1):
        if blocks[index].kind is not Kind.UNMARKED:
            marked_follows = True
        elif marked_follows:
            found[index] = _role(blocks[index].text, blocks[index + 1], found[index + 1])
        else:
            found[index] = _role_at_the_end(blocks[index].text)
    return found


def _role_at_the_end(text: str) -> tuple[Role, str | None]:
    if is_closing(text):
        return Role.CLOSING, None
    if usual_level(text) is not None:
        return Role.HEADING, None
    if text.startswith("("):
        return Role.CONTINUATION, None
    return Role.CLOSING, "a line after the last paragraph belongs to the closing"


def _role(text: str, following: Block, next_role: tuple[Role, str | None] | None) -> tuple[Role, str | None]:
    if is_closing(text):
        return Role.CLOSING, None
    if usual_level(text) is not None:
        return Role.HEADING, None
    if text.startswith("("):
        return Role.CONTINUATION, None
    prose = text.endswith(_PROSE_END)
    if following.kind is Kind.PARAGRAPH:
        if not following.restarts:
            return Role.CONTINUATION, None
        if prose and len(text) > _LONGEST_HEADING:
            return Role.CONTINUATION, "a long unmarked line before a paragraph continues the one before it"
        return Role.HEADING, None
    if prose and next_role is not None and next_role[0] is Role.HEADING:
        return Role.CONTINUATION, None
    guess = Role.CONTINUATION if prose else Role.HEADING
    return guess, f"an unmarked line is {guess.value}"


def _plain(text: str) -> str:
    return _NO_QUOTES.sub("", fold(text)).rstrip(" :.")


_USUAL_FOLDED = {_plain(heading): depth for heading, depth in _USUAL.items()}
