"""Queries that pages ask again and again: their SQL is made once, since making it takes longer than asking it."""

import json
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

Row = TypeVar("Row", bound=Any)  # a NamedTuple
_GIVEN = object()
_KEYS = {"sqlite": "SELECT value FROM json_each(%s)", "postgresql": "SELECT unnest(%s::bigint[])"}


class Prepared(Generic[Row]):
    """Rows by keys, each a tuple of one kind, with values as the database's driver gives them.

    `make` gives a queryset of `values_list`, in the order of the kind's fields, for what stands for the keys: an
    expression to be used once, behind `__in`. Dates need a Cast: SQLite's driver gives them as text.
    """

    def __init__(self, kind: type[Row], make: Callable[[RawSQL], QuerySet]) -> None:
        self._kind, self._make = kind, make
        self._made: dict[str, tuple[str, list]] = {}

    def rows(self, keys: Iterable[int]) -> list[Row]:
        """The rows for these keys. One query."""
        sql, parameters = self._made.get(connection.vendor) or self._sql()
        given = list(keys)
        asked = given if connection.vendor == "postgresql" else json.dumps(given)
        with connection.cursor() as cursor:
            cursor.execute(sql, [asked if each is _GIVEN else each for each in parameters])
            return list(map(partial(tuple.__new__, self._kind), cursor.fetchall()))

    def _sql(self) -> tuple[str, list]:
        keys = RawSQL(_KEYS[connection.vendor], [_GIVEN])  # noqa: S611 - the keys are a parameter
        sql, parameters = self._make(keys).query.sql_with_params()
        made = self._made[connection.vendor] = sql, list(parameters)
        return made
