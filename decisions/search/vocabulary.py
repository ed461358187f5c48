"""The archive's words with their stems, in `decisions_searchword`: for beginnings of words, and spellings to offer.

A stem need not begin as its word does, so the index alone cannot tell which words begin so. Words stay when the
decisions that had them go.
"""

import json
from collections.abc import Callable, Iterable, Sequence

from django.db import connection

from decisions.search.words import words_of

_UNKNOWN = {
    "sqlite": """SELECT value FROM json_each(%s)
        WHERE NOT EXISTS (SELECT 1 FROM decisions_searchword WHERE word = value)""",
    "postgresql": """SELECT value FROM unnest(%s::text[]) AS given (value)
        WHERE NOT EXISTS (SELECT 1 FROM decisions_searchword WHERE word = value)""",
}


def add_words(texts: Iterable[str], stems: Callable[[Sequence[str]], list[str]]) -> None:
    """Keep the words of texts, folded, each with the stem that the index has for it."""
    words = words_of(texts)
    with connection.cursor() as cursor:
        fresh = _unknown(cursor, sorted(words))
        if fresh:
            cursor.executemany(
                "INSERT INTO decisions_searchword (word, stem) VALUES (%s, %s) ON CONFLICT DO NOTHING",
                list(zip(fresh, stems(fresh), strict=True)),
            )


def _unknown(cursor, words: list[str]) -> list[str]:
    """Those of the words that are not kept yet, in their order."""
    given = json.dumps(words) if connection.vendor == "sqlite" else words
    cursor.execute(_UNKNOWN[connection.vendor], [given])
    return [word for (word,) in cursor.fetchall()]
