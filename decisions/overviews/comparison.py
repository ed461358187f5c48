"""Councils side by side, over the same years and categories."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import quote, urlencode

from django.http import QueryDict
from django.urls import reverse

from decisions import facets
from decisions.facets import Archive, ColumnCounts, Facet
from decisions.filters import LONGEST_VALUE, NO_GROUND, DecisionFilter, Rejected
from decisions.models import NOT_STATED, Decision, snapshot
from decisions.overviews.charts import Columns
from decisions.overviews.councils import filed
from decisions.overviews.counts import PageMoved, counted
from decisions.overviews.years import axis, outcomes_by_year
from decisions.percentages import Share
from decisions.web.paths import listed

MOST = 4
"""Councils side by side."""
_OFFERED = 12
_ROWS = 12  # values of a facet that are compared


@dataclass(frozen=True, slots=True)
class Side:
    """One of the councils compared."""

    slug: str
    name: str
    total: int
    chart: Columns
    address: str
    """The list of the decisions counted."""
    without: str
    """The query string of the comparison without it."""


@dataclass(frozen=True, slots=True)
class ComparedValue:
    """A value, and each council's share of decisions that have it, with the list of these."""

    label: str
    shares: list[tuple[Share, str]]


@dataclass(frozen=True, slots=True)
class ComparedFacet:
    """A facet by which the councils are compared, and how many values of it, the rarest, are left out."""

    title: str
    lines: list[ComparedValue]
    left_out: int


class Comparison:
    """Up to four councils, counted over the same years and categories: see `read`.

    What is typed in `find` offers councils to add.
    """

    @classmethod
    def read(cls, asked: QueryDict) -> Self | PageMoved:
        """The comparison that a query string asks for; where it names a merged council, the address to ask instead."""
        with snapshot():
            archive = facets.columns_now()
            filters = DecisionFilter(asked, Decision.objects.published(), archive.labels)
            if filters.current_councils:
                return PageMoved(f"{reverse('compare')}{_asking(filters.current_councils, filters.selected)}")
            return cls(asked, filters, archive)

    def __init__(self, asked: QueryDict, filters: DecisionFilter, archive: Archive) -> None:
        wanted = filters.selected
        councils = [slug for slug in wanted["council"] if slug != NOT_STATED]
        self.rejected = [each for each in filters.rejected if each.parameter in ("council", "year", "category")]
        self.rejected += [Rejected("council", NOT_STATED)] if NOT_STATED in wanted["council"] else []
        self.too_many = [wanted["council"][slug] for slug in councils[MOST:]]
        self._asked = {"council": councils[:MOST], "year": list(wanted["year"]), "category": list(wanted["category"])}
        self._narrowed = {name: self._asked[name] for name in ("year", "category")}
        self.chosen = [label for name in self._narrowed for label in wanted[name].values()]
        whole = counted(archive, council=self._asked["council"]).facets
        self.years, self.categories = (_with_ticks(whole[name], wanted[name]) for name in self._narrowed)
        held = [counted(archive, council=[slug], **self._narrowed) for slug in self._asked["council"]]
        self.sides = self._sides(held, wanted["council"])
        self.parts = [
            ComparedFacet("Outcome", *self._lines("outcome", held)),
            ComparedFacet("Why not investigated", *self._lines("ground", held)),
            ComparedFacet("Category", *self._lines("category", held)),
        ]
        self.find = " ".join(asked.get("find", "")[:LONGEST_VALUE].split())
        self.offered = self._offered(archive) if self.find else []

    @property
    def is_full(self) -> bool:
        """Whether no more councils can be added."""
        return len(self.sides) >= MOST

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """The names and values that ask for this comparison."""
        return [(name, value) for name, values in self._asked.items() for value in values]

    def _sides(self, held: list[ColumnCounts], names: dict[str, str]) -> list[Side]:
        cells = [each.cross_tabulate("year", "outcome") for each in held]
        years = axis(year for each in cells for year, _ in each)
        charts = [outcomes_by_year("", each, years) for each in cells]
        highest = max((each.highest for each in charts), default=0)
        found = []
        for slug, each, cell in zip(self._asked["council"], held, cells, strict=True):
            chart = replace(outcomes_by_year(names[slug], cell, years, highest), addresses=())  # they would weigh much
            address = listed(**{"council": slug} | self._narrowed)
            others = [other for other in self._asked["council"] if other != slug]
            found.append(Side(slug, names[slug], each.total, chart, address, self._address(council=others)))
        return found

    def _lines(self, name: str, held: list[ColumnCounts]) -> tuple[list[ComparedValue], int]:
        """The values of a facet that the councils have, the most frequent first, and how many more there are."""
        counts = [one.cross_tabulate(name) for one in held]  # a facet's own counts would leave its own filter out
        labels = {each.value: each.label for one in held for each in one.facets[name].values}
        labels = {value: label for value, label in labels.items() if any(one[(value,)] for one in counts)}
        numbers = {value: [one[(value,)] for one in counts] for value in labels}
        ranked = sorted(labels, key=lambda value: (-sum(numbers[value]), labels[value]))
        named = [value for value in ranked if value not in (NO_GROUND, NOT_STATED)]
        shown = named[:_ROWS] + [value for value in ranked if value not in named]
        lines = [
            ComparedValue(
                labels[value],
                [
                    (Share(number, one.total), listed(**{"council": slug} | self._narrowed | {name: value}))
                    for number, one, slug in zip(numbers[value], held, self._asked["council"], strict=True)
                ],
            )
            for value in shown
        ]
        return lines, len(ranked) - len(lines)

    def _offered(self, archive: Archive) -> list[tuple[str, str]]:
        """The councils that have what was typed: name, and the query string of the comparison with it."""
        words = self.find.casefold().split()
        named = [(filed(label), slug) for slug, label in archive.labels["council"].items() if slug != NOT_STATED]
        fit = sorted(
            (name, slug)
            for name, slug in named
            if slug not in self._asked["council"] and all(word in name.casefold() for word in words)
        )
        return [(name, self._address(council=[*self._asked["council"], slug])) for name, slug in fit[:_OFFERED]]

    def _address(self, council: list[str]) -> str:
        return _asking(council, self._asked)


def _asking(councils: Iterable[str], asked: Mapping[str, Iterable[str]]) -> str:
    """The query string that compares these councils over the years and categories asked for."""
    values = {"council": list(councils)} | {name: list(asked[name]) for name in ("year", "category")}
    return f"?{urlencode(values, doseq=True, safe='/', quote_via=quote)}"


def _with_ticks(facet: Facet, asked: Mapping[str, str]) -> list[tuple[str, str, bool]]:
    """The values that can be chosen, and those that are: value, label, whether it is."""
    offered = {each.value: each.label for each in facet.values}
    return [(value, label, value in asked) for value, label in (offered | asked).items()]
