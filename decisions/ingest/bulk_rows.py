"""Bulk inserts of tuples, for rows that come by the thousand: model objects would cost more than the inserts."""

from collections.abc import Iterable, Sequence
from itertools import chain, islice

from django.apps import apps
from django.db import connection, models

_AT_ONCE = 500  # rows; SQLite takes 32,766 values
_INSERT = "INSERT INTO {table} ({columns}) VALUES {rows}"


def columns_of(model: type[models.Model]) -> list[str]:
    """Return the columns of a model, the key first."""
    return [field.column for field in model._meta.concrete_fields]


def insert(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence]) -> None:
    """Insert rows, 500 in a statement. `columns` must have every column that has no default in the database.

    SQLite keeps a journal for each statement on a table with triggers, and that costs more than the rows themselves.
    """
    quote = connection.ops.quote_name
    table, names = quote(model._meta.db_table), ", ".join(map(quote, columns))
    marks, waiting = f"({', '.join(['%s'] * len(columns))})", iter(rows)
    with connection.cursor() as cursor:
        while some := list(islice(waiting, _AT_ONCE)):
            sql = _INSERT.format(table=table, columns=names, rows=", ".join([marks] * len(some)))
            cursor.execute(sql, list(chain.from_iterable(some)))


def analyze() -> None:
    """Refresh the table statistics of PostgreSQL's planner after many new rows. SQLite needs none.

    The server does so by itself, a minute later. Until then it may read a whole table for each decision: to catch up
    with one change among 4,000 imported decisions took more than twenty minutes.
    """
    if connection.vendor == "postgresql":
        tables = ", ".join(
            connection.ops.quote_name(model._meta.db_table) for model in apps.get_app_config("decisions").get_models()
        )
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {tables}")


def new_keys(model: type[models.Model], count: int) -> Sequence[int]:
    """Return `count` primary keys never used before. Call it inside the transaction that inserts the rows."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # another session may take keys in between: each comes from the sequence
            sequence = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
            cursor.execute(sequence, [table, count])
            return [key for (key,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])  # SQLite updates it on every insert
        last = cursor.fetchone() or (0,)
        return range(last[0] + 1, last[0] + 1 + count)
