"""Suggestions for the search box: councils, grounds, categories and frequent words."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from decisions import facets
from decisions.facets import Archive
from decisions.filters import NO_GROUND, DecisionFilter
from decisions.models import NOT_STATED, Decision, snapshot
from decisions.parsing.lines import INVISIBLE
from decisions.search.stopwords import WORDS
from decisions.search.words import fold, folded, spans

_LONGEST = 100  # characters; longer input gets no suggestions
_SHORTEST = 2
_MOST_OF_A_KIND, _MOST_TERMS = 3, 5
_SAMPLE = 1_000  # decisions whose summaries are counted
_LEAST_SUMMARIES = 2  # of the sample that a word must be in
_FACETS = ("council", "ground", "category")
_TERM = re.compile(r"[^\W\d_]{3,30}")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggestion to pick: a value of a facet to filter by, or words to search for."""

    kind: str
    label: str
    words: str
    """The content of the search box once it is picked."""
    parameter: str = ""
    """The query parameter of the facet; empty for words."""
    value: str = ""


class _Vocabulary:
    """All that can be suggested at one revision of the archive: facet values with their words, and frequent words."""

    def __init__(self, archive: Archive) -> None:
        counts = {name: archive.counts(name) for name in _FACETS}
        self.values = [
            (name, value, label, _words(label), counts[name][value])
            for name in _FACETS
            for value, label in _facet_labels(archive, name)
        ]
        self.counts = _frequent(archive)
        self.terms = sorted(self.counts)

    def starting_with(self, letters: str) -> list[str]:
        """Return the frequent words starting with these letters, the most frequent first."""
        first, last = bisect_left(self.terms, letters), bisect_left(self.terms, f"{letters}\U0010ffff")
        return sorted(self.terms[first:last], key=lambda term: (-self.counts[term], term))

    def matching(self, typed: list[str]) -> list[tuple[str, str, str]]:
        """Return name, value and label of the facet values that have a word starting with each typed word.

        Values that start with the first typed word come first, then the most frequent.
        """
        found = [
            (not words[0].startswith(typed[0]), -number, label, name, value)
            for name, value, label, words, number in self.values
            if words and all(any(word.startswith(each) for word in words) for each in typed)
        ]
        return [(name, value, label) for _, _, label, name, value in sorted(found)]


@lru_cache(maxsize=1)
def _vocabulary(archive: Archive) -> _Vocabulary:
    """Return the vocabulary of an archive. One query if the archive has changed since the last call."""
    return _Vocabulary(archive)


def suggestions(typed: str) -> list[Suggestion]:
    """Return suggestions for what was typed so far; none within quotes or after an operator. At most two queries."""
    visible = INVISIBLE.sub("", typed).lstrip()
    before, letters = _split_last_word(visible)
    if not letters or len(visible) > _LONGEST:
        return []
    with snapshot():
        vocabulary = _vocabulary(facets.columns())
    return [*_facet_values(vocabulary, visible, before, letters), *_terms(vocabulary, visible, before, letters)]


def _split_last_word(typed: str) -> tuple[str, str]:
    """Return the text before the last word, and the last word folded; "" where it is too short or within quotes."""
    before, _, last = typed.rpartition(" ")
    is_word = len(last) >= _SHORTEST and last.isalpha() and before.count('"') % 2 == 0
    return (before, folded(last)) if is_word else (before, "")


def _facet_values(vocabulary: _Vocabulary, typed: str, before: str, letters: str) -> Iterable[Suggestion]:
    """Yield facet values for all that was typed; where there are none, for its last word."""
    offered: Counter[str] = Counter()
    rest, found = "", vocabulary.matching(_words(typed))
    if not found and before:
        rest, found = before, vocabulary.matching([letters])
    for name, value, label in found:
        offered[name] += 1
        if offered[name] <= _MOST_OF_A_KIND:
            yield Suggestion(DecisionFilter.declared()[name].label, label, rest, name, value)


def _terms(vocabulary: _Vocabulary, typed: str, before: str, letters: str) -> list[Suggestion]:
    """Return frequent words for the last two words typed, then for the last one."""
    rest, _, word = before.rpartition(" ")
    found = (
        [f"{rest} {term}".lstrip() for term in vocabulary.starting_with(f"{folded(word)} {letters}")] if word else []
    )
    found += [f"{before} {term}".lstrip() for term in vocabulary.starting_with(letters)]
    fresh = [each for each in dict.fromkeys(found) if each != typed]
    return [Suggestion("Words", each, each) for each in fresh[:_MOST_TERMS]]


def _facet_labels(archive: Archive, name: str) -> Iterable[tuple[str, str]]:
    for value, label in archive.labels[name].items():
        top, _, below = value.partition("/")
        if NOT_STATED in (top, below) or value == NO_GROUND or (below and name == "ground"):
            continue
        yield value, f"{archive.labels[name][top]}: {label}" if below else label


def _frequent(archive: Archive) -> Counter[str]:
    """Return in how many summaries of a sample each word, and each pair of neighbouring words, occurs. One query."""
    step = max(1, -(-len(archive) // _SAMPLE))
    ids = archive.ids[::step].tolist()
    found: Counter[str] = Counter()
    for summary in Decision.objects.published().filter(pk__in=ids).order_by().values_list("summary", flat=True):
        found.update(_terms_of(fold(summary)))
    return Counter({term: times for term, times in found.items() if times >= _LEAST_SUMMARIES})


def _terms_of(text: str) -> set[str]:
    terms = set()
    before, end_before = "", -1
    for start, end in spans(text):
        word = folded(text[start:end])
        if not _TERM.fullmatch(word) or word in WORDS:
            before = ""
            continue
        terms.add(word)
        if before and text[end_before:start] == " ":
            terms.add(f"{before} {word}")
        before, end_before = word, end
    return terms


def _words(text: str) -> list[str]:
    return [folded(text[start:end]) for start, end in spans(text)]
