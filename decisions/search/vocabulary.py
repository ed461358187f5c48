"""The archive's words with their stems, in `decisions_searchword`: for prefix searches and spelling suggestions.

The index has only stems, which may differ at the end from the word (`univers`), so it cannot answer `universit*`
alone. Words are never deleted, even if no decision has them any more.
"""

import json
from collections.abc import Callable, Iterable, Sequence

from decisions.search.sqlite.in_memory_fts import stems
from decisions.search.words import words_of

_UNKNOWN = "SELECT value FROM json_each(%s) WHERE NOT EXISTS (SELECT 1 FROM decisions_searchword WHERE word = value)"
_INSERT = "INSERT INTO decisions_searchword (word, stem) VALUES (%s, %s) ON CONFLICT DO NOTHING"


def add_words(
    texts: Iterable[str],
    rows: Callable[[str, Sequence[object]], list[tuple]],
    insert: Callable[[str, Sequence[Sequence[object]]], object],
) -> None:
    """Store the folded words of texts, each with the stem that the index has for it.

    `rows` returns the rows of a statement on the index, `insert` runs one for each of several rows.
    """
    fresh = [word for (word,) in rows(_UNKNOWN, [json.dumps(sorted(words_of(texts)))])]
    if fresh:
        insert(_INSERT, list(zip(fresh, stems(fresh), strict=True)))
