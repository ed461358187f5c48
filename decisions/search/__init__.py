"""Full-text search: from what people type to the decisions that match. One engine, FTS5, on both databases."""

from decisions.search import sqlite
from decisions.search.columns import Entry
from decisions.search.explanation import explain
from decisions.search.index_file import IndexUnavailableError
from decisions.search.query import Query, parse

__all__ = ["Entry", "IndexUnavailableError", "Query", "backend", "explain", "parse"]


def backend():
    """Return the search engine.

    It has `matching`, `ids`, `scores` and `ranked`; `estimate_scores` and `highlight` for texts at hand; `spellings`;
    and `frequencies` and `ids_by_phrase`.
    """
    return sqlite
