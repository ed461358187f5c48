"""Keeping the index on PostgreSQL up to date: entries in bulk, and a list of decisions to index again.

Triggers, once for each statement, list decisions whose rows were changed outside `ingest`, and delete the entries of
deleted ones. PostgreSQL runs triggers in alphabetical order, so these come after the revision's. A writer that lists
decisions has therefore locked the revision's row: with that lock, the list is complete and no one else changes it.
"""

import hashlib
from collections.abc import Iterable

from django.db import connection

from decisions.search.columns import WEIGHTS, Entry
from decisions.search.postgres.words import encode_text, stems
from decisions.search.vocabulary import add_words

_TABLES = {
    "decision": ("id", "reference, council_id, council_printed, summary, closing"),
    "section": ("decision_id", "decision_id, position, heading, level, lead"),
    "paragraph": ("decision_id", "decision_id, section_id, position, depth, text, standard_id"),
}
"""The tables an entry is made from: the column with the decision, and the columns that affect its words."""

_DUE = "INSERT INTO decisions_searchdue (decision_id) {ids} ON CONFLICT DO NOTHING;"
_KEYS = "SELECT DISTINCT {key} FROM {rows}"
_ALL, _NOT_ENTERED = (
    "SELECT id FROM decisions_decision",
    "SELECT id FROM decisions_decision WHERE id NOT IN (SELECT decision_id FROM decisions_search)",
)


def _trigger(table: str, event: str, does: str, seen: str) -> tuple[str, list[str]]:
    name = f"search_due_{table}_{event}"
    return name, [
        f"""CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN {does} RETURN NULL; END $$""",
        f"""CREATE TRIGGER {name} AFTER {event} ON decisions_{table} {f"REFERENCING {seen}" if seen else ""}
            FOR EACH STATEMENT EXECUTE FUNCTION {name}()""",
    ]


def _triggers() -> dict[str, list[str]]:
    made = []
    fresh, stale = "NEW TABLE AS fresh", "OLD TABLE AS stale"
    for table, (key, columns) in _TABLES.items():
        old, new = (", ".join(f"{row}.{each}" for each in columns.split(", ")) for row in ("stale", "fresh"))
        both = f"FROM fresh JOIN stale ON stale.id = fresh.id WHERE ({old}) IS DISTINCT FROM ({new})"
        changed = f"SELECT fresh.{key} {both} UNION SELECT stale.{key} {both}"
        gone = _DUE.format(ids=_KEYS.format(key=key, rows="stale"))
        if table == "decision":
            gone = "DELETE FROM decisions_search WHERE decision_id IN (SELECT id FROM stale);"
        made += [
            _trigger(table, "insert", _DUE.format(ids=_KEYS.format(key=key, rows="fresh")), fresh),
            _trigger(table, "update", _DUE.format(ids=changed), f"{fresh} {stale}"),
            _trigger(table, "delete", gone, stale),
        ]
    renamed = """SELECT decision.id FROM decisions_decision AS decision
        JOIN fresh ON fresh.id = decision.council_id JOIN stale ON stale.id = fresh.id WHERE stale.name <> fresh.name"""
    made.append(_trigger("council", "update", _DUE.format(ids=renamed), f"{fresh} {stale}"))
    made.append(_trigger("decision", "truncate", "TRUNCATE decisions_search, decisions_searchdue;", ""))
    return dict(made)


TRIGGERS = _triggers()
"""The SQL of every trigger, by name."""


def is_installed() -> bool:
    """Return whether the migration that makes the index has been run."""
    return "decisions_searchdue" in connection.introspection.table_names()


def missing_triggers() -> list[str]:
    """Return the names of the triggers that are missing, once the tables exist."""
    if not is_installed():
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE pg_table_is_visible(tgrelid)")
        installed = {name for (name,) in cursor.fetchall()}
    return [name for name in TRIGGERS if name not in installed]


def repair() -> None:
    """Create missing triggers, list every decision without an entry, and delete the entries of deleted decisions.

    If a trigger was missing, changes went unseen: every decision is listed.
    """
    missing = missing_triggers()
    with connection.cursor() as cursor:
        for name in missing:
            for statement in TRIGGERS[name]:
                cursor.execute(statement)
        cursor.execute(_DUE.format(ids=_ALL if missing else _NOT_ENTERED))
        cursor.execute("DELETE FROM decisions_search WHERE decision_id NOT IN (SELECT id FROM decisions_decision)")


def pending(limit: int) -> list[int]:
    """Return the ids of at most `limit` decisions to index again. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT decision_id FROM decisions_searchdue ORDER BY decision_id LIMIT %s", [limit])
        return [key for (key,) in cursor.fetchall()]


def mark_indexed(ids: Iterable[int]) -> None:
    """Remove decisions from the list."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM decisions_searchdue WHERE decision_id = ANY (%s)", [list(ids)])


def index(entries: Iterable[Entry]) -> None:
    """Add or replace the entries of decisions; an unchanged entry is not written."""
    rows = {row.decision_id: (_digest(row), row) for row in entries}
    columns = f"digest, length, vector, {', '.join(WEIGHTS)}"
    excluded = ", ".join(f"excluded.{column}" for column in columns.split(", "))
    with connection.cursor() as cursor:
        cursor.execute("SELECT decision_id, digest FROM decisions_search WHERE decision_id = ANY (%s)", [list(rows)])
        digests = dict(cursor.fetchall())
        fresh = [(digest, row) for key, (digest, row) in rows.items() if digests.get(key) != digest]
        cursor.executemany(
            f"""INSERT INTO decisions_search (decision_id, {columns})
                SELECT %s, %s, entry.* FROM decisions_search_entry(%s) AS entry
                ON CONFLICT (decision_id) DO UPDATE SET ({columns}) = ({excluded})""",  # noqa: S608
            [(row.decision_id, digest, [encode_text(text) for text in row[1:]]) for digest, row in fresh],
        )
    add_words((text for _, row in fresh for text in row[1:]), stems)
    mark_indexed(rows)


def _digest(row: Entry) -> str:
    return hashlib.sha256("\0".join(row[1:]).encode()).hexdigest()
