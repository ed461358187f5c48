"""Where a document sends people instead.

The places, and the phrases that send people there, are data, in `signposts.toml`. They are searched for where the
Ombudsman gives reasons: in the summary, the assessment and the Final decision.
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
from decisions.mentions.places import FROM_A_PLACE, PLACES, TO_A_PLACE, Place
from decisions.mentions.signpost_guards import is_not_a_signpost
from decisions.parsing.document import Document

_REACH = 200
"""How many characters before the name of a place a phrase that sends people there may begin."""
_CHAMBER = re.compile(r"\s?\(([^()]{3,70})\)")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a place."""

    place: Place
    words: str


@cache  # compiled when a name first occurs, since most never do
def _phrases_ending_with(name: str) -> PatternSet:
    """Return the phrases that send people to a place and end with its name."""
    return PatternSet(compile_phrase(sentence.format(name)) for sentence in TO_A_PLACE)


@cache
def _phrases_beginning_with(name: str) -> tuple[Pattern, ...]:
    """Return the phrases that begin with its name."""
    return tuple(compile_phrase(sentence.format(name)) for sentence in FROM_A_PLACE)


_NAMES = tuple(_Name(place, name) for place in PLACES.values() for name in place.names)
_OWN_PHRASES = tuple((place, source) for place in PLACES.values() for source in place.phrases)
_PlaceSpan = tuple[Place, int, int]


@cache  # compiled on first use: a process that only serves pages never needs it
def _names() -> PatternSet:
    """Return the names of all places."""
    return PatternSet(compile_phrase(name.words) for name in _NAMES)


@cache
def _own_phrases() -> PatternSet:
    """Return the phrases of single places, which need no name."""
    return PatternSet(compile_phrase(source) for _, source in _OWN_PHRASES)


def signposts(document: Document) -> tuple[Signpost, ...]:
    """Return every place that the document sends people to, with the words that do so, in the order of the text."""
    found = [each for role, passage in passages(document) for each in _in_passage(passage, role)]
    return tuple(sorted(found, key=lambda each: (each.paragraph, each.start, each.end, each.place)))


def _in_passage(passage: Passage, role: SectionRole) -> Iterator[Signpost]:
    in_assessment = role is SectionRole.ASSESSMENT
    spans = [span for span in _spans(passage) if not is_not_a_signpost(passage, span[1], span[2], in_assessment)]
    for place, start, end in _merged(spans):
        yield Signpost(place.slug, place.title, passage.number, passage.clause_start(start), end)


def _spans(passage: Passage) -> Iterator[_PlaceSpan]:
    folded = passage.folded
    for start, end, name in _named(passage):
        for begin in _starts(folded, max(0, start - _REACH), end, _phrases_ending_with(name.words)):
            yield _in_chamber(passage, name.place, begin, end)
        for phrase in _phrases_beginning_with(name.words):
            if match := phrase.regex.match(folded, start):
                yield name.place, start, match.end()
    for index, start, end in _own_phrases().spans(folded, passage.words):
        yield _OWN_PHRASES[index][0], start, end


def _starts(folded: str, reach: int, end: int, phrases: PatternSet) -> Iterator[int]:
    """Yield where each phrase that ends at `end` begins, no earlier than `reach`."""
    for index in phrases.candidates(folded[reach:end]):
        for match in phrases.patterns[index].regex.finditer(folded, reach, end):
            if match.end() == end:
                yield match.start()


def _named(passage: Passage) -> Iterator[tuple[int, int, _Name]]:
    """Yield where each place is named, in order; a name inside a longer one does not count."""
    named = [(start, end, _NAMES[index]) for index, start, end in _names().spans(passage.folded, passage.words)]
    reached = -1
    for start, end, name in sorted(named, key=lambda span: (span[0], -span[1])):
        if end > reached:
            reached = end
            yield start, end, name


def _in_chamber(passage: Passage, place: Place, start: int, end: int) -> _PlaceSpan:
    """Return the tribunal named by the bracket of `First-tier Tribunal (Property Chamber)`; else the place itself."""
    bracket = _CHAMBER.match(passage.folded, end) if place.slug == "tribunal" else None
    for other in PLACES.values() if bracket else ():
        if bracket and any(word in bracket[1] for word in other.chambers):
            return other, start, bracket.end()
    return place, start, end


def _merged(spans: list[_PlaceSpan]) -> list[_PlaceSpan]:
    """Return the longest of overlapping spans of one place, for every place."""
    merged: list[_PlaceSpan] = []
    for span in sorted(spans, key=lambda span: (span[0].slug, span[1], -span[2])):
        last = merged[-1] if merged else None
        if last is None or last[0] is not span[0] or last[2] <= span[1]:
            merged.append(span)
        elif span[2] - span[1] > last[2] - last[1]:
            merged[-1] = span
    return merged
