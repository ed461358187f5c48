"""Which law a text cites: each provision with its Act, where the words leave no doubt which.

An Act belongs to a provision if it stands right before it (`Local Government Act 1974, section 24A(6), as
amended, section 34(B)`) or right after it (`section 47 of the Children Act 1989`). Never is one guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from decisions.mentions.acts import Law, laws
from decisions.mentions.mention import Provision
from decisions.mentions.numbers import Number, bracketed, dotted, numbers

_UNIT = re.compile(
    r"(?<![\w'’.-])(?P<word>[Ss]ections?|SECTIONS?|[Ss]ub-?sections?|[Ss]s?|[Ss]chedules?|[Ss]ch|[Pp]aragraphs?"
    r"|[Pp]aras?|[Rr]egulations?|[Rr]egs?|[Aa]rticles?|Parts?|Chapters?|[Rr]ules?)\.?\s?(?=\(?\d)"
)
_DIGIT = re.compile(r"\d")
_KINDS = {
    "s": "section",
    "ss": "section",
    "sch": "schedule",
    "para": "paragraph",
    "paras": "paragraph",
    "reg": "regulation",
    "regs": "regulation",
}
_SURE = {"section", "schedule", "regulation"}
"""Kinds that are law even where no Act is near; the others may be parts of anything."""
_INNER = {"paragraph": "schedule", "subsection": "section"}
_AMENDED = r"(?:,?\s\(?as\samended\)?)?"
_AFTER_LAW = re.compile(rf"(?:\s\((?:the|‘|'|“|\")[^()\n]{{1,40}}\))?{_AMENDED}[,:]?\s(?:(?:at|under)\s)?\(?")
_CHAIN = re.compile(rf"{_AMENDED}(?:[,;]|,?\s(?:and|or|&))?\s(?:(?:and|or|also)\s)?")
_OF = re.compile(r",?\s(?:of|to|in|under|within|from)\s(?:the\s|both\s)?")
_BESIDE = re.compile(r"(,?)\s(?:the\s)?")
_DOWN = re.compile(r",?\s(?:(?:at|in)\s)?")
_UP = re.compile(r"\s(?:of|to|in)\s(?:the\s)?")
_OTHER_PAPER = re.compile(
    r"\s(?:of|in|to|from|on)\s(?:the|its|his|her|their|this|that|our|my|an?)\s(?:[\w’'-]{1,25}\s){0,4}?"
    r"(?:polic(?:y|ies)|codes?|guidance|plans?|forms?|reports?|schemes?|agreements?|contracts?|procedures?|letters?"
    r"|statements?|documents?|assessments?|handbook|manual|leases?|tenanc(?:y|ies)|constitution|applications?"
    r"|complaints?|decisions?|EHC|EHCP|framework|NPPF|toolkit|strategy|standards?|terms|questionnaire|draft)\b"
)


@dataclass(frozen=True, slots=True)
class _Unit:
    """Words such as `sections 26(1) and 26A(1)`, and the law they belong to."""

    kind: str
    start: int
    end: int
    numbers: tuple[Number, ...]
    law: Law | None = None
    before: bool = False
    """Whether the law stands before it, and so reaches on to what follows."""


def provisions_in(text: str, paragraph: int) -> tuple[Provision, ...]:
    """Every provision the text of one paragraph cites, in order."""
    named = list(laws(text))
    if not named and not _DIGIT.search(text):
        return ()
    units = _joined(text, list(_units(text)))
    placed = _placed(text, units, named)
    taken = {unit.law.start for unit in placed if unit.law}
    found = [each for unit in placed for each in _provisions(text, unit, paragraph)]
    found += [
        Provision(law.name, law.kind, "", None, paragraph, law.start, law.end)
        for law in named
        if law.start not in taken
    ]
    return tuple(sorted(found, key=lambda each: (each.start, each.end)))


def _units(text: str) -> Iterator[_Unit]:
    for match in _UNIT.finditer(text):
        word = match["word"].lower().replace("-", "")
        kind = _KINDS.get(word) or word.removesuffix("s")
        at = match.end()
        found = dotted(text, at) if kind == "schedule" else []
        if not found:
            plural = len(word) > 1 and word.endswith("s")
            found = bracketed(text, at) if kind == "subsection" else numbers(text, at, plural)
        if kind == "schedule":  # a schedule has paragraphs; what its brackets mean is not sure
            found = [replace(each, normalised=None) if "(" in each.printed else each for each in found]
        if found:
            yield _Unit(kind, match.start(), found[-1].end, tuple(found))


def _joined(text: str, units: list[_Unit]) -> list[_Unit]:
    """Paragraphs joined with their schedule, subsections with their section, whichever stands first."""
    joined: list[_Unit] = []
    for unit in units:
        last = joined[-1] if joined else None
        whole = None
        if last is not None and len(last.numbers) == 1 and _INNER.get(unit.kind) == last.kind:
            whole = _outer_first(last, unit) if _between(_DOWN, text, last, unit) else None
        elif last is not None and len(unit.numbers) == 1 and _INNER.get(last.kind) == unit.kind:
            whole = _inner_first(text, last, unit) if _between(_UP, text, last, unit) else None
        if whole is None:
            joined.append(unit)
        else:
            joined[-1] = whole
    return joined


def _outer_first(outer: _Unit, inner: _Unit) -> _Unit | None:
    """`Schedule 5, paragraphs 4 and 5A`: the first of them carries the schedule in its words."""
    number = outer.numbers[0]
    if number.normalised is None or " " in number.normalised:
        return None
    found = [replace(each, normalised=_under(outer.kind, number, each)) for each in inner.numbers]
    return _Unit(outer.kind, outer.start, inner.end, (replace(found[0], start=number.start), *found[1:]))


def _inner_first(text: str, inner: _Unit, outer: _Unit) -> _Unit:
    """`paragraphs 4 and 5A of Schedule 5`: the last of them carries the schedule in its words."""
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
    """The pattern, if it fits all that stands between the two."""
    if second.start - first.end > 80:
        return None
    return pattern.fullmatch(text, first.end, second.start)


def _placed(text: str, units: list[_Unit], named: list[Law]) -> list[_Unit]:
    """Each unit with the law it belongs to, if the words tell."""
    placed: list[_Unit] = []
    sequence: list[_Unit | Law] = sorted((*units, *named), key=lambda each: (each.start, -each.end))
    behind = {id(one): other for one, other in pairwise(sequence)}
    last: _Unit | Law | None = None
    spent: Law | None = None
    for each in sequence:
        if isinstance(each, Law):
            last = None if each is spent else each
            continue
        following = behind.get(id(each))
        unit = _with_law_before(text, each, last)
        if isinstance(following, Law) and _is_of(text, unit, following, behind.get(id(following))):
            unit, spent = replace(unit, law=following, before=False), following
        placed.append(unit)
        last = unit
    return placed


def _with_law_before(text: str, unit: _Unit, last: _Unit | Law | None) -> _Unit:
    """The unit with the law right before it, or with the law of the unit right before it."""
    if isinstance(last, Law) and _between(_AFTER_LAW, text, last, unit):
        return replace(unit, law=last, before=True)
    if isinstance(last, _Unit) and last.before and _between(_CHAIN, text, last, unit):
        return replace(unit, law=last.law, before=True)
    return unit


def _is_of(text: str, unit: _Unit, law: Law, following: _Unit | Law | None) -> bool:
    """Whether the unit belongs to the law right after it."""
    if _between(_OF, text, unit, law):
        return True
    beside = _between(_BESIDE, text, unit, law)
    if beside is None or unit.law is not None:
        return False
    # "section 5, Housing Act 1996, section 193": of which Act section 5 is, the words do not tell.
    return not (beside[1] and isinstance(following, _Unit) and _between(_AFTER_LAW, text, law, following))


def _provisions(text: str, unit: _Unit, paragraph: int) -> Iterator[Provision]:
    """The provisions of a unit, if it is law at all."""
    if unit.law is None:
        if unit.kind not in _SURE and not (unit.kind == "article" and text[unit.start] == "A"):
            return
        if _OTHER_PAPER.match(text, unit.end):
            return
    name = unit.law.name if unit.law else None
    for place, number in enumerate(unit.numbers):
        start = unit.start if place == 0 else number.start
        printed = text[number.start : number.end]
        yield Provision(name, unit.kind, printed, number.normalised, paragraph, start, number.end)
