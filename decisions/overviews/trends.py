"""Trends: a list as charts, with its decisions by year, outcome and ground."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict

from decisions.facets import Archive, FacetValue
from decisions.filters import NO_GROUND, DecisionFilter
from decisions.listing.results import Listing
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


class Trends(Listing):
    """The list that a query string asks for, counted by year, outcome and ground.

    A decision with several grounds is counted under each of them, and under `all` once.
    """

    def __init__(
        self, params: QueryDict, filters: DecisionFilter, archive: Archive | None, *, too_many: bool = False
    ) -> None:
        super().__init__(params, filters, archive, too_many=too_many, with_rows=False)
        self._whole = self._counted.cross_tabulate("year", "outcome")
        self._cells = self._counted.cross_tabulate("year", "outcome", "ground")
        self.span = self._counted.span

    @cached_property
    def grounds(self) -> list[FacetValue]:
        """The grounds that these decisions have, in the order of the facet, each with its own count."""
        selected = self.filters.selected["ground"]
        counts: Counter[str] = Counter()
        for (_, _, ground), number in self._cells.items():
            counts[ground] += number
        return [
            FacetValue(each.value, each.label, counts[each.value], each.value in selected)
            for each in self.facets["ground"].values
            if counts[each.value]
        ]

    @cached_property
    def years(self) -> list[str]:
        """The years from the first to the last, as `axis` has them."""
        return axis(year for year, _ in self._whole)

    @cached_property
    def chart(self) -> Columns:
        """The chart of all these decisions."""
        return outcomes_by_year("Decisions by year and outcome", self._whole, self.years, **self._list_params)

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
                self.address(ground=[each.value]),
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

    @property
    def _list_params(self) -> dict[str, list[str]]:
        params = {name: list(values) for name, values in self.filters.selected.items() if values}
        return params | ({"q": [self.words]} if self.words else {})
