"""The words of each finding beside the place they stand at, and its decision's findings in their order in an index.

So downloads need not read the text of decisions, nor put the findings of each in order.
"""

from django.core.management.base import CommandError
from django.db import migrations, models
from django.db.models import F, Q
from django.db.models.functions import Length

JOINED = {"sqlite": "group_concat(text, char(10))", "postgresql": "string_agg(text, chr(10))"}
# Paragraph 0 is the summary; the whole text of another is its own, then its items', joined by line ends.
FILL = """
    UPDATE decisions_finding SET quote = coalesce(substr(
        CASE paragraph_number WHEN 0
            THEN (SELECT summary FROM decisions_decision WHERE id = decisions_finding.decision_id)
            ELSE (SELECT {joined} FROM (
                SELECT text FROM decisions_paragraph AS part
                WHERE part.decision_id = decisions_finding.decision_id AND part.number = paragraph_number
                ORDER BY part.position
            ) AS whole)
        END, start + 1, "end" - start), '')"""


def fill(apps, schema_editor):
    """Quote every finding. Raises CommandError where one points past its text: to go on would lose what it means."""
    schema_editor.execute(FILL.format(joined=JOINED[schema_editor.connection.vendor]))
    findings = apps.get_model("decisions", "Finding").objects.select_related("decision", "ground")
    for lost in findings.exclude(start=F("end") - Length("quote"))[:1]:
        raise CommandError(
            f"The finding “{lost.ground.title}” of decision {lost.decision.reference} is said to stand at characters "
            f"{lost.start} to {lost.end} of paragraph {lost.paragraph_number} (0: the summary), which has not as many. "
            "Nothing was changed. Delete the finding with the version that ran before, and migrate again."
        )


class Migration(migrations.Migration):
    dependencies = [("decisions", "0014_notices")]

    operations = [
        migrations.AlterField(
            "finding",
            "decision",
            models.ForeignKey("decisions.decision", models.CASCADE, related_name="findings", db_index=False),
        ),
        migrations.AddIndex("finding", models.Index(fields=["decision", "position"], name="finding_in_order")),
        migrations.AddField(
            "finding",
            "quote",
            models.TextField(
                default="", help_text="The words that show it, copied exactly; they must stand there once."
            ),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddConstraint(
            "finding",
            models.CheckConstraint(
                condition=Q(start=F("end") - Length("quote")), name="finding_quotes_as_many_characters"
            ),
        ),
        migrations.AddConstraint(
            "finding",
            models.CheckConstraint(condition=Q(strength__in=["stated", "supporting"]), name="finding_strength_known"),
        ),
    ]
