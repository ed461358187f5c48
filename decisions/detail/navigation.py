"""The place of a decision in the list that its page was opened from, and its neighbours there."""

from django.http import QueryDict

from decisions.filters import DecisionFilter
from decisions.listing.pages import number_of
from decisions.listing.parameters import CouncilRenamed, ListQuery, consistent_query
from decisions.listing.results import PAGE_SIZE
from decisions.models import Decision, path_of
from decisions.search import IndexUnavailableError, SearchTooBroadError

_PARAMETERS = ("q", "sort", *DecisionFilter.declared())


def navigation_for(params: QueryDict, decision: Decision) -> "ResultNavigation | CouncilRenamed | None":
    """Return the decision's place in the list that the parameters ask for; None without a list that can be made."""
    if not any(params.get(name) for name in _PARAMETERS):
        return None
    try:
        with consistent_query(params) as query:
            return query if isinstance(query, CouncilRenamed) else ResultNavigation(query, decision)
    except (SearchTooBroadError, IndexUnavailableError):
        return None


class ResultNavigation:
    """The place of a decision in a list. The queries of the list's counts, and two more.

    `place` counts from 1; it is 0 where the decision is not in the list. `words` are those searched for, empty where
    filters narrow the list as well. `back` is the query string of the list's page with the decision; `previous` and
    `next` are the paths of its neighbours, None where there is none.
    """

    def __init__(self, query: ListQuery, decision: Decision) -> None:
        keys = query.results.keys(query.sort)
        self.total = len(keys)
        self.words = "" if query.applied else query.words
        self.place = keys.index(decision.pk) + 1 if decision.pk in keys else 0
        self.back = query.address(page=number_of(self.place, PAGE_SIZE))
        beside = (self.place - 2, self.place) if self.place else ()
        near = [keys[at] if 0 <= at < len(keys) else None for at in beside]
        found = Decision.objects.published().filter(pk__in=near) if any(near) else Decision.objects.none()
        paths = {pk: path_of(reference) + query.link_query() for pk, reference in found.values_list("pk", "reference")}
        self.previous, self.next = map(paths.get, near or (None, None))
