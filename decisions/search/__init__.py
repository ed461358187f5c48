"""Full-text search: what people type → the decisions that have it.

The back end follows from the database's vendor, never from a second setting.
"""

from collections.abc import Sequence

from django.db import NotSupportedError, connection

from decisions.search import postgres, sqlite
from decisions.search.columns import Entry
from decisions.search.meaning import meaning
from decisions.search.query import Query, parse

__all__ = ["Entry", "Query", "backend", "likely", "meaning", "parse"]

_BACKENDS = {"postgresql": postgres, "sqlite": sqlite}


def likely(query: Query, texts: Sequence[str], columns: Sequence[str]) -> list[float]:
    """For each text, in its column of the index, a guess of how well it matches; 0 for one that cannot match."""
    guess = getattr(backend(), "likely", None)  # a back end that has none marks every text
    return guess(query, texts, columns) if guess else [-score for score, _ in backend().mark(query, texts, columns)]


def backend():
    """The search of the database in use.

    It has `matching`, `ranked` and `mark`; `index` and its upkeep; `spellings`; `frequencies` and `having` of words.
    """
    try:
        return _BACKENDS[connection.vendor]
    except KeyError:
        raise NotSupportedError(f"search on {connection.vendor} is not written; use SQLite or PostgreSQL") from None
