"""Django's database settings from a database URL."""

from pathlib import Path

import dj_database_url

REMEDY = "Set it to sqlite:////path/of/a/file or postgresql://user:password@host:port/name, or leave it out."
_SCHEMES = ("sqlite://", "postgresql://", "postgres://")
# The operating system caches the file for all workers; a larger cache in each was measured and saved no time.
_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-500; PRAGMA temp_store=MEMORY;"


class AddressError(ValueError):
    """An unusable database URL: what was found, never with the password, and the remedy."""

    def __init__(self, found: str, remedy: str = REMEDY) -> None:
        super().__init__(found)
        self.found, self.remedy = found, remedy


def sqlite(file: Path) -> dict[str, object]:
    """Return the settings of a SQLite database whose writers wait for each other and whose readers never wait."""
    options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": _PRAGMAS}
    # A connection serves many requests: opening one takes longer than most pages.
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": file, "OPTIONS": options, "CONN_MAX_AGE": 600}


def database(url: str, base: Path) -> dict[str, object]:
    """Return Django's settings for the database at a URL; a relative path starts at `base`.

    Raises AddressError where the URL cannot be used.
    """
    scheme = "".join(url.partition("://")[:2]) if "://" in url else "no scheme"
    if scheme not in _SCHEMES:
        raise AddressError(f"found {scheme}")
    try:
        settings = dict(dj_database_url.parse(url))
    except ValueError:
        encode = "Percent-encode characters such as / : @ # in user name and password, and give the port as a number."
        raise AddressError("found a URL that cannot be parsed", f"{encode} {REMEDY}") from None
    if scheme == "sqlite://":
        if settings["NAME"] in ("", ":memory:"):
            raise AddressError("found no file in it")
        return sqlite(base / settings["NAME"])
    return _postgresql(settings)


def _postgresql(settings: dict[str, object]) -> dict[str, object]:
    from psycopg import ProgrammingError, conninfo  # noqa: PLC0415 - SQLite does not need it

    if not settings["NAME"] or "/" in str(settings["NAME"]):
        raise AddressError("found no database name after the host")
    try:
        conninfo.make_conninfo("", **settings.get("OPTIONS", {}))
    except ProgrammingError as error:
        raise AddressError(
            f"found after the question mark: {str(error).strip()}",
            "Set options of PostgreSQL there, such as sslmode.",
        ) from None
    # A connection serves many requests, and is checked before each: the server may have been restarted.
    return settings | {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
