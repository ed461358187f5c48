"""The law that a text cites: each provision with its Act, where the words leave no doubt which.

An Act belongs to a provision if it comes immediately before it (`Local Government Act 1974, section 24A(6), as
amended, section 34(B)`) or immediately after it (`section 47 of the Children Act 1989`), also if the provision is in a
list with others (`section 26 and Schedule 5 of the Act`). It is never guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from decisions.mentions.acts import Law, laws
from decisions.mentions.cases import cases_in
from decisions.mentions.mention import Provision
from decisions.mentions.numbers import Number, bracketed, dotted, numbers

_UNIT = re.compile(
    r"(?<![\w'’.-])(?P<word>[Ss]ections?|SECTIONS?|[Ss]ub-?sections?|[Ss]s?|[Ss]chedules?|[Ss]ch(?:ed)?|[Pp]aragraphs?"
    r"|[Pp]aras?|[Rr]egulations?|[Rr]egs?|[Aa]rticles?|Parts?|Chapters?|[Rr]ules?)\.?\s?(?=\(?\d)"
)
_DIGIT = re.compile(r"\d")
_KINDS = {
    "s": "section",
    "ss": "section",
    "sch": "schedule",
    "sched": "schedule",
    "para": "paragraph",
    "paras": "paragraph",
    "reg": "regulation",
    "regs": "regulation",
}
_ALWAYS_LAW = {"section", "schedule", "regulation"}
"""Kinds that are law even where no Act is near; the others can be parts of any document."""
_ENACTED = {"section", "schedule"}
"""Kinds that an Act has, so that those in one list are all of the Act named after it."""
_INNER = {"paragraph": "schedule", "subsection": "section"}
_AMENDED = r"(?:,?\s\(?as\samended\)?)?"
_AFTER_LAW = re.compile(rf"(?:\s\((?:the|‘|'|“|\")[^()\n]{{1,40}}\))?{_AMENDED}[,:]?\s(?:(?:at|under)\s)?\(?")
_CHAIN = re.compile(rf"{_AMENDED}(?:[,;]|,?\s(?:and|or|&))?\s(?:(?:and|or|also)\s)?")
_OF = re.compile(r"\)?,?\s(?:of|to|in|under|within|from)\s(?:the\s|both\s)?")
_ADJACENT = re.compile(r"\)?(?P<pause>,?\s\(|,\s|\s)(?:the\s)?")
_DOWN = re.compile(r",?\s\(?(?:(?:at|in)\s)?")
_UP = re.compile(r"\s\(?(?:(?:of|to|in)\s)?(?:the\s)?|(?P<comma>,\s)")
_AND = re.compile(r",?\s(?:and|or|&)\s(?:also\s|under\s)?")
_AND_OR_COMMA = re.compile(rf"{_AND.pattern}|,\s")
_OTHER_DOCUMENT = re.compile(
    r"\s(?:of|in|to|from|on)\s(?:the|its|his|her|their|this|that|our|my|an?)\s(?:(?!Act\b)[\w’'-]{1,25}\s){0,4}?"
    r"(?:polic(?:y|ies)|codes?|guidance|plans?|forms?|reports?|schemes?|agreements?|contracts?|procedures?|letters?"
    r"|statements?|documents?|assessments?|handbook|manual|leases?|tenanc(?:y|ies)|constitution|applications?"
    r"|complaints?|decisions?|EHC|EHCP|framework|NPPF|toolkit|strategy|standards?|terms|questionnaire|draft)\b"
)


@dataclass(frozen=True, slots=True)
class _Unit:
    """Words such as `sections 26(1) and 26A(1)`, and the law that they belong to."""

    kind: str
    start: int
    end: int
    numbers: tuple[Number, ...]
    law: Law | None = None
    before: bool = False
    """Whether the law is named before it, and so applies to the units that follow too."""


def provisions_in(text: str, paragraph: int) -> tuple[Provision, ...]:
    """Return every provision and case that the text of one paragraph cites, in order. `paragraph` is its number."""
    named = list(laws(text))
    cases = cases_in(text, paragraph)
    if not cases and not named and not _DIGIT.search(text):
        return ()
    units = _joined(text, list(_units(text)))
    assigned = _with_laws(text, units, named)
    used = {unit.law.start for unit in assigned if unit.law}
    provisions = [each for unit in assigned for each in _provisions(text, unit, paragraph)]
    provisions += cases
    provisions += [
        Provision(law.name, law.kind, "", None, paragraph, law.start, law.end) for law in named if law.start not in used
    ]
    return tuple(sorted(provisions, key=lambda each: (each.start, each.end)))


def _units(text: str) -> Iterator[_Unit]:
    for match in _UNIT.finditer(text):
        word = match["word"].lower().replace("-", "")
        kind = _KINDS.get(word) or word.removesuffix("s")
        at = match.end()
        found = dotted(text, at) if kind == "schedule" else []
        if not found:
            plural = len(word) > 1 and word.endswith("s")
            found = bracketed(text, at) if kind == "subsection" else numbers(text, at, plural)
        if kind == "schedule":  # a schedule has paragraphs; what its brackets mean is not certain
            found = [replace(each, normalised=None) if "(" in each.printed else each for each in found]
        if found:
            yield _Unit(kind, match.start(), found[-1].end, tuple(found))


def _joined(text: str, units: list[_Unit]) -> list[_Unit]:
    """Join paragraphs with their schedule, and subsections with their section, in either order."""
    joined: list[_Unit] = []
    for index, unit in enumerate(units):
        last = joined[-1] if joined else None
        whole = between = None
        if last is not None and len(last.numbers) == 1 and _INNER.get(unit.kind) == last.kind:
            between = _between(_DOWN, text, last, unit)
            whole = _outer_first(last, unit) if between else None
        elif last is not None and len(unit.numbers) == 1 and _INNER.get(last.kind) == unit.kind:
            between = _between(_UP, text, last, unit)
            if between and not (between["comma"] and _has_its_own(text, unit, units[index + 1 : index + 3])):
                whole = _inner_first(text, last, unit)
        if whole is None:
            joined.append(unit)
        else:
            joined[-1] = _closed(text, whole, between)
    return joined


def _closed(text: str, whole: _Unit, between: re.Match[str] | None) -> _Unit:
    """Return a joined unit with the end of a bracket that begins between its parts: `Schedule 5 (paragraph 4)`."""
    if between is None or "(" not in between[0] or not text.startswith(")", whole.end):
        return whole
    end = whole.end + 1
    return replace(whole, end=end, numbers=(*whole.numbers[:-1], replace(whole.numbers[-1], end=end)))


def _has_its_own(text: str, outer: _Unit, following: list[_Unit]) -> bool:
    """Whether the paragraph after a schedule is of that schedule, and not of one that comes after it."""
    if not following or _INNER.get(following[0].kind) != outer.kind or not _between(_DOWN, text, outer, following[0]):
        return False
    return len(following) == 1 or following[1].kind != outer.kind or not _between(_UP, text, *following)


def _outer_first(outer: _Unit, inner: _Unit) -> _Unit | None:
    """Join `Schedule 5, paragraphs 4 and 5A`: the span of the first paragraph includes the schedule."""
    number = outer.numbers[0]
    if number.normalised is None or " " in number.normalised:
        return None
    found = [replace(each, normalised=_under(outer.kind, number, each)) for each in inner.numbers]
    return _Unit(outer.kind, outer.start, inner.end, (replace(found[0], start=number.start), *found[1:]))


def _inner_first(text: str, inner: _Unit, outer: _Unit) -> _Unit:
    """Join `paragraphs 4 and 5A of Schedule 5`: the span of the last paragraph includes the schedule."""
    number = outer.numbers[0]
    found = [replace(each, normalised=_under(outer.kind, number, each)) for each in inner.numbers]
    found[0] = replace(found[0], start=inner.start)
    found[-1] = replace(found[-1], end=outer.end)
    return _Unit(outer.kind, inner.start, outer.end, tuple(found))


def _under(kind: str, outer: Number, inner: Number) -> str | None:
    if outer.normalised is None or inner.normalised is None:
        return None
    return outer.normalised + (f" paragraph {inner.normalised}" if kind == "schedule" else inner.normalised)


def _between(pattern: re.Pattern[str], text: str, first: _Unit | Law, second: _Unit | Law) -> re.Match[str] | None:
    """Return the match of the pattern with all that is between the two, or None."""
    if second.start - first.end > 80:
        return None
    return pattern.fullmatch(text, first.end, second.start)


def _with_laws(text: str, units: list[_Unit], named: list[Law]) -> list[_Unit]:
    """Return each unit with the law that it belongs to, if the words say which."""
    assigned: list[_Unit] = []
    sequence: list[_Unit | Law] = sorted((*units, *named), key=lambda each: (each.start, -each.end))
    next_of = {id(one): other for one, other in pairwise(sequence)}
    last: _Unit | Law | None = None
    claimed: Law | None = None
    for each in sequence:
        if isinstance(each, Law):
            last = None if each is claimed else each
            continue
        following = next_of.get(id(each))
        unit = _with_law_before(text, each, last)
        if isinstance(following, Law) and _is_of(text, unit, following, next_of.get(id(following))):
            unit, claimed = replace(unit, law=following, before=False), following
            _assign_to_list(text, assigned, unit)
        assigned.append(unit)
        last = unit
    return assigned


def _assign_to_list(text: str, assigned: list[_Unit], last: _Unit) -> None:
    """Give the law of `last` to the units before it in one list: `section 26 and Schedule 5 of the Act`."""
    pattern = _AND
    for index in range(len(assigned) - 1, -1, -1):
        unit = assigned[index]
        if unit.law or not {unit.kind, last.kind} <= _ENACTED or not _between(pattern, text, unit, last):
            return
        assigned[index] = replace(unit, law=last.law)
        last, pattern = assigned[index], _AND_OR_COMMA


def _with_law_before(text: str, unit: _Unit, last: _Unit | Law | None) -> _Unit:
    """Return the unit with the law immediately before it, or with that of the unit immediately before it."""
    if isinstance(last, Law) and _between(_AFTER_LAW, text, last, unit):
        return replace(unit, law=last, before=True)
    if isinstance(last, _Unit) and last.before and _between(_CHAIN, text, last, unit):
        return replace(unit, law=last.law, before=True)
    return unit


def _is_of(text: str, unit: _Unit, law: Law, following: _Unit | Law | None) -> bool:
    """Whether the unit belongs to the law immediately after it."""
    if _between(_OF, text, unit, law):
        return True
    adjacent = _between(_ADJACENT, text, unit, law)
    if adjacent is None or unit.law is not None:
        return False
    # "section 5, Housing Act 1996, section 193": the words do not say of which Act section 5 is.
    return not (
        adjacent["pause"].strip() and isinstance(following, _Unit) and _between(_AFTER_LAW, text, law, following)
    )


def _provisions(text: str, unit: _Unit, paragraph: int) -> Iterator[Provision]:
    """Yield the provisions of a unit; none if it is not law."""
    if unit.law is None:
        if unit.kind not in _ALWAYS_LAW and not (unit.kind == "article" and text[unit.start] == "A"):
            return
        if _OTHER_DOCUMENT.match(text, unit.end):
            return
    name = unit.law.name if unit.law else None
    for index, number in enumerate(unit.numbers):
        start = unit.start if index == 0 else number.start
        printed = text[number.start : number.end]
        yield Provision(name, unit.kind, printed, number.normalised, paragraph, start, number.end)
