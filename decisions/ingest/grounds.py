"""The table of grounds, kept in step with the catalogue."""

from decisions.grounds import CATALOGUE
from decisions.models import Ground


def refresh_grounds() -> None:
    """Give every ground of the catalogue its row, with its title and its place.

    A row that the catalogue no longer has goes, unless findings or strikes rest on it: then it stands behind
    the others.
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
    retired.filter(findings=None, strikes=None).delete()
    retired.update(position=len(CATALOGUE) + 1)
