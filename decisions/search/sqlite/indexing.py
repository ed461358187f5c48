"""Keeping the index in SQLite's database up to date: entries in bulk, and a list of decisions to index again.

Triggers notice changes made outside `ingest` (a bulk update, plain SQL). SQLite drops triggers silently when Django
rebuilds a table, so they are created again after every migration. None reads another table that Django rebuilds, since
SQLite refuses to rename a table while a trigger names a missing one.
"""

from collections.abc import Iterable

from django.db import connection

from decisions.search import statements
from decisions.search.columns import WEIGHTS, Entry
from decisions.search.vocabulary import add_words

_TABLES = {
    "decisions_decision": ("id", "reference, council_id, council_printed, summary, closing"),
    "decisions_section": ("decision_id", "decision_id, position, heading, level, lead"),
    "decisions_paragraph": ("decision_id", "decision_id, section_id, position, depth, text, standard_id"),
}
"""The tables an entry is made from: the column with the decision, and the columns that affect its words."""

_DUE = "INSERT OR IGNORE INTO decisions_searchdue VALUES ('{what}', {value});"
_ALL, _NOT_ENTERED = (
    "INSERT OR IGNORE INTO decisions_searchdue SELECT 'decision', id FROM decisions_decision",
    """INSERT OR IGNORE INTO decisions_searchdue SELECT 'decision', id FROM decisions_decision
       WHERE id NOT IN (SELECT decision_id FROM decisions_searchtext)""",
)


def _marking(name: str, event: str, table: str, *marks: tuple[str, str]) -> str:
    rows = " ".join(_DUE.format(what=what, value=value) for what, value in marks)
    return f"CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN {rows} END"


def _triggers() -> dict[str, str]:
    made = {}
    for table, (key, columns) in _TABLES.items():
        new, old = ("decision", f"new.{key}"), ("decision", f"old.{key}")
        made[f"{table}_due_insert"] = _marking(f"{table}_due_insert", "INSERT", table, new)
        made[f"{table}_due_update"] = _marking(f"{table}_due_update", f"UPDATE OF {columns}", table, old, new)
        made[f"{table}_due_delete"] = _marking(f"{table}_due_delete", "DELETE", table, old)
    made["decisions_council_due_update"] = _marking(
        "decisions_council_due_update", "UPDATE OF name", "decisions_council", ("council", "new.id")
    )
    return made


TRIGGERS = _triggers()
"""The SQL of every trigger, by name."""


def is_installed() -> bool:
    """Return whether the migration that makes the index has been run."""
    return "decisions_searchdue" in connection.introspection.table_names()


def missing_triggers() -> list[str]:
    """Return the names of the triggers that are missing or differ, once the tables exist."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        installed = dict(cursor.fetchall())
    return [name for name, sql in TRIGGERS.items() if installed.get(name) != sql] if is_installed() else []


def repair() -> None:
    """Create missing triggers, and list every decision without an entry.

    If a trigger was missing, changes went unseen: every decision is listed.
    """
    missing = missing_triggers()
    with connection.cursor() as cursor:
        for name in missing:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            cursor.execute(TRIGGERS[name])
        cursor.execute(_ALL if missing else _NOT_ENTERED)


def list_all() -> None:
    """List every decision, and make the index again from its texts."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO decisions_search (decisions_search) VALUES ('rebuild')")
        cursor.execute(_ALL)


def pending(limit: int) -> list[int]:
    """Return the ids of at most `limit` decisions to index again. One query if there are none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT what, id FROM decisions_searchdue ORDER BY what, id LIMIT %s", [limit])
        rows = cursor.fetchall()
        councils = [[key] for what, key in rows if what == "council"]
        if not councils:
            return [key for _, key in rows]
        cursor.executemany(
            """INSERT OR IGNORE INTO decisions_searchdue
               SELECT 'decision', decision.id FROM decisions_decision AS decision
               JOIN decisions_council AS council ON council.id = decision.council_id
               LEFT JOIN decisions_searchtext AS entry ON entry.decision_id = decision.id
               WHERE council.id = %s AND coalesce(entry.council, '')
               NOT IN (council.name, council.name || ' ' || decision.council_printed)""",
            councils,
        )
        cursor.executemany("DELETE FROM decisions_searchdue WHERE what = 'council' AND id = %s", councils)
    return pending(limit)


def mark_indexed(ids: Iterable[int]) -> None:
    """Remove decisions from the list."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "DELETE FROM decisions_searchdue WHERE what = 'decision' AND id = %s", [(each,) for each in ids]
        )


def index(entries: Iterable[Entry]) -> None:
    """Add or replace the entries of decisions; an unchanged entry is not written."""
    given = list(entries)
    columns = ", ".join(WEIGHTS)
    excluded = ", ".join(f"excluded.{column}" for column in WEIGHTS)
    current = ", ".join(f"decisions_searchtext.{column}" for column in WEIGHTS)
    marks = ", ".join(["%s"] * len(Entry._fields))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"""INSERT INTO decisions_searchtext (decision_id, {columns}) VALUES ({marks})
                ON CONFLICT (decision_id) DO UPDATE SET ({columns}) = ({excluded})
                WHERE ({current}) IS NOT ({excluded})""",  # noqa: S608
            given,
        )
        add_words((text for entry in given for text in entry[1:]), statements.rows, cursor.executemany)
    mark_indexed(entry.decision_id for entry in given)
