"""`manage.py migrate`: Django's own command, without our database checks."""

from django.core.management.commands import migrate


class Command(migrate.Command):
    """Skips the database checks: a missing trigger is an error there, and migrating creates it."""

    def get_check_kwargs(self, options):
        return super().get_check_kwargs(options) | {"databases": None}
