"""Any number of values in one condition."""

import json
from collections.abc import Iterable

from django.db import connection

_GIVEN = "(SELECT value FROM json_each(%s))"


def among(column: str, values: Iterable[int | str]) -> tuple[str, list]:
    """The condition that a column has one of any number of values, in SQL, and its parameters: one, however many."""
    if connection.vendor == "postgresql":
        return f"{column} = ANY(%s)", [list(values)]
    return f"{column} IN {_GIVEN}", [json.dumps(list(values))]
