"""The archive itself: its list of decisions."""

from django.core.cache import cache
from django.http import QueryDict

from benchmarks.queries import Query
from benchmarks.yardsticks.answer import Answer
from benchmarks.yardsticks.site import Site
from decisions import facets
from decisions.listing.parameters import ListQuery, consistent_query
from decisions.listing.results import Listing
from decisions.models import snapshot

TITLE = "the archive"


class Ours:
    """The archive's list in this process."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def answer(self, query: Query, total: int = 0) -> Answer:
        """Return the answer of the list."""
        with consistent_query(QueryDict(query.address(total)[1:])) as asked:
            listing = Listing(asked)
        if asked.rejected:
            raise RuntimeError(f"{query}: the archive does not know {asked.rejected}")
        counts = {
            name: {each.value: each.count for each in facet.values if each.count}
            for name, facet in listing.facets.items()
        }
        return Answer(listing.total, counts, [row.decision.reference for row in listing.rows])

    def page(self, query: Query, total: int = 0) -> int:
        """Request the page; returns its bytes."""
        return self._site.must_get(f"/decisions/{query.address(total)}")

    def counts(self, query: Query) -> None:
        """Count every facet and the total, and nothing else of the page."""
        with snapshot():
            results = ListQuery(QueryDict(query.address()[1:])).results
            _ = results.total, results.facets

    def forget(self) -> None:
        """Clear the caches of searches and pages. The columns stay, as they do between requests."""
        facets.forget_matches()
        cache.clear()
