"""How Django knows the archive."""

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class DecisionsConfig(AppConfig):
    """The archive of decisions, and everything that reads or writes it."""

    name = "decisions"
    label = "decisions"
    verbose_name = "Ombudsman decisions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        post_migrate.connect(_refresh_grounds, sender=self)


def _refresh_grounds(using, **kwargs):
    """Give each ground of the catalogue its row, if the table stands: it does not when migrating back to nothing."""
    if "decisions_ground" not in connections[using].introspection.table_names():
        return
    from decisions import ingest  # noqa: PLC0415 - models can be imported only when the apps are ready

    ingest.refresh_grounds()
