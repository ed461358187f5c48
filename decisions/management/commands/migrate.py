"""`manage.py migrate`: Django's own command, which can also run while triggers are missing."""

from django.core.management.commands import migrate


class Command(migrate.Command):
    """Leaves out the checks of what the database holds: a missing trigger is an error, and migrating creates it."""

    def get_check_kwargs(self, options):
        return super().get_check_kwargs(options) | {"databases": None}
