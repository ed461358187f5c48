"""The place of a decision in the list that its page was opened from, and its neighbours there."""

from typing import NamedTuple

from django.http import QueryDict

from decisions.filters import DecisionFilter
from decisions.listing.pages import number_of
from decisions.listing.parameters import CouncilRenamed
from decisions.listing.results import PAGE_SIZE, Listing
from decisions.models import CompiledQuery, Decision, path_of
from decisions.search import SearchTooBroadError

_PARAMETERS = ("q", "sort", *DecisionFilter.declared())


class _Named(NamedTuple):
    pk: int
    reference: str


_NAMED = CompiledQuery(
    _Named, lambda keys: Decision.objects.published().filter(pk__in=keys).order_by().values_list(*_Named._fields)
)


def navigation_for(params: QueryDict, decision: Decision) -> "ResultNavigation | CouncilRenamed | None":
    """Return the decision's place in the list that the parameters ask for; None without a list, or one too broad."""
    if not any(params.get(name) for name in _PARAMETERS):
        return None
    try:
        listing = Listing.read(params, with_rows=False)
    except SearchTooBroadError:
        return None
    return listing if isinstance(listing, CouncilRenamed) else ResultNavigation(listing, decision)


class ResultNavigation:
    """The place of a decision in a list. The queries of the list's counts, and two more.

    `place` counts from 1; it is 0 where the decision is not in the list. `words` are those searched for, empty where
    filters narrow the list as well. `back` is the query string of the list's page with the decision; `previous` and
    `next` are the paths of its neighbours, None where there is none.
    """

    def __init__(self, listing: Listing, decision: Decision) -> None:
        keys = listing.keys()
        self.total = listing.total
        self.words = "" if listing.applied else listing.words
        self.place = _place(keys, decision.pk)
        self.back = listing.address(page=number_of(self.place, PAGE_SIZE))
        beside = {-1: self.place - 2, 1: self.place} if self.place else {}
        near = {step: keys[at] for step, at in beside.items() if 0 <= at < len(keys)}
        paths = (
            {row.pk: path_of(row.reference) + listing.link_query for row in _NAMED.rows(near.values())} if near else {}
        )
        self.previous = paths.get(near.get(-1))
        self.next = paths.get(near.get(1))


def _place(keys: list[int], key: int) -> int:
    """Return the place of a key among keys, from 1; 0 if it is not there."""
    try:
        return keys.index(key) + 1
    except ValueError:
        return 0
