"""What `manage.py check --database default` looks after in the database."""

from django.core.checks import Error, Tags, register
from django.db import connections

from decisions.models import triggers


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
