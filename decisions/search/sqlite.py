"""Search on SQLite: FTS5, one entry per decision.

`decisions_searchtext` holds the words of each decision, its triggers keep the index
`decisions_search` in step, and both were made by a migration: Django never rebuilds them.
"""

import sqlite3
import threading
from collections.abc import Iterable, Sequence

import numpy as np
from django.db import connection
from django.db.models.expressions import RawSQL

from decisions.marking import Span
from decisions.search.query import Query

_WEIGHTS = "10.0, 5.0, 1.0"  # title, summary, body
_TOKENIZER = "porter unicode61 remove_diacritics 2"
_START, _END = "\x02", "\x03"
_NO_MARKS = str.maketrans(_START + _END, "  ")  # should a text hold the marks themselves
_local = threading.local()


def matching(query: Query) -> RawSQL:
    """The ids of the decisions that have every term, as a subquery for `pk__in`."""
    return RawSQL("SELECT rowid FROM decisions_search WHERE decisions_search MATCH %s", [_all_of(query)])


def ids(query: Query) -> np.ndarray:
    """The ids of the decisions that have every term."""
    with connection.cursor() as cursor:
        # One row: what takes time is handing over row after row.
        cursor.execute(
            "SELECT group_concat(rowid) FROM decisions_search WHERE decisions_search MATCH %s", [_all_of(query)]
        )
        (joined,) = cursor.fetchone()
    return np.fromstring(joined or "", np.int64, sep=",")


def scores(query: Query) -> tuple[np.ndarray, np.ndarray]:
    """The ids of the decisions that have every term, and beside them how well they match, the less the better."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT rowid, bm25(decisions_search, {_WEIGHTS}) FROM decisions_search WHERE decisions_search MATCH %s",  # noqa: S608
            [_all_of(query)],
        )
        found = cursor.fetchall()
    return np.array([row[0] for row in found], np.int64), np.array([row[1] for row in found], np.float64)


def ranked(query: Query, decisions, start: int, stop: int) -> list[int]:
    """The ids from place `start` up to `stop` among the decisions (a queryset) with every term, most relevant first."""
    ids, parameters = decisions.order_by().values("pk").query.sql_with_params()
    # Each match is scored once, then the filters pick; equal scores go newest first.
    sql = f"""
        SELECT matched.id
        FROM (SELECT rowid AS id, bm25(decisions_search, {_WEIGHTS}) AS score
              FROM decisions_search WHERE decisions_search MATCH %s) AS matched
        JOIN decisions_decision AS decision ON decision.id = matched.id
        WHERE matched.id IN ({ids})
        ORDER BY matched.score, decision.decision_date DESC, matched.id DESC
        LIMIT %s OFFSET %s
    """  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [_all_of(query), *parameters, stop - start, start])
        return [row[0] for row in cursor.fetchall()]


def index(rows: Iterable[tuple[int, str, str, str]]) -> None:
    """Enter decisions, each as id, title, summary and body, in place of what stood there."""
    with connection.cursor() as cursor:
        cursor.executemany(
            """INSERT INTO decisions_searchtext (decision_id, title, summary, body) VALUES (%s, %s, %s, %s)
               ON CONFLICT (decision_id) DO UPDATE
               SET title = excluded.title, summary = excluded.summary, body = excluded.body""",
            list(rows),
        )


def mark(query: Query, texts: Sequence[str]) -> list[tuple[float, list[Span]]]:
    """For each text how well it matches any term (the less the better; 0: not at all), and the spans that do.

    The index's own tokenizer finds them, in a table in memory, so marks and matches never disagree.
    """
    results: list[tuple[float, list[Span]]] = [(0.0, [])] * len(texts)
    if not query or not texts:
        return results
    scratch = _scratch()
    with scratch:
        scratch.executemany(
            "INSERT INTO scratch (rowid, words) VALUES (?, ?)", enumerate(text.translate(_NO_MARKS) for text in texts)
        )
        found = scratch.execute(
            "SELECT rowid, bm25(scratch), highlight(scratch, 0, ?, ?) FROM scratch WHERE scratch MATCH ?",
            (_START, _END, _any_of(query)),
        )
        for row, score, highlighted in found.fetchall():
            results[row] = (score, _spans(highlighted))
        scratch.execute("DELETE FROM scratch")
    return results


def _scratch() -> sqlite3.Connection:
    """This thread's table in memory for marking."""
    if not hasattr(_local, "scratch"):
        _local.scratch = sqlite3.connect(":memory:")
        _local.scratch.execute(f"CREATE VIRTUAL TABLE scratch USING fts5 (words, tokenize = '{_TOKENIZER}')")
    return _local.scratch


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


def _all_of(query: Query) -> str:
    return " AND ".join(_phrases(query))


def _any_of(query: Query) -> str:
    return " OR ".join(_phrases(query))


def _phrases(query: Query) -> list[str]:
    """Each term between double quotes, which its words cannot hold: nothing typed is ever an operator."""
    return [f'"{" ".join(term.words)}"' for term in query.terms]
