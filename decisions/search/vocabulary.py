"""The archive's words with their stems, in `decisions_searchword`: for prefix searches and spelling suggestions.

The index has only stems, which may differ at the end from the word (`univers`), so it cannot answer `universit*`
alone. Words are never deleted, even if no decision has them any more.
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
    """Store the folded words of texts, each with the stem that the index has for it."""
    words = words_of(texts)
    with connection.cursor() as cursor:
        fresh = _unknown(cursor, sorted(words))
        if fresh:
            cursor.executemany(
                "INSERT INTO decisions_searchword (word, stem) VALUES (%s, %s) ON CONFLICT DO NOTHING",
                list(zip(fresh, stems(fresh), strict=True)),
            )


def _unknown(cursor, words: list[str]) -> list[str]:
    """Return the words that are not stored yet, in their order."""
    value = json.dumps(words) if connection.vendor == "sqlite" else words
    cursor.execute(_UNKNOWN[connection.vendor], [value])
    return [word for (word,) in cursor.fetchall()]
