"""The lists of councils and grounds in the API, each with its number of published decisions."""

from decisions import facets
from decisions.data.shape import Shape
from decisions.grounds import CATALOGUE
from decisions.models import Council, snapshot


def list_councils() -> list[Shape]:
    """Return every body that published decisions are about, sorted by name."""
    with snapshot():
        counts = facets.columns().counts("council")
        rows = list(Council.objects.order_by("name", "pk").values_list("slug", "name", "kind"))
    return [
        {"slug": slug, "name": name, "kind": kind, "decisions": counts[slug]}
        for slug, name, kind in rows
        if slug in counts
    ]


def list_grounds() -> list[Shape]:
    """Return every ground of the catalogue, in its order; the number is 0 where no decision shows it."""
    with snapshot():
        counts = facets.columns().counts("ground")
    names = ("slug", "title", "family", "law", "explanation")
    return [
        {name: getattr(ground, name) for name in names} | {"decisions": counts.get(slug, 0)}
        for slug, ground in CATALOGUE.items()
    ]
