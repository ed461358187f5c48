"""SQLite's search index goes, with its tables and triggers: words are searched in a file (`search.index_file`).

Backwards the former index comes back, empty, and its triggers by the former `migrate`.
"""

from importlib import import_module

from django.db import migrations

FORMER = import_module("decisions.migrations.0011_search_by_column")
TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%%decisions_searchdue%%'"


def drop(apps, schema_editor):
    """Drop the index, where the database is SQLite."""
    if schema_editor.connection.vendor != "sqlite":
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(TRIGGERS)
        triggers = [f'DROP TRIGGER "{name}"' for (name,) in cursor.fetchall()]
    for statement in [*triggers, *FORMER.DROP, *FORMER.DROP_BESIDE]:
        schema_editor.execute(statement)


def restore(apps, schema_editor):
    """Create the former index, empty, where the database is SQLite."""
    if schema_editor.connection.vendor == "sqlite":
        for statement in FORMER.CREATE:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("decisions", "0019_one_search_engine")]

    operations = [migrations.RunPython(drop, restore)]
