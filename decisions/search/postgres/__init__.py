"""Search on PostgreSQL: text search vectors for each decision, in `decisions_search`.

A migration made the table, its functions and the text search configuration. A tsvector has at most 255 positions of a
word and 16,383 in all, so a longer column has several that overlap, and words late in it are found too.
"""

from collections.abc import Sequence

import numpy as np
from django.db import connection
from django.db.models.expressions import RawSQL

from decisions.highlighting import Span
from decisions.search import prefilter, provisions
from decisions.search.columns import ASSESSMENT, WEIGHTS
from decisions.search.postgres import bm25
from decisions.search.postgres.document_frequency import frequencies, ids_by_phrase
from decisions.search.postgres.expressions import TsQuery, terms_of
from decisions.search.postgres.indexing import index, is_installed, mark_indexed, missing_triggers, pending, repair
from decisions.search.postgres.words import encode_prefix, encode_word, stem_prefix, stems
from decisions.search.provisions import Select
from decisions.search.query import Query, Term
from decisions.search.spelling import spellings
from decisions.search.words import folded, spans

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


def matching(query: Query) -> RawSQL:
    """Return the ids of the decisions that match a query, as a subquery for `pk__in`."""
    return RawSQL(*_matching(query))  # noqa: S611 - all that was typed is parameters


def _matching(query: Query) -> Select:
    return provisions.matching(query, _having)


def _having(query: Query) -> Select:
    tsquery = TsQuery(query)
    row, parameters = tsquery.row()
    return f"SELECT id FROM (WITH {row} {tsquery.matching()}) AS words", parameters  # noqa: S608


def ids(query: Query) -> np.ndarray:
    """Return the ids of the decisions that match a query, in no order."""
    sql, parameters = _matching(query)
    with connection.cursor() as cursor:
        # One row of text: fetching many rows, or a long array, is what would take time.
        cursor.execute(f"SELECT string_agg(id::text, ',') FROM ({sql}) AS found", parameters)  # noqa: S608
        (joined,) = cursor.fetchone()
    return np.fromstring(joined or "", np.int64, sep=",")


def scores(query: Query) -> tuple[np.ndarray, np.ndarray]:
    """Return the ids of the decisions that match, and their scores, lower being better.

    The query must have at least one group.
    """
    sql, parameters = _scored(query)
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        found = cursor.fetchall()
    return np.array([row[0] for row in found], np.int64), np.array([row[1] for row in found], np.float64)


def ranked(query: Query, decisions, start: int, stop: int) -> list[int]:
    """Return the ids from `start` to `stop` of the decisions (a queryset) that match, most relevant first.

    The query must have at least one group.
    """
    scored, values = _scored(query)
    ids, parameters = decisions.order_by().values("pk").query.sql_with_params()
    # Of equal scores, the newest first.
    sql = f"""
        SELECT matched.id FROM ({scored}) AS matched JOIN decisions_decision AS decision ON decision.id = matched.id
        WHERE matched.id IN ({ids})
        ORDER BY matched.score, decision.decision_date DESC NULLS LAST, matched.id DESC
        LIMIT %s OFFSET %s
    """  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, *parameters, stop - start, start])
        return [row[0] for row in cursor.fetchall()]


def estimate_scores(query: Query, texts: Sequence[str], columns: Sequence[str]) -> list[float]:
    """Estimate how well each text, given with its column of the index, matches; 0 for one that cannot match."""
    return prefilter.estimate_scores(query, texts, columns, stem_prefix, folded)


def highlight(
    query: Query, texts: Sequence[str], columns: Sequence[str] | None = None
) -> list[tuple[float, list[Span]]]:
    """Return for each text its score (lower is better, 0: no match) for the atoms of a query, and matching spans.

    `columns` has each text's column of the index; a query with fields needs it. The index's own dictionaries
    stem the words, so highlights and matches never disagree. One query.
    """
    if not query.atoms or not texts:
        return [(0.0, [])] * len(texts)
    terms = terms_of(query.atoms)
    places = [spans(text) for text in texts]
    words = [[text[start:end] for start, end in found] for text, found in zip(texts, places, strict=True)]
    every = list({word for each in (*words, *(term.words for term in terms)) for word in each})
    stem = dict(zip(every, stems(every), strict=True))
    found = bm25.score_texts(
        [bm25.SearchTerm(_stems_of(term, stem), term.field) for term in terms],
        [
            bm25.Text([stem[word] for word in each], column, WEIGHTS[column])
            for each, column in zip(words, columns or [ASSESSMENT] * len(texts), strict=True)
        ],
    )
    return [
        (score, [(at[first][0], at[last][1]) for first, last in runs])
        for at, (score, runs) in zip(places, found, strict=True)
    ]


def _stems_of(term: Term, stem: dict[str, str]) -> list[set[str]]:
    """Return the stems that each word of a term matches, as in the index, with these texts' words as the vocabulary."""
    each = [{stem[word]} for word in term.words]
    if term.prefix:
        letters, start = folded(term.words[-1]), encode_prefix(term.words[-1])
        each[-1] |= {other for word, other in stem.items() if folded(word).startswith(letters)}
        if stem[term.words[-1]] == encode_word(term.words[-1]):
            each[-1] |= {other for other in stem.values() if other.startswith(start)}
    return each


def _scored(query: Query) -> Select:
    """Return SQL for the id and the score of each match. Provisions do not affect the score."""
    matched, parameters = _matching(query)
    groups = [tuple(atom for atom in group if isinstance(atom, Term)) for group in query.groups]
    if not any(groups):
        return f"SELECT id, 0::float8 AS score FROM ({matched}) AS matched", parameters  # noqa: S608
    tsquery = TsQuery(Query(tuple(filter(None, groups))))
    row, values = tsquery.row()
    sql = f"""WITH {row} SELECT entry.decision_id AS id, {tsquery.score} AS score
        FROM decisions_search AS entry CROSS JOIN terms WHERE entry.decision_id IN ({matched})"""  # noqa: S608
    return sql, [*values, *parameters]
