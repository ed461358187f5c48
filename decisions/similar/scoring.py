"""Score decisions by the keywords, grounds and category that they share: rare ones count much, common ones little."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log

import numpy as np

from decisions import search
from decisions.facets import Archive
from decisions.filters import NO_GROUND
from decisions.models import NOT_STATED
from decisions.similar.keywords import Keywords

_MOST_TERMS = 12


@dataclass(frozen=True, slots=True)
class Close:
    """A close decision: its primary key, its score (higher is closer), and what it shares."""

    id: int
    score: float
    grounds: tuple[str, ...]
    category: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Term:
    """A word or a pair of words, with the places (in the archive's columns) of the decisions that have it."""

    printed: str
    parts: tuple[str, ...]
    weight: float
    places: np.ndarray = field(repr=False)


def distinctive_limit(archive: Archive, from_decision: bool) -> int:
    """Return in how many decisions a word may occur and still be distinctive.

    One in forty, at most a thousand, for the words of a decision, which has many; one in ten, at most five thousand,
    for a reader's description, which may have nothing rarer than *school transport*. The 3 lets tiny archives match.
    """
    return min(1000, 3 + len(archive) // 40) if from_decision else min(5000, 3 + len(archive) // 10)


def close_to(keywords: Keywords, archive: Archive, own: int | None = None, most: int = 5) -> list[Close]:
    """Return the decisions closest to the keywords, at most `most`, the closest first. Two queries.

    `own` is the primary key of the decision that the keywords are from: its grounds and category count as well, and it
    is left out itself. A decision that shares no distinctive word is never returned.
    """
    terms = _terms(keywords, archive, own is not None)
    score = np.zeros(len(archive))
    for term in terms:
        score[term.places] += term.weight
    places = np.flatnonzero(score)
    at = archive.places(np.array([own], np.int64)) if own is not None else np.empty(0, np.int64)
    places = places[~np.isin(places, at)]
    shared = _shared_facts(archive, int(at[0]), places) if len(at) and len(places) else {}
    total = score[places] + sum((weight * has for weight, has in shared.values()), np.zeros(len(places)))
    best = np.lexsort((places, -total))[:most]
    return [_close(archive, int(places[each]), float(total[each]), int(each), shared, terms) for each in best]


def _terms(keywords: Keywords, archive: Archive, from_decision: bool) -> list[_Term]:
    """Return the pairs of words, then the most distinctive words, with the decisions that have them. Two queries."""
    most = distinctive_limit(archive, from_decision)
    words = _most_distinctive(keywords, archive, most, from_decision)
    pairs = keywords.phrases(words)
    if from_decision:  # its rare words are enough
        pairs = [pair for pair in pairs if any(keywords.representative(word) in words for word in pair)]
    phrases = [*map(" ".join, pairs), *words]
    ids = search.ids_by_phrase(phrases, most + 1) if phrases else []
    places = {phrase: archive.places(each) for phrase, each in zip(phrases, ids, strict=True) if len(each) <= most}
    terms = []
    for pair in pairs:
        parts = tuple(keywords.representative(word) or word for word in pair)
        if len(at := places.get(" ".join(pair), ())) and parts[0] != parts[1]:
            # A pair with a distinctive word weighs nothing, for that word is counted by itself.
            weight = 0 if any(part in words for part in parts) else log((len(archive) + 1) / len(at))
            terms.append(_Term(" ".join(map(keywords.printed, pair)), parts, weight, at))
    single = [(word, places[word]) for word in words if word in places]
    return terms + [_Term(keywords.printed(word), (word,), words[word], at) for word, at in single]


def _most_distinctive(keywords: Keywords, archive: Archive, most: int, from_decision: bool) -> dict[str, float]:
    """Return the most distinctive words, each with its weight: its count here times its rarity there. One query."""
    words = keywords.top
    counts = search.frequencies([each.word for each in words], most + 1) if words else []
    least = 2 if from_decision else 1  # the decision itself has each of its words
    weighed = [
        ((1 + log(max(each.count, 1))) * log((len(archive) + 1) / count), each.word)
        for each, count in zip(words, counts, strict=True)
        if least <= count <= most
    ]
    weighed.sort(key=lambda pair: (-pair[0], pair[1]))
    return {word: weight for weight, word in weighed[:_MOST_TERMS] if weight > 0}


def _shared_facts(archive: Archive, at: int, places: np.ndarray) -> dict[tuple[str, str], tuple[float, np.ndarray]]:
    """Return for each ground and category of the decision at a place its weight, and which of `places` share it."""
    shared = {}
    for name, base_weight in (("ground", 0.5), ("category", 0.25)):
        column, counts = archive.columns[name], archive.counts(name)
        for value, _ in column.values(at):
            if NOT_STATED in value.split("/") or value == NO_GROUND or (name == "ground" and "/" in value):
                continue
            weight = base_weight * log((len(archive) + 1) / counts[value])
            shared[name, value] = weight, column.mask(places, [value])
    return shared


def _close(
    archive: Archive,
    place: int,
    score: float,
    row: int,
    shared: Mapping[tuple[str, str], tuple[float, np.ndarray]],
    terms: Sequence[_Term],
) -> Close:
    has = [(name, archive.labels[name][value]) for (name, value), (_, rows) in shared.items() if rows[row]]
    words: list[str] = []
    mentioned: set[str] = set()
    for term in terms:  # pairs come first: *blue badge*, and then not *badge* again
        if not mentioned.issuperset(term.parts) and np.any(term.places == place):
            words.append(term.printed)
            mentioned.update(term.parts)
    return Close(
        int(archive.ids[place]),
        score,
        tuple(label for name, label in has if name == "ground"),
        next((label for name, label in reversed(has) if name == "category"), ""),
        tuple(words),
    )
