"""Facets as data: each value with its count, in the order in which they are shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from decisions.filters import NO_GROUND, DecisionFilter
from decisions.models import NOT_STATED

_SHOWN = 10  # values of a facet before the rest folds away


@dataclass(slots=True)
class FacetValue:
    """A value of a facet: how it stands in an address and in print, how many decisions have it."""

    value: str
    label: str
    count: int
    selected: bool
    below: list["FacetValue"] = field(default_factory=list)

    @property
    def is_on(self) -> bool:
        """Whether it, or a value below it, is selected."""
        return self.selected or any(each.selected for each in self.below)


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values, the most frequent first (years: in order)."""

    name: str
    label: str
    values: list[FacetValue]

    @property
    def shown(self) -> list[FacetValue]:
        """The ten most frequent values, and every one that is selected or stands above a selected one."""
        return [each for place, each in enumerate(self.values) if place < _SHOWN or each.is_on]

    @property
    def folded(self) -> list[FacetValue]:
        """The rest."""
        return [each for place, each in enumerate(self.values) if place >= _SHOWN and not each.is_on]

    @property
    def highest(self) -> int:
        """The highest count of a stated value, at least 1: what the tallest bar stands for."""
        return max((each.count for each in self.values if each.value != NOT_STATED), default=0) or 1


def facet(name: str, asked: DecisionFilter, counts: Mapping[str, tuple[str, int]]) -> Facet:
    """A facet for show, from the label and the count of each value that occurs."""
    declared, selected = asked.facets[name], asked.asked[name]
    listed = {value: ("", 0) for each in selected for value in (each.partition("/")[0], each)} | dict(counts)
    values = [
        FacetValue(value, _label(name, value, asked) or label or value, number, value in selected)
        for value, (label, number) in listed.items()
    ]
    values.sort(key=_in_order if declared.in_order else _most_first)
    tops = {each.value: each for each in values if "/" not in each.value}
    for each in values:
        if "/" in each.value:
            top = tops[each.value.partition("/")[0]]
            each.label = each.label.removeprefix(f"{top.label}: ")
            top.below.append(each)
    for top in tops.values():
        if not top.is_on:
            top.below.clear()
    return Facet(name, declared.label, list(tops.values()))


def _label(name: str, value: str, asked: DecisionFilter) -> str | None:
    fixed = asked.facets[name].fixed
    return fixed.get(value) or fixed.get(value.rpartition("/")[2]) or asked.label(name, value)


def _most_first(each: FacetValue):
    last = each.value in (NOT_STATED, NO_GROUND)
    return last, -each.count, each.label


def _in_order(each: FacetValue):
    return each.value == NOT_STATED, len(each.value), each.value  # a year of few digits is early
