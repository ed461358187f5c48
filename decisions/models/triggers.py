"""Database triggers that update `Revision` and `Change`, so that changes made outside `ingest` are noticed too.

SQLite drops triggers silently when a migration rebuilds their table. So all are removed before migrations and created
again afterwards.
"""

from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.transaction import atomic

_ROWS = {"insert": ("NEW",), "update": ("OLD", "NEW"), "delete": ("OLD",)}
_TABLES = {"NEW": "fresh", "OLD": "stale"}
"""PostgreSQL's transition tables: the rows after a statement and those before it."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger on one event of one table. The changed decisions are those in `column` of the rows.

    `through`, if given, is a query for their keys instead, with `{rows}` for the values of `column`; `when` is a
    condition on the rows.
    """

    table: str
    event: str
    column: str = "id"
    through: str = ""
    when: str = ""

    @property
    def name(self) -> str:
        """The trigger's name in the database."""
        return f"revision_{self.table}_{self.event}"

    def statements(self, vendor: str) -> list[str]:
        """Return the SQL that creates it."""
        return _on_postgresql(self) if vendor == "postgresql" else [_on_sqlite(self)]


_NOW = {
    "sqlite": "CAST(strftime('%s', 'now') AS INTEGER) * 1000000",
    "postgresql": "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint",
}
"""The first revision of an empty database: microseconds since 1970, so that it is above any earlier revision."""
_FIRST = "INSERT INTO decisions_revision (id, value) VALUES (1, {now}) ON CONFLICT (id) DO NOTHING"
_NEXT = """INSERT INTO decisions_revision (id, value) VALUES (1, {now})
    ON CONFLICT (id) DO UPDATE SET value = decisions_revision.value + 1"""
_CHANGE_OF_ONE = """INSERT INTO decisions_change (decision_id, revision) VALUES ({id}, {now})
    ON CONFLICT (decision_id) DO UPDATE SET revision = excluded.revision"""
_CHANGE = """INSERT INTO decisions_change (decision_id, revision)
    SELECT DISTINCT id, {now} FROM ({changed}) AS changed WHERE true
    ON CONFLICT (decision_id) DO UPDATE SET revision = excluded.revision"""


_KEYS = "SELECT {table}.{column} AS id FROM {table}"
_KEYS_OF_PAIRS = "SELECT fresh.id FROM fresh JOIN stale ON stale.id = fresh.id WHERE {when}"


def _on_sqlite(trigger: Trigger) -> str:
    rows = _ROWS[trigger.event]
    changed = " UNION ".join(f"SELECT {row}.{trigger.column} AS id" for row in rows)
    changed = trigger.through.format(rows=f"NEW.{trigger.column}") or changed
    reached = "(SELECT value FROM decisions_revision)"
    change = _CHANGE.format(now=reached, changed=changed)
    if len(rows) == 1:  # an import runs this for every row, and DISTINCT is slow
        change = _CHANGE_OF_ONE.format(now=reached, id=f"{rows[0]}.{trigger.column}")
    return f"""CREATE TRIGGER {trigger.name} AFTER {trigger.event} ON decisions_{trigger.table}
        {f"WHEN ({trigger.when})" if trigger.when else ""}
        BEGIN {_NEXT.format(now=_NOW["sqlite"])}; {change}; END"""


def _on_postgresql(trigger: Trigger) -> list[str]:
    """Return a trigger that runs once for all rows of a statement, which may be thousands."""
    tables = [_TABLES[row] for row in _ROWS[trigger.event]]
    changed = " UNION ".join(_KEYS.format(table=table, column=trigger.column) for table in tables)
    if trigger.when:
        changed = _KEYS_OF_PAIRS.format(when=trigger.when.replace("NEW.", "fresh.").replace("OLD.", "stale."))
    seen = " ".join(f"{row} TABLE AS {_TABLES[row]}" for row in _ROWS[trigger.event])
    through = trigger.through.format(rows=changed) or changed
    return [
        f"""CREATE OR REPLACE FUNCTION {trigger.name}() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE reached bigint;
            BEGIN
                IF EXISTS ({changed}) THEN
                    {_NEXT.format(now=_NOW["postgresql"])} RETURNING value INTO reached;
                    {_CHANGE.format(now="reached", changed=through)};
                END IF;
                RETURN NULL;
            END $$""",
        f"""CREATE TRIGGER {trigger.name} AFTER {trigger.event} ON decisions_{trigger.table}
            REFERENCING {seen} FOR EACH STATEMENT EXECUTE FUNCTION {trigger.name}()""",
    ]


_INSTALLED = {
    "sqlite": r"SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'revision\_%' ESCAPE '\'",
    "postgresql": r"SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"
    r" AND tgname LIKE 'revision\_%' ESCAPE '\'",
}


def _on_rows(table: str, column: str) -> list[Trigger]:
    """Return triggers for every change of a row; the decision is the one in this column."""
    return [Trigger(table, event, column) for event in _ROWS]


_OF_A_DECISION = ("finding", "paragraph", "section", "correction", "earliersource")
TRIGGERS = [
    *_on_rows("decision", "id"),
    *(each for table in _OF_A_DECISION for each in _on_rows(table, "decision_id")),
    Trigger("council", "update", through="SELECT id FROM decisions_decision WHERE council_id IN ({rows})"),
    Trigger(
        "ground",
        "update",
        through="SELECT decision_id AS id FROM decisions_finding WHERE ground_id IN ({rows})",
        when="OLD.slug <> NEW.slug OR OLD.title <> NEW.title",
    ),
]


def install(connection: BaseDatabaseWrapper, *, unseen: bool) -> None:
    """Create every trigger again, by the present rules.

    Mark every decision as changed if changes may have gone `unseen`, or if a trigger was missing.
    """
    unseen |= bool(missing(connection))
    with atomic(connection.alias), connection.cursor() as cursor:
        remove(connection)
        cursor.execute(_FIRST.format(now=_NOW[connection.vendor]))
        for trigger in TRIGGERS:
            for statement in trigger.statements(connection.vendor):
                cursor.execute(statement)
        if unseen:
            cursor.execute("UPDATE decisions_revision SET value = value + 1")
            cursor.execute(
                """INSERT INTO decisions_change (decision_id, revision)
                   SELECT id, (SELECT value FROM decisions_revision) FROM decisions_decision WHERE true
                   ON CONFLICT (decision_id) DO UPDATE SET revision = excluded.revision"""
            )


def remove(connection: BaseDatabaseWrapper) -> None:
    """Drop every trigger of ours."""
    with connection.cursor() as cursor:
        for name, table in _installed(connection):
            cursor.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the names of the triggers that the database lacks."""
    installed = {name for name, _ in _installed(connection)}
    return [trigger.name for trigger in TRIGGERS if trigger.name not in installed]


def _installed(connection: BaseDatabaseWrapper) -> list[tuple[str, str]]:
    """Return the name and the table of each of our triggers in the database."""
    with connection.cursor() as cursor:
        cursor.execute(_INSTALLED[connection.vendor])
        return cursor.fetchall()
