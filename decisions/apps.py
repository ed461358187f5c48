"""The Django app, and the signals it connects."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class DecisionsConfig(AppConfig):
    """The archive of decisions."""

    name = "decisions"
    label = "decisions"
    verbose_name = "Ombudsman decisions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from decisions import checks, management  # noqa: PLC0415 - models can be imported only when the apps are ready

        pre_migrate.connect(management.remove_triggers, sender=self)
        post_migrate.connect(management.refresh, sender=self)
        post_migrate.connect(checks.print_mentions_to_read, sender=self)
