"""Which decisions are close to words, grounds and a category: what is rare counts much, what is common little."""

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
    """A decision that is close: its key, how close (the more the closer), and what they have in common."""

    id: int
    score: float
    grounds: tuple[str, ...]
    category: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Term:
    """A word, or words side by side, with the ids of the decisions that have it."""

    printed: str
    parts: tuple[str, ...]
    weight: float
    places: np.ndarray = field(repr=False)


def distinctive_limit(archive: Archive, from_decision: bool) -> int:
    """In how many decisions a word may stand and still be telling.

    One in forty, a thousand at most, for the words of a decision, which has many; one in ten, and five thousand at
    most, for what somebody tells, who may say nothing rarer than *school transport*.
    """
    return min(1000, 3 + len(archive) // 40) if from_decision else min(5000, 3 + len(archive) // 10)


def close_to(keywords: Keywords, archive: Archive, own: int | None = None, most: int = 5) -> list[Close]:
    """The decisions closest to words, so many at most, the closest first. Two queries.

    `own` is the key of the decision whose words they are: its grounds and its category count as well, and it is not
    close to itself. Only a decision that shares a telling word is close to anything.
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
    """The most telling words, and pairs of them, with the decisions that have them; the pairs first. Two queries."""
    most = distinctive_limit(archive, from_decision)
    words = _most_distinctive(keywords, archive, most, from_decision)
    pairs = keywords.phrases(words)
    if from_decision:  # its rare words are enough
        pairs = [pair for pair in pairs if any(keywords.representative(word) in words for word in pair)]
    phrases = [*map(" ".join, pairs), *words]
    ids = search.backend().ids_by_phrase(phrases, most + 1) if phrases else []
    places = {phrase: archive.places(each) for phrase, each in zip(phrases, ids, strict=True) if len(each) <= most}
    terms = []
    for pair in pairs:
        parts = tuple(keywords.representative(word) or word for word in pair)
        if len(at := places.get(" ".join(pair), ())) and parts[0] != parts[1]:
            # Where one of its words tells by itself, that one counts.
            weight = 0 if any(part in words for part in parts) else log((len(archive) + 1) / len(at))
            terms.append(_Term(" ".join(map(keywords.printed, pair)), parts, weight, at))
    single = [(word, places[word]) for word in words if word in places]
    return terms + [_Term(keywords.printed(word), (word,), words[word], at) for word, at in single]


def _most_distinctive(keywords: Keywords, archive: Archive, most: int, from_decision: bool) -> dict[str, float]:
    """The words that tell most, each with how much. One query."""
    words = keywords.top
    counts = search.backend().frequencies([each.word for each in words], most + 1) if words else []
    least = 2 if from_decision else 1  # the decision itself has each of its words
    weighed = [
        ((1 + log(max(each.count, 1))) * log((len(archive) + 1) / count), each.word)
        for each, count in zip(words, counts, strict=True)
        if least <= count <= most
    ]
    weighed.sort(key=lambda pair: (-pair[0], pair[1]))
    return {word: weight for weight, word in weighed[:_MOST_TERMS] if weight > 0}


def _shared_facts(archive: Archive, at: int, places: np.ndarray) -> dict[tuple[str, str], tuple[float, np.ndarray]]:
    """Each ground and category of the decision at a place: how much sharing it counts, and which of the others do."""
    counts = archive.select(None, {}).counts
    shared = {}
    for name, base_weight in (("ground", 0.5), ("category", 0.25)):
        column = archive.columns[name]
        for value, _ in column.values(at):
            if NOT_STATED in value.split("/") or value == NO_GROUND or (name == "ground" and "/" in value):
                continue
            weight = base_weight * log((len(archive) + 1) / counts[name][value])
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
    for term in terms:  # those side by side come first: *blue badge*, and then not *badge* again
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
