"""The search index on PostgreSQL: a text search vector for each decision, and the functions that fill and ask it.

`decisions_english` brings the endings of English words together and, unlike PostgreSQL's own `english`, leaves no
word out. `decisions_search` is no model; a decision that goes takes its row along.
"""

from django.core.management.base import CommandError
from django.db import DatabaseError, migrations

EXTENSIONS = ("unaccent", "pg_trgm")
CREATE = [
    "CREATE TEXT SEARCH DICTIONARY decisions_english_stem (TEMPLATE = snowball, Language = english)",
    'CREATE TEXT SEARCH CONFIGURATION decisions_english (PARSER = "default")',
    """ALTER TEXT SEARCH CONFIGURATION decisions_english
       ADD MAPPING FOR asciiword, word, numword, int, uint, float, sfloat, version, asciihword, hword, numhword,
                       hword_asciipart, hword_part, hword_numpart, email, host, url, url_path, file
       WITH unaccent, decisions_english_stem""",
    # `parts` are null where the vector keeps every place of every word. `vector` is null where it would pass 1 MB.
    """CREATE TABLE decisions_search (
        decision_id bigint PRIMARY KEY
            REFERENCES decisions_decision (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        vector tsvector,
        parts tsvector[],
        CHECK (vector IS NOT NULL OR parts IS NOT NULL)
    )""",
    "CREATE INDEX decisions_search_vector ON decisions_search USING gin (vector)",
    "CREATE INDEX decisions_search_huge ON decisions_search (decision_id) WHERE vector IS NULL",
    """CREATE FUNCTION decisions_search_is_whole(vector tsvector) RETURNS boolean
       LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT NOT EXISTS (
            SELECT FROM unnest(vector) AS entry
            WHERE cardinality(entry.positions) >= 255 OR entry.positions[cardinality(entry.positions)] >= 16383
        )
    $$""",
    # Halves that have 128 words in common, and their halves, until every place of every word is kept.
    """CREATE FUNCTION decisions_search_parts(words text[]) RETURNS tsvector[]
       LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
        DECLARE
            half CONSTANT integer := cardinality(words) / 2;
            joined CONSTANT text := array_to_string(words, ' ');
            vector tsvector;
        BEGIN
            IF half < 128 OR length(joined) < 250000 THEN
                vector := to_tsvector('decisions_english', joined);
                IF half < 128 OR decisions_search_is_whole(vector) THEN
                    RETURN ARRAY[vector];
                END IF;
            END IF;
            RETURN decisions_search_parts(words[:half + 64]) || decisions_search_parts(words[half - 63:]);
        END
    $$""",
    """CREATE FUNCTION decisions_search_entry(
        title text, summary text, body text, OUT vector tsvector, OUT parts tsvector[]
    ) LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
        BEGIN
            BEGIN
                vector := setweight(to_tsvector('decisions_english', title), 'A')
                       || setweight(to_tsvector('decisions_english', summary), 'B')
                       || to_tsvector('decisions_english', body);
            EXCEPTION WHEN program_limit_exceeded THEN
                vector := NULL;
            END;
            IF vector IS NULL OR NOT decisions_search_is_whole(vector) THEN
                parts := decisions_search_parts(string_to_array(concat_ws(' ', title, summary, body), ' '));
            END IF;
        END
    $$""",
    """CREATE FUNCTION decisions_search_has(parts tsvector[], terms tsquery[]) RETURNS boolean
       LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT NOT EXISTS (
            SELECT FROM unnest(terms) AS term
            WHERE NOT EXISTS (SELECT FROM unnest(parts) AS part WHERE part @@ term)
        )
    $$""",
    # For common words PostgreSQL would read the whole table, at several times the price: it does not know that the
    # vectors are stored apart. The setting lasts as long as the function, inside a transaction or not.
    """CREATE FUNCTION decisions_search_matching(terms tsquery[]) RETURNS SETOF bigint
       LANGUAGE plpgsql STABLE PARALLEL SAFE SET enable_seqscan = off AS $$
        DECLARE
            asked tsquery := terms[1];
            words tsquery;
            phrases tsquery[] := '{}';
            term tsquery;
        BEGIN
            FOREACH term IN ARRAY terms LOOP
                asked := asked && term;  -- the first once more, which changes nothing
                IF numnode(term) > 1 THEN
                    phrases := phrases || term;
                END IF;
            END LOOP;
            words := replace(asked::text, '<->', '&')::tsquery;
            RETURN QUERY
                SELECT decision_id FROM decisions_search WHERE vector @@ asked AND parts IS NULL
                UNION ALL
                SELECT decision_id FROM decisions_search
                WHERE vector @@ words AND parts IS NOT NULL AND decisions_search_has(parts, phrases)
                UNION ALL
                SELECT decision_id FROM decisions_search WHERE vector IS NULL AND decisions_search_has(parts, terms);
        END
    $$""",
]
DROP = [
    "DROP FUNCTION decisions_search_matching, decisions_search_has, decisions_search_entry, decisions_search_parts,"
    " decisions_search_is_whole",
    "DROP TABLE decisions_search",
    "DROP TEXT SEARCH CONFIGURATION decisions_english",
    "DROP TEXT SEARCH DICTIONARY decisions_english_stem",
]


def create(apps, schema_editor):
    """Make the index, where the database is PostgreSQL."""
    if schema_editor.connection.vendor == "postgresql":
        create_extensions(schema_editor)
        for statement in CREATE:
            schema_editor.execute(statement)


def create_extensions(schema_editor):
    """Have the extensions. Raises CommandError with the remedy where the database refuses one."""
    database = schema_editor.connection.settings_dict["NAME"]
    for name in EXTENSIONS:
        try:
            schema_editor.execute(f"CREATE EXTENSION IF NOT EXISTS {name}")
        except DatabaseError as error:
            raise CommandError(
                f"The database {database} has no extension {name}, and it cannot be made: {str(error).strip()}\n"
                "Where PostgreSQL lacks it, install its contrib package (postgresql-contrib). Where this user may not "
                f'make it, have a superuser run: CREATE EXTENSION {name}; in "{database}". Then migrate again.'
            ) from error


def drop(apps, schema_editor):
    """Take the index away again; the extensions stay, since others may use them."""
    if schema_editor.connection.vendor == "postgresql":
        for statement in DROP:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("decisions", "0009_mentions")]

    operations = [migrations.RunPython(create, drop)]
