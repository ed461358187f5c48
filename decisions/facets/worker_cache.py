"""A worker's cache: the archive's columns, and the matches of recent searches. Correct at every request.

The revision is read in the snapshot of the request; only decisions that changed since are loaded.
"""

import threading
from collections import OrderedDict
from collections.abc import Iterator
from functools import cached_property

import numpy as np
from django.db.models import QuerySet

from decisions import search
from decisions.facets.archive import UNDATED, Archive, Row
from decisions.filters import DecisionFilter
from decisions.models import Change, Decision, changed_at, without_time_limit

_ROWS_AT_ONCE = 200  # fetched at a time: few, because Python does not return freed memory to the system
_MOST_CHANGES = 20_000  # beyond that, loading all is quicker
_MOST_MATCHES = 200_000  # decisions in the matches of all cached searches: some megabytes


class Match:
    """The places of the decisions that match a query, and their scores."""

    def __init__(self, query: search.Query, archive: Archive) -> None:
        self._query, self._work = query, search.estimate_work(query)
        self.places = archive.places(search.ids(query, self._work))

    @cached_property
    def scores(self) -> tuple[np.ndarray, np.ndarray] | None:
        """Keys and parallel scores, lower being better; None without words to rank by, or over the search's budget."""
        return search.scores(self._query, self._work) if self._query.groups else None


class _Worker:
    """The columns of this process. One thread at a time updates them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.forget()

    def forget(self) -> None:
        """Forget everything, as needed after a database was restored to an earlier state."""
        self._revision, self._archive = -1, None
        self._matches: OrderedDict[search.Query, Match] = OrderedDict()

    def forget_matches(self) -> None:
        """Forget the matches of searches, and keep the columns."""
        with self._lock:
            self._matches.clear()

    def at(self, revision: int) -> Archive:
        """Return the columns at this revision, which is the one this connection sees."""
        if revision == self._revision:
            return self._archive
        with self._lock:
            if revision > self._revision:
                self._update_to(revision)
            if revision == self._revision:
                return self._archive
        return read()  # the worker's are newer: another thread has seen a later state, or an earlier was restored

    def match(self, query: search.Query, archive: Archive) -> Match:
        """Return the match of a query in the archive, which must be of the revision this connection sees."""
        if (known := self._matches.get(query)) is not None and archive is self._archive:
            return known
        match = Match(query, archive)
        with self._lock:
            if archive is self._archive:
                self._matches[query] = match
                while sum(len(each.places) for each in self._matches.values()) > _MOST_MATCHES:
                    self._matches.popitem(last=False)
        return match

    def _update_to(self, revision: int) -> None:
        with without_time_limit():  # or a slow machine would never finish
            archive = read() if self._archive is None else _updated(self._archive, self._revision)
        self._matches.clear()
        self._revision, self._archive = revision, archive


_WORKER = _Worker()
at, match = _WORKER.at, _WORKER.match
forget, forget_matches = _WORKER.forget, _WORKER.forget_matches


def read() -> Archive:
    """Read the columns as this connection sees the archive, without caching them."""
    with without_time_limit():
        return Archive.of(_rows(Decision.objects.published()), tuple(DecisionFilter.declared()))


def _updated(archive: Archive, revision: int) -> Archive:
    """Return columns of an earlier revision with the changes since."""
    changes = Change.objects.filter(revision__gt=revision)
    ids = list(changes.values_list("decision_id", flat=True)[: _MOST_CHANGES + 1])
    if len(ids) > _MOST_CHANGES:
        return read()
    changed = Decision.objects.published().filter(pk__in=changes.values("decision_id"))
    return archive.with_changes(ids, _rows(changed))


def _rows(decisions: QuerySet) -> Iterator[Row]:
    """Yield decisions with their values in every facet, by primary key. One query."""
    columns, parts = {}, []
    for name, facet in DecisionFilter.declared().items():
        start = len(columns)
        columns |= {f"{name}_{place}": each for place, each in enumerate(facet.columns)}
        parts.append((name, facet.values_in, slice(start, len(columns))))
    selected = decisions.order_by("pk").annotate(changed=changed_at(), **columns)
    rows = selected.values_list("pk", "decision_date", "changed", *columns).iterator(_ROWS_AT_ONCE)
    for pk, date, changed, *printed in rows:
        values = {name: values_in(printed[part]) for name, values_in, part in parts}
        yield Row(pk, date.toordinal() if date else UNDATED, changed.replace(tzinfo=None), values)
