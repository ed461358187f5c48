"""A small full-text table in memory, one per thread, with the tokenizer and the columns of the index on SQLite.

What it finds is what the index would find, so that marks and matches never disagree.
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
    """For each text how well the expression matches it (the less the better; 0: not at all), and where.

    `columns` says which column of the index each text would stand in, where that matters.
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
    """What the index makes of each word: its stem."""
    found = list(words)
    rows: dict[int, list[int]] = {0: []}  # the plain words in one row, as each is surely one word to the index
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
    """Letters that every form of a folded word begins with.

    Stemming changes the last letter at most of what it leaves: happy, happi.
    """
    return stems([word])[0][:-1]


@contextmanager
def _emptied_after() -> Iterator[sqlite3.Connection]:
    """This thread's table. What is put in is rolled back: deleting would cost as much as putting it in."""
    scratch = _scratch()
    try:
        yield scratch
    finally:
        scratch.rollback()


def _scratch() -> sqlite3.Connection:
    """This thread's table."""
    if not hasattr(_local, "scratch"):
        _local.scratch = sqlite3.connect(":memory:")
        _local.scratch.execute(
            f"""CREATE VIRTUAL TABLE scratch USING fts5 (
                {", ".join(_COLUMNS)}, place UNINDEXED, tokenize = '{TOKENIZER}')"""
        )
        _local.scratch.execute("CREATE VIRTUAL TABLE scratch_terms USING fts5vocab (scratch, instance)")
    return _local.scratch


def _without_marks(text: str) -> str:
    """The text without the signs that marks are told by, should it hold any."""
    return text.replace(_START, " ").replace(_END, " ")


def _spans(highlighted: str) -> list[Span]:
    """Where the highlighted text is between the marks, in the text without them."""
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
