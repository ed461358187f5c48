"""Search on SQLite: FTS5, one entry per decision.

`decisions_searchtext` holds the words of each decision by column, its triggers keep the index
`decisions_search` in step, and both were made by a migration: Django never rebuilds them.
"""

from collections.abc import Sequence

import numpy as np
from django.db import connection
from django.db.models.expressions import RawSQL

from decisions.highlighting import Span
from decisions.search import prefilter, provisions
from decisions.search.columns import WEIGHTS
from decisions.search.provisions import Select, has_provisions
from decisions.search.query import Query, Term
from decisions.search.spelling import spellings
from decisions.search.sqlite import in_memory_fts
from decisions.search.sqlite.document_frequency import frequencies, ids_by_phrase
from decisions.search.sqlite.expressions import all_of, any_of, as_sql, as_text
from decisions.search.sqlite.indexing import index, is_installed, mark_indexed, missing_triggers, pending, repair
from decisions.search.words import folded, words_of

__all__ = [
    "estimate_scores",
    "frequencies",
    "highlight",
    "ids",
    "ids_by_phrase",
    "index",
    "is_installed",
    "mark_indexed",
    "matching",
    "missing_triggers",
    "pending",
    "ranked",
    "repair",
    "scores",
    "spellings",
]

_WEIGHTS = ", ".join(str(weight) for weight in WEIGHTS.values())


def matching(query: Query) -> RawSQL:
    """The ids of the decisions that have what the query asks for, as a subquery for `pk__in`."""
    return RawSQL(*_matching(query))  # noqa: S611 - all that was typed is parameters


def _matching(query: Query) -> Select:
    return provisions.matching(query, _having)


def _having(query: Query) -> Select:
    expression, parameters = as_sql(all_of(query))
    return f"SELECT rowid AS id FROM decisions_search WHERE decisions_search MATCH {expression}", parameters  # noqa: S608


def ids(query: Query) -> np.ndarray:
    """The ids of the decisions that have what the query asks for."""
    sql, parameters = _matching(query)
    with connection.cursor() as cursor:
        # One row: what takes time is handing over row after row.
        cursor.execute(f"SELECT group_concat(id) FROM ({sql})", parameters)  # noqa: S608
        (joined,) = cursor.fetchone()
    return np.fromstring(joined or "", np.int64, sep=",")


def scores(query: Query) -> tuple[np.ndarray, np.ndarray]:
    """The ids of the decisions that the query matches, and beside them how well, the less the better.

    The query has something to be relevant to: a group. Provisions make nothing more relevant.
    """
    terms = [atom for atom in query.atoms if isinstance(atom, Term)]
    if not has_provisions(query):
        return _scored(*as_sql(all_of(query)))
    # Two statements: SQLite joins them by reading all scores again for each match (10 s where this takes 0.2 s).
    matched = np.unique(ids(query))
    found = np.zeros(len(matched))
    if terms:
        scored, each = _scored(*as_sql(any_of(terms)))
        _, at, of = np.intersect1d(matched, scored, assume_unique=True, return_indices=True)
        found[at] = each[of]
    return matched, found


def _scored(expression: str, parameters: Sequence[object]) -> tuple[np.ndarray, np.ndarray]:
    """The ids of the decisions that match an expression, and beside them their scores."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT rowid, bm25(decisions_search, {_WEIGHTS})
                FROM decisions_search WHERE decisions_search MATCH {expression}""",  # noqa: S608
            parameters,
        )
        found = cursor.fetchall()
    return np.array([row[0] for row in found], np.int64), np.array([row[1] for row in found], np.float64)


def ranked(query: Query, decisions, start: int, stop: int) -> list[int]:
    """The ids from place `start` up to `stop` among the decisions (a queryset) with every term, most relevant first.

    The query has something to be relevant to: a group.
    """
    matched, found = scores(query)
    keys = np.fromiter(decisions.newest_first().values_list("pk", flat=True), np.int64)  # equal scores go newest first
    _, at, of = np.intersect1d(keys, matched, assume_unique=True, return_indices=True)
    order = np.lexsort((at, found[of]))[start:stop]
    return keys[at[order]].tolist()


def estimate_scores(query: Query, texts: Sequence[str], columns: Sequence[str]) -> list[float]:
    """For each text, in its column of the index, a guess of how well it matches; 0 for one that cannot match."""
    return prefilter.estimate_scores(query, texts, columns, in_memory_fts.stem_prefix, folded)


def highlight(
    query: Query, texts: Sequence[str], columns: Sequence[str] | None = None
) -> list[tuple[float, list[Span]]]:
    """For each text how well it matches anything asked for (the less the better; 0: not at all), and the spans that do.

    `columns` says in which column of the index each text stands; a query with fields needs it.
    """
    if not query.atoms or not texts:
        return [(0.0, [])] * len(texts)
    words = sorted(words_of(texts)) if query.has_prefixes else []
    return in_memory_fts.highlights(as_text(any_of(query.atoms), words), texts, columns)
