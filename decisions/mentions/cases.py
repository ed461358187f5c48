"""Judgments that a text cites: by the parties, `R (M) v Slough`, or by a neutral citation, `[2008] UKHL 52`.

Parties without a citation count only where they can be nothing else: the Crown is one, or the text says “case”.
"""

import re

from decisions.mentions.mention import CASE, Provision

_YEAR = r"(?:19|20)\d\d"
_DIVISION = "[Cc]iv|[Cc]rim|[Aa]dmin|Ch|QB|KB|Fam|TCC|Comm|AAC|LC|IAC|PC|RP|GRC|TC|HESC"
_NEUTRAL = re.compile(
    rf"[\[(](?P<year>{_YEAR})[\])]\s?(?:(?P<court>UKSC|UKHL|UKPC|UKEAT|EWCOP|EWFC)|(?P<divided>EWCA|EWHC|UKUT|UKFTT))\s?"
    rf"(?P<first>{_DIVISION})?\s?(?P<number>\d{{1,5}})(?!\w)(?:\s?\((?P<last>{_DIVISION})\))?"
)
_REPORTED = re.compile(rf",?\s(?P<cited>[\[(]{_YEAR}[\])](?:\s(?:\d{{1,3}}|[A-Z][A-Za-z.]{{0,8}}(?!\w))){{0,5}})")
"""Any citation after the parties, such as that of a law report: `[1990] 1 AC 109`."""
_WORD = r"[A-Z][\w’'&-]{0,30}"
_BRACKET = r"\((?!\d)[^()\n]{1,90}(?:\([^()\n]{1,40}\)[^()\n]{0,40})?\)"
_PARTY = rf"{_WORD}(?:\s(?:(?:of|and|for|&)\s(?:the\s)?)?{_WORD}|\s?{_BRACKET}){{0,9}}"
_PARTIES = re.compile(
    rf"(?<!\w){_PARTY} (?:vs?\.?|V) (?:the\s)?{_PARTY}(?:,?\s\(?ex\s?p(?:arte|\.)?\s{_PARTY}\)?)?(?!\w)"
)
_VERSUS = (" v ", " v. ", " V ", " vs ", " vs. ")  # the parties of every case have one of these between them
_CROWN = re.compile(r"(?<!\w)R(?:\s?\(|\s?on\s|\s(?:v|V)\b)")
_LEAD = re.compile(r"(?:In|See|The|And|But|Following|Applying|Under|By|As)\s")
_CUE = re.compile(
    r"\b(?:case(?:\sof)?|judge?ment\s(?:in|of)|ruling\sin|ruled\sin|decided\sin|decision\sin|court\sin)\s$"
)
_CUE_REACH = 20


def cases_in(text: str, paragraph: int) -> list[Provision]:
    """Return each case that the text of one paragraph cites, in order. `paragraph` is its number."""
    bare = {each.start(): each for each in _NEUTRAL.finditer(text)} if "UK" in text or "EW" in text else {}
    found = []
    for match in _PARTIES.finditer(text) if any(versus in text for versus in _VERSUS) else ():
        start, end = _without_lead(text, match), match.end()
        reported = _REPORTED.match(text, end)
        if reported or _CROWN.match(text, start) or _CUE.search(text, max(0, start - _CUE_REACH), start):
            neutral = bare.pop(reported.start("cited"), None) if reported else None
            end = neutral.end() if neutral else reported.end() if reported else end
            found.append(_case(text, paragraph, start, end, neutral))
    found += [_case(text, paragraph, *each.span(), each) for each in bare.values()]
    return sorted(found, key=lambda each: each.start)


def _case(text: str, paragraph: int, start: int, end: int, neutral: re.Match[str] | None) -> Provision:
    return Provision(text[start:end], CASE, "", neutral and _normalised(neutral), paragraph, start, end)


def _without_lead(text: str, match: re.Match[str]) -> int:
    """Return where the parties begin: `R (M)` in “The High Court and R (M) v Slough”."""
    if crown := _CROWN.search(text, *match.span()):
        return crown.start()
    lead = _LEAD.match(text, *match.span())
    return lead.end() if lead else match.start()


def _normalised(match: re.Match[str]) -> str | None:
    """Return the citation in its standard form: `[2014] EWCA Civ 1407`; None if it lacks the division of its court."""
    year, whole, divided, first, number, last = match.groups()
    if divided and not (first or last):
        return None
    first, last = (printed and printed[0].upper() + printed[1:] for printed in (first, last))
    return " ".join(filter(None, (f"[{year}]", whole or divided, first, number, last and f"({last})")))
