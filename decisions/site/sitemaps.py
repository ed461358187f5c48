"""Sitemaps: which pages there are, and when each last changed."""

import numpy as np
from django.contrib.sitemaps import Sitemap
from django.contrib.sites.requests import RequestSite
from django.urls import reverse
from django.utils import timezone

from decisions import facets, overviews
from decisions.grounds import CATALOGUE
from decisions.models import Decision, changed_at, path_maker, snapshot
from decisions.web.paths import ground_page

BLOCK = 10_000
"""The range of primary keys whose decisions are in one sitemap."""
PAGES = (
    *("front", "decisions", "trends", "grounds", "councils", "laws", "describe", "data", "api"),
    *("about", "about statistics", "about accessibility", "about privacy"),
)
"""Pages that are not about a decision, ground, council or law, each as its URL name and arguments."""
_AT_ONCE = 500


class PageSitemap(Sitemap):
    """All pages but decisions: single pages, grounds, councils, law. Three queries.

    It is cut at Django's limit. Law comes last, and only with tens of thousands of provisions would any be cut.
    """

    def items(self) -> list[str]:
        """Return their paths."""
        ours = [reverse(name, args=arguments) for name, *arguments in map(str.split, PAGES)]
        grounds = [ground_page(slug) for slug in CATALOGUE]
        return [*ours, *grounds, *overviews.council_pages(), *overviews.law_pages()]

    def location(self, item: str) -> str:
        return item


class DecisionSitemap(Sitemap):
    """The published decisions of a block."""

    def __init__(self, number: int) -> None:
        self._first = number * BLOCK

    def get_urls(self, page: int = 1, site: RequestSite | None = None, protocol: str | None = None) -> list[dict]:
        """Return what the template shows of each, without paging. One query.

        With `items`, `location` and `lastmod`, which Django would call for each, a sitemap would take half as long
        again, and a third more memory.
        """
        block = Decision.objects.published().filter(pk__gte=self._first, pk__lt=self._first + BLOCK)
        rows = block.order_by("pk").values_list("reference", changed_at()).iterator(_AT_ONCE)
        home, path = f"{protocol}://{site.domain}", path_maker()
        return [
            {"location": f"{home}{path(reference)}", "lastmod": timezone.localdate(changed)}
            for reference, changed in rows
        ]


def paths() -> list[str]:
    """Return the paths of the sitemaps: one for each block of decisions, and one for other pages. At most one query."""
    return [reverse("sitemap_of_pages"), *(reverse("sitemap_of_decisions", args=[each]) for each in blocks())]


def blocks() -> list[int]:
    """Return the numbers of the blocks that have published decisions, in order."""
    with snapshot():
        return np.unique(facets.columns().ids // BLOCK).tolist()
