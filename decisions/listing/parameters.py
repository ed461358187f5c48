"""Read the query string of a list: filters, words, order.

The list, its downloads, its feed, its charts and the API all start here, so that they agree.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

from django.core.exceptions import TooManyFieldsSent
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponsePermanentRedirect, QueryDict

from decisions import facets, search
from decisions.filters import DecisionFilter, Rejected, words_of
from decisions.models import Decision, snapshot
from decisions.parsing import reference

MOST_PARAMETERS = 1000  # in a query string; the form has a tenth of them
SORTS = {"relevance": "Most relevant", "newest": "Newest first", "oldest": "Oldest first"}


@dataclass(frozen=True, slots=True)
class CouncilRenamed:
    """The result of a query string that names a merged council by its former slug."""

    query: str
    """The same query string, "?" included, with the council's present slug."""

    def redirect(self, request: HttpRequest) -> HttpResponsePermanentRedirect:
        """Return the permanent redirect to the present slug."""
        return HttpResponsePermanentRedirect(f"{request.path}{self.query}")


class ListQuery:
    """The filters, words and order that a query string asks for.

    Values that the archive does not have are in `rejected`: the list ignores them, files and the API refuse them.
    """

    def __init__(self, params: QueryDict, filters: DecisionFilter) -> None:
        self.filters = filters
        self.words = self.filters.words
        self.query = search.parse(self.words)
        self.rejected = list(self.filters.rejected)
        self.requested_sort = self._choose("sort", params, SORTS)
        self.sort = self.requested_sort or ("relevance" if self.query.groups else "newest")

    @classmethod
    def read(cls, params: QueryDict, **options: bool) -> Self | CouncilRenamed:
        """Read a query string in one state of the archive. `options` are passed on to the subclass."""
        with _snapshot(params):
            archive = facets.columns()
            filters = _filters(params, None if archive is None else archive.labels)
            return _renamed(params, filters) or cls(params, filters, archive, **options)

    @property
    def title(self) -> str:
        """The words and filters as a title: “Not upheld, Kirklees Council, 2021”."""
        facets_in_order = sorted(self.filters.facets.items(), key=lambda facet: facet[1].place_in_titles)
        chosen = [self.filters.selected[name] for name, _ in facets_in_order]
        named = [" or ".join(values.values()) for values in chosen if values]
        return ", ".join([f"“{self.words}”", *named] if self.words else named) or "All decisions"

    def whole(self) -> tuple[QuerySet, Sequence[int] | None]:
        """Return the matching decisions in order, and None; ranked, all published ones and the keys in order."""
        return facets.SqlCounts(self.filters).whole(self.sort)

    def _choose(self, name: str, params: QueryDict, choices: Mapping[str, str]) -> str:
        value = params.get(name, "")
        if value and value not in choices:
            self.rejected.append(Rejected(name, value))
        return value if value in choices else ""


@contextmanager
def consistent_query(params: QueryDict) -> Iterator[ListQuery | CouncilRenamed]:
    """Read a query string, and hold one state of the archive open so that all that is read within agrees with it."""
    with _snapshot(params):
        filters = _filters(params)
        yield _renamed(params, filters) or ListQuery(params, filters)


@contextmanager
def _snapshot(params: QueryDict) -> Iterator[None]:
    """Hold one state of the archive open, after bringing the search index up to date where the query has words."""
    if search.parse(words_of(params)):
        search.bring_up_to_date()
    with snapshot():
        yield


def read_params(request: HttpRequest) -> tuple[QueryDict, bool]:
    """Return the query string's parameters, and whether there were too many of them (then none are returned)."""
    try:
        params = request.GET
    except TooManyFieldsSent:
        return QueryDict(), True
    too_many = sum(len(values) for _, values in params.lists()) > MOST_PARAMETERS
    return (QueryDict() if too_many else params), too_many


def reference_in(params: QueryDict) -> str | None:
    """Return the reference in the search box, in printed form, or that of a citation or an address pasted into it.

    None where it holds anything else.
    """
    return reference.find(words_of(params))


def _filters(params: QueryDict, labels: Mapping[str, Mapping[str, str]] | None = None) -> DecisionFilter:
    """Return the filters over published decisions.

    `labels`: for each facet, the printed label of each of its values; None: read them from the database.
    """
    return DecisionFilter(params, Decision.objects.published(), labels)


def _renamed(params: QueryDict, filters: DecisionFilter) -> CouncilRenamed | None:
    return CouncilRenamed(_query_string(params, council=filters.current_councils)) if filters.current_councils else None


def _query_string(params: QueryDict, **changes: list[str]) -> str:
    """Return the query string with some parameters changed and the others as they were sent."""
    query = params.copy()
    for name, values in changes.items():
        query.setlist(name, values)
    return f"?{query.urlencode(safe='/')}"


def query_pairs(values: Mapping[str, str | int | list[str]]) -> list[tuple[str, str | int]]:
    """Return names and values as `urlencode` takes them, one pair for each value; empty values are left out."""
    return [
        (name, each)
        for name, value in values.items()
        for each in (value if isinstance(value, list) else [value])
        if each
    ]


def refusal_text(rejected: list[Rejected]) -> str:
    """Return why a download is refused, a line for each value: a file could not say that it ignored a filter."""
    lines = [f"{each.parameter} has no value “{each.value[:80]}” in this archive.\n" for each in rejected]
    return "".join(lines) or "The address has too many parameters.\n"
