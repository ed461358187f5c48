"""Spellings of a word that the archive has: which of its words are a slip or two away."""

from collections.abc import Sequence
from difflib import get_close_matches
from itertools import chain

from django.db import connection

from decisions.search.words import folded

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONGEST = 25  # letters of a word that anybody mistypes
_SHORTEST = 4
_MOST = 1500  # words compared letter by letter
_NEAR = 0.78  # how much alike two words must be, from 0 to 1
_BEGINNING = 4  # letters; so few words of the archive share them that reading all is cheap
_LAST = "\U0010ffff"  # stands after every letter
_NEARLY = """SELECT word FROM decisions_searchword WHERE word IN ({slips}) UNION ALL
    SELECT word FROM decisions_searchword WHERE word >= %s AND word < %s AND length(word) BETWEEN %s AND %s"""
_ALIKE = """SELECT word FROM (SELECT word FROM decisions_searchword
    WHERE word >= %s AND word < %s AND length(word) BETWEEN %s AND %s LIMIT %s) AS alike"""


def spellings(words: Sequence[str], limit: int = 5) -> dict[str, list[str]]:
    """For each word those of the archive that somebody may have meant, the likeliest first. At most two queries.

    First those one slip away, looked up as they are; else those alike among the words that begin alike.
    """
    typed = {word: folded(word) for word in words}
    typed = {word: each for word, each in typed.items() if _SHORTEST <= len(each) <= _LONGEST and each.isalpha()}
    near = _nearly(list(typed.values()))
    slips = {word: [other for other in near if _is_slip(other, each)] for word, each in typed.items()}
    found = {word: get_close_matches(each, slips[word], n=limit, cutoff=0) for word, each in typed.items()}
    alike = _beginning_alike([each for word, each in typed.items() if not found[word]])
    return {word: found[word] or get_close_matches(typed[word], alike, n=limit, cutoff=_NEAR) for word in typed}


def _nearly(typed: Sequence[str]) -> set[str]:
    """Words that the archive has, among them all that are a slip away from one of these. One query at most.

    A slip behind the first letters leaves a word beside the one typed; only the others are looked up one by one.
    """
    if not typed:
        return set()
    parts, parameters = [], []
    for word in typed:
        apart, begin = _slips(word), word[:_BEGINNING]
        parts.append(_NEARLY.format(slips=", ".join(["%s"] * len(apart))))
        parameters += [*apart, begin, begin + _LAST, len(word) - 1, len(word) + 1]
    return _words(" UNION ALL ".join(parts), parameters)


def _slips(typed: str) -> list[str]:
    """Every word that a slip in the first letters makes: one letter less, swapped, other, or more."""
    cuts = [(typed[:place], typed[place:]) for place in range(_BEGINNING)]
    fewer = [a + b[1:] for a, b in cuts]
    swapped = [a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1]
    other = [a + letter + b[1:] for a, b in cuts for letter in _LETTERS]
    return fewer + swapped + other + [a + letter + b for a, b in cuts for letter in _LETTERS]


def _is_slip(word: str, typed: str) -> bool:
    """Whether a word is one letter more, less, other, or swapped away from another."""
    both = zip(word, typed, strict=False)
    same = next((place for place, (a, b) in enumerate(both) if a != b), min(len(word), len(typed)))
    a, b = word[same:], typed[same:]
    return word != typed and (b in (a[1:], a[1::-1] + a[2:]) or b[1:] in (a, a[1:]))


def _beginning_alike(words: Sequence[str]) -> set[str]:
    """The archive's words of about the length of one of these that begin as it does. One query at most."""
    parameters = [(word[:2], word[:2] + _LAST, len(word) - 2, len(word) + 2, _MOST) for word in words]
    return _words(" UNION ALL ".join([_ALIKE] * len(words)), list(chain.from_iterable(parameters))) if words else set()


def _words(sql: str, parameters: Sequence[str | int]) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return {row[0] for row in cursor.fetchall()}
