"""Django's database settings from a database URL."""

import re
from pathlib import Path

import dj_database_url
from environs import ValidationError

REMEDY = "Set it to sqlite:////path/of/a/file or postgresql://user:password@host:port/name, or leave it out."
_SCHEMES = ("sqlite://", "postgresql://", "postgres://")
# The operating system caches the file for all workers; a larger cache in each was measured and saved no time.
_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-500; PRAGMA temp_store=MEMORY;"


def sqlite(file: Path) -> dict[str, object]:
    """Return the settings of a SQLite database whose writers wait for each other and whose readers never wait."""
    options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": _PRAGMAS}
    # A connection serves many requests: opening one takes longer than most pages.
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": file, "OPTIONS": options, "CONN_MAX_AGE": 600}


def database(url: str, base: Path) -> dict[str, object]:
    """Return Django's settings for the database at a URL; a relative path starts at `base`.

    Raises ValidationError where the URL cannot be used: what was found in it, never with the password.
    """
    match = re.match(r"[a-z0-9+.-]+://", url, re.IGNORECASE)
    scheme = match[0] if match else "no scheme"
    if scheme not in _SCHEMES:
        raise ValidationError(f"found {scheme}")
    try:
        settings = dict(dj_database_url.parse(url))
    except ValueError:
        encode = "Percent-encode characters such as / : @ # in user name and password, and give the port as a number"
        raise ValidationError(f"found a URL that cannot be parsed. {encode}") from None
    if scheme == "sqlite://":
        if settings["NAME"] in ("", ":memory:"):
            raise ValidationError("found no file in it")
        return sqlite(base / settings["NAME"])
    return _postgresql(settings)


def _postgresql(settings: dict[str, object]) -> dict[str, object]:
    from psycopg import ProgrammingError, conninfo  # noqa: PLC0415 - SQLite does not need it

    if not settings["NAME"] or "/" in str(settings["NAME"]):
        raise ValidationError("found no database name after the host")
    try:
        conninfo.make_conninfo("", **settings.get("OPTIONS", {}))
    except ProgrammingError as error:
        found = f"found after the question mark: {str(error).strip()}"
        raise ValidationError(f"{found}. Only options of PostgreSQL are allowed there, such as sslmode") from None
    # A connection serves many requests, and is checked before each: the server may have been restarted.
    return settings | {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
