"""Where a document sends people instead. Names and places are data, in `places`; how one is sent, in `sending`.

Sought where the Ombudsman gives reasons: the summary, the assessment and the Final decision.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from decisions.grounds.passages import Passage
from decisions.grounds.phrases import Phrase, phrase
from decisions.grounds.rooms import Room, passages
from decisions.mentions.mention import Signpost
from decisions.mentions.places import PLACES, Place
from decisions.mentions.sending import FROM_A_PLACE, TO_A_PLACE, sends_nobody
from decisions.parsing.document import Document

_REACH = 200
"""How many characters before the name of a place the words that send there may begin."""
_CHAMBER = re.compile(r"\s?\(([^()]{3,70})\)")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a place."""

    place: Place
    source: str
    name: Phrase


@cache
def _all_names() -> tuple[_Name, ...]:
    return tuple(_Name(place, name, phrase(name)) for place in PLACES.values() for name in place.names)


@cache
def _with_name(sentences: tuple[str, ...], name: str) -> tuple[Phrase, ...]:
    """The sentences that send people to a place of this name. Compiled when a text has it: all take a second."""
    return tuple(phrase(sentence.format(name)) for sentence in sentences)


@cache
def _whole() -> tuple[tuple[Place, Phrase], ...]:
    return tuple((place, phrase(source)) for place in PLACES.values() for source in place.phrases)


_Hit = tuple[Place, int, int]


def signposts(document: Document) -> tuple[Signpost, ...]:
    """Every place the document sends people to, with the words that do, in the order of the text."""
    rooms = tuple(passages(document))
    text = "\n".join(passage.folded for _, passage in rooms)
    names = [name for name in _all_names() if name.name.may_stand_in(text)]
    found = [each for room, passage in rooms for each in _in_passage(passage, room, names)]
    return tuple(sorted(found, key=lambda each: (each.paragraph, each.start, each.end, each.place)))


def _in_passage(passage: Passage, room: Room, names: Iterable[_Name]) -> Iterator[Signpost]:
    in_assessment = room is Room.ASSESSMENT
    hits = [hit for hit in _hits(passage, names) if not sends_nobody(passage, hit[1], hit[2], in_assessment)]
    for place, start, end in _merged(hits):
        yield Signpost(place.slug, place.title, passage.number, passage.clause(start), end)


def _hits(passage: Passage, names: Iterable[_Name]) -> Iterator[_Hit]:
    folded = passage.folded
    for start, end, name in _named(folded, names):
        for sentence in _with_name(TO_A_PLACE, name.source):
            for match in sentence.pattern.finditer(folded, max(0, start - _REACH), end):
                if match.end() == end:
                    yield _in_chamber(passage, name.place, match.start(), end)
        for sentence in _with_name(FROM_A_PLACE, name.source):
            if found := sentence.pattern.match(folded, start):
                yield name.place, start, found.end()
    for place, whole in _whole():
        for start, end in whole.spans(folded):
            yield place, start, end


def _named(folded: str, names: Iterable[_Name]) -> Iterator[tuple[int, int, _Name]]:
    """Where each place is named, in order: a name inside a longer one is none."""
    spans = [(start, end, name) for name in names for start, end in name.name.spans(folded)]
    reached = -1
    for start, end, name in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > reached:
            reached = end
            yield start, end, name


def _in_chamber(passage: Passage, place: Place, start: int, end: int) -> _Hit:
    """`First-tier Tribunal (Property Chamber)` is the tribunal the bracket names."""
    bracket = _CHAMBER.match(passage.folded, end) if place.slug == "tribunal" else None
    for other in PLACES.values() if bracket else ():
        if bracket and any(word in bracket[1] for word in other.chambers):
            return other, start, bracket.end()
    return place, start, end


def _merged(hits: list[_Hit]) -> list[_Hit]:
    """Of overlapping spans of one place, the longest."""
    merged: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit[0].slug, hit[1], -hit[2])):
        last = merged[-1] if merged else None
        if last is None or last[0] is not hit[0] or last[2] <= hit[1]:
            merged.append(hit)
        elif hit[2] - hit[1] > last[2] - last[1]:
            merged[-1] = hit
    return merged
