"""A reason to take a decision down goes with a date, as a date did with a reason.

A reason without a date took nothing down. Whether such a decision was to be taken down, or was put back and kept its
old reason, is for staff to say: it stays public, and the reason moves to the review list, where they see it.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import migrations, models
from django.db.models import Q

DOUBT = (
    "Its removal had a reason and no date, so it was never taken down, or was put back: “{reason}” To take it down, "
    "enter the reason again, and the date."
)


def move_reasons_to_the_review_list(apps, schema_editor):
    """Make a doubt of each reason that has no date, and name the decision to whoever migrates."""
    doubts = apps.get_model("decisions", "Doubt").objects
    decisions = apps.get_model("decisions", "Decision").objects.filter(removed_at=None).exclude(removal_reason="")
    for pk, reference, reason in decisions.order_by("pk").values_list("pk", "reference", "removal_reason"):
        doubts.create(decision_id=pk, reason=DOUBT.format(reason=reason), about_peoples_work=True)
        sys.stderr.write(f"Not taken down, for want of a date, and now on the review list: {reference}: “{reason}”\n")
    decisions.update(removal_reason="")


@contextmanager
def triggers_kept(schema_editor) -> Iterator[None]:
    """Put back the triggers of search: SQLite remakes the table for a constraint, and they would be gone.

    Without them every decision would have to be entered in the search index again, though none has changed.
    """
    if schema_editor.connection.vendor != "sqlite":
        yield
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'decisions_decision'")
        statements = [sql for (sql,) in cursor.fetchall()]
    yield
    for statement in statements:
        schema_editor.execute(statement)


class AddConstraintKeepingTriggers(migrations.AddConstraint):
    """Adds a constraint to the table of decisions, or takes it away, and leaves its triggers as they were."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        with triggers_kept(schema_editor):
            super().database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        with triggers_kept(schema_editor):
            super().database_backwards(app_label, schema_editor, from_state, to_state)


class Migration(migrations.Migration):
    dependencies = [("decisions", "0016_names_of_councils")]

    operations = [
        migrations.RunPython(move_reasons_to_the_review_list, migrations.RunPython.noop),
        AddConstraintKeepingTriggers(
            "decision",
            models.CheckConstraint(
                condition=Q(("removed_at", None), _negated=True) | Q(removal_reason=""),
                name="decision_removed_with_a_date",
                violation_error_message="Say when it was taken down: a reason alone leaves it public. "
                "If it is to be public, empty the reason.",
            ),
        ),
    ]
