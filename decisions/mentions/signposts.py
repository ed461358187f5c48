"""Where a document sends people instead. Names and places are data, in `places`; how one is sent, in `sending`.

Sought where the Ombudsman gives reasons: the summary, the assessment and the Final decision.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from decisions.grounds.passages import Passage
from decisions.grounds.pattern_set import PatternSet
from decisions.grounds.patterns import Pattern, compile_phrase
from decisions.grounds.section_roles import SectionRole, passages
from decisions.mentions.mention import Signpost
from decisions.mentions.places import PLACES, Place
from decisions.mentions.signpost_phrases import FROM_A_PLACE, TO_A_PLACE, sends_nobody
from decisions.parsing.document import Document

_REACH = 200
"""How many characters before the name of a place the words that send there may begin."""
_CHAMBER = re.compile(r"\s?\(([^()]{3,70})\)")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a place."""

    place: Place
    words: str


@cache  # made when the name first comes up, since most never do
def _ending(name: str) -> PatternSet:
    """The sentences that send people to a place and end with its name."""
    return PatternSet(compile_phrase(sentence.format(name)) for sentence in TO_A_PLACE)


@cache
def _beginning(name: str) -> tuple[Pattern, ...]:
    """Those that begin with it."""
    return tuple(compile_phrase(sentence.format(name)) for sentence in FROM_A_PLACE)


_NAMES = tuple(_Name(place, name) for place in PLACES.values() for name in place.names)
_SENDERS = tuple((place, source) for place in PLACES.values() for source in place.phrases)
_Hit = tuple[Place, int, int]


@cache  # by whoever reads a decision first: those who only show them need not hold it
def _naming() -> PatternSet:
    """The names of all places."""
    return PatternSet(compile_phrase(name.words) for name in _NAMES)


@cache
def _sending() -> PatternSet:
    """The sentences that send people somewhere without a name."""
    return PatternSet(compile_phrase(source) for _, source in _SENDERS)


def signposts(document: Document) -> tuple[Signpost, ...]:
    """Every place the document sends people to, with the words that do, in the order of the text."""
    found = [each for room, passage in passages(document) for each in _in_passage(passage, room)]
    return tuple(sorted(found, key=lambda each: (each.paragraph, each.start, each.end, each.place)))


def _in_passage(passage: Passage, room: SectionRole) -> Iterator[Signpost]:
    in_assessment = room is SectionRole.ASSESSMENT
    hits = [hit for hit in _hits(passage) if not sends_nobody(passage, hit[1], hit[2], in_assessment)]
    for place, start, end in _merged(hits):
        yield Signpost(place.slug, place.title, passage.number, passage.clause_start(start), end)


def _hits(passage: Passage) -> Iterator[_Hit]:
    folded = passage.folded
    for start, end, name in _named(passage):
        for begin in _begun(folded, max(0, start - _REACH), end, _ending(name.words)):
            yield _in_chamber(passage, name.place, begin, end)
        for sentence in _beginning(name.words):
            if found := sentence.regex.match(folded, start):
                yield name.place, start, found.end()
    for which, start, end in _sending().spans(folded, passage.words):
        yield _SENDERS[which][0], start, end


def _begun(folded: str, reach: int, end: int, sentences: PatternSet) -> Iterator[int]:
    """Where each sentence that ends here begins, no farther back than `reach`."""
    for place in sentences.candidates(folded[reach:end]):
        for match in sentences.patterns[place].regex.finditer(folded, reach, end):
            if match.end() == end:
                yield match.start()


def _named(passage: Passage) -> Iterator[tuple[int, int, _Name]]:
    """Where each place is named, in order: a name inside a longer one is none."""
    spans = [(start, end, _NAMES[which]) for which, start, end in _naming().spans(passage.folded, passage.words)]
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
