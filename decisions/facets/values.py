"""Facets for pages: each value with its count, in the order of display."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from decisions.filters import NO_GROUND, DecisionFilter
from decisions.models import NOT_STATED

_SHOWN = 10  # values of a facet on the list; its own page has all of them


@dataclass(slots=True)
class FacetValue:
    """A value of a facet, with its label, its count and its subvalues."""

    value: str
    label: str
    count: int
    selected: bool
    below: list["FacetValue"] = field(default_factory=list)

    @property
    def printed_count(self) -> str:
        """The count as pages print it: `1,204`. A list has dozens, and the filter `floatformat` is slow."""
        return f"{self.count:,}"


class Facet:
    """A facet with its values, the most frequent first (years: in order). FacetValues are made when accessed."""

    def __init__(self, name: str, filters: DecisionFilter, counts: Mapping[str, tuple[str, int]]) -> None:
        """Take the label and the count of each value that occurs."""
        declared, self._selected = filters.facets[name], filters.selected[name]
        self.name, self.label = name, declared.label
        self._nouns = declared.nouns
        self._filters, self._fixed = filters, declared.fixed
        self._on = {value.partition("/")[0] for value in self._selected}
        lacking = {value for each in self._selected for value in (each.partition("/")[0], each)} - counts.keys()
        self._counts = {**counts, **dict.fromkeys(lacking, ("", 0))} if lacking else counts
        self._in_order = _in_order if declared.in_order else _most_first
        tops = [(value, self._label(value), count) for value, (_, count) in self._counts.items() if "/" not in value]
        self._tops = sorted(tops, key=self._in_order)

    @cached_property
    def values(self) -> list[FacetValue]:
        """All values, in order."""
        return [self._value(*top) for top in self._tops]

    @cached_property
    def shown(self) -> list[FacetValue]:
        """The first ten values (every year), and those that are selected or have a selected subvalue."""
        most = len(self._tops) if self._in_order is _in_order else _SHOWN
        return [self._value(*top) for place, top in enumerate(self._tops) if place < most or top[0] in self._on]

    @property
    def number(self) -> int:
        """The number of values."""
        return len(self._tops)

    @property
    def number_in_words(self) -> str:
        """The number of values with its noun, `212 councils`. “Not stated” and “no ground” do not count."""
        number = sum(value not in (NOT_STATED, NO_GROUND) for value, *_ in self._tops)
        return f"{number:,} {self._nouns[number != 1]}"

    @property
    def hidden(self) -> int:
        """The number of values not shown."""
        return len(self._tops) - len(self.shown)

    @cached_property
    def highest(self) -> int:
        """The highest count of a stated value, at least 1: that of the longest bar."""
        return max((count for value, _, count in self._tops if value != NOT_STATED), default=0) or 1

    def like(self, words: str) -> list[FacetValue]:
        """Return the values whose labels contain all these words, and the selected ones."""
        wanted = words.casefold().split()
        return [
            self._value(*top)
            for top in self._tops
            if top[0] in self._on or all(word in top[1].casefold() for word in wanted)
        ]

    def _value(self, value: str, label: str, count: int) -> FacetValue:
        found = FacetValue(value, label, count, value in self._selected)
        if value in self._on:
            start = f"{value}/"
            below = [(each, self._label(each), n) for each, (_, n) in self._counts.items() if each.startswith(start)]
            found.below = [
                FacetValue(each, name.removeprefix(f"{label}: "), n, each in self._selected)
                for each, name, n in sorted(below, key=self._in_order)
            ]
        return found

    def _label(self, value: str) -> str:
        fixed = self._fixed.get(value) or self._fixed.get(value.rpartition("/")[2])
        return fixed or self._counts[value][0] or self._filters.label(self.name, value) or value


def _most_first(top: tuple[str, str, int]) -> tuple:
    value, label, count = top
    return value in (NOT_STATED, NO_GROUND), -count, label


def _in_order(top: tuple[str, str, int]) -> tuple:
    value = top[0]
    return value == NOT_STATED, len(value), value  # a year of few digits is early
