"""The table of grounds, updated from the catalogue."""

from decisions.grounds import CATALOGUE
from decisions.models import Ground


def refresh_grounds() -> None:
    """Update the row of every ground of the catalogue: title and position.

    A ground that has left the catalogue is deleted, unless findings or rejections refer to it: then it comes last.
    """
    Ground.objects.bulk_create(
        [
            Ground(slug=slug, title=ground.title, position=place)
            for place, (slug, ground) in enumerate(CATALOGUE.items(), 1)
        ],
        update_conflicts=True,
        unique_fields=["slug"],
        update_fields=["title", "position"],
    )
    retired = Ground.objects.exclude(slug__in=CATALOGUE)
    retired.filter(findings=None, rejected_findings=None).delete()
    retired.update(position=len(CATALOGUE) + 1)
