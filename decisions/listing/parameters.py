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
_MOST_ENTERED = 50  # decisions changed past `ingest` that one search enters in the index; the next takes more


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

    def __init__(self, asked: QueryDict, filters: DecisionFilter) -> None:
        self.filters = filters
        self.words = self.filters.words
        self.query = search.parse(self.words)
        self.rejected = list(self.filters.rejected)
        self.sort_asked = self._choose("sort", asked, SORTS)
        self.sort = self.sort_asked or ("relevance" if self.query.groups else "newest")

    @classmethod
    def read(cls, asked: QueryDict, **options: bool) -> Self | CouncilRenamed:
        """What a query string asks for, in one state of the archive. `options` are those of the subclass."""
        enter_changes(asked)
        with snapshot():
            archive = facets.columns()
            filters = _filters(asked, None if archive is None else archive.labels)
            return _renamed(asked, filters) or cls(asked, filters, archive, **options)

    @property
    def title(self) -> str:
        """What is asked for, in words: “Not upheld, Kirklees Council, 2021”."""
        facets_in_order = sorted(self.filters.facets.items(), key=lambda facet: facet[1].place_in_titles)
        asked = [self.filters.selected[name] for name, _ in facets_in_order]
        named = [" or ".join(values.values()) for values in asked if values]
        return ", ".join([f"“{self.words}”", *named] if self.words else named) or "All decisions"

    def whole(self) -> tuple[QuerySet, Sequence[int] | None]:
        """Every decision asked for, in order; or, if they are to be in an order that only their keys are in, these."""
        return facets.SqlCounts(self.filters).whole(self.sort)

    def _choose(self, name: str, asked: QueryDict, choices: Mapping[str, str]) -> str:
        value = asked.get(name, "")
        if value and value not in choices:
            self.rejected.append(Rejected(name, value))
        return value if value in choices else ""


@contextmanager
def consistent_query(asked: QueryDict) -> Iterator[ListQuery | CouncilRenamed]:
    """What a query string asks for, and one state of the archive to read it in."""
    enter_changes(asked)
    with snapshot():
        filters = _filters(asked)
        yield _renamed(asked, filters) or ListQuery(asked, filters)


def enter_changes(asked: QueryDict) -> None:
    """Have the search index right where words are asked for. Inside a snapshot it is too late: nothing is written."""
    if search.parse(words_of(asked)):
        with suppress(OperationalError, InternalError):  # it may be read only, or a long import under way
            ingest.index_pending(_MOST_ENTERED)


def parameters(request: HttpRequest) -> tuple[QueryDict, bool]:
    """The parameters of the address, and whether there were too many of them to read."""
    try:
        asked = request.GET
    except TooManyFieldsSent:
        return QueryDict(), True
    too_many = sum(len(values) for _, values in asked.lists()) > MOST_PARAMETERS
    return (QueryDict() if too_many else asked), too_many


def reference_in(asked: QueryDict) -> str | None:
    """The reference that a query string has in the search box, in printed form, if it is one."""
    return reference.normalise(words_of(asked))


def _filters(asked: QueryDict, labels: Mapping[str, Mapping[str, str]] | None = None) -> DecisionFilter:
    """The filters of published decisions.

    `labels`: how each value that published decisions have is printed, by facet; None: the database is asked.
    """
    return DecisionFilter(asked, Decision.objects.published(), labels)


def _renamed(asked: QueryDict, filters: DecisionFilter) -> CouncilRenamed | None:
    return CouncilRenamed(_with(asked, council=filters.current_councils)) if filters.current_councils else None


def _with(asked: QueryDict, **changes: list[str]) -> str:
    """The query string with some parameters changed, and all else as it was."""
    query = asked.copy()
    for name, values in changes.items():
        query.setlist(name, values)
    return f"?{query.urlencode(safe='/')}"


def pairs(values: Mapping[str, str | int | list[str]]) -> list[tuple[str, str | int]]:
    """Names and values as they stand in a query string; what is empty is left out."""
    return [
        (name, each)
        for name, value in values.items()
        for each in (value if isinstance(value, list) else [value])
        if each
    ]


def complaint(rejected: list[Rejected]) -> str:
    """Why nothing is sent. A file cannot say that it has other decisions than were asked for."""
    told = [f"{each.parameter} has no value “{each.value[:80]}” in this archive.\n" for each in rejected]
    return "".join(told) or "The address has too many parameters.\n"
