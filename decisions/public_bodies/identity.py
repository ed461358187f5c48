"""The body that a printed name means. Two names with one key are one body; in doubt they have two keys."""

import re
from dataclasses import dataclass

from decisions.public_bodies import register
from decisions.public_bodies.register import COUNTY, RANKS, PrincipalCouncil, Reorganisation, fold

_WORD = "|".join((*RANKS, "unitary"))
_RANKS = rf"(?:{_WORD})(?: (?:and )?(?:{_WORD}))*"
_FORMS = [
    re.compile(form)
    for form in (
        # London Borough of Barnet; County of Herefordshire District Council
        rf"(?:council of the )?(?P<ranks>{_RANKS})(?: council)? of (?P<stem>.+?)(?: (?P<more>{_RANKS}))?(?: council)?",
        rf"(?P<stem>.+?) (?P<ranks>{_RANKS}) council",
        rf"(?P<stem>.+) (?P<ranks>{_RANKS}) council",  # Vale Royal Borough Council
        r"(?P<stem>.+?) council",
        r"council of the (?P<stem>.+)",
    )
]
_ABBREVIATIONS = {
    "lbc": "london borough council",
    "mbc": "metropolitan borough council",
    "mdc": "metropolitan district council",
    "bc": "borough council",
    "dc": "district council",
}  # but not "cc", which is a city council or a county council
_CORPORATION = {"city of london corporation", "corporation of london", "city of london"}
_LIMITED = re.compile(r"\blimited\b")


@dataclass(frozen=True, slots=True)
class Body:
    """The body that a printed name means: its key, its name today, and how it was reorganised, if it was."""

    key: str
    name: str
    reorganised: Reorganisation | None = None


def body_of(printed: str) -> Body:
    """Return the body that a name means; an unknown name means a body of its own. Never raises.

    A council is recognised in every usual spelling, and a reorganised one becomes its successor. Any other body is
    recognised only by the same words, apart from case, punctuation, “&” and “Limited”.
    """
    council = _council(fold(printed))
    if council is None:
        return Body(_LIMITED.sub("ltd", fold(printed)), printed)
    return _SUCCESSORS.get(council) or Body(council.key, printed)


def is_council(printed: str) -> bool:
    """Whether a name is that of a principal council of England, past or present."""
    return _council(fold(printed)) is not None


def _former(name: str) -> PrincipalCouncil:
    stem, _, rank = fold(name).rpartition(" ")
    return PrincipalCouncil(stem, frozenset({rank} if rank == COUNTY else {register.BOROUGH, register.DISTRICT, rank}))


_BY_FORMER = {
    _former(name): reorganisation for reorganisation in register.REORGANISED for name in reorganisation.former
}
_BY_STEM: dict[str, list[PrincipalCouncil]] = {}
for _each in (*register.LIVE, *_BY_FORMER, *map(_former, register.SPLIT)):  # today's first
    _BY_STEM.setdefault(_each.stem, []).append(_each)


def _council(folded: str) -> PrincipalCouncil | None:
    """Return the council of a folded name, or None if there is none or it is in doubt."""
    words = folded.removeprefix("the ")
    if words in _CORPORATION:
        return _BY_STEM["london"][0]
    first, _, last = words.rpartition(" ")
    words = f"{first} {_ABBREVIATIONS[last]}" if first and last in _ABBREVIATIONS else words
    for form in _FORMS:
        if (match := form.fullmatch(words)) and (council := _council_of_parts(match.groupdict())):
            return council
    return None


def _council_of_parts(parts: dict[str, str | None]) -> PrincipalCouncil | None:
    printed = f"{parts.get('ranks') or ''} {parts.get('more') or ''}".split()
    ranks = frozenset(printed) - {"and", "unitary"}
    stem = (parts["stem"] or "").removeprefix("the ")
    full_name, required = register.SHORT_FORMS.get(stem, (stem, None))
    if (required and not ranks & required) or (not ranks and full_name in register.NEEDS_A_RANK):
        return None
    return next((council for council in _BY_STEM.get(full_name, []) if ranks <= council.ranks), None)


def _successor(reorganisation: Reorganisation) -> Body:
    """Return the body that replaced these councils, one of today."""
    council = _council(fold(reorganisation.successor))
    if council is None or council not in register.LIVE:
        raise ValueError(f"{register.FILE}: the successor “{reorganisation.successor}” is not a council of today.")
    return Body(council.key, reorganisation.successor, reorganisation)


_SUCCESSORS = {former: _successor(reorganisation) for former, reorganisation in _BY_FORMER.items()}
