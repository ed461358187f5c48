"""The search index: FTS5 in a SQLite file of each host, beside the database, which follows `Revision` and `Change`.

The file is made from the database, so it needs no backup. Its row `marker` has the last change that was entered, and is
written in the same transaction as the entries, so a process killed in between leaves both as they were. Every search
brings the file up to date first, from the snapshot that it reads; one process at a time, under a file lock.
Never search in a transaction that has changed decisions: what it would enter may be rolled back.
"""

import fcntl
import json
import logging
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from hashlib import sha256
from pathlib import Path

import apsw
from django.conf import settings
from django.db import connection
from django.db.models import Q

from decisions.models import (
    Change,
    Decision,
    Revision,
    is_time_limited,
    open_snapshot,
    snapshot,
    sqlite_time_limit,
    without_time_limit,
)
from decisions.search import columns, entries, words
from decisions.search.columns import WEIGHTS
from decisions.search.in_memory_fts import TOKENIZER, stems

MOST_AT_ONCE = 500
"""The most decisions entered in one transaction, and by one request: about a second's work."""
_LONGEST_WAIT = 5.0  # seconds, for another process that holds the lock
_LAST = 2**63 - 1  # sorts after every key
_APPLICATION = int.from_bytes(b"RGix")  # by which SQLite files say whose they are
_DAMAGE = (apsw.CorruptError, apsw.NotADBError)
_COLUMNS = ", ".join(WEIGHTS)
_SCHEMA = f"""
    CREATE VIRTUAL TABLE decisions_search USING fts5 (
        {_COLUMNS}, content = '', contentless_delete = 1, tokenize = '{TOKENIZER}');
    CREATE VIRTUAL TABLE decisions_searchterm USING fts5vocab (decisions_search, row);
    CREATE TABLE decisions_searchword (word TEXT PRIMARY KEY, stem TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE marker (revision INTEGER NOT NULL, decision_id INTEGER NOT NULL);
    INSERT INTO marker VALUES (0, 0);
    PRAGMA application_id = {_APPLICATION};
"""  # noqa: S608
_DELETE = "DELETE FROM decisions_search WHERE rowid = ?"
_ENTER = f"INSERT INTO decisions_search (rowid, {_COLUMNS}) VALUES (?{', ?' * len(WEIGHTS)})"  # noqa: S608
_UNKNOWN = "SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM decisions_searchword WHERE word = value)"
_MADE_BY = sha256(
    b"".join([_SCHEMA.encode(), *(Path(each.__file__).read_bytes() for each in (columns, entries, words))])
).digest()
_REBUILD = "Run `manage.py rebuild_search` on this host."
_logger = logging.getLogger(__name__)
_local = threading.local()  # as Django's connections are


class IndexUnavailableError(Exception):
    """Words cannot be searched now; the message says so to readers. The log has the reason and the remedy."""


def rows(sql: str, parameters: Sequence[object] = ()) -> list[tuple]:
    """Return the rows of a statement on the index, brought up to date. Raises IndexUnavailableError."""
    return _safely(lambda: _read(sql, parameters))


def bring_up_to_date() -> None:
    """Bring the file up to date: a restored database shows only outside a snapshot. Raises IndexUnavailableError."""
    _safely(_current)


def follow_changes(progress: Callable[[int], None] = lambda count: None) -> int:
    """Enter the decisions that changed since the last time; return how many. Raises IndexUnavailableError.

    Each batch is a transaction: it can be stopped at any moment, and continues from there when called again.
    `progress` gets the number of decisions entered so far.
    """
    return _safely(lambda: _follow(None, progress))


def try_to_follow() -> None:
    """Follow changes where the file can be used; else the log says why."""
    with suppress(IndexUnavailableError):
        follow_changes()


def rebuild(progress: Callable[[int], None] = lambda count: None) -> int:
    """Make the whole index again; return the number of decisions. Raises IndexUnavailableError."""
    _safely(_lock()(_empty))  # emptied under the lock
    return follow_changes(progress)


def _safely(work: Callable[[], object]):
    """Do the work; if the file turns out to be damaged, begin a new one and do the work again.

    Other errors of the file and its folder are logged, with the remedy. Raises IndexUnavailableError.
    """
    try:
        try:
            return work()
        except _DAMAGE as error:
            with _lock():
                _set_aside(str(error))
            return work()
    except (apsw.Error, OSError) as error:
        _logger.error(
            "The search index %s cannot be used (%s: %s). See that its folder is on a local disk with room, and that "
            "this user can write to it. %s", _path(), type(error).__name__, error, _REBUILD,
        )  # fmt: skip
        raise IndexUnavailableError(
            "Words cannot be searched at the moment. Lists without words work; try again later."
        ) from error


def _read(sql: str, parameters: Sequence[object]) -> list[tuple]:
    database = _current()
    with sqlite_time_limit(database) if is_time_limited() else nullcontext():
        return database.execute(sql, parameters).fetchall()


def _current() -> apsw.Connection:
    """Return the connection to the file, brought up to date; once in a snapshot is enough."""
    held, database = open_snapshot(), _file()
    if held and (held, database) == getattr(_local, "checked", None):
        return database
    entered = _follow(MOST_AT_ONCE)
    database = _file()
    if entered >= MOST_AT_ONCE and not _is_current(database):  # with fewer, it was up to date a moment ago
        _logger.warning("The search index %s is far behind the database. %s", _path(), _REBUILD)
        raise IndexUnavailableError(
            "The search index is being brought up to date. Lists without words work; try again in a minute."
        )
    _local.checked = held, database
    return database


def _follow(most: int | None, progress: Callable[[int], None] = lambda count: None) -> int:
    entered = 0
    while (most is None or entered < most) and not _is_current(_file()):
        with _lock():
            is_later = open_snapshot() is None  # the file cannot be ahead of a snapshot that begins under the lock
            with snapshot(), without_time_limit():
                entered += _enter_changes(is_later)
        progress(entered)
    return entered


def _empty() -> None:
    """Empty the file in place: other processes have it open, so another file of its name could damage both."""
    database = _file()
    with database:
        database.execute("INSERT INTO decisions_search (decisions_search) VALUES ('delete-all')")
        database.execute("DELETE FROM decisions_searchword")
        database.execute("UPDATE marker SET revision = 0, decision_id = 0")


def _is_current(database: apsw.Connection) -> bool:
    """Return whether the file has every change that this connection sees. A snapshot may be older than the file."""
    marker, reached = _marker(database), (Revision.now(), _LAST)
    return marker == reached or (marker > reached and open_snapshot() is not None)


def _enter_changes(is_later: bool) -> int:
    """Enter some of the changes after the marker, in one transaction; return how many."""
    revision, marker = Revision.now(), _marker(_file())
    if marker > (revision, _LAST):
        if not is_later:  # while this process waited for the lock, another entered changes after this snapshot
            return 0
        _logger.error(
            "The search index %s is made again: it is at revision %d, and the database, perhaps restored, at %d.",
            _path(), marker[0], revision,
        )  # fmt: skip
        _empty()
        marker = _marker(_file())
    after = Q(revision__gt=marker[0]) | Q(revision=marker[0], decision_id__gt=marker[1])
    changes = Change.objects.filter(after).order_by("revision", "decision_id").values_list("revision", "decision_id")
    some = list(changes[:MOST_AT_ONCE])
    ids = [key for _, key in some]
    found = entries.entries(Decision.objects.without_source().select_related("council").filter(pk__in=ids))
    database = _file()
    with database:  # one transaction
        database.executemany(_DELETE, [(key,) for key in ids])
        database.executemany(_ENTER, found)
        _add_words(database, (text for entry in found for text in entry[1:]))
        reached = some[-1] if len(some) == MOST_AT_ONCE else (revision, _LAST)
        database.execute("UPDATE marker SET revision = ?, decision_id = ?", reached)
    return len(some)


def _add_words(database: apsw.Connection, texts: Iterable[str]) -> None:
    """Store the folded words of texts, each with its stem, for prefix searches and spelling suggestions.

    The index has only stems, which may differ at the end from the word (`univers`), so it cannot answer `universit*`
    alone. Words are never deleted, even if no decision has them any more.
    """
    fresh = [word for (word,) in database.execute(_UNKNOWN, [json.dumps(sorted(words.words_of(texts)))])]
    database.executemany("INSERT INTO decisions_searchword VALUES (?, ?)", zip(fresh, stems(fresh), strict=True))


def _marker(database: apsw.Connection) -> tuple[int, int]:
    return database.execute("SELECT revision, decision_id FROM marker").fetchone()


def _path() -> Path:
    """Return the place of the file: another for each database, and for each way of making entries."""
    host, port, name = (str(connection.settings_dict[each]) for each in ("HOST", "PORT", "NAME"))
    if connection.vendor == "sqlite":  # a database in memory is that of this process alone
        name = f"{name} of process {os.getpid()}" if connection.is_in_memory_db() else os.path.realpath(name)
    which = sha256(_MADE_BY + "\0".join([host, port, name]).encode()).hexdigest()
    return settings.SEARCH_DIR / which[:16] / "index.sqlite3"


def _file() -> apsw.Connection:
    """Return this thread's connection to the file; another one if the file has been replaced."""
    path = _path()
    known = getattr(_local, "file", None)
    if known and known[:2] == (path, _number(path)):
        return known[2]
    _close()
    path.parent.mkdir(parents=True, exist_ok=True)
    database = apsw.Connection(str(path))
    _local.file = path, _number(path), database  # so that a damaged file is closed before it is set aside
    _prepare(database)
    _local.file = path, _number(path), database  # a new file has a number only now
    return database


def _prepare(database: apsw.Connection) -> None:
    """Create the tables of an empty file. Raises CorruptError for the file of another program."""
    database.set_busy_timeout(int(_LONGEST_WAIT * 1000))
    if not _is_ours(database):
        database.execute("PRAGMA journal_mode = WAL").fetchall()
        database.execute("BEGIN IMMEDIATE")
        if not _is_ours(database):  # another process has not created them in the meantime
            database.execute(_SCHEMA)
        database.execute("COMMIT")
    database.execute("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -500")


def _is_ours(database: apsw.Connection) -> bool:
    (application,) = database.execute("PRAGMA application_id").fetchone()
    if application != _APPLICATION and database.execute("SELECT 1 FROM sqlite_schema").fetchone():
        raise apsw.CorruptError("it is the file of another program")
    return application == _APPLICATION


def _number(path: Path) -> int | None:
    with suppress(FileNotFoundError):
        return path.stat().st_ino
    return None


def _close() -> None:
    if known := getattr(_local, "file", None):
        _local.file = _local.checked = None
        known[2].close()


def _set_aside(reason: str) -> None:
    """Rename the file, so that people can look at it, and let the next one be made, unless another process did."""
    path = _path()
    known = getattr(_local, "file", None)
    is_replaced = known is not None and known[:2] != (path, _number(path))
    _close()
    if is_replaced:
        return
    _logger.error("The search index %s is made again: %s. The former file is index.damaged beside it.", path, reason)
    with suppress(FileNotFoundError):
        path.replace(path.with_name("index.damaged"))
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)


@contextmanager
def _lock() -> Iterator[None]:
    """Wait until no other process writes the file. Raises IndexUnavailableError after some seconds."""
    folder = _path().parent
    folder.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + _LONGEST_WAIT
    with (folder / "lock").open("w") as file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > until:
                    raise IndexUnavailableError("The search index is being brought up to date.") from None
                time.sleep(0.02)
        yield
