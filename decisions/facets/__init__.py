"""Facets: each value with its exact count under all the *other* filters.

The worker's columns (`ColumnCounts`) count in milliseconds. One SQL statement (`SqlCounts`) gives the same numbers in
its own way, and is used where the columns cannot be. Either answers a whole list: total, facets and the decisions of a
page.
"""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cached_property

import numpy as np
from django.db.models import Q, QuerySet

from decisions import search
from decisions.facets import sql_counts, worker_cache
from decisions.facets.archive import UNDATED, Archive, Selection
from decisions.facets.values import Facet, FacetValue
from decisions.facets.worker_cache import forget, forget_matches
from decisions.filters import DecisionFilter
from decisions.models import Decision, Finding, Revision, changed_at

__all__ = [
    "NEWEST",
    "RELEVANCE",
    "Archive",
    "ColumnCounts",
    "Facet",
    "FacetValue",
    "SqlCounts",
    "columns",
    "columns_now",
    "count",
    "forget",
    "forget_matches",
]

RELEVANCE, NEWEST, OLDEST = "relevance", "newest", "oldest"


def columns() -> Archive | None:
    """Return the archive's columns at this connection's revision; None if the worker's are of a later one."""
    return worker_cache.at(Revision.now())


def columns_now() -> Archive:
    """Return the same, reading new columns if the worker's are of a later revision."""
    archive = columns()
    return worker_cache.read() if archive is None else archive


def count(filters: DecisionFilter, archive: Archive | None) -> "ColumnCounts | SqlCounts":
    """Count the decisions that match. `archive` is what `columns` returned in the same snapshot."""
    return SqlCounts(filters) if archive is None else ColumnCounts(filters, archive)


class _CrossTabulated:
    """A list whose facets can be cross-tabulated."""

    _selection: Selection

    def cross_tabulate(self, *names: str) -> Counter[tuple[str, ...]]:
        """Count the matching decisions by combination of values of these facets."""
        return self._selection.cross_tabulate(*names)

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last decision date; None if no matching decision states one."""
        return self._selection.span


class ColumnCounts(_CrossTabulated):
    """A list counted from the worker's columns."""

    def __init__(self, filters: DecisionFilter, archive: Archive) -> None:
        query = search.parse(filters.words)
        self._archive = archive
        self._match = worker_cache.match(query, archive) if query else None
        self._selection = archive.select(self._match and self._match.places, filters.selected)
        self._filters = filters

    @property
    def total(self) -> int:
        """The number of decisions that match."""
        return self._selection.total

    @property
    def archive_size(self) -> int:
        """The number of published decisions."""
        return len(self._archive)

    @cached_property
    def facets(self) -> dict[str, Facet]:
        """The facets, by name."""
        return {
            name: Facet(name, self._filters, _with_labels(counts, self._archive.labels[name]))
            for name, counts in self._selection.counts.items()
        }

    @property
    def can_rank(self) -> bool:
        """Whether the matches can be sorted by relevance: there are words, and their budget allows it."""
        return self._match is not None and self._match.scores is not None

    def page(self, order: str, start: int, stop: int) -> list[int]:
        """Return the keys of the decisions from `start` to `stop`; newest first if they cannot be ranked."""
        if order == RELEVANCE and self.can_rank:
            return self._selection.ranked(*self._match.scores, start, stop)
        return (self._selection.oldest if order == OLDEST else self._selection.newest)(start, stop)

    def latest(self, start: int, stop: int) -> list[tuple[int, datetime]]:
        """Return the keys from `start` to `stop`, the last changed first, and when each was."""
        return [(key, changed.replace(tzinfo=UTC)) for key, changed in self._selection.latest(start, stop)]

    def rank_at(self, order: str, day: date | None, key: int) -> int:
        """Return the number of matching decisions ranked at or before (day, key), newest or oldest first."""
        return self._selection.rank_at(day.toordinal() if day else UNDATED, key, oldest=order == OLDEST)

    def grounds(self, ids: Sequence[int]) -> dict[int, list[str]]:
        """Return the titles of the grounds that lists count, for each of these decisions, the best first."""
        return dict(zip(ids, self._archive.printed("ground", ids), strict=True))


class SqlCounts(_CrossTabulated):
    """A list counted by one SQL statement."""

    def __init__(self, filters: DecisionFilter) -> None:
        self._filters = filters

    @cached_property
    def _counted(self) -> tuple[int, sql_counts.Counts]:
        return sql_counts.count(self._filters)

    @property
    def total(self) -> int:
        """The number of decisions that match."""
        return self._counted[0]

    @property
    def archive_size(self) -> int:
        """The number of published decisions."""
        return self._filters.queryset.count()

    @cached_property
    def facets(self) -> dict[str, Facet]:
        """The facets, by name."""
        return {name: Facet(name, self._filters, counts) for name, counts in self._counted[1].items()}

    @cached_property
    def _selection(self) -> Selection:
        """The matching decisions, in columns read for this alone."""
        archive = worker_cache.read()
        ids = np.fromiter(self._filters.matching().order_by().values_list("pk", flat=True).iterator(), np.int64)
        return archive.select(archive.places(ids), {})

    @cached_property
    def can_rank(self) -> bool:
        """Whether the matches can be sorted by relevance: there are words, and their budget allows it."""
        query = search.parse(self._filters.words)
        return bool(query.groups) and search.can_score(query)

    def page(self, order: str, start: int, stop: int) -> list[int]:
        """Return the keys of the decisions from `start` to `stop`; newest first if they cannot be ranked."""
        decisions = self._filters.matching()
        if order == RELEVANCE and self.can_rank:
            return search.ranked(search.parse(self._filters.words), decisions, start, stop)
        return list(_ordered(decisions, order).values_list("pk", flat=True)[start:stop])

    def latest(self, start: int, stop: int) -> list[tuple[int, datetime]]:
        """Return the keys from `start` to `stop`, the last changed first, and when each was. One query."""
        decisions = self._filters.matching().annotate(changed_at=changed_at())
        latest_first = decisions.order_by("-changed_at", *Decision._meta.ordering)
        return list(latest_first.values_list("pk", "changed_at")[start:stop])

    def rank_at(self, order: str, day: date | None, key: int) -> int:
        """Return the number of matching decisions ranked at or before (day, key). One query."""
        earlier, at = ("lt", "lte") if order == OLDEST else ("gt", "gte")
        before = Q(**{f"decision_date__{earlier}": day}) if day else Q(decision_date__isnull=False)
        return self._filters.matching().filter(before | Q(decision_date=day, **{f"pk__{at}": key})).count()

    def whole(self, order: str) -> tuple[QuerySet, list[int] | None]:
        """Return all matching decisions in order, and None; if ranked, all published ones, and the keys in order."""
        if order == RELEVANCE and self.can_rank:
            return Decision.objects.published(), self.page(order, 0, sys.maxsize)
        return _ordered(self._filters.matching(), order), None

    def grounds(self, ids: Sequence[int]) -> dict[int, list[str]]:
        """Return the titles of the grounds that lists count, for each of these decisions, the best first. One query."""
        found = {pk: {} for pk in ids}
        findings = Finding.objects.counting().filter(decision__in=ids).order_by("decision_id", "position", "pk")
        for pk, title in findings.values_list("decision", "ground__title"):
            found[pk][title] = None
        return {pk: list(titles) for pk, titles in found.items()}


def _ordered(decisions: QuerySet, order: str) -> QuerySet:
    return decisions.oldest_first() if order == OLDEST else decisions.newest_first()


def _with_labels(counts: Mapping[str, int], labels: Mapping[str, str]) -> dict[str, tuple[str, int]]:
    return {value: (labels[value], number) for value, number in counts.items()}
