"""The list of decisions for a query string: its rows, counts, chips, and the query strings of its links."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple
from urllib.parse import quote, urlencode

from django.db.models import CharField
from django.db.models.functions import Cast
from django.http import QueryDict

from decisions import facets, search
from decisions.facets import Archive
from decisions.filters import DecisionFilter, Rejected
from decisions.highlighting import Segment
from decisions.listing.no_results import NoResults
from decisions.listing.pages import Pages, is_number
from decisions.listing.parameters import SORTS, ListQuery, query_pairs
from decisions.listing.snippets import Snippet, highlight_rows
from decisions.models import CompiledQuery, Decision, path_of, snapshot
from decisions.parsing import reference
from decisions.web.paths import filter_page

PAGE_SIZE = 25
_MOST_OF_CHIPS = 3_000  # characters of query strings in all chips together
_MOST_LINK_QUERIES = 5_000  # characters in all links together: a page has up to a hundred links to decisions


class ListedFacts(NamedTuple):
    """A decision's facts as the list reads them. `day` is its date as `2023-03-09`; None if it states none."""

    pk: int
    reference: str
    council: str | None
    day: str | None
    outcome: str
    category: str
    subcategory: str
    summary: str

    @property
    def path(self) -> str:
        """The path of its page."""
        return path_of(self.reference)

    @property
    def line(self) -> str:
        """What it states, as one line: `22 015 753 · 9 Mar 2023 · Upheld · Education: School transport`."""
        date_and_outcome = f"{self.printed_date or 'date not stated'} · {self.outcome or 'outcome not stated'}"
        category = f"{self.category or 'category not stated'}{self.subcategory and f': {self.subcategory}'}"
        return f"{self.reference} · {date_and_outcome} · {category}"

    @property
    def printed_date(self) -> str:
        """The date of the decision as `9 Mar 2023`; empty if it states none."""
        day = self.day and date.fromisoformat(self.day)
        return f"{day.day} {day:%b %Y}" if day else ""


_FACTS = CompiledQuery(
    ListedFacts,
    lambda keys: (
        Decision.objects.published()
        .filter(pk__in=keys)
        .order_by()
        .annotate(day=Cast("decision_date", CharField()))
        .values_list("pk", "reference", "council__name", *ListedFacts._fields[3:])
    ),
)


@dataclass(slots=True)
class ListedDecision:
    """A row of the list: the facts, the titles of the grounds, and the summary and paragraphs with words marked."""

    decision: ListedFacts
    grounds: list[str]
    summary: list[Segment]
    snippets: list[Snippet] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Chip:
    """An applied filter, the query string without it, and the page about its council or ground, if it has one."""

    label: str
    without: str
    page: str = ""
    page_label: str = ""
    """The text of a link to that page."""


class Listing(ListQuery):
    """The list that a query string asks for: make it with `read`. Raises NoSuchPage for a page it does not have.

    `too_many`: the query string had more than MOST_PARAMETERS parameters, and was not read. Without `with_rows` the
    list has its counts but no decisions, and is on its first page.
    """

    def __init__(
        self,
        params: QueryDict,
        filters: DecisionFilter,
        archive: Archive | None,
        *,
        too_many: bool = False,
        with_rows: bool = True,
    ) -> None:
        super().__init__(params, filters)
        self.too_many = too_many
        self._counted = facets.count(filters, archive)
        self.total, self.facets = self._counted.total, self._counted.facets
        self.pages = self._pages(params.get("page", "") if with_rows else "")
        self.rows = self._rows() if with_rows else []

    @property
    def reference(self) -> str | None:
        """The reference that the search box holds, in printed form; None where it holds anything else."""
        return reference.find(self.words)

    @cached_property
    def joint_case(self) -> list[str]:
        """The references of the joint case whose number was typed without a letter; empty for any other. One query."""
        found = Decision.objects.of_reference(self.reference) if self.reference else Decision.objects.none()
        return list(found.values_list("reference", flat=True))

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences about what was typed but has no meaning, or one that people may not expect."""
        return self.query.notes

    @property
    def meaning(self) -> list[Segment]:
        """The query said in words, where it has operators; otherwise empty."""
        return [] if self.query.is_plain else search.explain(self.query)

    @cached_property
    def no_results(self) -> NoResults:
        """The help for an empty list. At most four queries."""
        with snapshot():  # for the time limit: the page asks for it when the list's own has ended
            return NoResults(self.filters, self.address, self._counted.archive_size)

    @cached_property
    def link_query(self) -> str:
        """The query string of each link to a decision, by which its page marks the words and links to its neighbours.

        Only the words where the whole would make the page too heavy: the neighbours are then those of the words alone.
        """
        pairs = query_pairs(self._params)
        whole = f"?{urlencode(pairs, safe='/')}" if pairs else ""
        if len(whole) * sum(1 + len(row.snippets) for row in self.rows) <= _MOST_LINK_QUERIES:
            return whole
        return f"?{urlencode({'q': self.words})}" if self.query.atoms else ""

    def keys(self) -> list[int]:
        """Return the primary keys of all decisions of the list, in its order. One query at most."""
        return self._counted.page(self.sort, 0, self.total) if self.total else []

    @property
    def is_filtered(self) -> bool:
        """Whether words or filters narrow the list."""
        return bool(self.words or any(self.filters.selected.values()))

    @property
    def applied(self) -> int:
        """The number of facet values selected."""
        return sum(map(len, self.filters.selected.values()))

    @cached_property
    def chips(self) -> list[Chip]:
        """The applied filters, the search first."""
        chips = [Chip(f"“{self.words}”", self.address(q=""))] if self.words else []
        for name, values in self.filters.selected.items():
            for value, text in values.items():
                rest = [other for other in values if other != value]
                page_label = f"What “{text}” means" if name == "ground" else f"About {text}"
                chips.append(Chip(text, self.address(**{name: rest}), filter_page(name, value), page_label))
        return chips

    @cached_property
    def chips_with_page(self) -> list[Chip]:
        """The linked chips whose council or ground has a page of its own."""
        return [each for each in self.linked_chips if each.page]

    @cached_property
    def linked_chips(self) -> list[Chip]:
        """The chips that fit on the page: each link repeats all other filters, so many of them would be heavy."""
        lengths = accumulate(len(each.without) for each in self.chips)
        return [chip for chip, length in zip(self.chips, lengths, strict=True) if length <= _MOST_OF_CHIPS]

    @property
    def is_unranked(self) -> bool:
        """Whether the search is too broad to be ranked, so that the newest come first."""
        return bool(self.query.groups and self.sort == "relevance" and self.total and not self._counted.can_rank)

    @property
    def sorts(self) -> list[tuple[str, str, bool]]:
        """Each order: its label, its query string, and whether it is the current one."""
        offered = SORTS if self.query.groups else {name: label for name, label in SORTS.items() if name != "relevance"}
        return [(label, self.address(sort=name), name == self.sort) for name, label in offered.items()]

    @property
    def whole_address(self) -> str:
        """The query string of the whole list, whatever page this is."""
        return self.address(page=1)

    @property
    def feed_address(self) -> str:
        """The query string of the list's feed, which has an order of its own."""
        return self.address(sort="")

    def address(self, **changes: str | int | list[str]) -> str:
        """Return the query string of this list with some parameters changed, beginning with "?", on page 1."""
        values = self._params | changes
        if values.get("page") == 1:
            del values["page"]
        return f"?{urlencode(query_pairs(values), safe='/', quote_via=quote)}"

    def parameters(self, without: str) -> list[tuple[str, str | int]]:
        """Return the names and values of this list's query string, except those of one name."""
        return query_pairs({name: value for name, value in self._params.items() if name != without})

    @property
    def _params(self) -> dict[str, str | int | list[str]]:
        filters = {name: list(values) for name, values in self.filters.selected.items()}
        return {"q": self.words} | filters | {"sort": self.requested_sort}

    def _pages(self, value: str) -> Pages:
        if value and not is_number(value):
            self.rejected.append(Rejected("page", value))
            value = ""
        return Pages(range(self.total), PAGE_SIZE, value, lambda number: self.address(page=number))

    def _rows(self) -> list[ListedDecision]:
        if not self.total:
            return []
        shown = self.pages.rows
        ids = self._counted.page(self.sort, shown.start, shown.stop)
        rows = {row.decision.pk: row for row in rows_of(ids, self._counted.grounds(ids))}
        if self.query.atoms:
            marked = highlight_rows(
                self.query, {pk: row.decision.summary for pk, row in rows.items()}, len(self.whole_address)
            )
            for pk, (summary, best) in marked.items():
                rows[pk].summary, rows[pk].snippets = summary, best
        return list(rows.values())


def rows_of(ids: Sequence[int], grounds: Mapping[int, list[str]]) -> list[ListedDecision]:
    """Return the rows of published decisions, given by primary key, with the titles of their grounds. One query."""
    found = {facts.pk: facts for facts in _FACTS.rows(ids)}
    return [ListedDecision(found[pk], grounds[pk], [Segment(found[pk].summary, False)]) for pk in ids]
