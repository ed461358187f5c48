"""A small FTS5 table in memory, one for each thread, with the tokenizer and the columns of the index.

It finds what the index would find, so highlights and matches never disagree.
"""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache

from decisions.highlighting import Span
from decisions.models import sqlite_time_limit
from decisions.search.columns import ASSESSMENT, WEIGHTS

TOKENIZER = "porter unicode61 remove_diacritics 2"
_START, _END = "\x02", "\x03"
_COLUMNS = list(WEIGHTS)
_WEIGHTS = ", ".join(str(weight) for weight in WEIGHTS.values())
_ENTER = "INSERT INTO scratch (rowid, place, {column}) VALUES (?, ?, ?)"
_FIND = """SELECT rowid, bm25(scratch, {weights}), highlight(scratch, place, ?, ?)
    FROM scratch WHERE scratch MATCH ?"""
_local = threading.local()


def highlights(
    expression: str, texts: Sequence[str], columns: Sequence[str] | None = None
) -> list[tuple[float, list[Span]]]:
    """Return for each text its score (lower is better, 0: no match) for an FTS5 expression, and the matching spans.

    `columns` has each text's column of the index, needed only if the expression names columns.
    """
    results: list[tuple[float, list[Span]]] = [(0.0, [])] * len(texts)
    places = [_COLUMNS.index(column) for column in columns or [ASSESSMENT] * len(texts)]
    with _emptied_after() as scratch, sqlite_time_limit(scratch):
        for place in set(places):
            scratch.executemany(
                _ENTER.format(column=_COLUMNS[place]),
                [(row, place, _without_marks(text)) for row, text in enumerate(texts) if places[row] == place],
            )
        found = scratch.execute(_FIND.format(weights=_WEIGHTS), (_START, _END, expression))
        for row, score, highlighted in found.fetchall():
            results[row] = (score, _spans(highlighted))
    return results


def stems(words: Sequence[str]) -> list[str]:
    """Return the stem that the index has for each word."""
    found = list(words)
    rows: dict[int, list[int]] = {0: []}  # plain words share a row, as each is certainly one token
    for place, word in enumerate(words):
        if word.isascii() and word.isalpha():
            rows[0].append(place)
        else:
            rows[place + 1] = [place]
    with _emptied_after() as scratch:
        scratch.executemany(
            _ENTER.format(column=ASSESSMENT),
            ((row, None, " ".join(words[place] for place in places)) for row, places in rows.items()),
        )
        for stem, row, at in scratch.execute("SELECT term, doc, offset FROM scratch_terms"):
            found[rows[row][min(at, len(rows[row]) - 1)]] = stem
    return found


@lru_cache(maxsize=5_000)
def stem_prefix(word: str) -> str:
    """Return letters that every form of a folded word starts with.

    Of what it leaves, stemming changes at most the last letter: happy, happi.
    """
    return stems([word])[0][:-1]


@contextmanager
def _emptied_after() -> Iterator[sqlite3.Connection]:
    """Yield this thread's table, and roll back what was inserted: deleting it would cost as much as inserting it."""
    scratch = _scratch()
    try:
        yield scratch
    finally:
        scratch.rollback()


def _scratch() -> sqlite3.Connection:
    """Return this thread's table."""
    if not hasattr(_local, "scratch"):
        _local.scratch = sqlite3.connect(":memory:")
        _local.scratch.execute(
            f"""CREATE VIRTUAL TABLE scratch USING fts5 (
                {", ".join(_COLUMNS)}, place UNINDEXED, tokenize = '{TOKENIZER}')"""
        )
        _local.scratch.execute("CREATE VIRTUAL TABLE scratch_terms USING fts5vocab (scratch, instance)")
    return _local.scratch


def _without_marks(text: str) -> str:
    """Return the text without the characters used as highlight markers."""
    return text.replace(_START, " ").replace(_END, " ")


def _spans(highlighted: str) -> list[Span]:
    """Return the spans between the markers, as offsets in the text without them."""
    spans = []
    at = 0
    for chunk in highlighted.split(_START):
        inside, closed, outside = chunk.partition(_END)
        if closed:
            spans.append((at, at + len(inside)))
            at += len(inside) + len(outside)
        else:
            at += len(chunk)
    return spans
