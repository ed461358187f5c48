"""Separate processes of manage.py, each with its own archive: a data folder and, on PostgreSQL, a database."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import connection

_made: dict[str, str] = {}


def environment(data: Path) -> dict[str, str]:
    """Return the environment of a process whose archive is in this folder."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL")}
    database = {"DATABASE_URL": _database(data)} if connection.vendor == "postgresql" else {}
    return kept | {"DATA_DIR": str(data)} | database


def rows(data: Path, sql: str) -> list[tuple]:
    """Run a statement on the archive in a folder, and return its rows."""
    if connection.vendor == "postgresql":
        return execute(sql, _database(data))
    with closing(sqlite3.connect(data / "archive.sqlite3")) as database, database:
        return database.execute(sql).fetchall()


def migrate(data: Path) -> None:
    """Create an empty archive in a folder."""
    command = [sys.executable, "manage.py", "migrate", "-v0"]
    subprocess.run(command, cwd=settings.BASE_DIR, env=environment(data), check=True)


def copy(archive: Path, data: Path) -> None:
    """Copy an archive, which no process has open, to another folder."""
    # A search index is of one database, and each makes its own.
    shutil.copytree(archive, data, dirs_exist_ok=True, ignore=shutil.ignore_patterns("search"))
    if connection.vendor == "postgresql":
        _create_database(data, f"TEMPLATE {_name(archive)}")


def drop_databases() -> None:
    """Drop the databases that this module created."""
    while _made:
        execute(f"DROP DATABASE {_made.popitem()[0]} WITH (FORCE)")


def _database(data: Path) -> str:
    """Return the URL of a folder's database, created the first time, on the server in use."""
    if _name(data) not in _made:
        _create_database(data)
    return _made[_name(data)]


def _name(data: Path) -> str:
    return f"archive_{sha256(str(data).encode()).hexdigest()[:12]}"


def _create_database(data: Path, how: str = "") -> None:
    execute(f"CREATE DATABASE {_name(data)} {how}")
    head, _, _ = os.environ["DATABASE_URL"].partition("?")
    _made[_name(data)] = f"{head.rpartition('/')[0]}/{_name(data)}"


def execute(sql: str, address: str | None = None) -> list[tuple]:
    """Run a statement on PostgreSQL outside any transaction, at a URL or on DATABASE_URL; return its rows."""
    import psycopg  # noqa: PLC0415 - on SQLite it is not needed

    with psycopg.connect(address or os.environ["DATABASE_URL"], autocommit=True) as database:
        found = database.execute(sql)
        return found.fetchall() if found.description else []
