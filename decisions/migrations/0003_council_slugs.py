"""A council's slug is its own: never empty, and never what stands for something else in an address."""

from hashlib import sha256

from django.db import migrations, models

NOT_ITS_OWN = ("", "not-stated", "none")


def rename(apps, schema_editor):
    """Give councils that came in under such a slug the one that an import gives them now."""
    for council in apps.get_model("decisions", "Council").objects.filter(slug__in=NOT_ITS_OWN):
        own = f"body-{sha256(council.name.encode()).hexdigest()[:8]}"
        council.slug = f"{council.slug}-body" if council.slug else own
        council.save(update_fields=["slug"])


class Migration(migrations.Migration):
    dependencies = [("decisions", "0002_search")]

    operations = [
        migrations.RunPython(rename, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="council",
            constraint=models.CheckConstraint(
                condition=models.Q(("slug__in", NOT_ITS_OWN), _negated=True),
                name="council_slug_is_its_own",
                violation_error_message="This slug stands for something else in addresses. Choose another.",
            ),
        ),
    ]
