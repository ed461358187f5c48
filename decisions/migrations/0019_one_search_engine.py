"""PostgreSQL's search index goes, with its functions and triggers: words are searched in a file (`search.index_file`).

Extensions stay, since others may use them. Backwards the former index comes back empty, as 0010 to 0013 left it.
"""

from importlib import import_module

from django.db import migrations

FIRST = import_module("decisions.migrations.0010_search_on_postgresql")
BY_COLUMN = import_module("decisions.migrations.0012_search_by_column_on_postgresql")
STEMS = import_module("decisions.migrations.0013_stems_on_postgresql")
KEPT = ("TEXT SEARCH", "FUNCTION decisions_search_is_whole", "FUNCTION decisions_search_parts")
DROP = [
    *BY_COLUMN.DROP,
    "DROP FUNCTION decisions_search_parts, decisions_search_is_whole",
    "DROP TEXT SEARCH CONFIGURATION decisions_english",
    "DROP TEXT SEARCH DICTIONARY decisions_english_stem",
]
CREATE = [
    *(each for each in FIRST.CREATE if each.split(maxsplit=1)[1].startswith(KEPT) or each.startswith("ALTER TEXT")),
    *BY_COLUMN.CREATE,
    STEMS.LANGUAGE.format("porter"),
    *STEMS.SLIM,
]


def drop(apps, schema_editor):
    """Drop the index, where the database is PostgreSQL."""
    if schema_editor.connection.vendor != "postgresql":
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(r"SELECT oid::regprocedure FROM pg_proc WHERE proname LIKE 'search\_due\_%%'")
        functions = [f"DROP FUNCTION {function} CASCADE" for (function,) in cursor.fetchall()]  # and its triggers
    for statement in [*functions, *DROP]:
        schema_editor.execute(statement)


def restore(apps, schema_editor):
    """Create the former index, empty, where the database is PostgreSQL."""
    if schema_editor.connection.vendor == "postgresql":
        for statement in CREATE:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("decisions", "0018_rejected_findings")]

    operations = [migrations.RunPython(drop, restore)]
