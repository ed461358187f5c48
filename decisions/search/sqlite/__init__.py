"""Search on SQLite: FTS5, one entry per decision.

`decisions_searchtext` has the texts of each decision by column, and its triggers update the FTS5 table
`decisions_search`. A migration's SQL made both, so Django never rebuilds them.
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
    """Return the ids of the decisions that match a query, as a subquery for `pk__in`."""
    return RawSQL(*_matching(query))  # noqa: S611 - all that was typed is parameters


def _matching(query: Query) -> Select:
    return provisions.matching(query, _having)


def _having(query: Query) -> Select:
    expression, parameters = as_sql(all_of(query))
    return f"SELECT rowid AS id FROM decisions_search WHERE decisions_search MATCH {expression}", parameters  # noqa: S608


def ids(query: Query) -> np.ndarray:
    """Return the ids of the decisions that match a query, in no order."""
    sql, parameters = _matching(query)
    with connection.cursor() as cursor:
        # One row of text: fetching a row for each id is what would take time.
        cursor.execute(f"SELECT group_concat(id) FROM ({sql})", parameters)  # noqa: S608
        (joined,) = cursor.fetchone()
    return np.fromstring(joined or "", np.int64, sep=",")


def scores(query: Query) -> tuple[np.ndarray, np.ndarray]:
    """Return the ids of the decisions that match, and their scores, lower being better.

    The query must have at least one group. Provisions do not affect the score.
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
    """Return the ids of the decisions that match an FTS5 expression, and their scores."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT rowid, bm25(decisions_search, {_WEIGHTS})
                FROM decisions_search WHERE decisions_search MATCH {expression}""",  # noqa: S608
            parameters,
        )
        found = cursor.fetchall()
    return np.array([row[0] for row in found], np.int64), np.array([row[1] for row in found], np.float64)


def ranked(query: Query, decisions, start: int, stop: int) -> list[int]:
    """Return the ids from `start` to `stop` of the decisions (a queryset) that match, most relevant first.

    The query must have at least one group.
    """
    matched, found = scores(query)
    # Of equal scores, the newest first.
    keys = np.fromiter(decisions.newest_first().values_list("pk", flat=True), np.int64)
    _, at, of = np.intersect1d(keys, matched, assume_unique=True, return_indices=True)
    order = np.lexsort((at, found[of]))[start:stop]
    return keys[at[order]].tolist()


def estimate_scores(query: Query, texts: Sequence[str], columns: Sequence[str]) -> list[float]:
    """Estimate how well each text, given with its column of the index, matches; 0 for one that cannot match."""
    return prefilter.estimate_scores(query, texts, columns, in_memory_fts.stem_prefix, folded)


def highlight(
    query: Query, texts: Sequence[str], columns: Sequence[str] | None = None
) -> list[tuple[float, list[Span]]]:
    """Return for each text its score (lower is better, 0: no match) for the atoms of a query, and matching spans.

    `columns` has each text's column of the index; a query with fields needs it.
    """
    if not query.atoms or not texts:
        return [(0.0, [])] * len(texts)
    words = sorted(words_of(texts)) if query.has_prefixes else []
    return in_memory_fts.highlights(as_text(any_of(query.atoms), words), texts, columns)
