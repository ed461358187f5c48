"""Full-text search: from what people type to the decisions that match. One engine, FTS5, on both databases."""

from decisions.search.budget import SearchTooBroadError, estimate_work
from decisions.search.engine import (
    frequencies,
    highlight,
    ids,
    ids_by_phrase,
    matching,
    scores,
    some_ids,
)
from decisions.search.explanation import explain
from decisions.search.index_file import IndexUnavailableError, bring_up_to_date, follow_changes, rebuild, try_to_follow
from decisions.search.prefilter import estimate_scores
from decisions.search.query import Query, parse
from decisions.search.spelling import spellings

__all__ = [
    "IndexUnavailableError",
    "Query",
    "SearchTooBroadError",
    "bring_up_to_date",
    "estimate_scores",
    "estimate_work",
    "explain",
    "follow_changes",
    "frequencies",
    "highlight",
    "ids",
    "ids_by_phrase",
    "matching",
    "parse",
    "rebuild",
    "scores",
    "some_ids",
    "spellings",
    "try_to_follow",
]
