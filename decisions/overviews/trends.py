"""Trends: a list as charts, with its decisions by year, outcome and ground."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from decisions.facets import FacetValue
from decisions.filters import NO_GROUND
from decisions.listing.parameters import ListQuery
from decisions.models import NOT_STATED
from decisions.overviews.charts import Columns
from decisions.overviews.years import OTHER, OUTCOMES, axis, by_outcome, outcomes_by_year
from decisions.percentages import Share

COLUMNS = ("ground", "ground_title", "outcome", "year", "decisions")
"""The columns of the CSV, which has a row for each combination of ground, outcome and year that decisions have."""
EVERY = "all"
"""The value in the column `ground` of rows that count every decision once."""
_DRAWN = 12  # grounds with a chart of their own; the table has all


@dataclass(frozen=True, slots=True)
class Panel:
    """The decisions of one ground as a small chart. `address`: the query string of their own charts."""

    title: str
    share: Share
    chart: Columns
    address: str


class Trends:
    """The list that a query asks for, counted by year, outcome and ground: make it in the query's snapshot.

    A decision with several grounds is counted under each of them, and under `all` once.
    """

    def __init__(self, query: ListQuery) -> None:
        self._query, results = query, query.results
        self.total, self.span = results.total, results.span
        self._facet = results.facets["ground"]
        self._whole = results.cross_tabulate("year", "outcome")
        self._cells = results.cross_tabulate("year", "outcome", "ground")

    @cached_property
    def grounds(self) -> list[FacetValue]:
        """The grounds that these decisions have, in the order of the facet, each with its own count."""
        counts: Counter[str] = Counter()
        for (_, _, ground), number in self._cells.items():
            counts[ground] += number
        return [replace(each, count=counts[each.value]) for each in self._facet.values if counts[each.value]]

    @cached_property
    def years(self) -> list[str]:
        """The years from the first to the last, as `axis` has them."""
        return axis(year for year, _ in self._whole)

    @cached_property
    def chart(self) -> Columns:
        """The chart of all these decisions."""
        params = {name: list(values) for name, values in self._query.selected.items() if values}
        params |= {"q": [self._query.words]} if self._query.words else {}
        return outcomes_by_year("Decisions by year and outcome", self._whole, self.years, **params)

    @cached_property
    def panels(self) -> list[Panel]:
        """A small chart for each of the most frequent grounds, all to one scale."""
        drawn = [each for each in self.grounds if each.value != NO_GROUND][:_DRAWN]
        cells = {each.value: self._of(each.value) for each in drawn}
        ceiling = max((outcomes_by_year("", each, self.years).highest for each in cells.values()), default=0)
        return [
            Panel(
                each.label,
                Share(each.count, self.total),
                outcomes_by_year(each.label, cells[each.value], self.years, ceiling),
                self._query.address(ground=[each.value]),
            )
            for each in drawn
        ]

    @property
    def table(self) -> Iterator[tuple[str, Sequence[tuple[str, tuple[int, ...], int]]]]:
        """For each ground its outcomes, each with a number for each year (then: not stated, if any) and their sum."""
        columns = [*self.years, NOT_STATED] if self.has_undated else self.years
        for each in self.grounds:
            cells = by_outcome(self._of(each.value))
            names = [(key, label) for key, label in [*OUTCOMES.items(), ("", OTHER)] if any(o == key for _, o in cells)]
            rows = [(label, tuple(cells[year, key] for year in columns)) for key, label in names]
            yield each.label, [(label, numbers, sum(numbers)) for label, numbers in rows]

    @property
    def without(self) -> Share:
        """The share of decisions that show no ground."""
        return Share(sum(each.count for each in self.grounds if each.value == NO_GROUND), self.total)

    @property
    def has_undated(self) -> bool:
        """Whether some decisions state no date."""
        return any(year == NOT_STATED for year, _ in self._whole)

    def as_rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the numbers as rows of `COLUMNS`: every combination that is not 0, sorted."""
        titles = {each.value: each.label for each in self.grounds}
        for (year, outcome), number in sorted(self._whole.items()):
            yield EVERY, "All decisions, each once", outcome, year, str(number)
        for (year, outcome, ground), number in sorted(self._cells.items(), key=lambda cell: (cell[0][2], cell[0])):
            if "/" not in ground:
                yield ground, titles[ground], outcome, year, str(number)

    def _of(self, ground: str) -> Counter[tuple[str, str]]:
        """Return the number of decisions with a ground, by year and outcome."""
        return Counter({cell[:2]: number for cell, number in self._cells.items() if cell[2] == ground})
