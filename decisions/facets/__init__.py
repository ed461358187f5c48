"""Facets: each value with its exact count under all the *other* filters, counted in the worker's columns."""

from collections.abc import Sequence
from functools import cached_property

from decisions import search
from decisions.facets import worker_cache
from decisions.facets.archive import OLDEST, Archive, Selection
from decisions.facets.values import Facet, FacetValue
from decisions.facets.worker_cache import forget, forget_matches
from decisions.filters import DecisionFilter
from decisions.models import Revision

__all__ = [
    "NEWEST",
    "RELEVANCE",
    "Archive",
    "Facet",
    "FacetValue",
    "Results",
    "columns",
    "forget",
    "forget_matches",
]

RELEVANCE, NEWEST = "relevance", "newest"


def columns() -> Archive:
    """Return the archive's columns at the revision that this connection sees."""
    return worker_cache.at(Revision.now())


class Results(Selection):
    """The decisions that match filters: how many, with which values, and in the orders of the list."""

    def __init__(self, filters: DecisionFilter, archive: Archive) -> None:
        """Take what `columns` returned in the same snapshot."""
        query = search.parse(filters.words)
        self._match = worker_cache.match(query, archive) if query else None
        super().__init__(archive, self._match and self._match.places, filters.selected)
        self._filters = filters

    @property
    def archive_size(self) -> int:
        """The number of published decisions."""
        return len(self._archive)

    @cached_property
    def facets(self) -> dict[str, Facet]:
        """The facets, by name."""
        return {name: Facet(name, self._filters, counts) for name, counts in self.counts.items()}

    def total_without(self, name: str) -> int:
        """Return the number of decisions that match without one parameter: a facet, or `q`."""
        if name == "q":
            return Selection(self._archive, None, self._filters.selected).total
        return super().total_without(name)

    @property
    def can_rank(self) -> bool:
        """Whether the matches can be sorted by relevance: there are words, and their budget allows it."""
        return self._match is not None and self._match.scores is not None

    def page(self, order: str, start: int, stop: int) -> list[int]:
        """Return the keys of the decisions from `start` to `stop`; newest first if they cannot be ranked."""
        if order == RELEVANCE and self.can_rank:
            return self.ranked(*self._match.scores, start, stop)
        return (self.oldest if order == OLDEST else self.newest)(start, stop)

    def keys(self, order: str) -> list[int]:
        """Return the keys of all the decisions, in order."""
        return self.page(order, 0, self.total)

    def grounds(self, ids: Sequence[int]) -> dict[int, list[str]]:
        """Return the titles of the grounds that lists count, for each of these decisions, the best first."""
        return self._archive.printed("ground", ids)
