"""Names of laws: `Local Government Act 1974`, `Care and Support (Charging …) Regulations 2014`, `the Children Act`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_LAST = r"(?:Act|Regulations|Order|Rules)"
_WORD = r"(?!(?:Acts?|Regulations?)\b)[A-Z][A-Za-z’'-]{0,30}"
_LINK = r"(?:(?:and|of|in|to|for|from|with|on|etc\.?)\s){0,2}"
_NAME = rf"{_WORD}(?:,?\s{_LINK}(?:{_WORD}|\([A-Z][^()\d\n]{{1,90}}\))){{0,12}}"
_LAW = re.compile(
    rf"(?<!\w)(?P<name>{_NAME}\s(?P<last>{_LAST})(?:\s\([A-Z][a-z ]{{1,40}}\))?,?\s(?P<year>(?:1[89]|20)\d\d))(?!\w)"
    rf"|(?<!\w)(?P<yearless>{_NAME}\sAct)(?![\w’'])"
    r"|(?<!\w)(?P<named>(?:UK\s)?(?:General\sData\sProtection\sRegulations?|GDPR)"
    r"|European\sConvention\s(?:on|of)\sHuman\sRights)(?!\w)"
)
_NOT_PART_OF_NAME = re.compile(
    r"(?:The|This|That|These|Under|In|By|See|And|But|If|When|While|Where|Although|Since|As|For|From|Of|To|With|Both"
    r"|Also|Sections?|Schedules?|Parts?|Paragraphs?|Regulations?|Our|An|A|Its|His|Her|Their)[,\s]\s?"
)
_NEEDED = re.compile("Act|Regulation|Order|Rules|GDPR|Convention")  # every name of a law has one of these
_CACHED_TEXTS = 1024  # decisions recite the same law, and each text is read twice
_LONG = 4000  # characters; a longer text is not cached
_KINDS = {"Act": "act", "Regulations": "regulations", "Order": "order", "Rules": "rules"}


@dataclass(frozen=True, slots=True)
class Law:
    """A law named in a text: its name with single spaces, its kind, and its span in the text.

    kind: `act`, `regulations`, `order`, `rules` or `convention`.
    """

    name: str
    kind: str
    start: int
    end: int


def laws(text: str) -> tuple[Law, ...]:
    """Return every law that the text names, in order."""
    if not _NEEDED.search(text):
        return ()
    return _cached_laws(text) if len(text) <= _LONG else tuple(_find_laws(text))


@lru_cache(maxsize=_CACHED_TEXTS)
def _cached_laws(text: str) -> tuple[Law, ...]:
    return tuple(_find_laws(text))


def _find_laws(text: str) -> Iterator[Law]:
    for match in _LAW.finditer(text):
        group = match.lastgroup if match.lastgroup in ("yearless", "named") else "name"
        start, end = match.span(group)
        while lead := _NOT_PART_OF_NAME.match(text, start, end):
            start = lead.end()
        name = " ".join(text[start:end].split())
        if name != "Act" and not name.startswith(("Act ", "Act, ", "Regulations ", "Order ", "Rules ")):
            yield Law(name, _kind(match), start, end)


def _kind(match: re.Match[str]) -> str:
    if match["named"]:
        return "convention" if "Convention" in match["named"] else "regulations"
    return _KINDS[match["last"]] if match["last"] else "act"
