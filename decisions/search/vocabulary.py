"""The archive's words with their stems, in `decisions_searchword`: for beginnings of words, and spellings to offer.

A stem need not begin as its word does, so the index alone cannot tell which words begin so. Words stay when the
decisions that had them go.
"""

import json
from collections.abc import Callable, Iterable, Sequence

from django.db import connection

from decisions.search.words import words_of


def learn(texts: Iterable[str], stems: Callable[[Sequence[str]], list[str]]) -> None:
    """Keep the words of texts, folded, each with the stem that the index has for it."""
    words = words_of(texts)
    with connection.cursor() as cursor:
        fresh = sorted(words - _known(cursor, words))
        if fresh:
            cursor.executemany(
                "INSERT INTO decisions_searchword (word, stem) VALUES (%s, %s) ON CONFLICT DO NOTHING",
                list(zip(fresh, stems(fresh), strict=True)),
            )


def _known(cursor, words: set[str]) -> set[str]:
    """Those of the words that are kept already."""
    given = {"sqlite": "IN (SELECT value FROM json_each(%s))", "postgresql": "= ANY(%s)"}[connection.vendor]
    wanted = sorted(words)
    parameter = json.dumps(wanted) if connection.vendor == "sqlite" else wanted
    cursor.execute(f"SELECT word FROM decisions_searchword WHERE word {given}", [parameter])  # noqa: S608
    return {word for (word,) in cursor.fetchall()}
