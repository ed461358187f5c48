"""Full-text search: what people type → the decisions that have it.

The back end follows from the database's vendor, never from a second setting.
"""

from django.db import NotSupportedError, connection

from decisions.search import postgres, sqlite
from decisions.search.columns import Entry
from decisions.search.explanation import explain
from decisions.search.query import Query, parse

__all__ = ["Entry", "Query", "backend", "explain", "parse"]

_BACKENDS = {"postgresql": postgres, "sqlite": sqlite}


def backend():
    """The search of the database in use.

    It has `matching`, `ids`, `scores` and `ranked`; `estimate_scores` and `highlight` for texts at hand; `index`, with
    `pending`, `mark_indexed` and `repair`; `spellings`; and `frequencies` and `ids_by_phrase`.
    """
    try:
        return _BACKENDS[connection.vendor]
    except KeyError:
        raise NotSupportedError(f"search on {connection.vendor} is not written; use SQLite or PostgreSQL") from None
