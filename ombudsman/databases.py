"""What the address of a database means: pure, but for the drivers it asks."""

from pathlib import Path

import dj_database_url

REMEDY = "Set it to sqlite:////path/of/a/file or postgresql://user:password@host:port/name, or leave it out."
_SCHEMES = ("sqlite://", "postgresql://", "postgres://")
# The system keeps the file in memory for all workers; a large cache in each was measured, and spares nothing.
_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-500; PRAGMA temp_store=MEMORY;"


class AddressError(ValueError):
    """What is wrong with an address, without a word that might be its password, and what to do about it."""

    def __init__(self, found: str, remedy: str = REMEDY) -> None:
        super().__init__(found)
        self.found, self.remedy = found, remedy


def sqlite(file: Path) -> dict[str, object]:
    """Return a SQLite database; its writers queue for the lock instead of failing, its readers never wait for one."""
    options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": _PRAGMAS}
    # A connection serves many requests: opening one costs more than most pages ask of it.
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": file, "OPTIONS": options, "CONN_MAX_AGE": 600}


def database(url: str, base: Path) -> dict[str, object]:
    """Return what Django is told of the database at an address; a relative path starts at `base`.

    Raises AddressError where it is not understood.
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
    from psycopg import ProgrammingError, conninfo  # noqa: PLC0415 - who keeps to SQLite need not load it

    if not settings["NAME"] or "/" in str(settings["NAME"]):
        raise AddressError("found no database name after the host")
    try:
        conninfo.make_conninfo("", **settings.get("OPTIONS", {}))
    except ProgrammingError as error:
        raise AddressError(
            f"found after the question mark: {str(error).strip()}",
            "Set options of PostgreSQL there, such as sslmode.",
        ) from None
    # A connection serves many requests, and is tried before each: the server may have been restarted meanwhile.
    return settings | {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
