"""The search index on PostgreSQL with the stems that FTS5 has, by Porter's first stemmer, and with slim rows.

What was entered with other stems is taken out; after every migration what is missing is entered. Finding reads a row
of each match, but none of its words: they are kept apart, so that four times as many rows stand on a page.
"""

from django.db import migrations

LANGUAGE = "ALTER TEXT SEARCH DICTIONARY decisions_english_stem (Language = {})"
EMPTY = "TRUNCATE decisions_search, decisions_searchword"
KEPT_IN_ROWS = ("digest", "council", "reference")
STORAGE = "ALTER TABLE decisions_search " + ", ".join(f"ALTER {column} SET STORAGE {{0}}" for column in KEPT_IN_ROWS)
SLIM = [STORAGE.format("MAIN"), "ALTER TABLE decisions_search SET (toast_tuple_target = 128)"]
WIDE = [STORAGE.format("EXTENDED"), "ALTER TABLE decisions_search RESET (toast_tuple_target)"]


def make_over(language, rows):
    """What empties the index and has the next entries stemmed and stored so."""

    def change(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            for statement in [EMPTY, LANGUAGE.format(language), *rows]:
                schema_editor.execute(statement)

    return change


class Migration(migrations.Migration):
    dependencies = [("decisions", "0012_search_by_column_on_postgresql")]

    operations = [migrations.RunPython(make_over("porter", SLIM), make_over("english", WIDE))]
