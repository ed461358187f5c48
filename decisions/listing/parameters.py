"""Read the query string of a list: filters, words, order.

The list, its downloads, its feed, its charts and the API all start here, so that they agree.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, wraps
from itertools import accumulate
from urllib.parse import quote, urlencode

from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.utils.functional import SimpleLazyObject

from decisions import facets, search
from decisions.facets import Archive, Results
from decisions.filters import DecisionFilter, Rejected, words_of
from decisions.models import snapshot
from decisions.web.paths import filter_page

MOST_PARAMETERS = 1000  # in a query string; the form has a tenth of them
SORTS = {"relevance": "Most relevant", "newest": "Newest first", "oldest": "Oldest first"}
_MOST_OF_CHIPS = 3_000  # characters of query strings in all chips together
_MOST_LINK_QUERIES = 5_000  # characters in all links together: a page has up to a hundred links to decisions


@dataclass(frozen=True, slots=True)
class CouncilRenamed:
    """The result of a query string that names a merged council by its former slug."""

    query: str
    """The same query string, "?" included, with the council's present slug."""

    def redirect(self, request: HttpRequest) -> HttpResponsePermanentRedirect:
        """Return the permanent redirect to the present slug."""
        return HttpResponsePermanentRedirect(f"{request.path}{self.query}")


@dataclass(frozen=True, slots=True)
class Chip:
    """An applied filter, the query string without it, and the page about its council or ground, if it has one."""

    label: str
    without: str
    page: str = ""
    page_label: str = ""
    """The text of a link to that page."""


class ListQuery:
    """What a query string asks for: filters, words and order; with the query strings of lists near it.

    Make and read it within one snapshot. `selected`: for each facet, the values to filter by, each with its label.
    Values that the archive does not have are in `rejected`: the list ignores them, files and the API refuse them.
    `too_many`: the query string had more than MOST_PARAMETERS parameters, and was not read.
    """

    def __init__(self, params: QueryDict, *, too_many: bool = False) -> None:
        self.params, self.too_many = params, too_many
        # Lazy, because what needs no columns, such as HEAD of a download, must not wait for them.
        self.filters = DecisionFilter(params, SimpleLazyObject(lambda: self._archive.labels))
        self.words, self.selected = self.filters.words, self.filters.selected
        self.parsed = search.parse(self.words)
        self.rejected = self.filters.rejected
        self.requested_sort = params.get("sort", "")
        if self.requested_sort and self.requested_sort not in SORTS:
            self.rejected.append(Rejected("sort", self.requested_sort))
            self.requested_sort = ""
        self.sort = self.requested_sort or ("relevance" if self.parsed.groups else "newest")

    @cached_property
    def results(self) -> Results:
        """The decisions that it asks for."""
        return Results(self.filters, self._archive)

    @cached_property
    def _archive(self) -> Archive:
        return facets.columns()

    @property
    def refusal(self) -> str:
        """Why a file is refused, a line for each value, because it could not say that it ignored a filter; or ""."""
        lines = [f"{each.parameter} has no value “{each.value[:80]}” in this archive.\n" for each in self.rejected]
        return "The address has too many parameters.\n" if self.too_many else "".join(lines)

    @property
    def title(self) -> str:
        """The words and filters as a title: “Not upheld, Kirklees Council, 2021”."""
        facets_in_order = sorted(self.filters.declared().items(), key=lambda facet: facet[1].place_in_titles)
        named = [" or ".join(self.selected[name].values()) for name, _ in facets_in_order if self.selected[name]]
        return ", ".join([f"“{self.words}”", *named] if self.words else named) or "All decisions"

    @property
    def is_filtered(self) -> bool:
        """Whether words or filters narrow the list."""
        return bool(self.words or self.applied)

    @property
    def applied(self) -> int:
        """The number of facet values selected."""
        return sum(map(len, self.selected.values()))

    @cached_property
    def chips(self) -> list[Chip]:
        """The applied filters, the search first."""
        chips = [Chip(f"“{self.words}”", self.address(q=""))] if self.words else []
        for name, values in self.selected.items():
            for value, text in values.items():
                rest = [other for other in values if other != value]
                page_label = f"What “{text}” means" if name == "ground" else f"About {text}"
                chips.append(Chip(text, self.address(**{name: rest}), filter_page(name, value), page_label))
        return chips

    @cached_property
    def linked_chips(self) -> list[Chip]:
        """The chips that fit on the page: each link repeats all other filters, so many of them would be heavy."""
        lengths = accumulate(len(each.without) for each in self.chips)
        return [chip for chip, length in zip(self.chips, lengths, strict=True) if length <= _MOST_OF_CHIPS]

    @property
    def chips_with_page(self) -> list[Chip]:
        """The linked chips whose council or ground has a page of its own."""
        return [each for each in self.linked_chips if each.page]

    @property
    def sorts(self) -> list[tuple[str, str, bool]]:
        """Each order: its label, its query string, and whether it is the current one."""
        offered = SORTS if self.parsed.groups else {name: label for name, label in SORTS.items() if name != "relevance"}
        return [(label, self.address(sort=name), name == self.sort) for name, label in offered.items()]

    def address(self, **changes: str | int | list[str]) -> str:
        """Return the query string of this list with some parameters changed, beginning with "?", on page 1."""
        values = self._values | changes
        if values.get("page") == 1:
            del values["page"]
        return f"?{urlencode(_pairs(values), safe='/', quote_via=quote)}"

    @property
    def feed_address(self) -> str:
        """The query string of the list's feed, which has an order of its own."""
        return self.address(sort="")

    def link_query(self, links: int = 0) -> str:
        """Return the query string of `links` links to decisions, by which their pages mark the words.

        By it they also link to their neighbours in the list. Only the words where the whole would make the page too
        heavy: the neighbours are then those of the words alone.
        """
        pairs = _pairs(self._values)
        whole = f"?{urlencode(pairs, safe='/')}" if pairs else ""
        if len(whole) * links <= _MOST_LINK_QUERIES:
            return whole
        return f"?{urlencode({'q': self.words})}" if self.parsed.atoms else ""

    def parameters(self, without: str) -> list[tuple[str, str | int]]:
        """Return the names and values of this list's query string, except those of one name."""
        return _pairs({name: value for name, value in self._values.items() if name != without})

    @property
    def _values(self) -> dict[str, str | int | list[str]]:
        filters = {name: list(values) for name, values in self.selected.items()}
        return {"q": self.words} | filters | {"sort": self.requested_sort}


def _pairs(values: Mapping[str, str | int | list[str]]) -> list[tuple[str, str | int]]:
    """Return names and values as `urlencode` takes them, one pair for each value; empty values are left out."""
    return [
        (name, each)
        for name, value in values.items()
        for each in (value if isinstance(value, list) else [value])
        if each
    ]


@contextmanager
def consistent_query(params: QueryDict, *, too_many: bool = False) -> Iterator[ListQuery | CouncilRenamed]:
    """Read a query string, and hold one state of the archive open so that all that is read within agrees with it."""
    if search.parse(words_of(params)):  # within a snapshot a restored database would not be noticed
        search.bring_up_to_date()
    with snapshot():
        query = ListQuery(params, too_many=too_many)
        councils = query.filters.current_councils
        yield CouncilRenamed(_with_councils(params, councils)) if councils else query


def list_view(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give a view the ListQuery of its request, and one state of the archive.

    A request that names a merged council is redirected to the address with its successor.
    """

    @wraps(view)
    def respond(request: HttpRequest, *args: str, **options: str) -> HttpResponse:
        params, too_many = read_params(request)
        with consistent_query(params, too_many=too_many) as query:
            if isinstance(query, CouncilRenamed):
                return query.redirect(request)
            return view(request, query, *args, **options)

    return respond


def read_params(request: HttpRequest) -> tuple[QueryDict, bool]:
    """Return the query string's parameters, and whether there were too many of them (then none are returned)."""
    try:
        params = request.GET
    except TooManyFieldsSent:
        return QueryDict(), True
    too_many = sum(len(values) for _, values in params.lists()) > MOST_PARAMETERS
    return (QueryDict() if too_many else params), too_many


def _with_councils(params: QueryDict, slugs: list[str]) -> str:
    """Return the query string with these councils, and the other parameters as they were sent."""
    query = params.copy()
    query.setlist("council", slugs)
    return f"?{query.urlencode(safe='/')}"
