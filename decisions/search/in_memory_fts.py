"""A small FTS5 table in memory, one for each thread, with the tokenizer and the columns of the index.

It finds what the index would find, so highlights and matches never disagree.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import apsw

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
    return [_tokens(word)[-1] for word in words]


def stem_prefix(word: str) -> str:
    """Return letters that every form of a folded word starts with.

    Of what it leaves, stemming changes at most the last letter: happy, happi.
    """
    return _tokens(word)[-1][:-1]


def _tokens(word: str) -> list[str]:
    tokenize = _scratch()[1]
    found = tokenize(word.encode(), apsw.FTS5_TOKENIZE_DOCUMENT, None, include_offsets=False, include_colocated=False)
    return found or [word]


@contextmanager
def _emptied_after() -> Iterator[apsw.Connection]:
    """Yield this thread's table, and roll back what was inserted: deleting it would cost as much as inserting it."""
    scratch, _ = _scratch()
    scratch.execute("BEGIN")
    try:
        yield scratch
    finally:
        if scratch.in_transaction:  # a statement that was stopped has ended it
            scratch.execute("ROLLBACK")


def _scratch() -> tuple[apsw.Connection, apsw.FTS5Tokenizer]:
    """Return this thread's connection with the table, and its tokenizer."""
    if not hasattr(_local, "scratch"):
        scratch = apsw.Connection(":memory:")
        scratch.execute(
            f"""CREATE VIRTUAL TABLE scratch USING fts5 (
                {", ".join(_COLUMNS)}, place UNINDEXED, tokenize = '{TOKENIZER}')"""
        )
        name, *options = TOKENIZER.split()
        _local.scratch = scratch, scratch.fts5_tokenizer(name, options)
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
