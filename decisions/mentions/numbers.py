"""Numbers of provisions, as decisions print them: `24A(6)`, `34(B)`, `26(1) and 26A(1)`, `34B(8)-(9)`, `5.5`.

A number is normalised only when what is printed leaves no doubt.
"""

import re
from dataclasses import dataclass, replace

_LETTERED = r"(?:[a-z]|aa|bb|za|zb|[ivx]{2,5}|[A-Z]|Z[A-Z])"
_BRACKET = rf"\((?:\d{{1,3}}[A-Z]{{0,2}}|{_LETTERED})\)"
_NUMBER = re.compile(rf"(?P<base>\d{{1,4}})(?P<letters>[A-Z]{{1,3}}|[a-r])?(?P<brackets>(?:\s?{_BRACKET}){{0,6}})")
_BRACKETS = re.compile(rf"(?:{_BRACKET}){{1,6}}")
_EACH = re.compile(r"\(([^)]*)\)")
_DOTTED = re.compile(r"(\d{1,2}[A-Z]?)\.(\d{1,3}[A-Z]{0,2})(?!\w|\(|\.\d)")
_DOUBT = re.compile(r"\w|\s?\(\d|\([A-Za-z]{1,4}(?![\w\s])|\.\d|\[|/\w")
_JOINED_ON = re.compile(r"\s?[\w()\[\]./]{1,16}")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_RANGE = re.compile(r"\sto\s|\s?[-–—]\s?")
_AND = re.compile(r",\s?(?:(?:and|or)\s)?|\s(?:and|or|&)\s")
_QUANTITY = re.compile(
    r"\s(?:(?:working|calendar|school)\s)?(?:days?|weeks?|months?|years?|hours?|people|children|complaints?"
    r"|per\scent|times|of\swhich|January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b|%"
)
_MOST = 30
"""The most numbers that one list can have."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its span, as printed, and normalised (None if that is not certain)."""

    start: int
    end: int
    printed: str
    normalised: str | None


def numbers(text: str, start: int, plural: bool) -> list[Number]:
    """Return the list of numbers that begins at `start`; empty if none does.

    plural: whether the word before it is (`sections`), so that plain numbers after "and" belong to the list.
    """
    first = _one(text, start)
    if first is None or (plural and _is_year(first.printed)):
        return []
    found = [first]
    while len(found) < _MOST:
        if (joined := _range(text, found[-1])) is not None:
            found[-1] = joined
        elif (following := _next(text, found[-1], plural)) is not None:
            found.append(following)
        else:
            break
    return found


def bracketed(text: str, start: int) -> list[Number]:
    """Return the subsection at `start` that is printed without its section, `(6)`; empty if there is none."""
    match = _BRACKETS.match(text, start)
    return [Number(start, match.end(), match[0], match[0])] if match else []


def dotted(text: str, start: int) -> list[Number]:
    """Return the schedule and paragraph printed with a point at `start`, if any: `5.5` is schedule 5, paragraph 5."""
    match = _DOTTED.match(text, start)
    return [Number(start, match.end(), match[0], f"{match[1]} paragraph {match[2]}")] if match else []


def _one(text: str, start: int) -> Number | None:
    match = _NUMBER.match(text, start)
    if match is None or _ORDINAL.match(text, match.end("base")):
        return None
    if _DOUBT.match(text, match.end()):
        return _unclear(text, match)
    return Number(start, match.end(), match[0], _normalised(match))


def _unclear(text: str, match: re.Match[str]) -> Number:
    """Return a number that something unclear is joined to, as printed and not normalised."""
    more = _JOINED_ON.match(text, match.end())
    printed = (match[0] + (more[0] if more else "")).rstrip("./(")
    while printed.endswith((")", "]")) and printed.count("(") + printed.count("[") < printed.count(")") + printed.count(
        "]"
    ):
        printed = printed[:-1]
    end = match.start() + len(printed)
    while text[end : end + 1].isalnum():
        end += 1
    return Number(match.start(), end, text[match.start() : end], None)


def _normalised(match: re.Match[str]) -> str:
    letters, brackets = (match["letters"] or "").upper(), _EACH.findall(match["brackets"])
    if not letters and brackets and brackets[0].isupper() and brackets[0].isalpha():
        letters, brackets = brackets[0], brackets[1:]
    return match["base"] + letters + "".join(f"({each})" for each in brackets)


def _range(text: str, last: Number) -> Number | None:
    """Return the last number joined with the end of a range, if one follows: `26 to 34`, `34B(8)-(9)`."""
    between = _RANGE.match(text, last.end)
    if between is None or (last.normalised or "").count("-"):
        return None
    until = _one(text, between.end()) or next(iter(bracketed(text, between.end())), None)
    if until is None or _is_year(until.printed) or _QUANTITY.match(text, until.end):
        return None
    certain = last.normalised and until.normalised
    if certain and until.printed.startswith("(") and not last.normalised.endswith(")"):  # type: ignore[union-attr]
        certain = None
    return Number(
        last.start,
        until.end,
        text[last.start : until.end],
        f"{last.normalised}-{until.normalised}" if certain else None,
    )


def _next(text: str, last: Number, plural: bool) -> Number | None:
    """Return the number that follows in the list, or None."""
    between = _AND.match(text, last.end)
    if between is None:
        return None
    if brackets := bracketed(text, between.end()):
        return _completed(last, brackets[0])
    following = _one(text, between.end())
    if following is None or _is_year(following.printed) or _QUANTITY.match(text, following.end):
        return None
    # "section 47 and 12 children": after the singular, only what cannot be anything but a provision.
    return following if plural or not following.printed.isdigit() else None


def _completed(last: Number, brackets: Number) -> Number:
    """Return `(9)` after `34B(8) and` as 34B(9), normalised only if it is of the same kind as what it replaces."""
    normalised = last.normalised or ""
    stem, _, sub = normalised.rpartition("(")
    alike = sub.rstrip(")").isdigit() == brackets.printed[1:2].isdigit()
    certain = stem and alike and "-" not in normalised and brackets.printed.count("(") == 1
    return replace(brackets, normalised=stem + brackets.printed if certain else None)


def _is_year(printed: str) -> bool:
    return len(printed) == 4 and printed.isdigit() and 1800 <= int(printed) <= 2099
