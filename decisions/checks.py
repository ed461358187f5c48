"""What `manage.py check --database default` finds wrong with what the archive holds."""

from django.core.checks import Error, Tags, Warning, register
from django.db import connections

from decisions.models import Decision, triggers


@register(Tags.database)
def the_triggers_stand(databases=None, **kwargs):
    """Each trigger that keeps the revision stands, once the tables do."""
    return [
        Error(
            f"the database lacks {len(lacking)} triggers, such as {lacking[0]}: changes would go unnoticed",
            hint="Run `python manage.py migrate`, which makes them anew.",
            id="decisions.E001",
        )
        for alias in databases or ()
        if "decisions_change" in connections[alias].introspection.table_names()
        and (lacking := triggers.missing(connections[alias]))
    ]


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


def _has_mentions(database):
    """Whether a database has been migrated so far that decisions have mentions."""
    return "decisions_standardkey" in connections[database].introspection.table_names()
