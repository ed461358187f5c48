"""Statements on the search index: in the database on SQLite, in a file of this host beside PostgreSQL."""

from collections.abc import Sequence

from django.db import connection

from decisions.search import index_file


def is_in_database() -> bool:
    """Return whether the index is in the database itself, and changes in its transactions."""
    return connection.vendor == "sqlite"


def rows(sql: str, parameters: Sequence[object] = ()) -> list[tuple]:
    """Return the rows of a statement on the index.

    A file is brought up to date first. Raises IndexUnavailableError where that is not possible in a short time.
    """
    if not is_in_database():
        return index_file.rows(sql, parameters)
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()
