"""The archive's revision number, by which caches know whether what they have is up to date."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, models

from decisions.models.time_limit import time_limit


class Revision(models.Model):
    """A single row with a number that grows with every change to what the public reads. Triggers update it."""

    value = models.BigIntegerField()

    def __str__(self):
        return str(self.value)

    @classmethod
    def now(cls):
        """Return the revision that this connection sees; 0 if nothing has ever changed."""
        with connection.cursor() as cursor:  # every page starts with this query, so it is plain SQL
            cursor.execute("SELECT value FROM decisions_revision")
            row = cursor.fetchone()
        return row[0] if row else 0


class Change(models.Model):
    """The revision at which a decision last changed, came or went. Triggers write it; the row outlives the decision."""

    decision_id = models.BigIntegerField(primary_key=True)
    revision = models.BigIntegerField(db_index=True)

    def __str__(self):
        return f"{self.decision_id} at {self.revision}"


@contextmanager
def snapshot() -> Iterator[None]:
    """Read one consistent state of the archive, without blocking writers.

    Each statement has a time limit, since a reader waits for it: raises StatementTimeoutError.
    A snapshot inside another, or inside a transaction, is part of it. `atomic` is not used, because on SQLite it is set
    to take the write lock at once.
    """
    if connection.in_atomic_block or open_snapshot():  # the outer block has begun one
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(_BEGIN[connection.vendor])
        _local.snapshot = object()
        try:
            with time_limit():
                yield
        finally:
            _local.snapshot = None
            cursor.execute("ROLLBACK")


def open_snapshot() -> object | None:
    """Return what identifies the snapshot that this thread reads; None outside of any."""
    return getattr(_local, "snapshot", None)


_local = threading.local()  # as Django's connections are
_BEGIN = {"sqlite": "BEGIN", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}
