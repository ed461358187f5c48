"""BM25 as FTS5 computes it, over the texts at hand. Pure."""

from collections.abc import Iterable, Sequence, Set
from itertools import chain
from math import log
from typing import NamedTuple

Run = tuple[int, int]
"""The positions of the first and the last of adjacent words."""

_K1, _B = 1.2, 0.75  # as FTS5 has them
_LEAST_IDF = 1e-6  # of a word that most texts have


class SearchTerm(NamedTuple):
    """A term: the words that match at each of its positions, and the column to search (empty: any)."""

    words: Sequence[Set[str]]
    column: str = ""


class Text(NamedTuple):
    """A text: its words, its column and the weight of that column."""

    words: Sequence[str]
    column: str = ""
    weight: float = 1.0


def score_texts(terms: Sequence[SearchTerm], texts: Sequence[Text]) -> list[tuple[float, list[Run]]]:
    """Return for each text its score, 0 or lower, lower being better, and where it has any of the terms."""
    found = [[_runs(term, text) for term in terms] for text in texts]
    usual = sum(len(text.words) for text in texts) / max(len(texts), 1)
    idfs = [_idf(sum(1 for runs in found if runs[place]), len(texts)) for place in range(len(terms))]
    return [
        (_score(idfs, [len(each) * text.weight for each in runs], len(text.words) / (usual or 1)), _apart(runs))
        for text, runs in zip(texts, found, strict=True)
    ]


def _runs(term: SearchTerm, text: Text) -> list[Run]:
    if term.column not in ("", text.column):
        return []
    first, *rest = term.words
    return [
        (place, place + len(rest))
        for place, word in enumerate(text.words)
        if word in first and _follow(rest, text.words[place + 1 : place + 1 + len(rest)])
    ]


def _follow(wanted: Sequence[Set[str]], words: Sequence[str]) -> bool:
    return len(words) == len(wanted) and all(word in each for word, each in zip(words, wanted, strict=True))


def _idf(matching: int, texts: int) -> float:
    return max(log((texts - matching + 0.5) / (matching + 0.5)), _LEAST_IDF)


def _score(idfs: Sequence[float], frequencies: Sequence[float], length: float) -> float:
    longer = _K1 * (1 - _B + _B * length)
    return -sum(idf * often * (_K1 + 1) / (often + longer) for idf, often in zip(idfs, frequencies, strict=True))


def _apart(runs: Iterable[Iterable[Run]]) -> list[Run]:
    """Return the runs of all terms in order, overlapping ones merged."""
    apart: list[Run] = []
    for first, last in sorted(chain.from_iterable(runs)):
        if apart and first <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(last, apart[-1][1])
        else:
            apart.append((first, last))
    return apart
