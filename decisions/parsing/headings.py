"""Headings: which lines are headings, and their levels.

The usual headings of the Ombudsman's template are of level 1, except Analysis and Background. Every other heading is
free text and of level 2, in every layout.
"""

import re
from functools import lru_cache

from decisions.parsing.lines import fold

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


@lru_cache(maxsize=512)  # it is called several times for each line
def usual_level(text: str) -> int | None:
    """Return the level of a usual heading, with or without its apostrophe or a stray code; None for any other text."""
    plain = _plain(text)
    if not plain.startswith(_USUAL_BEGINNINGS):
        return None
    return _USUAL_FOLDED.get(plain) or _USUAL_FOLDED.get(_plain(_STRAY_CODE.sub("", text)))


def continues(text: str) -> bool:
    """Whether a line shows by itself that it continues what comes before it."""
    return text[0] == "(" or text[0].islower() or _CITATION.match(text) is not None


def _plain(text: str) -> str:
    return fold(text).replace("'", "").replace('"', "").rstrip(" :.")


_USUAL_FOLDED = {_plain(heading): depth for heading, depth in USUAL_HEADINGS.items()}
_USUAL_BEGINNINGS = tuple(_USUAL_FOLDED)
