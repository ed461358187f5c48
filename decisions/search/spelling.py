"""Spelling suggestions: the archive's words that are near a typed one."""

from collections.abc import Sequence
from difflib import get_close_matches
from itertools import chain

from decisions.search.index_file import rows
from decisions.search.words import folded

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONGEST = 25  # letters of a word that is corrected
_SHORTEST = 4
_MOST = 1500  # words compared letter by letter
_NEAR = 0.78  # how much alike two words must be, from 0 to 1
_BEGINNING = 4  # letters; few words share them, so reading all of those is cheap
_LAST = "\U0010ffff"  # sorts after every letter
_NEAR_WORDS = """SELECT word FROM decisions_searchword WHERE word IN ({slips}) UNION ALL
    SELECT word FROM decisions_searchword WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ?"""
_ALIKE = """SELECT word FROM (SELECT word FROM decisions_searchword
    WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ? LIMIT ?) AS alike"""


def spellings(words: Sequence[str], limit: int = 5) -> dict[str, list[str]]:
    """Return, for each word, the archive's words that may be meant, the likeliest first. At most two queries.

    Those one edit away; if there are none, similar ones with the same first two letters.
    """
    typed = {word: folded(word) for word in words}
    typed = {word: each for word, each in typed.items() if _SHORTEST <= len(each) <= _LONGEST and each.isalpha()}
    near = _near_words(list(typed.values()))
    edits = {word: [other for other in near if _is_one_edit(other, each)] for word, each in typed.items()}
    found = {word: get_close_matches(each, edits[word], n=limit, cutoff=0) for word, each in typed.items()}
    alike = _similar_start([each for word, each in typed.items() if not found[word]])
    return {word: found[word] or get_close_matches(typed[word], alike, n=limit, cutoff=_NEAR) for word in typed}


def _near_words(typed: Sequence[str]) -> set[str]:
    """Return words of the archive that include all those one edit away from any of these. One query at most.

    An edit after the first letters leaves a word with the same start, found by a range of the index. Only edits in
    the first letters are looked up one by one.
    """
    if not typed:
        return set()
    parts, parameters = [], []
    for word in typed:
        apart, begin = _edits(word), word[:_BEGINNING]
        parts.append(_NEAR_WORDS.format(slips=", ".join(["?"] * len(apart))))
        parameters += [*apart, begin, begin + _LAST, len(word) - 1, len(word) + 1]
    return _words(" UNION ALL ".join(parts), parameters)


def _edits(typed: str) -> list[str]:
    """Return every edit in the first letters: one letter deleted, swapped, replaced or inserted."""
    cuts = [(typed[:place], typed[place:]) for place in range(_BEGINNING)]
    fewer = [a + b[1:] for a, b in cuts]
    swapped = [a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1]
    other = [a + letter + b[1:] for a, b in cuts for letter in _LETTERS]
    return fewer + swapped + other + [a + letter + b for a, b in cuts for letter in _LETTERS]


def _is_one_edit(word: str, typed: str) -> bool:
    """Return whether a word differs from another by one insertion, deletion, replacement or swap."""
    both = zip(word, typed, strict=False)
    same = next((place for place, (a, b) in enumerate(both) if a != b), min(len(word), len(typed)))
    a, b = word[same:], typed[same:]
    return word != typed and (b in (a[1:], a[1::-1] + a[2:]) or b[1:] in (a, a[1:]))


def _similar_start(words: Sequence[str]) -> set[str]:
    """Return the archive's words with the start and about the length of one of these. One query at most."""
    parameters = [(word[:2], word[:2] + _LAST, len(word) - 2, len(word) + 2, _MOST) for word in words]
    return _words(" UNION ALL ".join([_ALIKE] * len(words)), list(chain.from_iterable(parameters))) if words else set()


def _words(sql: str, parameters: Sequence[str | int]) -> set[str]:
    return {word for (word,) in rows(sql, parameters)}
