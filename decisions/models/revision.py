"""At which revision the archive stands, so that what was computed from it is known to be right or stale."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, models

from decisions.models.time_limit import time_limit


class Revision(models.Model):
    """One row: a number that every change of what the public reads makes greater. Triggers keep it."""

    value = models.BigIntegerField()

    def __str__(self):
        return str(self.value)

    @classmethod
    def now(cls):
        """The revision that this connection sees; 0 for an archive in which nothing has ever changed."""
        with connection.cursor() as cursor:  # every page asks this first: no time for the ORM
            cursor.execute("SELECT value FROM decisions_revision")
            row = cursor.fetchone()
        return row[0] if row else 0


class Change(models.Model):
    """At which revision a decision last changed, came or went. Triggers keep it; a decision that goes leaves it."""

    decision_id = models.BigIntegerField(primary_key=True)
    revision = models.BigIntegerField(db_index=True)

    def __str__(self):
        return f"{self.decision_id} at {self.revision}"


@contextmanager
def snapshot() -> Iterator[None]:
    """Read one state of the archive, whatever is written meanwhile. Takes no lock that a writer waits for.

    Each statement has a time limit, since a reader may wait for it: raises StatementTimeoutError.
    One inside another is the outer one. `atomic` would not do: on SQLite it is set to take the write lock at once.
    """
    if connection.in_atomic_block or getattr(_local, "snapshot", False):  # the state is that of whoever began
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(_BEGIN[connection.vendor])
        _local.snapshot = True
        try:
            with time_limit():
                yield
        finally:
            _local.snapshot = False
            cursor.execute("ROLLBACK")


_local = threading.local()  # as Django's connections are
_BEGIN = {"sqlite": "BEGIN", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}
