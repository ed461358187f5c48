"""Each decision keeps the name it prints of its council; a council has aliases, and the addresses of merged ones.

What a decision printed before staff corrected it is what its first correction says it was. The keys of the aliases
are filled in after every migration.
"""

import django.db.models.deletion
from django.db import migrations, models

OF_THE_COUNCIL = ("council", "council’s name")


def keep_printed_names(apps, schema_editor):
    """Fill in what decisions print, and make the names so printed their councils' aliases."""
    council, decision, correction, alias = (
        apps.get_model("decisions", name) for name in ("Council", "Decision", "Correction", "CouncilAlias")
    )
    name = council.objects.filter(pk=models.OuterRef("council")).values("name")[:1]
    decision.objects.exclude(council=None).update(council_printed=models.Subquery(name))
    first = {}
    corrections = correction.objects.filter(field__in=OF_THE_COUNCIL).order_by("at", "pk")
    for pk, old in corrections.values_list("decision", "old"):
        first.setdefault(pk, old)
    for pk, old in first.items():
        decision.objects.filter(pk=pk).update(council_printed=old[:250])
    taken = {}
    for pk, own in council.objects.order_by("pk").values_list("pk", "name"):
        taken.setdefault(own, pk)
    corrected_by_hand = correction.objects.filter(field="council").values("decision")
    printed = decision.objects.exclude(council=None).exclude(council_printed="").exclude(pk__in=corrected_by_hand)
    for pk, own in printed.order_by("pk").values_list("council", "council_printed").distinct():
        taken.setdefault(own, pk)
    alias.objects.bulk_create([alias(council_id=pk, printed=own, key="") for own, pk in taken.items()], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("decisions", "0006_revisions")]

    operations = [
        migrations.CreateModel(
            name="CouncilAlias",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "printed",
                    models.CharField(
                        error_messages={
                            "unique": "This name is a council’s already. Take it off there first, or merge the two."
                        },
                        max_length=250,
                        unique=True,
                        verbose_name="name as printed",
                    ),
                ),
                ("key", models.TextField(db_index=True, editable=False)),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="aliases", to="decisions.council"
                    ),
                ),
            ],
            options={
                "verbose_name": "alias",
                "verbose_name_plural": "aliases",
                "ordering": ["printed", "pk"],
            },
        ),
        migrations.CreateModel(
            name="FormerSlug",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(allow_unicode=True, max_length=250, unique=True)),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_slugs",
                        to="decisions.council",
                    ),
                ),
            ],
            options={
                "ordering": ["slug"],
            },
        ),
        migrations.AddField(
            model_name="decision",
            name="council_printed",
            field=models.CharField(
                blank=True,
                default="",
                editable=False,
                help_text="The body’s name as this decision prints it.",
                max_length=250,
            ),
            preserve_default=False,
        ),
        migrations.RunPython(keep_printed_names, migrations.RunPython.noop),
    ]
