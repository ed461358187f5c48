"""The list of decisions that a query asks for: its rows, pages and notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from django.db.models import CharField
from django.db.models.functions import Cast

from decisions import search
from decisions.filters import Rejected
from decisions.highlighting import Segment
from decisions.listing.no_results import NoResults
from decisions.listing.pages import Pages, is_number
from decisions.listing.parameters import ListQuery
from decisions.listing.snippets import Snippet, highlight_rows
from decisions.models import CompiledQuery, Decision, path_of
from decisions.parsing import reference

PAGE_SIZE = 25


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


class Listing:
    """A page of the list that a query asks for: make it in the query's snapshot. Raises NoSuchPage."""

    def __init__(self, query: ListQuery) -> None:
        self.query, self.results = query, query.results
        self.total, self.facets = self.results.total, self.results.facets
        self.pages = self._pages(query.params.get("page", ""))
        self.rows = self._rows()

    @property
    def reference(self) -> str | None:
        """The reference that the search box holds, in printed form; None where it holds anything else."""
        return reference.find(self.query.words)

    @cached_property
    def joint_case(self) -> list[str]:
        """The references of the joint case whose number was typed without a letter; empty for any other. One query."""
        found = Decision.objects.of_reference(self.reference) if self.reference else Decision.objects.none()
        return list(found.values_list("reference", flat=True))

    @property
    def meaning(self) -> list[Segment]:
        """The query said in words, where it has operators; otherwise empty."""
        return [] if self.query.parsed.is_plain else search.explain(self.query.parsed)

    @cached_property
    def no_results(self) -> NoResults:
        """The help for an empty list. At most three queries."""
        return NoResults(self.query)

    @property
    def link_query(self) -> str:
        """The query string of each link to a decision."""
        return self.query.link_query(sum(1 + len(row.snippets) for row in self.rows))

    @property
    def is_unranked(self) -> bool:
        """Whether the search is too broad to be ranked, so that the newest come first."""
        query = self.query
        return bool(query.parsed.groups and query.sort == "relevance" and self.total and not self.results.can_rank)

    def _pages(self, value: str) -> Pages:
        if value and not is_number(value):
            self.query.rejected.append(Rejected("page", value))
            value = ""
        return Pages(range(self.total), PAGE_SIZE, value, lambda number: self.query.address(page=number))

    def _rows(self) -> list[ListedDecision]:
        if not self.total:
            return []
        shown = self.pages.rows
        ids = self.results.page(self.query.sort, shown.start, shown.stop)
        rows = {row.decision.pk: row for row in rows_of(ids, self.results.grounds(ids))}
        if self.query.parsed.atoms:
            summaries = {pk: row.decision.summary for pk, row in rows.items()}
            for pk, marked in highlight_rows(self.query.parsed, summaries, len(self.query.address())).items():
                rows[pk].summary, rows[pk].snippets = marked
        return list(rows.values())


def rows_of(ids: Sequence[int], grounds: Mapping[int, list[str]]) -> list[ListedDecision]:
    """Return the rows of published decisions, given by primary key, with the titles of their grounds. One query."""
    found = {facts.pk: facts for facts in _FACTS.rows(ids)}
    return [ListedDecision(found[pk], grounds[pk], [Segment(found[pk].summary, False)]) for pk in ids]
