"""The commands; and what `migrate` does before and after it changes tables."""

from django.db import DEFAULT_DB_ALIAS, connections

from decisions import ingest
from decisions.models import triggers


def remove_triggers(using, **kwargs):
    """Take the triggers away while tables are remade."""
    triggers.remove(connections[using])


def refresh(using, **kwargs):
    """Bring up to date what follows from the program, where its tables exist: not so when migrating back."""
    tables = connections[using].introspection.table_names()
    if {"decisions_ground", "decisions_struck"} <= set(tables):
        ingest.refresh_grounds()
    if "decisions_councilalias" in tables:
        ingest.refresh_keys()
    if "decisions_standardkey" in tables:
        ingest.refresh_known_standards()
    if using == DEFAULT_DB_ALIAS:
        ingest.repair_search_index()
    if "decisions_change" in tables:
        triggers.install(connections[using])
