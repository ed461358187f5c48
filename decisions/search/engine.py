"""The search engine: SQLite's FTS5 on either database, one entry per decision, in a file of each host (`index_file`).

Provisions are in the database.
"""

import json
from collections.abc import Sequence
from functools import reduce

import numpy as np
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from decisions import models
from decisions.highlighting import Span
from decisions.models import Decision, GroupConcat
from decisions.search import budget, in_memory_fts, index_file
from decisions.search.budget import Work
from decisions.search.columns import RECITED, WEIGHTS
from decisions.search.expressions import Piece, all_of, any_of, as_text
from decisions.search.provisions import citing, has_provisions
from decisions.search.query import Atom, ProvisionTerm, Query, Term
from decisions.search.words import fold, unfolded, words_of

_SCALE = 1e12  # of scores as whole numbers: those of words that all decisions have differ in the seventh decimal
# One row of two texts: a row for each decision takes 1.4 times as long. With LIMIT, SQLite reads the inner rows first,
# since `bm25` cannot be used in an aggregate.
_SCORES = f"""SELECT group_concat(id), group_concat(CAST(score * {_SCALE} AS INTEGER)) FROM (
    SELECT rowid AS id, bm25(decisions_search, {", ".join(str(weight) for weight in WEIGHTS.values())}) AS score
    FROM decisions_search WHERE decisions_search MATCH ? LIMIT -1)"""  # noqa: S608
_OF_ITS_OWN = " ".join(column for column in WEIGHTS if column not in ("council", "reference", RECITED))


def matching(query: Query) -> RawSQL:
    """Return the ids of the decisions that match a query, as a subquery for `pk__in`: it carries their keys.

    Raises SearchTooBroadError.
    """
    return models.any_of(ids(query).tolist())


def some_ids(words: Query, most: int) -> np.ndarray:
    """Return the ids of at most `most` decisions that match a query without provisions, in no order."""
    return _having(all_of(words), most)


def ids(query: Query, work: Work | None = None) -> np.ndarray:
    """Return the ids of the decisions that match a query, in no order. `work`: its estimate, if known.

    Words are in the index, provisions in their own table. A query of exclusions alone starts from all decisions.
    Raises SearchTooBroadError before any of the work is done.
    """
    budget.check(query, work)
    if query.groups and not has_provisions(query):
        return _having(all_of(query))
    words = tuple(group for group in query.groups if not has_provisions(Query((group,))))
    found = [_having(all_of(Query(words)))] if words else []
    found += [_having_any(group) for group in query.groups if group not in words]
    matched = reduce(np.intersect1d, found) if found else _keys_of(Decision.objects.all(), "pk")
    return np.setdiff1d(matched, _having_any(query.without)) if query.without else matched


def _having_any(atoms: Sequence[Atom]) -> np.ndarray:
    terms = [atom for atom in atoms if isinstance(atom, Term)]
    found = [_having(any_of(terms))] if terms else []
    found += [_keys_of(citing(atom), "decision_id") for atom in atoms if isinstance(atom, ProvisionTerm)]
    return np.unique(np.concatenate(found))


def _having(pieces: Sequence[Piece], most: int = -1) -> np.ndarray:
    ((joined,),) = index_file.rows(
        """SELECT group_concat(id) FROM (
           SELECT rowid AS id FROM decisions_search WHERE decisions_search MATCH ? LIMIT ?)""",
        [as_text(pieces), most],
    )
    return _numbers(joined)


def _keys_of(queryset: QuerySet, column: str) -> np.ndarray:
    return _numbers(queryset.aggregate(keys=GroupConcat(column))["keys"])


def _numbers(joined: str | None) -> np.ndarray:
    return np.fromstring(joined or "", np.int64, sep=",")


def scores(query: Query, work: Work | None = None) -> tuple[np.ndarray, np.ndarray] | None:
    """Return the ids of the decisions that match, and their scores, lower being better; None if over the budget.

    The query must have at least one group. Provisions do not affect the score. `work`: its estimate, if known.
    """
    work = work or budget.estimate_work(query)
    if work.scoring > budget.MOST_STEPS:
        return None
    terms = [atom for atom in query.atoms if isinstance(atom, Term)]
    if not has_provisions(query):
        return _scored(all_of(query))
    # Two statements: SQLite joins them by reading all scores again for each match (10 s where this takes 0.2 s).
    matched = np.unique(ids(query, work))
    found = np.zeros(len(matched))
    if terms:
        scored, each = _scored(any_of(terms))
        _, at, of = np.intersect1d(matched, scored, assume_unique=True, return_indices=True)
        found[at] = each[of]
    return matched, found


def _scored(pieces: Sequence[Piece]) -> tuple[np.ndarray, np.ndarray]:
    """Return the ids of the decisions that match an expression, and their scores."""
    ((keys, scaled),) = index_file.rows(_SCORES, [as_text(pieces)])
    return _numbers(keys), _numbers(scaled) / _SCALE


def highlight(
    query: Query, texts: Sequence[str], columns: Sequence[str] | None = None
) -> list[tuple[float, list[Span]]]:
    """Return for each text its score (lower is better, 0: no match) for the atoms of a query, and matching spans.

    `columns` has each text's column of the index; a query with fields needs it.
    """
    if not query.atoms or not texts:
        return [(0.0, [])] * len(texts)
    as_indexed = list(map(fold, texts))
    words = sorted(words_of(as_indexed)) if query.has_prefixes else []
    found = in_memory_fts.highlights(as_text(any_of(query.atoms), words), as_indexed, columns)
    return [(score, unfolded(text, spans)) for text, (score, spans) in zip(texts, found, strict=True)]


def frequencies(words: Sequence[str], limit: int) -> list[int]:
    """Count the decisions that have each word (letters only), in any form, up to `limit`. One query."""
    found = index_file.rows(
        """SELECT (SELECT count(*) FROM (SELECT 1 FROM decisions_search
                   WHERE decisions_search MATCH '"' || each.value || '"' LIMIT ?))
           FROM json_each(?) AS each ORDER BY each.key""",
        [limit, json.dumps(words)],
    )
    return [count for (count,) in found]


def ids_by_phrase(phrases: Sequence[str], limit: int) -> list[np.ndarray]:
    """Return, for each phrase (letters and spaces), the ids of at most `limit` decisions with it in words of their own.

    Recited paragraphs and the council's name are not words of their own. One query.
    """
    expressions = [f'{{{_OF_ITS_OWN}}} : "{phrase}"' for phrase in phrases]
    found = index_file.rows(
        """SELECT (SELECT group_concat(rowid) FROM (SELECT rowid FROM decisions_search
                   WHERE decisions_search MATCH each.value LIMIT ?))
           FROM json_each(?) AS each ORDER BY each.key""",
        [limit, json.dumps(expressions)],
    )
    return [_numbers(ids) for (ids,) in found]
