"""Where a document sends people instead.

The places, and the phrases that send people there, are data, in `signposts.toml`. They are searched for where the
Ombudsman gives reasons: in the summary, the assessment and the Final decision.
"""

import re
from collections.abc import Iterator
from functools import cache

from decisions.grounds.passages import Passage, passages
from decisions.grounds.pattern_set import PatternSet, longest
from decisions.mentions.mention import Signpost
from decisions.mentions.places import FROM_A_PLACE, PLACES, TO_A_PLACE
from decisions.mentions.signpost_guards import is_not_a_signpost
from decisions.parsing.document import Document

_REACH = 200
"""How many characters before the name of a place a phrase that sends people there may begin."""
_CHAMBER = re.compile(r"\s?\(([^()]{3,70})\)")
_PlaceSpan = tuple[str, int, int]
"""The slug of a place, and the start and end of words that send people there."""


@cache  # compiled when a name first occurs, since most never do
def _phrases_ending_with(name: str) -> PatternSet[None]:
    """Return the phrases that send people to a place and end with its name."""
    return PatternSet((None, phrase.format(name)) for phrase in TO_A_PLACE)


@cache
def _phrases_beginning_with(name: str) -> PatternSet[None]:
    """Return the phrases that begin with its name."""
    return PatternSet((None, phrase.format(name)) for phrase in FROM_A_PLACE)


@cache  # compiled on first use: a process that only serves pages never needs it
def _names() -> PatternSet[tuple[str, str]]:
    """Return the names of all places, each with the slug of its place."""
    return PatternSet(((slug, name), name) for slug, place in PLACES.items() for name in place.names)


@cache
def _own_phrases() -> PatternSet[str]:
    """Return the phrases of single places, which need no name, each with the slug of its place."""
    return PatternSet((slug, phrase) for slug, place in PLACES.items() for phrase in place.phrases)


def signposts(document: Document) -> tuple[Signpost, ...]:
    """Return every place that the document sends people to, with the words that do so, in the order of the text."""
    found = [each for passage in passages(document) for each in _in_passage(passage)]
    return tuple(sorted(found, key=lambda each: (each.paragraph, each.start, each.end, each.place)))


def _in_passage(passage: Passage) -> Iterator[Signpost]:
    spans = (span for span in _spans(passage) if not is_not_a_signpost(passage, span[1], span[2]))
    for slug, start, end in longest(spans):
        yield Signpost(slug, PLACES[slug].title, passage.number, passage.clause_start(start), end)


def _spans(passage: Passage) -> Iterator[_PlaceSpan]:
    folded = passage.folded
    for start, end, slug, name in _named(passage):
        reach = max(0, start - _REACH)
        for _, phrase in _phrases_ending_with(name).candidates(folded[reach:end]):
            for match in phrase.regex.finditer(folded, reach, end):
                if match.end() == end:
                    yield _in_chamber(folded, slug, match.start(), end)
        for _, phrase in _phrases_beginning_with(name).candidates(folded[start : end + 2 * _REACH]):
            if following := phrase.regex.match(folded, start):
                yield slug, start, following.end()
    yield from _own_phrases().spans(folded, passage.words)


def _named(passage: Passage) -> Iterator[tuple[int, int, str, str]]:
    """Yield where each place is named, its slug and its name, in order; a name inside a longer one does not count."""
    named = _names().spans(passage.folded, passage.words)
    reached = -1
    for (slug, name), start, end in sorted(named, key=lambda span: (span[1], -span[2])):
        if end > reached:
            reached = end
            yield start, end, slug, name


def _in_chamber(folded: str, slug: str, start: int, end: int) -> _PlaceSpan:
    """Return the tribunal named by the bracket of `First-tier Tribunal (Property Chamber)`; else the place itself."""
    if slug == "tribunal" and (bracket := _CHAMBER.match(folded, end)):
        for other, place in PLACES.items():
            if any(word in bracket[1] for word in place.chambers):
                return other, start, bracket.end()
    return slug, start, end
