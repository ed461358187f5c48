"""The archive's words with their stems, in `decisions_searchword`: for beginnings of words, and spellings to offer.

A stem need not begin as its word does, so the index alone cannot tell which words begin so. Words stay when the
decisions that had them go.
"""

from collections.abc import Callable, Iterable, Sequence

from django.db import connection

from decisions.search.words import words_of

_AT_ONCE = 10_000  # parameters of one statement


def learn(texts: Iterable[str], stems: Callable[[Sequence[str]], list[str]]) -> None:
    """Keep the words of texts, folded, each with the stem that the index has for it."""
    words = words_of(texts)
    with connection.cursor() as cursor:
        fresh = sorted(words - _known(cursor, words))
        cursor.executemany(
            "INSERT INTO decisions_searchword (word, stem) VALUES (%s, %s) ON CONFLICT DO NOTHING",
            list(zip(fresh, stems(fresh), strict=True)),
        )


def _known(cursor, words: set[str]) -> set[str]:
    """Those of the words that are kept already."""
    found: set[str] = set()
    wanted = sorted(words)
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ", ".join(["%s"] * len(some))
        cursor.execute(f"SELECT word FROM decisions_searchword WHERE word IN ({marks})", some)  # noqa: S608
        found.update(word for (word,) in cursor.fetchall())
    return found
