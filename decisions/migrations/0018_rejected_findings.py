"""Call struck findings “rejected findings”, a notice's text its message, and say in plain words what fields are for.

Django's state changes and no table does: the table of rejected findings and the column of messages keep their names.
"""

from django.core.validators import RegexValidator
from django.db import migrations, models
from django.db.models import Q

ACTIONS = ("add", "change", "delete", "view")


def _rename_permissions(apps, schema_editor, old, new, called):
    permissions = apps.get_model("auth", "Permission").objects.using(schema_editor.connection.alias)
    for action in ACTIONS:
        permissions.filter(content_type__app_label="decisions", codename=f"{action}_{old}").update(
            codename=f"{action}_{new}", name=f"Can {action} {called}"
        )


def rename_permissions(apps, schema_editor):
    """Keep what staff may do: with a model Django renames its content type, but not its permissions."""
    _rename_permissions(apps, schema_editor, "struck", "rejectedfinding", "rejected finding")


def restore_permissions(apps, schema_editor):
    """Give the permissions their old names."""
    _rename_permissions(apps, schema_editor, "rejectedfinding", "struck", "struck finding")


class Migration(migrations.Migration):
    dependencies = [
        ("decisions", "0017_removal_with_a_date"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        # The name of the table first, and of the column: the renames after them then find nothing to do.
        migrations.AlterModelTable("struck", "decisions_struck"),
        migrations.RenameModel("Struck", "RejectedFinding"),
        migrations.AlterModelOptions(
            "rejectedfinding", {"ordering": ["decision", "pk"], "verbose_name": "rejected finding"}
        ),
        migrations.AlterField(
            "rejectedfinding",
            "decision",
            models.ForeignKey("decisions.decision", models.CASCADE, related_name="rejected_findings"),
        ),
        migrations.AlterField(
            "rejectedfinding",
            "ground",
            models.ForeignKey("decisions.ground", models.PROTECT, related_name="rejected_findings"),
        ),
        migrations.AlterField(
            "rejectedfinding", "quote", models.TextField(help_text="The words of the finding when it was rejected.")
        ),
        migrations.AlterField(
            "rejectedfinding",
            "by",
            models.CharField(
                max_length=150, help_text="The username, kept after the account is deleted. Never public."
            ),
        ),
        migrations.RunPython(rename_permissions, restore_permissions),
        migrations.AlterField("notice", "told", models.TextField(db_column="told")),
        migrations.RenameField("notice", "told", "message"),
        migrations.AlterField(
            "correction",
            "by",
            models.CharField(
                blank=True,
                help_text="The username, kept after the account is deleted. Empty: the program itself. Never public.",
                max_length=150,
            ),
        ),
        migrations.AlterField(
            "correction",
            "field",
            models.CharField(help_text="What was corrected, in words: “outcome” or “paragraph 7”.", max_length=200),
        ),
        migrations.AlterField(
            "council", "name", models.CharField(help_text="As printed in the decisions.", max_length=250)
        ),
        migrations.AlterField(
            "council",
            "slug",
            models.SlugField(
                allow_unicode=True, help_text="Used in the addresses of pages.", max_length=250, unique=True
            ),
        ),
        migrations.AlterField(
            "councilalias",
            "printed",
            models.CharField(
                error_messages={
                    "unique": "Another council already has this name. Remove it there first, or merge the two councils."
                },
                max_length=250,
                unique=True,
                verbose_name="name as printed",
            ),
        ),
        migrations.AlterField(
            "decision",
            "council_printed",
            models.CharField(
                blank=True, editable=False, help_text="The body’s name as printed in this decision.", max_length=250
            ),
        ),
        migrations.AlterField(
            "decision",
            "mentions_rules",
            models.PositiveIntegerField(
                db_index=True,
                editable=False,
                help_text="Version of the rules that last read its mentions. Empty: not yet read.",
                null=True,
            ),
        ),
        migrations.AlterField(
            "decision",
            "numbering",
            models.CharField(
                choices=[("printed", "Printed on the official pages"), ("added", "Added by this archive")],
                default="printed",
                help_text="Where the paragraph numbers come from.",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            "decision",
            "reference",
            models.CharField(
                max_length=12,
                unique=True,
                validators=[RegexValidator("^\\d\\d \\d{3} \\d{3}[a-z]?$", "Enter the reference as 22 015 753.")],
            ),
        ),
        migrations.AlterField(
            "decision",
            "removal_reason",
            models.TextField(blank=True, help_text="Shown to the public in place of the decision."),
        ),
        migrations.AlterField(
            "decision",
            "removed_at",
            models.DateTimeField(blank=True, help_text="When it was taken down. Empty: it is public.", null=True),
        ),
        migrations.AlterField(
            "doubt",
            "about_peoples_work",
            models.BooleanField(
                default=False,
                help_text="Raised because a new text or new rules touched what staff did. Kept until resolved.",
            ),
        ),
        migrations.AlterField(
            "doubt",
            "line",
            models.PositiveIntegerField(
                help_text="Line of the source text. Empty if no single line is the cause.", null=True
            ),
        ),
        migrations.AlterField(
            "finding",
            "quote",
            models.TextField(
                help_text="The words that show it, copied exactly. They must appear only once in that paragraph."
            ),
        ),
        migrations.AlterField(
            "ground", "position", models.PositiveSmallIntegerField(help_text="Its position in the catalogue.")
        ),
        migrations.AlterField(
            "notice",
            "about",
            models.CharField(
                blank=True, help_text="A reference or an address, if the reader gave one.", max_length=200
            ),
        ),
        migrations.AlterField(
            "notice", "answer", models.TextField(blank=True, help_text="What was done, and what was replied.")
        ),
        migrations.AlterField(
            "notice",
            "reply_to",
            models.EmailField(blank=True, help_text="Where to send a reply. Empty: no reply wanted.", max_length=254),
        ),
        migrations.AlterField(
            "notice",
            "sender",
            models.CharField(
                blank=True,
                db_index=True,
                editable=False,
                help_text="A keyed hash of address and day, cleared on a later day.",
                max_length=64,
            ),
        ),
        migrations.AlterField(
            "notice",
            "settled_by",
            models.CharField(blank=True, help_text="The username, kept after the account is deleted.", max_length=150),
        ),
        migrations.AlterField(
            "paragraph",
            "standard",
            models.ForeignKey(
                db_index=False,
                editable=False,
                help_text="The standard paragraph that this paragraph with its items matches. Empty for the items.",
                null=True,
                on_delete=models.SET_NULL,
                related_name="paragraphs",
                to="decisions.standardparagraph",
            ),
        ),
        migrations.AlterField(
            "provision", "act", models.TextField(blank=True, help_text="As printed. Empty if the words do not name it.")
        ),
        migrations.AlterField(
            "provision",
            "act_slug",
            models.CharField(
                blank=True, help_text="Used in the addresses of pages. Empty if in doubt.", max_length=200
            ),
        ),
        migrations.AlterField(
            "provision",
            "normalised",
            models.TextField(blank=True, help_text="In a standard spelling. Empty if in doubt."),
        ),
        migrations.AlterField(
            "provision",
            "number",
            models.TextField(blank=True, help_text="As printed. Empty for a law cited as a whole."),
        ),
        migrations.AlterField(
            "reference",
            "to_numbers",
            models.JSONField(blank=True, default=list, help_text="The paragraphs referred to. Empty: a decision."),
        ),
        migrations.AlterField(
            "reference",
            "to_reference",
            models.CharField(blank=True, help_text="The decision referred to. Empty: paragraphs.", max_length=12),
        ),
        migrations.AlterField(
            "section", "position", models.PositiveSmallIntegerField(help_text="Its position in the decision, from 1.")
        ),
        migrations.AlterField(
            "signpost",
            "place",
            models.CharField(help_text="The slug of a place in `decisions.mentions.PLACES`.", max_length=60),
        ),
        migrations.AlterField(
            "standardparagraph",
            "fingerprint",
            models.CharField(help_text="Hash of its words as they are compared.", max_length=32, unique=True),
        ),
        migrations.AlterField(
            "standardparagraph",
            "known",
            models.BooleanField(
                default=False, help_text="In the archive from the start, not found by comparing paragraphs."
            ),
        ),
        migrations.AlterField(
            "standardparagraph", "wording", models.TextField(help_text="As printed in one of the paragraphs.")
        ),
        migrations.AlterConstraint(
            "council",
            "council_slug_is_its_own",
            models.CheckConstraint(
                condition=Q(("slug__in", ("", "not-stated", "none")), _negated=True),
                name="council_slug_is_its_own",
                violation_error_message="Addresses use this slug for something else. Choose another.",
            ),
        ),
        migrations.AlterConstraint(
            "decision",
            "decision_removed_with_a_reason",
            models.CheckConstraint(
                condition=Q(("removed_at", None), Q(("removal_reason", ""), _negated=True), _connector="OR"),
                name="decision_removed_with_a_reason",
                violation_error_message="Give the reason for taking it down: the public page shows it.",
            ),
        ),
        migrations.AlterConstraint(
            "decision",
            "decision_removed_with_a_date",
            models.CheckConstraint(
                condition=Q(Q(("removed_at", None), _negated=True), ("removal_reason", ""), _connector="OR"),
                name="decision_removed_with_a_date",
                violation_error_message="Enter the date it was taken down: without one it stays public. "
                "To keep it public, clear the reason.",
            ),
        ),
    ]
