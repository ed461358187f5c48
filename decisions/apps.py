"""How Django knows the archive."""

from django.apps import AppConfig
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models.signals import post_migrate, pre_migrate


class DecisionsConfig(AppConfig):
    """The archive of decisions, and everything that reads or writes it."""

    name = "decisions"
    label = "decisions"
    verbose_name = "Ombudsman decisions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from decisions import checks  # noqa: F401, PLC0415 - it registers itself

        pre_migrate.connect(_remove_triggers, sender=self)
        post_migrate.connect(_refresh, sender=self)


def _remove_triggers(using, **kwargs):
    """Take the triggers away while tables are remade."""
    from decisions.models import triggers  # noqa: PLC0415 - models can be imported only when the apps are ready

    triggers.remove(connections[using])


def _refresh(using, verbosity=1, stdout=None, **kwargs):
    """Bring up to date what follows from the program, where its tables stand: not so when migrating back."""
    from decisions import ingest  # noqa: PLC0415
    from decisions.checks import mentions_to_read  # noqa: PLC0415
    from decisions.models import triggers  # noqa: PLC0415

    tables = connections[using].introspection.table_names()
    if {"decisions_ground", "decisions_struck"} <= set(tables):
        ingest.refresh_grounds()
    if "decisions_councilalias" in tables:
        ingest.refresh_keys()
    if "decisions_standardkey" in tables:
        ingest.refresh_known_standards()
        if verbosity and stdout and (told := mentions_to_read()):
            stdout.write(f"{told}\n")
    if using == DEFAULT_DB_ALIAS:
        ingest.mend_search()
    if "decisions_change" in tables:
        triggers.install(connections[using])
