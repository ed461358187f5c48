"""Copying the archive from SQLite to PostgreSQL, so that the decisions need not be imported again."""

import sys
import time
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, connections, transaction
from django.db.models import JSONField, Model
from psycopg.types.json import Jsonb

from decisions import search
from decisions.models import Change, Decision, Revision

_SOURCE = "filled"  # what the archive that is copied is called among the databases
_ITS_OWN = (Revision, Change)  # each database has its own


def copy(archive: Path, size: int) -> None:
    """Copy an SQLite archive of `size` decisions to the PostgreSQL database in use, and index them.

    Continues an interrupted copy. Raises RuntimeError if the database has other decisions.
    """
    call_command("migrate", verbosity=0)
    found = Decision.objects.count()
    if found not in (0, size):
        raise RuntimeError(f"the PostgreSQL database holds {found} decisions, not {size}: give it an empty one")
    if not found:
        _copy_rows(archive)
    began = time.monotonic()

    def say(entered: int) -> None:
        rate = entered / (time.monotonic() - began)
        print(f"entering in the index: {entered:,} decisions, {rate:.0f} a second", file=sys.stderr, flush=True)

    search.follow_changes(say)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _copy_rows(archive: Path) -> None:
    """Copy every row of our tables in one transaction. Triggers list the decisions to index."""
    connections.settings[_SOURCE] = connections.settings["default"] | {"ENGINE": "django.db.backends.sqlite3"}
    connections.settings[_SOURCE] |= {"NAME": str(archive), "OPTIONS": {}}
    models = [model for model in apps.get_app_config("decisions").get_models() if model not in _ITS_OWN]
    tables = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in models)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {tables} CASCADE")
        for model in models:
            print(f"copying {model._meta.db_table}", file=sys.stderr, flush=True)
            _copy_table(model, cursor)
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)


def _copy_table(model: type[Model], cursor) -> None:
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    is_json = [isinstance(field, JSONField) for field in fields]
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    rows = model._base_manager.using(_SOURCE).order_by("pk").values_list(*(field.attname for field in fields))
    with cursor.copy(f"COPY {connection.ops.quote_name(model._meta.db_table)} ({columns}) FROM STDIN") as target:
        for row in rows.iterator():
            target.write_row([Jsonb(value) if json else value for value, json in zip(row, is_json, strict=True)])
