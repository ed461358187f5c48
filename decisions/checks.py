"""Checks of the database, run by `manage.py check --database default`."""

from django.core.checks import Error, Tags, Warning, register
from django.db import connection, connections

from decisions.models import Decision, triggers


@register(Tags.database)
def check_triggers(databases=None, **kwargs):
    """Return an error if triggers are missing. Our `migrate`, which creates them again, skips this check."""
    if "default" not in (databases or ()) or "decisions_change" not in connection.introspection.table_names():
        return []
    if not (missing := triggers.missing(connection)):
        return []
    message = f"The database lacks triggers that notice changes made outside this program: {', '.join(missing)}."
    return [Error(message, hint="Run `manage.py migrate`, which creates them again.", id="decisions.E001")]


@register(Tags.database)
def check_mentions(app_configs, databases=None, **kwargs):
    """Return a warning if mentions are missing or out of date, as after an update of the code."""
    message = mentions_to_read() if databases and _has_mentions("default") else ""
    return [Warning(message, id="decisions.W001")] if message else []


def mentions_to_read():
    """Return what to do about decisions whose mentions are not by the present rules; "" if there are none."""
    waiting = Decision.objects.with_mentions_to_read().count()
    if not waiting:
        return ""
    have = "decision does" if waiting == 1 else "decisions do"
    return (
        f"{waiting:,} {have} not yet have the signposts, law cited and references that the present rules find. "
        "Run `manage.py read_mentions`."
    )


def print_mentions_to_read(using, verbosity=1, stdout=None, **kwargs):
    """Print the same message after `migrate`."""
    if verbosity and stdout and _has_mentions(using) and (message := mentions_to_read()):
        stdout.write(f"{message}\n")


def _has_mentions(database):
    """Return whether the database has been migrated far enough to have mentions."""
    return "decisions_standardkey" in connections[database].introspection.table_names()
