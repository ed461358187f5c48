"""What keeps `Revision` and `Change` in the database itself, so that a change past `ingest` is noticed too.

Migrations remake tables, and triggers on a table that SQLite remakes are gone unseen: so they are taken away before
migrations, and made anew after them.
"""

from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

_ROWS = {"insert": ("NEW",), "update": ("OLD", "NEW"), "delete": ("OLD",)}


@dataclass(frozen=True, slots=True)
class Trigger:
    """On which event of which table, for which rows, which decisions have changed: a query of their keys."""

    table: str
    event: str
    changed: str
    when: str = ""

    @property
    def name(self) -> str:
        """Its name in the database."""
        return f"revision_{self.table}_{self.event}"

    def statements(self, vendor: str) -> list[str]:
        """The SQL that makes it."""
        when = f"WHEN ({self.when})" if self.when else ""
        return [each.format(trigger=self, changed=self.changed, when=when, now=_NOW[vendor]) for each in _SQL[vendor]]


_NOW = {
    "sqlite": "CAST(strftime('%s', 'now') AS INTEGER) * 1000000",
    "postgresql": "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint",
}
"""What the revision begins with, and begins anew with when the database was emptied: more than it has ever been."""
_UPSERT = """
    INSERT INTO decisions_revision (id, value) VALUES (1, {now})
    ON CONFLICT (id) DO UPDATE SET value = decisions_revision.value + 1;
    INSERT INTO decisions_change (decision_id, revision)
    SELECT id, (SELECT value FROM decisions_revision) FROM ({changed}) AS changed WHERE true
    ON CONFLICT (decision_id) DO UPDATE SET revision = excluded.revision;
"""
_SQL = {
    "sqlite": [
        f"""CREATE TRIGGER {{trigger.name}} AFTER {{trigger.event}} ON decisions_{{trigger.table}} {{when}}
            BEGIN {_UPSERT} END"""
    ],
    "postgresql": [
        f"""CREATE OR REPLACE FUNCTION {{trigger.name}}() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN {_UPSERT} RETURN NULL; END $$""",
        """CREATE TRIGGER {trigger.name} AFTER {trigger.event} ON decisions_{trigger.table}
           FOR EACH ROW {when} EXECUTE FUNCTION {trigger.name}()""",
    ],
}
_STANDING = {
    "sqlite": r"SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'revision\_%' ESCAPE '\'",
    "postgresql": r"SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"
    r" AND tgname LIKE 'revision\_%' ESCAPE '\'",
}


def _on_rows(table: str, column: str) -> list[Trigger]:
    """Every change of a row changes the decision in this column."""
    return [
        Trigger(table, event, " UNION ".join(f"SELECT {row}.{column} AS id" for row in rows))
        for event, rows in _ROWS.items()
    ]


TRIGGERS = [
    *_on_rows("decision", "id"),
    *(each for table in ("finding", "paragraph", "section", "correction") for each in _on_rows(table, "decision_id")),
    Trigger("council", "update", "SELECT id FROM decisions_decision WHERE council_id = NEW.id"),
    Trigger(
        "ground",
        "update",
        "SELECT DISTINCT decision_id AS id FROM decisions_finding WHERE ground_id = NEW.id",
        when="OLD.slug <> NEW.slug OR OLD.title <> NEW.title",
    ),
]


def install(connection: BaseDatabaseWrapper) -> None:
    """Make every trigger anew. Every decision counts as changed: nobody knows what was done without them."""
    remove(connection)
    with connection.cursor() as cursor:
        now = _NOW[connection.vendor]
        cursor.execute(f"INSERT INTO decisions_revision (id, value) VALUES (1, {now}) ON CONFLICT (id) DO NOTHING")  # noqa: S608
        for trigger in TRIGGERS:
            for statement in trigger.statements(connection.vendor):
                cursor.execute(statement)
        cursor.execute("UPDATE decisions_revision SET value = value + 1")
        cursor.execute(
            """INSERT INTO decisions_change (decision_id, revision)
               SELECT id, (SELECT value FROM decisions_revision) FROM decisions_decision WHERE true
               ON CONFLICT (decision_id) DO UPDATE SET revision = excluded.revision"""
        )


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take away every trigger that stands."""
    with connection.cursor() as cursor:
        for name, table in _standing(connection):
            cursor.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of the triggers that do not stand."""
    standing = {name for name, _ in _standing(connection)}
    return [trigger.name for trigger in TRIGGERS if trigger.name not in standing]


def _standing(connection: BaseDatabaseWrapper) -> list[tuple[str, str]]:
    """The name and the table of each of our triggers."""
    with connection.cursor() as cursor:
        cursor.execute(_STANDING[connection.vendor])
        return cursor.fetchall()
