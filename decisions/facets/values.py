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
    """A facet with its values that occur or are selected, the most frequent first (years: in order)."""

    def __init__(self, name: str, filters: DecisionFilter, counts: Mapping[str, int]) -> None:
        """Take the count of each value that occurs."""
        declared, selected = filters.declared()[name], filters.selected[name]
        self.name, self.label, self._nouns = name, declared.label, declared.nouns
        self._on = {value.partition("/")[0] for value in selected}
        found = [
            FacetValue(value, filters.label(name, value) or value, counts.get(value, 0), value in selected)
            for value in dict.fromkeys((*counts, *self._on, *selected))
            if "/" not in value or value.partition("/")[0] in self._on
        ]
        found.sort(key=_in_order if declared.in_order else _most_first)
        self.values = [each for each in found if "/" not in each.value]
        self._most = len(self.values) if declared.in_order else _SHOWN
        for top in self.values:
            if top.value in self._on:
                top.below = [each for each in found if each.value.startswith(f"{top.value}/")]
                for each in top.below:
                    each.label = each.label.removeprefix(f"{top.label}: ")

    @cached_property
    def shown(self) -> list[FacetValue]:
        """The first ten values (every year), and those that are selected or have a selected subvalue."""
        return [each for place, each in enumerate(self.values) if place < self._most or each.value in self._on]

    @property
    def number(self) -> int:
        """The number of values."""
        return len(self.values)

    @property
    def number_in_words(self) -> str:
        """The number of values with its noun, `212 councils`. “Not stated” and “no ground” do not count."""
        number = sum(each.value not in (NOT_STATED, NO_GROUND) for each in self.values)
        return f"{number:,} {self._nouns[number != 1]}"

    @property
    def hidden(self) -> int:
        """The number of values not shown."""
        return len(self.values) - len(self.shown)

    @cached_property
    def highest(self) -> int:
        """The highest count of a stated value, at least 1: that of the longest bar."""
        return max((each.count for each in self.values if each.value != NOT_STATED), default=0) or 1

    def like(self, words: str) -> list[FacetValue]:
        """Return the values whose labels contain all these words, and the selected ones."""
        wanted = words.casefold().split()
        return [
            each
            for each in self.values
            if each.value in self._on or all(word in each.label.casefold() for word in wanted)
        ]


def _most_first(value: FacetValue) -> tuple:
    return value.value in (NOT_STATED, NO_GROUND), -value.count, value.label


def _in_order(value: FacetValue) -> tuple:
    return value.value == NOT_STATED, len(value.value), value.value  # a year of few digits is early
