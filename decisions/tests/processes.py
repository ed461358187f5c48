"""manage.py in processes of its own, each on an archive of its own: a data folder, and on PostgreSQL a database."""

import os
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from django.db import connection

_made: dict[str, str] = {}


def environment(data: Path) -> dict[str, str]:
    """The settings of the archive in a folder, which must not be this process's own."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL")}
    database = {"DATABASE_URL": _database(data)} if connection.vendor == "postgresql" else {}
    return kept | {"DATA_DIR": str(data)} | database


def rows(data: Path, sql: str) -> list[tuple]:
    """What a statement says of the archive in a folder."""
    if connection.vendor == "postgresql":
        return _execute(sql, _database(data))
    with closing(sqlite3.connect(data / "archive.sqlite3")) as database:
        return database.execute(sql).fetchall()


def drop_databases() -> None:
    """Drop the databases that were made here."""
    while _made:
        _execute(f"DROP DATABASE {_made.popitem()[0]} WITH (FORCE)")


def _database(data: Path) -> str:
    """The address of a folder's database on the server in use, made the first time."""
    name = f"archive_{sha256(str(data).encode()).hexdigest()[:12]}"
    if name not in _made:
        _execute(f"CREATE DATABASE {name}")
        head, _, _ = os.environ["DATABASE_URL"].partition("?")
        _made[name] = f"{head.rpartition('/')[0]}/{name}"
    return _made[name]


def _execute(sql, address=None):
    import psycopg  # noqa: PLC0415 - on SQLite it is not needed

    with psycopg.connect(address or os.environ["DATABASE_URL"], autocommit=True) as database:
        found = database.execute(sql)
        return found.fetchall() if found.description else []
