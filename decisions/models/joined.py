"""A great many primary keys in one row: what takes time is handing over row after row."""

from django.db.models import Aggregate, TextField


class Joined(Aggregate):
    """The keys of a group as one text, with commas between, in no order; a key stands there as often as in the group.

    None of no group at all.
    """

    function = "GROUP_CONCAT"
    output_field = TextField()

    def as_postgresql(self, compiler, connection, **context):
        """PostgreSQL has another name for it, and joins texts alone."""
        template = "STRING_AGG(%(expressions)s::text, ',')"
        return self.as_sql(compiler, connection, template=template, **context)
