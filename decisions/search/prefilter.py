"""A cheap estimate of which texts match a query, and how well, to spare the index most of them. No database.

Only the index knows exactly what matches and highlights it, but it is slow over many texts. A word whose stem is
`univers` starts with `univer`, so a regular expression finds candidates. Estimates are never too low: a text with the
estimate 0 does not match.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import log

from decisions.search.columns import WEIGHTS
from decisions.search.in_memory_fts import stem_prefix
from decisions.search.provisions import provision_in_words
from decisions.search.query import Atom, ProvisionTerm, Query, Term
from decisions.search.words import fold, folded

_K1, _B = 1.2, 0.75  # BM25's parameters, as FTS5 has them
_LEAST_IDF = 1e-6  # of a word that most texts have; also the score of a text that cannot be judged
_FOLDS = re.compile("[^\x00-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2000-\u20cf]")  # characters that may fold to a letter
_APART = r"[\W_]+"
_REST = r"[^\W_]*"


def estimate_scores(query: Query, texts: Sequence[str], columns: Sequence[str]) -> list[float]:
    """Estimate how well each text, given with its column of the index, matches; 0 for one that cannot match."""
    patterns = [_pattern(atom) for atom in query.atoms]
    lower = [fold(text).lower() for text in texts]
    odd = [place for place, text in enumerate(lower) if not text.isascii() and _FOLDS.search(text)]
    for place in odd:
        lower[place] = folded(lower[place])
    counts = [_occurrences(pattern, first, lower) for first, pattern in patterns]
    idfs = [_idf(len(each), len(texts)) for each in counts]
    usual = sum(map(len, lower)) / max(len(texts), 1) or 1
    scores = [_LEAST_IDF if query.has_prefixes else 0.0] * len(texts)
    for place in odd:
        scores[place] = _LEAST_IDF
    for place in set().union(*counts):
        frequencies = [each.get(place, 0) * WEIGHTS[columns[place]] for each in counts]
        scores[place] = _score(idfs, frequencies, len(lower[place]) / usual)
    return scores


def _occurrences(pattern: re.Pattern[str], letters: str, texts: Sequence[str]) -> dict[int, int]:
    """Count the matches of a pattern, all starting with these letters, by text; texts without a match are left out."""
    counts = {place: len(pattern.findall(text)) for place, text in enumerate(texts) if letters in text}
    return {place: count for place, count in counts.items() if count}


def _idf(matching: int, texts: int) -> float:
    return max(log((texts - matching + 0.5) / (matching + 0.5)), _LEAST_IDF)


def _score(idfs: Sequence[float], frequencies: Sequence[float], length: float) -> float:
    longer = _K1 * (1 - _B + _B * length)
    return sum(
        idf * often * (_K1 + 1) / (often + longer) for idf, often in zip(idfs, frequencies, strict=True) if often
    )


def _pattern(atom: Atom) -> tuple[str, re.Pattern[str]]:
    """Return letters that a text must contain, and a pattern that it must match, to have the atom."""
    terms = provision_in_words(atom) if isinstance(atom, ProvisionTerm) else (atom,)
    return _compiled(tuple(_beginnings(term) for term in terms))


def _beginnings(term: Term) -> tuple[str, ...]:
    *others, last = map(folded, term.words)
    return *map(stem_prefix, others), last if term.prefix else stem_prefix(last)


@lru_cache(maxsize=500)
def _compiled(alternatives: tuple[tuple[str, ...], ...]) -> tuple[str, re.Pattern[str]]:
    phrases = [
        _APART.join([_at_start(words[0]), *(re.escape(begin) + _REST for begin in words[1:])]) for words in alternatives
    ]
    first = alternatives[0][0] if len(alternatives) == 1 else ""
    return first, re.compile("|".join(phrases))


def _at_start(begin: str) -> str:
    """Return a pattern for words that start like this. The letters come first, so that the engine can skip to them."""
    letters = re.escape(begin)
    return rf"{letters}(?<![^\W_]{letters}){_REST}"
