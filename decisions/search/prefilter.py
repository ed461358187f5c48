"""A cheap estimate of which texts match a query, and how well, to spare the index most of them. Pure.

Only the index knows exactly what matches and highlights it, but it is slow over many texts. A word whose stem is
`univers` starts with `univer`, so a regular expression finds candidates. Estimates are never too low: a text with the
estimate 0 does not match.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from math import log

from decisions.search.columns import WEIGHTS
from decisions.search.provisions import provision_in_words
from decisions.search.query import Atom, ProvisionTerm, Query, Term

_K1, _B = 1.2, 0.75  # BM25's parameters, as FTS5 has them
_LEAST_IDF = 1e-6  # of a word that most texts have; also the score of a text that cannot be judged
_FOLDS = re.compile("[^\x00-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2000-\u20cf]")  # characters that may fold to a letter
_APART = r"[\W_]+"
_REST = r"[^\W_]*"


def estimate_scores(
    query: Query,
    texts: Sequence[str],
    columns: Sequence[str],
    stem_prefix: Callable[[str], str],
    fold: Callable[[str], str],
) -> list[float]:
    """Return for each text, given with its column of the index, how well it may match; 0: not at all.

    `stem_prefix` gives the letters that every form of a folded word starts with; `fold` removes case and accents.
    """
    patterns = [_pattern(atom, stem_prefix, fold) for atom in query.atoms]
    folded = [text.lower() for text in texts]
    odd = [place for place, text in enumerate(folded) if not text.isascii() and _FOLDS.search(text)]
    for place in odd:
        folded[place] = fold(folded[place])
    counts = [_occurrences(pattern, first, folded) for first, pattern in patterns]
    idfs = [_idf(len(each), len(texts)) for each in counts]
    usual = sum(map(len, folded)) / max(len(texts), 1) or 1
    scores = [_LEAST_IDF if query.has_prefixes else 0.0] * len(texts)
    for place in odd:
        scores[place] = _LEAST_IDF
    for place in set().union(*counts):
        frequencies = [each.get(place, 0) * WEIGHTS[columns[place]] for each in counts]
        scores[place] = _score(idfs, frequencies, len(folded[place]) / usual)
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


def _pattern(atom: Atom, stem_prefix: Callable[[str], str], fold: Callable[[str], str]) -> tuple[str, re.Pattern[str]]:
    """Return letters that a text must contain, and a pattern that it must match, to have the atom."""
    terms = provision_in_words(atom) if isinstance(atom, ProvisionTerm) else (atom,)
    prefixes = [tuple(_prefixes(term, stem_prefix, fold)) for term in terms]
    return _compiled(tuple(prefixes))


def _prefixes(term: Term, stem_prefix: Callable[[str], str], fold: Callable[[str], str]) -> Iterable[str]:
    for place, word in enumerate(term.words):
        if term.prefix and place == len(term.words) - 1:
            yield fold(word)
        else:
            yield stem_prefix(fold(word))


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
