"""Names of laws: `Local Government Act 1974`, `Care and Support (Charging …) Regulations 2014`, `the Children Act`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_LAST = r"(?:Act|Regulations|Order|Rules)"
_YEAR = r"(?:1[89]|20)\d\d"
_WORD = r"(?!(?:Acts?|Regulations?)\b)[A-Z][A-Za-z’'-]{0,30}"
_LINK = r"(?:(?:and|&|of|in|to|for|from|with|on|etc\.?)\s){0,2}"
_NAME = rf"{_WORD}(?:,?\s{_LINK}(?:{_WORD}|\([A-Z][^()\d\n]{{1,90}}\))){{0,12}}"
_LAW = re.compile(
    rf"(?<!\w)(?P<name>{_NAME}\s(?P<last>{_LAST}|act)(?:\s\([A-Z][a-z ]{{1,40}}\))?(?:,?\s{_YEAR}|\s\({_YEAR}\)))(?!\w)"
    rf"|(?<!\w)(?P<yearless>(?:(?<=[Tt]he\s){_YEAR}\s)?{_NAME}\sAct)(?![\w’'])"
    r"|(?<!\w)(?P<named>(?:UK\s)?(?:General\sData\sProtection\sRegulations?|GDPR)"
    r"|European\sConvention\s(?:on|of)\sHuman\sRights)(?!\w)"
)
_NOT_PART_OF_NAME = re.compile(
    r"(?:The|This|That|These|Under|In|By|See|And|But|If|When|While|Where|Although|Since|As|For|From|Of|To|With|Both"
    r"|Also|However|Following|Sections?|Schedules?|Parts?|Paragraphs?|Regulations?|Our|An|A|Its|His|Her|Their"
    r"|(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s[A-Z][\w-]{0,30}|[A-Z]|Council|Authority|Ombudsman|Trust|Provider|Government)[’']s"
    r")[,\s]\s?"
)
_NEEDED = ("Act", " act ", "Regulation", "Order", "Rules", "GDPR", "Convention")  # every name of a law has one of these
_CACHED_TEXTS = 1024  # decisions recite the same law, and each text is read twice
_LONG = 4000  # characters; a longer text is not cached
LONGEST_SLUG = 200
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_YEAR_FIRST = re.compile(r"(\d{4}) (?=[a-z].* act$)")
_GDPR = re.compile(r"(?:uk )?(?:gdpr|general data protection regulations?)$")
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
    if not any(word in text for word in _NEEDED):
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
    return _KINDS[match["last"].capitalize()] if match["last"] else "act"


def slug_of(name: str) -> str:
    """Return the slug of a law of this name: `local-government-act-1974`, also for the `1974 Local Government Act`."""
    plain = _NOT_PLAIN.sub(" ", name.lower().replace("’", "").replace("'", "").replace("&", "and")).strip()
    if _GDPR.match(plain):
        return "general-data-protection-regulation"
    plain = plain.replace("european convention of human", "european convention on human")
    if year := _YEAR_FIRST.match(plain):
        plain = f"{plain[year.end() :]} {year[1]}"
    return plain.replace(" ", "-")[:LONGEST_SLUG]
