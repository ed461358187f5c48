"""The search index on PostgreSQL, made again by column, as 0011 makes it on SQLite.

`vector` has every word of a decision once and without its places: the index finds decisions by it. Each column beside
it has its words with their places, for phrases, for what is looked for in one part, and for relevance; in several
vectors that overlap where one would not keep every place. `vector` is null where it would pass one megabyte.

No table refers to the decisions, so that Django can empty those (`flush`); `search.postgres_upkeep` makes the triggers
that take out what goes, and fills the index, after every migration.
"""

from importlib import import_module

from django.db import migrations

COLUMNS = ("council", "reference", "summary", "complaint", "assessment", "final", "recited")
EACH_OUT = ", ".join(f"OUT {column} tsvector[]" for column in COLUMNS)
PARTS = "\n".join(
    f"{column} := decisions_search_parts(string_to_array(texts[{place}], ' '));"
    for place, column in enumerate(COLUMNS, 1)
)
FORMER = import_module("decisions.migrations.0010_search_on_postgresql").CREATE
REPLACED = ("TABLE decisions_search ", "INDEX ", "FUNCTION decisions_search_entry", "FUNCTION decisions_search_has(")
REPLACED += ("FUNCTION decisions_search_matching",)
DROP_FORMER = [
    "DROP FUNCTION decisions_search_matching, decisions_search_has, decisions_search_entry",
    "DROP TABLE decisions_search",
]
CREATE = [
    f"""CREATE TABLE decisions_search (
        decision_id bigint PRIMARY KEY,
        digest text NOT NULL,
        length integer NOT NULL,
        vector tsvector,
        {", ".join(f"{column} tsvector[] NOT NULL" for column in COLUMNS)}
    )""",
    "CREATE INDEX decisions_search_vector ON decisions_search USING gin (vector)",
    "CREATE INDEX decisions_search_huge ON decisions_search (decision_id) WHERE vector IS NULL",
    'CREATE TABLE decisions_searchword (word text COLLATE "C" PRIMARY KEY, stem text NOT NULL)',
    "CREATE TABLE decisions_searchdue (decision_id bigint PRIMARY KEY)",
    f"""CREATE FUNCTION decisions_search_entry(
        texts text[], OUT length integer, OUT vector tsvector, {EACH_OUT}
    ) LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
        BEGIN
            {PARTS}
            length := cardinality(string_to_array(array_to_string(texts, ' '), ' '));
            vector := array_to_tsvector(ARRAY(
                SELECT lexeme FROM unnest({" || ".join(COLUMNS)}) AS part, unnest(tsvector_to_array(part)) AS lexeme
            ));
        EXCEPTION WHEN program_limit_exceeded THEN
            vector := NULL;
        END
    $$""",  # noqa: S608
    # For common words PostgreSQL would read the whole table, at several times the price: it does not know that the
    # vectors are stored apart. The setting lasts as long as the function, inside a transaction or not.
    """CREATE FUNCTION decisions_search_having(asked tsquery) RETURNS SETOF bigint
       LANGUAGE plpgsql STABLE PARALLEL SAFE SET enable_seqscan = off AS $$
        BEGIN
            RETURN QUERY SELECT decision_id FROM decisions_search WHERE vector @@ asked;
        END
    $$""",
    # Of phrases, that all their words are there.
    """CREATE FUNCTION decisions_search_words(asked tsquery) RETURNS tsquery
       LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT replace(asked::text, '<->', '&')::tsquery $$""",
]
DROP = [
    "DROP FUNCTION decisions_search_words, decisions_search_having, decisions_search_entry",
    "DROP TABLE decisions_search, decisions_searchword, decisions_searchdue",
]


def create(apps, schema_editor):
    """Make the index anew, where the database is PostgreSQL."""
    if schema_editor.connection.vendor == "postgresql":
        for statement in [*DROP_FORMER, *CREATE]:
            schema_editor.execute(statement)


def restore(apps, schema_editor):
    """Put the former index back, empty, and take away what filled this one."""
    if schema_editor.connection.vendor != "postgresql":
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(r"SELECT oid::regprocedure FROM pg_proc WHERE proname LIKE 'search\_due\_%%'")
        functions = [f"DROP FUNCTION {function} CASCADE" for (function,) in cursor.fetchall()]  # and its triggers
    former = [each for each in FORMER if each.removeprefix("CREATE ").startswith(REPLACED)]
    for statement in [*functions, *DROP, *former]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("decisions", "0011_search_by_column")]

    operations = [migrations.RunPython(create, restore)]
