"""What `manage.py check --database default` finds wrong with what the archive holds."""

from django.core.checks import Tags, Warning, register
from django.db import connection, connections

from decisions import search
from decisions.models import Decision, triggers


@register(Tags.database)
def triggers_stand(databases=None, **kwargs):
    """Warn where changes would go unnoticed. An error would keep `migrate`, which makes triggers, from running."""
    if "default" not in (databases or ()) or "decisions_change" not in connection.introspection.table_names():
        return []
    missing = [*triggers.missing(connection), *search.backend().missing_triggers()]
    if not missing:
        return []
    told = f"Changes made past the archive's own code would go unnoticed: the database lacks {', '.join(missing)}."
    return [Warning(told, hint="Run `manage.py migrate`, which makes them anew.", id="decisions.W002")]


@register(Tags.database)
def mentions_are_read(app_configs, databases=None, **kwargs):
    """Warn where decisions stand without their mentions, as after an update of the archive."""
    told = mentions_to_read() if databases and _has_mentions("default") else ""
    return [Warning(told, id="decisions.W001")] if told else []


def mentions_to_read():
    """What to do where the mentions of decisions were not read by the rules as they are now; empty: all are."""
    waiting = Decision.objects.with_mentions_to_read().count()
    if not waiting:
        return ""
    stand = "decision stands" if waiting == 1 else "decisions stand"
    return (
        f"{waiting:,} {stand} without the signposts, law cited and references that the rules find now. "
        "Run `manage.py read_mentions`."
    )


def print_mentions_to_read(using, verbosity=1, stdout=None, **kwargs):
    """Print the same after `migrate`."""
    if verbosity and stdout and _has_mentions(using) and (told := mentions_to_read()):
        stdout.write(f"{told}\n")


def _has_mentions(database):
    """Whether a database has been migrated so far that decisions have mentions."""
    return "decisions_standardkey" in connections[database].introspection.table_names()
