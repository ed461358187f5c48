"""The search index on SQLite, made again by column: what was complained of, assessed, decided and recited apart.

Beside it the words of the archive with their stems (spellings to offer, beginnings of words), and the list of what is
due to be entered again. None of these is a model, so Django never rebuilds them. The triggers that fill the list
stand on tables that Django does rebuild: `search.sqlite_upkeep` makes them after every migration. The index is
filled then too, from the decisions as they stand.
"""

from importlib import import_module

from django.db import migrations

COLUMNS = "council, reference, summary, complaint, assessment, final, recited"
NEW = ", ".join(f"new.{column}" for column in COLUMNS.split(", "))
OLD = ", ".join(f"old.{column}" for column in COLUMNS.split(", "))
ENTER = f"INSERT INTO decisions_search (rowid, {COLUMNS}) VALUES (new.decision_id, {NEW});"  # noqa: S608
TAKE_OUT = f"""INSERT INTO decisions_search (decisions_search, rowid, {COLUMNS})
    VALUES ('delete', old.decision_id, {OLD});"""  # noqa: S608
CREATE = [
    f"""CREATE TABLE decisions_searchtext (
        decision_id INTEGER PRIMARY KEY
            REFERENCES decisions_decision (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        {", ".join(f"{column} TEXT NOT NULL" for column in COLUMNS.split(", "))}
    )""",
    f"""CREATE VIRTUAL TABLE decisions_search USING fts5 (
        {COLUMNS},
        content = 'decisions_searchtext', content_rowid = 'decision_id',
        tokenize = 'porter unicode61 remove_diacritics 2'
    )""",
    f"CREATE TRIGGER decisions_searchtext_insert AFTER INSERT ON decisions_searchtext BEGIN {ENTER} END",
    f"CREATE TRIGGER decisions_searchtext_delete AFTER DELETE ON decisions_searchtext BEGIN {TAKE_OUT} END",
    f"CREATE TRIGGER decisions_searchtext_update AFTER UPDATE ON decisions_searchtext BEGIN {TAKE_OUT} {ENTER} END",
    "CREATE TABLE decisions_searchword (word TEXT PRIMARY KEY, stem TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE decisions_searchdue (what TEXT, id INTEGER, PRIMARY KEY (what, id)) WITHOUT ROWID",
]
DROP = ["DROP TABLE decisions_search", "DROP TABLE decisions_searchtext"]
DROP_BESIDE = ["DROP TABLE decisions_searchword", "DROP TABLE decisions_searchdue"]


def create(apps, schema_editor):
    """Make the index anew, where the database is SQLite."""
    if schema_editor.connection.vendor == "sqlite":
        for statement in [*DROP, *CREATE]:
            schema_editor.execute(statement)


def restore(apps, schema_editor):
    """Put the former index back, empty, and take away what filled this one."""
    if schema_editor.connection.vendor != "sqlite":
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%%decisions_searchdue%%'")
        triggers = [f'DROP TRIGGER "{name}"' for (name,) in cursor.fetchall()]
    for statement in [*triggers, *DROP, *DROP_BESIDE, *import_module("decisions.migrations.0002_search").CREATE]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("decisions", "0010_search_on_postgresql")]

    operations = [migrations.RunPython(create, restore)]
