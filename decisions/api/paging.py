"""Pages of decisions in the API. Values that the list would ignore are refused, each with a remedy.

A page begins after the last decision of the page before, wherever that is now: while the archive changes, no decision
comes twice, and none that stays is skipped. By relevance it begins after that decision's rank among today's matches.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.urls import reverse

from decisions import facets
from decisions.data import facts
from decisions.data.shape import Shape
from decisions.filters import DecisionFilter, Rejected
from decisions.listing.parameters import SORTS, ListQuery

MOST, USUAL = 100, 25  # decisions on a page: the limit, and the default
OWN = ("sort", "size", "cursor")
_LARGEST_KEY, _LAST = 2**63 - 1, 10**9
_LONGEST_CURSOR = 200


class ParametersError(ValueError):
    """Raised for parameters that the API refuses. `errors` has the parameter, value and remedy of each."""

    def __init__(self, rejected: list[Rejected]) -> None:
        super().__init__(f"{len(rejected)} parameters")
        self.errors = [
            {"parameter": each.parameter, "value": each.value[:80], "remedy": remedy(each.parameter)}
            for each in rejected
        ]


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last decision of a page: its date, primary key and rank in an order. Its `str` is opaque to clients."""

    order: str
    day: date | None
    key: int
    place: int

    def __str__(self) -> str:
        values = [self.order, self.day and self.day.isoformat(), self.key, self.place]
        return urlsafe_b64encode(json.dumps(values, separators=(",", ":")).encode()).decode().rstrip("=")

    @classmethod
    def read(cls, value: str) -> "Cursor | None":
        """Return the cursor whose `str` this is; None if there is no such cursor."""
        try:
            order, day, key, place = json.loads(urlsafe_b64decode(value[:_LONGEST_CURSOR] + "=="))
            cursor = cls(order, day and date.fromisoformat(day), key, place)
        except (ValueError, TypeError, RecursionError):
            return None
        numbers = all(type(each) is int and 0 <= each <= most for each, most in ((key, _LARGEST_KEY), (place, _LAST)))
        return cursor if numbers and order in tuple(SORTS) and str(cursor) == value else None


class Page:
    """A page of the decisions that a query asks for: make it in the query's snapshot. Raises ParametersError."""

    def __init__(self, query: ListQuery) -> None:
        size, cursor = _checked(query)
        self._results = query.results
        self.total, self.notes = self._results.total, query.parsed.notes
        order = cursor.order if cursor else query.sort
        if order == facets.RELEVANCE and not self._results.can_rank:
            order = facets.NEWEST
        start = self._place_after(cursor, order) if cursor else 0
        keys = self._results.page(order, start, start + size)
        self.decisions: list[Shape] = facts(keys)
        self.next = None
        if keys and start + len(keys) < self.total:
            day = self.decisions[-1]["decision_date"]
            self.next = Cursor(order, day and date.fromisoformat(day), keys[-1], start + len(keys))

    def _place_after(self, cursor: Cursor, order: str) -> int:
        if order != facets.RELEVANCE:
            return self._results.rank_at(order, cursor.day, cursor.key)
        ranked = self._results.page(order, 0, self.total)
        return ranked.index(cursor.key) + 1 if cursor.key in ranked else cursor.place


def _checked(query: ListQuery) -> tuple[int, Cursor | None]:
    """Return the size of the page, and the cursor where it has one. Raises ParametersError."""
    params, rejected = query.params, query.rejected + _invalid(query.params)
    typed = params.get("size", str(USUAL))
    size = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 5 else 0
    if not 1 <= size <= MOST:
        rejected.append(Rejected("size", typed))
    cursor = Cursor.read(params["cursor"]) if "cursor" in params else None
    if "cursor" in params and not cursor:
        rejected.append(Rejected("cursor", params["cursor"]))
    if rejected:
        raise ParametersError(rejected)
    return size, cursor


def _invalid(params: QueryDict) -> list[Rejected]:
    """Return what the list ignores: unknown parameters, empty values, and a second value where only one is allowed."""
    known, repeatable = parameter_names(), DecisionFilter.declared()
    rejected = [Rejected(name, params[name]) for name in params if name not in known]
    rejected += [Rejected(name, "") for name in (*repeatable, "sort") if "" in params.getlist(name)]
    return rejected + [
        Rejected(name, ", ".join(values))
        for name, values in params.lists()
        if name in known and name not in repeatable and len(values) > 1
    ]


def parameter_names() -> tuple[str, ...]:
    """Return the names of all parameters of the API's list of decisions."""
    return (*DecisionFilter.base_filters, *OWN)


def remedy(parameter: str) -> str:
    """Return a sentence that says which values a parameter takes."""
    remedies = {
        "ground": f"Take a value from {reverse('api-grounds')}, or none, for decisions that show no ground.",
        "council": f"Take a slug from {reverse('api-councils')}, or not-stated.",
        "sort": f"Give one of {', '.join(SORTS)}.",
        "size": f"Give a number from 1 to {MOST}.",
        "cursor": "Follow the address in “next” of a page; leave it out for the first page.",
    }
    if parameter in remedies:
        return remedies[parameter]
    if parameter in DecisionFilter.declared():
        return f"Take a value that {reverse('facet', args=[parameter])} lists."
    return f"Leave it out: the parameters are {', '.join(parameter_names())}."
