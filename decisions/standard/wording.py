"""The words of a text as they are compared: without what differs from case to case.

That is capitals, quotes, numbers, dates, names of people (`Mr X`, `Ms Y`) and of councils, and the words for he and
she.
Words are bytes (UTF-8): a million paragraphs are compared, and bytes are split and translated faster than text.
"""

import re
from string import ascii_lowercase, ascii_uppercase

_DIGITS, _STOPS, _MARKS = "123456789", "!?;:", "'\"`()[]/-$%*\t"
_PLAIN = bytes.maketrans(
    (_DIGITS + _STOPS + _MARKS + ascii_uppercase).encode(),
    ("0" * len(_DIGITS) + "." * len(_STOPS) + " " * len(_MARKS) + ascii_lowercase).encode(),
)
"""Translates every digit to 0, and what ends a clause to a full stop."""
_CURLY = "‘’“”´–—•…£€\u00a0"
_STOP = re.compile(rb"\.+\s+")
# No `\b` before a name: without it the search jumps from capital to capital, and is twice as fast.
_TITLE = r"(?:M(?:rs|r|s|iss|x)|Dr)"
_TITLED = re.compile(rf"{_TITLE}\.?(?: and {_TITLE}\.?)? [A-Z][\w’'-]{{0,30}}")
_NAME = r"[A-Z][\w’'&-]{0,30}"
_LINK = r"(?:(?:of|and|upon|on|under|with|in|the)\s){0,2}"
_COUNCIL = re.compile(rf"{_NAME}(?:\s{_LINK}{_NAME}){{0,6}}\sCouncil(?!\w)")
_BOROUGH = re.compile(
    rf"(?:(?:London|Royal|Metropolitan)\sBorough|City|County)\sof\s{_NAME}(?:\s{_LINK}{_NAME}){{0,3}}"
)
_MONTHS = "january february march april may june july august september october november december"
_SYNONYMS = {
    word.encode(): same.encode()
    for word, same in (
        dict.fromkeys(["a", "an", "the", *"bcdefghijklmnopqrstuvwxyz"], "")
        | dict.fromkeys(["0" * length for length in range(1, 9)], "0")
        | dict.fromkeys(["0" * length + ".00" for length in range(1, 9)], "0")
        | dict.fromkeys(["0st", "0nd", "0rd", "0th", "00st", "00nd", "00rd", "00th"], "0")
        | dict.fromkeys(_MONTHS.split(), "0")
        | dict.fromkeys(["he", "she"], "they")
        | dict.fromkeys(["him"], "them")
        | dict.fromkeys(["his", "her", "hers"], "their")
        | dict.fromkeys(["himself", "herself"], "themselves")
        | dict.fromkeys(["complainant", "complainants"], "person")
    ).items()
}
"""What each of these words counts as; "" leaves it out."""


def sentences(text: str) -> tuple[bytes, ...]:
    """Return each sentence or clause as it is compared, its words joined by spaces, but not one without words."""
    if " Council" in text:
        text = _COUNCIL.sub("Council", text)
    if "Borough of " in text or "City of " in text or "County of " in text:
        text = _BOROUGH.sub("Council", text)
    text = _TITLED.sub("person", text)
    if not text.isascii():
        for mark in _CURLY:
            text = text.replace(mark, " ")
    folded = text.replace("\n", ". ").encode().translate(_PLAIN, b",")
    synonym = _SYNONYMS.get
    parts = (
        b" ".join([same for word in part.split() if (same := synonym(word, word))])
        for part in _STOP.split(folded.strip(b". "))
    )
    return tuple([part for part in parts if part])
