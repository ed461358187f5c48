"""The comparison of councils side by side, over the same years and categories."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import quote, urlencode

from django.http import QueryDict
from django.urls import reverse

from decisions import facets
from decisions.facets import Archive, Facet, Results
from decisions.filters import LONGEST_VALUE, DecisionFilter, Rejected
from decisions.models import NOT_STATED, snapshot
from decisions.overviews.charts import Columns
from decisions.overviews.councils import has_words, sort_name
from decisions.overviews.counts import counted, first_named
from decisions.overviews.years import axis, outcomes_by_year
from decisions.percentages import Share
from decisions.web.paths import list_page

MOST = 4
"""Councils in a comparison."""
_OFFERED = 12  # councils to add
_ROWS = 12  # values of a facet compared


@dataclass(frozen=True, slots=True)
class Side:
    """One of the councils compared, with its chart of decisions by year."""

    slug: str
    name: str
    total: int
    chart: Columns
    address: str
    """The address of the list of the decisions counted."""
    without: str
    """The query string of the comparison without it."""


class Comparison:
    """Up to four councils, counted over the same years and categories: make it with `read`.

    `parts`: the facets by which they are compared, each with its title, its rows, and how many of its values, the
    rarest, are not shown. A row has the label of a value, and for each council the share of its decisions that have the
    value and the address of their list. `offered`: councils to add, whose names have the words of the parameter `find`.
    """

    @classmethod
    def read(cls, params: QueryDict) -> Self | str:
        """Return the comparison that a query string asks for; where it names a merged council, the new address."""
        with snapshot():
            archive = facets.columns()
            filters = DecisionFilter(params, archive.labels)
            if filters.current_councils:
                return reverse("compare") + _query_string(filters.current_councils, filters.selected)
            return cls(params, filters, archive)

    def __init__(self, params: QueryDict, filters: DecisionFilter, archive: Archive) -> None:
        chosen = filters.selected
        councils = [slug for slug in chosen["council"] if slug != NOT_STATED]
        self.rejected = [each for each in filters.rejected if each.parameter in ("council", "year", "category")]
        self.rejected += [Rejected("council", NOT_STATED)] if NOT_STATED in chosen["council"] else []
        self.too_many = [chosen["council"][slug] for slug in councils[MOST:]]
        self._params = {"council": councils[:MOST], "year": list(chosen["year"]), "category": list(chosen["category"])}
        self._narrowed = {name: self._params[name] for name in ("year", "category")}
        self.chosen = [label for name in self._narrowed for label in chosen[name].values()]
        whole = counted(archive, council=self._params["council"]).facets
        self.years, self.categories = (_choices(whole[name], chosen[name]) for name in self._narrowed)
        counts = [counted(archive, council=[slug], **self._narrowed) for slug in self._params["council"]]
        self.sides = self._sides(counts, chosen["council"])
        compared = {"outcome": "Outcome", "ground": "Why not investigated", "category": "Category"}
        self.parts = [(title, *self._rows(name, counts)) for name, title in compared.items()]
        self.find = " ".join(params.get("find", "")[:LONGEST_VALUE].split())
        self.offered = self._offered(archive) if self.find else []
        self.is_full = len(self.sides) >= MOST
        self.parameters = [(name, value) for name, values in self._params.items() for value in values]

    def _sides(self, counts: list[Results], names: dict[str, str]) -> list[Side]:
        cells = [each.cross_tabulate("year", "outcome") for each in counts]
        years = axis(year for each in cells for year, _ in each)
        councils = self._params["council"]
        charts = [outcomes_by_year(names[slug], each, years) for slug, each in zip(councils, cells, strict=True)]
        highest = max((each.highest for each in charts), default=0)
        return [
            Side(
                slug,
                names[slug],
                each.total,
                replace(chart, ceiling=highest, addresses=()),  # addresses would weigh much
                list_page(**{"council": slug} | self._narrowed),
                _query_string([other for other in councils if other != slug], self._params),
            )
            for slug, each, chart in zip(councils, counts, charts, strict=True)
        ]

    def _rows(self, name: str, counts: list[Results]) -> tuple[list[tuple], int]:
        """Return the facet's values that the councils have, the most frequent first, and how many more there are.

        The values for no ground and not stated come last and are always shown.
        """
        cells = [each.cross_tabulate(name) for each in counts]  # a facet's own counts would leave its own filter out
        labels = {each.value: each.label for one in counts for each in one.facets[name].values}
        numbers = {value: [each[(value,)] for each in cells] for value in labels}
        found = [value for value in labels if any(numbers[value])]
        ranked = sorted(found, key=lambda value: (-sum(numbers[value]), labels[value]))
        shown = first_named(ranked, _ROWS)
        rows = [
            (
                labels[value],
                [
                    (Share(number, each.total), list_page(**{"council": slug} | self._narrowed | {name: value}))
                    for number, each, slug in zip(numbers[value], counts, self._params["council"], strict=True)
                ],
            )
            for value in shown
        ]
        return rows, len(ranked) - len(rows)

    def _offered(self, archive: Archive) -> list[tuple[str, str]]:
        """Return the councils with the words typed: name, and the query string of the comparison with it added."""
        names = {slug: sort_name(label) for slug, label in archive.labels["council"].items() if slug != NOT_STATED}
        left = names.keys() - self._params["council"]
        fit = sorted((names[slug], slug) for slug in left if has_words(names[slug], self.find))
        return [(name, _query_string([*self._params["council"], slug], self._params)) for name, slug in fit[:_OFFERED]]


def _query_string(councils: Iterable[str], params: Mapping[str, Iterable[str]]) -> str:
    """Return the query string that compares these councils over the years and categories in `params`."""
    values = {"council": list(councils)} | {name: list(params[name]) for name in ("year", "category")}
    return f"?{urlencode(values, doseq=True, safe='/', quote_via=quote)}"


def _choices(facet: Facet, selected: Mapping[str, str]) -> list[tuple[str, str, bool]]:
    """Return the values that can be or are selected: value, label, and whether it is selected."""
    offered = {each.value: each.label for each in facet.values}
    return [(value, label, value in selected) for value, label in (offered | selected).items()]
