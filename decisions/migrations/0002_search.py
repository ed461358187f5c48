"""The search index on SQLite: the words of each decision, an FTS5 index over them, and what keeps the two in step.

The tables are no models, so that Django never rebuilds them: a rebuild would drop the triggers unseen.
A decision that goes takes its words along.
"""

from django.db import migrations

CREATE = [
    """CREATE TABLE decisions_searchtext (
        decision_id INTEGER PRIMARY KEY
            REFERENCES decisions_decision (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        title TEXT NOT NULL,
        summary TEXT NOT NULL,
        body TEXT NOT NULL
    )""",
    """CREATE VIRTUAL TABLE decisions_search USING fts5 (
        title, summary, body,
        content = 'decisions_searchtext', content_rowid = 'decision_id',
        tokenize = 'porter unicode61 remove_diacritics 2'
    )""",
    """CREATE TRIGGER decisions_searchtext_insert AFTER INSERT ON decisions_searchtext BEGIN
        INSERT INTO decisions_search (rowid, title, summary, body)
        VALUES (new.decision_id, new.title, new.summary, new.body);
    END""",
    """CREATE TRIGGER decisions_searchtext_delete AFTER DELETE ON decisions_searchtext BEGIN
        INSERT INTO decisions_search (decisions_search, rowid, title, summary, body)
        VALUES ('delete', old.decision_id, old.title, old.summary, old.body);
    END""",
    """CREATE TRIGGER decisions_searchtext_update AFTER UPDATE ON decisions_searchtext BEGIN
        INSERT INTO decisions_search (decisions_search, rowid, title, summary, body)
        VALUES ('delete', old.decision_id, old.title, old.summary, old.body);
        INSERT INTO decisions_search (rowid, title, summary, body)
        VALUES (new.decision_id, new.title, new.summary, new.body);
    END""",
]
DROP = ["DROP TABLE decisions_search", "DROP TABLE decisions_searchtext"]


def create(apps, schema_editor):
    """Make the index, where the database is SQLite."""
    if schema_editor.connection.vendor == "sqlite":
        for statement in CREATE:
            schema_editor.execute(statement)


def drop(apps, schema_editor):
    """Take the index away again; its triggers go with its table."""
    if schema_editor.connection.vendor == "sqlite":
        for statement in DROP:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("decisions", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
