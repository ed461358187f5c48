"""Management commands, and the signal handlers that run before and after `migrate`."""

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor

from decisions import ingest, search
from decisions.models import triggers


def remove_triggers(using, plan, **kwargs):
    """Drop the triggers before migrations, as SQLite loses them when Django rebuilds a table."""
    if plan:
        triggers.remove(connections[using])


def refresh(using, plan=None, **kwargs):
    """Update rows, keys, index and triggers after migrations, where their tables exist: these may have gone backwards.

    `plan` has the migrations that ran; None: the tables were emptied.
    """
    tables = connections[using].introspection.table_names()
    if {"decisions_ground", "decisions_struck"} <= set(tables):
        ingest.refresh_grounds()
    if "decisions_councilalias" in tables:
        ingest.refresh_keys()
    if "decisions_standardkey" in tables:
        ingest.refresh_known_standards()
    if "decisions_change" in tables:
        triggers.install(connections[using], unseen=plan != [])
        if using == DEFAULT_DB_ALIAS and not _has_migrations_to_run(using):
            search.try_to_follow()


def _has_migrations_to_run(using):
    executor = MigrationExecutor(connections[using])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes("decisions")))
