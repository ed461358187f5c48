"""Tuples → rows, for what is entered by the thousand: an object for each costs more than all the rest of entering.

A row is a NamedTuple whose names are the columns, so that they stand in one place.
"""

import json
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from django.db import connection, models


def insert(model: type[models.Model], rows: Iterable[NamedTuple]) -> None:
    """Enter rows, which name every column that has no default in the database. One statement."""
    waiting = iter(rows)
    if (first := next(waiting, None)) is None:
        return
    quote = connection.ops.quote_name
    into = f"{quote(model._meta.db_table)} ({', '.join(map(quote, first._fields))})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in chain([first], waiting):
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(first))
            cursor.executemany(f"INSERT INTO {into} VALUES ({marks})", chain([first], waiting))  # noqa: S608


def new_keys(model: type[models.Model], count: int) -> Sequence[int]:
    """So many primary keys that no row has or had. Call it inside the transaction that enters the rows."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # another session may take some between: each is asked for
            sequence = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
            cursor.execute(sequence, [table, count])
            return [key for (key,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])  # SQLite keeps it, whoever inserts
        last = cursor.fetchone() or (0,)
        return range(last[0] + 1, last[0] + 1 + count)


def among(column: str, values: Iterable[int | str]) -> tuple[str, list]:
    """The condition that a column has one of any number of values, in SQL, and its parameters: one, however many."""
    if connection.vendor == "postgresql":
        return f"{column} = ANY(%s)", [list(values)]
    return f"{column} IN (SELECT value FROM json_each(%s))", [json.dumps(list(values))]  # noqa: S608
