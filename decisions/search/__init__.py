"""Full-text search: from what people type to the decisions that match.

The back end follows from the database in use; there is no second setting for it.
"""

from django.db import NotSupportedError, connection

from decisions.search import postgres, sqlite
from decisions.search.columns import Entry
from decisions.search.explanation import explain
from decisions.search.query import Query, parse

__all__ = ["Entry", "Query", "backend", "explain", "parse"]

_BACKENDS = {"postgresql": postgres, "sqlite": sqlite}


def backend():
    """Return the search module of the database in use.

    It has `matching`, `ids`, `scores` and `ranked`; `estimate_scores` and `highlight` for texts at hand; `index`, with
    `pending`, `mark_indexed` and `repair`; `spellings`; and `frequencies` and `ids_by_phrase`.
    """
    try:
        return _BACKENDS[connection.vendor]
    except KeyError:
        raise NotSupportedError(f"search on {connection.vendor} is not written; use SQLite or PostgreSQL") from None
