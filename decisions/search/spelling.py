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


def spellings(words: Sequence[str], most: int = 5) -> dict[str, list[str]]:
    """For each word those of the archive that somebody may have meant, the likeliest first. At most two queries.

    First those one slip away, looked up as they are; else those alike among the words that begin alike.
    """
    typed = {word: folded(word) for word in words}
    typed = {word: each for word, each in typed.items() if _SHORTEST <= len(each) <= _LONGEST and each.isalpha()}
    slips = {word: _slips(each) - {each} for word, each in typed.items()}
    held = _held(sorted(set().union(*slips.values())))
    found = {word: get_close_matches(typed[word], held & slips[word], n=most, cutoff=0) for word in typed}
    rest = [each for word, each in typed.items() if not found[word]]
    alike = _beginning_alike(rest)
    return {word: found[word] or get_close_matches(typed[word], alike, n=most, cutoff=_NEAR) for word in typed}


def _held(words: Sequence[str]) -> set[str]:
    """Those of the words that the archive has."""
    if not words:
        return set()
    marks = ", ".join(["%s"] * len(words))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT word FROM decisions_searchword WHERE word IN ({marks})", words)  # noqa: S608
        return {row[0] for row in cursor.fetchall()}


def _slips(typed: str) -> set[str]:
    """Every word that is one letter more, less, other, or swapped away."""
    cuts = [(typed[:place], typed[place:]) for place in range(len(typed) + 1)]
    fewer = {a + b[1:] for a, b in cuts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    other = {a + letter + b[1:] for a, b in cuts if b for letter in _LETTERS}
    more = {a + letter + b for a, b in cuts for letter in _LETTERS}
    return fewer | swapped | other | more


def _beginning_alike(words: Sequence[str]) -> list[str]:
    """The archive's words of about the length of one of these that begin as it does."""
    if not words:
        return []
    each = f"""SELECT word FROM (SELECT word FROM decisions_searchword
        WHERE word >= %s AND word < %s AND length(word) BETWEEN %s AND %s LIMIT {_MOST}) AS alike"""  # noqa: S608
    parameters = [(word[:2], word[:2] + "\U0010ffff", len(word) - 2, len(word) + 2) for word in words]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ".join([each] * len(words)), list(chain.from_iterable(parameters)))
        return [row[0] for row in cursor.fetchall()]
