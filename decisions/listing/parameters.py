"""Query string → what is asked for: filters, words, order. The list and its downloads start here, to agree."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Self

from django.core.exceptions import TooManyFieldsSent
from django.db import InternalError, OperationalError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponsePermanentRedirect, QueryDict

from decisions import facets, ingest, search
from decisions.filters import DecisionFilter, Rejected, words_of
from decisions.models import Decision, snapshot
from decisions.parsing import reference

MOST_PARAMETERS = 1000  # in an address; the form has a tenth of them
SORTS = {"relevance": "Most relevant", "newest": "Newest first", "oldest": "Oldest first"}
_MOST_INDEXED = 50  # decisions changed past `ingest` that one search enters in the index; the next takes more


@dataclass(frozen=True, slots=True)
class CouncilRenamed:
    """A query string names a council by a former address. `query` asks for the same of its present one."""

    query: str
    """With its "?"."""

    def redirect(self, request: HttpRequest) -> HttpResponsePermanentRedirect:
        """The answer to a request with that query string."""
        return HttpResponsePermanentRedirect(f"{request.path}{self.query}")


class ListQuery:
    """What a query string asks for, by the filters made from it."""

    def __init__(self, params: QueryDict, filters: DecisionFilter) -> None:
        self.filters = filters
        self.words = self.filters.words
        self.query = search.parse(self.words)
        self.rejected = list(self.filters.rejected)
        self.requested_sort = self._choose("sort", params, SORTS)
        self.sort = self.requested_sort or ("relevance" if self.query.groups else "newest")

    @classmethod
    def read(cls, params: QueryDict, **options: bool) -> Self | CouncilRenamed:
        """What a query string asks for, in one state of the archive. `options` are those of the subclass."""
        index_pending_changes(params)
        with snapshot():
            archive = facets.columns()
            filters = _filters(params, None if archive is None else archive.labels)
            return _renamed(params, filters) or cls(params, filters, archive, **options)

    @property
    def title(self) -> str:
        """What is asked for, in words: “Not upheld, Kirklees Council, 2021”."""
        facets_in_order = sorted(self.filters.facets.items(), key=lambda facet: facet[1].place_in_titles)
        chosen = [self.filters.selected[name] for name, _ in facets_in_order]
        named = [" or ".join(values.values()) for values in chosen if values]
        return ", ".join([f"“{self.words}”", *named] if self.words else named) or "All decisions"

    def whole(self) -> tuple[QuerySet, Sequence[int] | None]:
        """Every decision asked for, in order; or, if they are to be in an order that only their keys are in, these."""
        return facets.SqlCounts(self.filters).whole(self.sort)

    def _choose(self, name: str, params: QueryDict, choices: Mapping[str, str]) -> str:
        value = params.get(name, "")
        if value and value not in choices:
            self.rejected.append(Rejected(name, value))
        return value if value in choices else ""


@contextmanager
def consistent_query(params: QueryDict) -> Iterator[ListQuery | CouncilRenamed]:
    """What a query string asks for, and one state of the archive to read it in."""
    index_pending_changes(params)
    with snapshot():
        filters = _filters(params)
        yield _renamed(params, filters) or ListQuery(params, filters)


def index_pending_changes(params: QueryDict) -> None:
    """Have the search index right where words are asked for. Inside a snapshot it is too late: nothing is written."""
    if search.parse(words_of(params)):
        with suppress(OperationalError, InternalError):  # it may be read only, or a long import under way
            ingest.index_pending(_MOST_INDEXED)


def read_params(request: HttpRequest) -> tuple[QueryDict, bool]:
    """The parameters of the address, and whether there were too many of them to read."""
    try:
        params = request.GET
    except TooManyFieldsSent:
        return QueryDict(), True
    too_many = sum(len(values) for _, values in params.lists()) > MOST_PARAMETERS
    return (QueryDict() if too_many else params), too_many


def reference_in(params: QueryDict) -> str | None:
    """The reference that a query string has in the search box, in printed form, if it is one."""
    return reference.normalise(words_of(params))


def _filters(params: QueryDict, labels: Mapping[str, Mapping[str, str]] | None = None) -> DecisionFilter:
    """The filters of published decisions.

    `labels`: how each value that published decisions have is printed, by facet; None: the database is asked.
    """
    return DecisionFilter(params, Decision.objects.published(), labels)


def _renamed(params: QueryDict, filters: DecisionFilter) -> CouncilRenamed | None:
    return CouncilRenamed(_query_string(params, council=filters.current_councils)) if filters.current_councils else None


def _query_string(params: QueryDict, **changes: list[str]) -> str:
    """The query string with some parameters changed, and all else as it was."""
    query = params.copy()
    for name, values in changes.items():
        query.setlist(name, values)
    return f"?{query.urlencode(safe='/')}"


def query_pairs(values: Mapping[str, str | int | list[str]]) -> list[tuple[str, str | int]]:
    """Names and values as they stand in a query string; what is empty is left out."""
    return [
        (name, each)
        for name, value in values.items()
        for each in (value if isinstance(value, list) else [value])
        if each
    ]


def refusal_text(rejected: list[Rejected]) -> str:
    """Why nothing is sent. A file cannot say that it has other decisions than were asked for."""
    lines = [f"{each.parameter} has no value “{each.value[:80]}” in this archive.\n" for each in rejected]
    return "".join(lines) or "The address has too many parameters.\n"
