"""A time limit for database statements that a reader waits for: `settings.STATEMENT_SECONDS`."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from time import monotonic
from typing import Any

import apsw
from django.conf import settings
from django.db import OperationalError, connection

_STEPS = 1_000  # of SQLite's virtual machine from one look at the clock to the next: about a millisecond
_QUERY_CANCELED = "57014"  # PostgreSQL's code for a statement that was stopped
_state = threading.local()  # as Django's connections are


class StatementTimeoutError(Exception):
    """A statement was stopped at the time limit. The connection can be used again once its transaction has ended."""


@contextmanager
def time_limit() -> Iterator[None]:
    """Limit each statement of the open transaction, which must end with the block. Raises StatementTimeoutError."""
    is_sqlite = connection.vendor == "sqlite"
    _limit(is_on=True)
    try:
        with connection.execute_wrapper(_from_now) if is_sqlite else nullcontext(), _timeouts():
            yield
    finally:
        _state.is_limited = False
        if is_sqlite:  # on PostgreSQL the end of the transaction lifts it
            _limit(is_on=False)


@contextmanager
def without_time_limit() -> Iterator[None]:
    """Lift the limit for work whose time grows with the archive, not with the query."""
    if not is_time_limited():
        yield
        return
    _limit(is_on=False)
    yield
    _limit(is_on=True)  # not after an error, when PostgreSQL takes no statement but ROLLBACK


def is_time_limited() -> bool:
    """Return whether a reader waits for the statements of this thread."""
    return getattr(_state, "is_limited", False)


@contextmanager
def sqlite_time_limit(database: apsw.Connection) -> Iterator[None]:
    """Limit a block that uses a SQLite connection which is not Django's. Raises StatementTimeoutError."""
    began = monotonic()
    database.set_progress_handler(lambda: _is_over(began), _STEPS)
    try:
        with _timeouts():
            yield
    finally:
        database.set_progress_handler(None, 0)


@contextmanager
def _timeouts() -> Iterator[None]:
    """Turn the database's error for a stopped statement into StatementTimeoutError; pass all others on."""
    try:
        yield
    except (OperationalError, apsw.InterruptError) as error:
        cause = error.__cause__
        is_stopped = getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT
        if isinstance(error, apsw.InterruptError) or is_stopped or getattr(cause, "sqlstate", None) == _QUERY_CANCELED:
            raise StatementTimeoutError(f"A statement took over {settings.STATEMENT_SECONDS} seconds.") from error
        raise


def _limit(*, is_on: bool) -> None:
    _state.is_limited, _state.began = is_on, monotonic()
    if connection.vendor == "sqlite":
        handler = (lambda: _is_over(_state.began)) if is_on else None
        connection.connection.set_progress_handler(handler, _STEPS)
        return
    milliseconds = max(1, int(settings.STATEMENT_SECONDS * 1000)) if is_on else 0  # 0: as long as it takes
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('statement_timeout', %s, true)", [str(milliseconds)])


def _from_now(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Run a statement with the full time limit, starting now."""
    _state.began = monotonic()
    return execute(sql, params, many, context)


def _is_over(began: float) -> bool:
    return monotonic() - began > settings.STATEMENT_SECONDS
