"""The reference of a decision: recognised in any spelling, printed in one.

Printed `22 015 753`; joint NHS cases carry a letter joined on, `21 000 366a`. People also write
`22015753`, `22–015–753` and `ref 22 015 753.` In an address it is `22-015-753`.
"""

import re
import unicodedata
from urllib.parse import unquote

from decisions.parsing.lines import INVISIBLE

_SEPARATOR = r"[\s  ._/-]?"
_REFERENCE = rf"(\d{{2}}){_SEPARATOR}(\d{{3}}){_SEPARATOR}(\d{{3}})([A-Za-z]?)"
_LOOSE = r"[ ._/\u2010-\u2015\u2212-]{0,3}"  # what people type between the numbers: dashes of all kinds
_SPELLING = re.compile(
    r"(?:(?:lgo|lgsco|our|case|complaint|decision) ?){0,3}(?:(?:ref(?:erence)?|no|number|#)\.? ?:? ?){0,2}"
    rf"[(\[]?(\d{{2}}){_LOOSE}(\d{{3}}){_LOOSE}(\d{{3}})[ -]?([A-Za-z]?)[)\]]?[.,;]?",
    re.IGNORECASE | re.ASCII,
)
_WITHIN = re.compile(rf"(?<![\w-]){_REFERENCE}(?![\w-])", re.ASCII)
_ADDRESS = re.compile(rf"\S*\bdecisions/(?:[^/?#\s]+/)*?{_REFERENCE}(?![\w-])", re.IGNORECASE | re.ASCII)
_OF_ONE_DECISION = re.compile(
    rf"(?:https?://|www\.)\S+$|.*\b(?:(?:ombudsman|lgo|lgsco)\b|decisions/)|.*[(\[]{_REFERENCE}[)\]]",
    re.IGNORECASE | re.DOTALL | re.ASCII,
)
"""What is about the decision whose reference it has: an address, a citation, or a title with it in brackets."""
TITLE = re.compile(rf"^(?P<body>.*?)\s*\({_REFERENCE}\)\s*$", re.ASCII)
"""A title line: the body complained about, then the reference in the last bracket."""


def normalise(spelling: str) -> str | None:
    """Return the printed form of a reference in any spelling: `22-015-753` → `22 015 753`; None if it is not one."""
    match = _SPELLING.fullmatch(" ".join(INVISIBLE.sub("", spelling).split()))
    return printed(match) if match else None


def find(text: str) -> str | None:
    """Return the printed form of the reference that a text is, or that the address or citation in it has; else None."""
    visible = unicodedata.normalize("NFKC", unquote(INVISIBLE.sub("", text))).strip()
    if whole := normalise(visible):
        return whole
    if address := _ADDRESS.match(visible):  # the query string may have another
        return printed(address)
    found = {printed(match) for match in _WITHIN.finditer(visible)}
    return found.pop() if len(found) == 1 and _OF_ONE_DECISION.match(visible) else None


def printed(match: re.Match[str]) -> str:
    """Return the printed form of a reference matched by `TITLE` or as a spelling."""
    year, middle, last, suffix = match.groups()[-4:]
    return f"{year} {middle} {last}{suffix.lower()}"


def address(reference: str) -> str:
    """Return the form of a printed reference in an address: `22 015 753` → `22-015-753`."""
    return reference.replace(" ", "-")
