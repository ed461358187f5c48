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
    condition on the rows `{NEW}` and `{OLD}`.
    """

    table: str
    event: str
    column: str = "id"
    through: str = "{rows}"
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
_CHANGE = """INSERT INTO decisions_change (decision_id, revision)
    SELECT id, (SELECT value FROM decisions_revision) FROM ({changed}) AS changed WHERE true
    ON CONFLICT (decision_id) DO UPDATE SET revision = excluded.revision"""

_KEYS = "SELECT {table}.{column} AS id FROM {table}"
_KEYS_OF_PAIRS = "SELECT fresh.id FROM fresh JOIN stale ON stale.id = fresh.id WHERE {when}"
_ONCE = "SELECT DISTINCT id FROM ({keys}) AS keys"


def _on_sqlite(trigger: Trigger) -> str:
    """Return a trigger that runs for each row. UNION would sort, which takes long in an import."""
    rows = " UNION ALL ".join(f"SELECT {row}.{trigger.column} AS id" for row in _ROWS[trigger.event])
    return f"""CREATE TRIGGER {trigger.name} AFTER {trigger.event} ON decisions_{trigger.table}
        {f"WHEN ({trigger.when.format(NEW='NEW', OLD='OLD')})" if trigger.when else ""}
        BEGIN {_NEXT.format(now=_NOW["sqlite"])}; {_CHANGE.format(changed=trigger.through.format(rows=rows))}; END"""


def _on_postgresql(trigger: Trigger) -> list[str]:
    """Return a trigger that runs once for all rows of a statement, which may be thousands."""
    tables = {row: _TABLES[row] for row in _ROWS[trigger.event]}
    rows = " UNION ".join(_KEYS.format(table=table, column=trigger.column) for table in tables.values())
    if trigger.when:
        rows = _KEYS_OF_PAIRS.format(when=trigger.when.format(**tables))
    changed = _ONCE.format(keys=trigger.through.format(rows=rows))
    return [
        f"""CREATE OR REPLACE FUNCTION {trigger.name}() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF EXISTS ({rows}) THEN
                    {_NEXT.format(now=_NOW["postgresql"])};
                    {_CHANGE.format(changed=changed)};
                END IF;
                RETURN NULL;
            END $$""",
        f"""CREATE TRIGGER {trigger.name} AFTER {trigger.event} ON decisions_{trigger.table}
            REFERENCING {" ".join(f"{row} TABLE AS {table}" for row, table in tables.items())}
            FOR EACH STATEMENT EXECUTE FUNCTION {trigger.name}()""",
    ]


_INSTALLED = {
    "sqlite": r"SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'revision\_%' ESCAPE '\'",
    "postgresql": r"SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"
    r" AND tgname LIKE 'revision\_%' ESCAPE '\'",
}


_OF_A_DECISION = ("finding", "paragraph", "section", "correction", "earliersource")
_COLUMNS = {"decision": "id"} | dict.fromkeys(_OF_A_DECISION, "decision_id")
TRIGGERS = [
    *(Trigger(table, event, column) for table, column in _COLUMNS.items() for event in _ROWS),
    Trigger("council", "update", through="SELECT id FROM decisions_decision WHERE council_id IN ({rows})"),
    Trigger(
        "ground",
        "update",
        through="SELECT decision_id AS id FROM decisions_finding WHERE ground_id IN ({rows})",
        when="{OLD}.slug <> {NEW}.slug OR {OLD}.title <> {NEW}.title",
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
            cursor.execute(_NEXT.format(now=_NOW[connection.vendor]))
            cursor.execute(_CHANGE.format(changed="SELECT id FROM decisions_decision"))


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
