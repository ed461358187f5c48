"""The test database in each state that tests start from, made once in a process and put in place in a millisecond.

A test that uses the fixture `db` is rolled back, and leaves its template as it was. One that commits is given a copy.
On SQLite a template is a copy in memory, with the file of its search index; on PostgreSQL it is a database of its own,
and each search index is made anew.
"""

import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from decisions import search
from decisions.search import index_file
from decisions.tests import processes


@dataclass(frozen=True, eq=False)
class Template:
    """A state of the test database; `depth` is how many others it was made from, one after the other."""

    content: sqlite3.Connection | str
    depth: int = 0
    index: bytes = b""


class InMemory:
    """The templates of SQLite."""

    def __init__(self) -> None:
        self.migrated = self._current = self._keep(0)

    def make(self, fill: Callable[[], object], base: Template | None = None) -> Template:
        """Return a template of what `fill` commits on top of another: the migrated database unless said otherwise."""
        base = base or self.migrated
        self.start(base)
        self._current = None
        fill()
        self._current = self._keep(base.depth + 1)
        return self._current

    def start(self, template: Template) -> None:
        """Put a template in place, for a test that is rolled back."""
        connection.ensure_connection()
        connection.connection.execute("PRAGMA query_only = off")
        _put_index(template.index)
        if self._current is not template:
            template.content.backup(connection.connection)
            self._current = template

    def start_to_read(self, template: Template) -> None:
        """Put a template in place, and refuse every change."""
        self.start(template)
        connection.connection.execute("PRAGMA query_only = on")

    def start_to_write(self, template: Template) -> None:
        """Put a copy of a template in place, for a test that commits."""
        self.start(template)
        self._current = None

    def end(self) -> None:
        """Let the database go."""
        self.start(self.migrated)

    def _keep(self, depth: int) -> Template:
        connection.ensure_connection()
        kept = sqlite3.connect(":memory:", check_same_thread=False)
        connection.connection.backup(kept)
        return Template(kept, depth, _index())


def _index() -> bytes:
    """Bring the search index up to date, and return its file."""
    search.follow_changes()
    return index_file._file().serialize("main")


def _put_index(content: bytes) -> None:
    """Put the file of a search index in place of the one in use."""
    index_file._close()
    shutil.rmtree(settings.SEARCH_DIR, ignore_errors=True)
    path = index_file._path()
    path.parent.mkdir(parents=True)
    path.write_bytes(content)


class OnServer:
    """The templates of PostgreSQL, which copies a database while there are no connections to it."""

    def __init__(self) -> None:
        self.migrated = Template(connection.settings_dict["NAME"])
        self._numbers = count(1)
        self._made: list[str] = []
        self._written = ""
        self._used: set[BaseDatabaseWrapper] = set()

    def make(self, fill: Callable[[], object], base: Template | None = None) -> Template:
        """Return a template of what `fill` commits on top of another: the migrated database unless said otherwise."""
        base = base or self.migrated
        made = Template(self._copy(base), base.depth + 1)
        self.start(made)
        fill()
        return made

    def start(self, template: Template) -> None:
        """Put a template in place, for a test that is rolled back."""
        self._connect(template.content)

    def start_to_read(self, template: Template) -> None:
        """Put a template in place, and refuse every change."""
        self._connect(template.content, options="-c default_transaction_read_only=on")

    def start_to_write(self, template: Template) -> None:
        """Put a copy of a template in place, for a test that commits."""
        written = self._copy(template)
        self._connect(written)
        self._written = written

    def end(self) -> None:
        """Drop every database but the migrated one, which Django drops as soon as nothing is connected to it."""
        self.start(self.migrated)
        for name in [*self._made]:
            self._drop(name)
        self.disconnect()

    def disconnect(self) -> None:
        """End every connection to the migrated database, including those of threads that this one does not see."""
        self._close()
        name = self.migrated.content
        processes.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")

    def _connect(self, name: str, **options: str) -> None:
        """Have every new connection of this process use a database; drop the one that the last test wrote to."""
        kept = {key: value for key, value in connection.settings_dict["OPTIONS"].items() if key != "options"}
        if (name, kept | options) != (connection.settings_dict["NAME"], connection.settings_dict["OPTIONS"]):
            self._close()
            connection.settings_dict.update(NAME=name, OPTIONS=kept | options)
        self._used.add(connections[DEFAULT_DB_ALIAS])
        if self._written:
            self._drop(self._written)
            self._written = ""

    def _close(self) -> None:
        """Close this thread's connections: once Playwright runs its event loop, Django gives the thread another one."""
        for each in {*self._used, connections[DEFAULT_DB_ALIAS]}:
            each.close()

    def _copy(self, template: Template) -> str:
        self._close()
        name = f"{self.migrated.content}_{next(self._numbers)}"
        processes.execute(f"CREATE DATABASE {name} TEMPLATE {template.content}")
        self._made.append(name)
        return name

    def _drop(self, name: str) -> None:
        processes.execute(f"DROP DATABASE {name} WITH (FORCE)")
        self._made.remove(name)


def templates() -> InMemory | OnServer:
    """Return the templates of the test database in use."""
    return InMemory() if connection.vendor == "sqlite" else OnServer()
