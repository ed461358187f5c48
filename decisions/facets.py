"""Facets as data: each value with its count, counted under all the *other* filters. One SQL statement in all."""

from dataclasses import dataclass, field

from django.db.models import Count, Value

from decisions.filters import NO_GROUND, DecisionFilter, GroundFilter
from decisions.models import NOT_STATED, Finding

_SHOWN = 10  # values of a facet before the rest folds away


@dataclass(slots=True)
class FacetValue:
    """A value of a facet: how it stands in an address and in print, how many decisions have it."""

    value: str
    label: str
    count: int
    selected: bool
    below: list["FacetValue"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values, the most frequent first (years: in order)."""

    name: str
    label: str
    values: list[FacetValue]

    @property
    def shown(self) -> list[FacetValue]:
        """The ten most frequent values, and every selected one."""
        return [each for place, each in enumerate(self.values) if place < _SHOWN or each.selected]

    @property
    def folded(self) -> list[FacetValue]:
        """The rest."""
        return [each for place, each in enumerate(self.values) if place >= _SHOWN and not each.selected]

    @property
    def highest(self) -> int:
        """The highest count of a value, at least 1: what the tallest bar stands for."""
        return max((each.count for each in self.values), default=0) or 1


def count(asked: DecisionFilter) -> tuple[int, dict[str, Facet]]:
    """How many decisions the filters ask for, and the facets by name. One query."""
    total = asked.matching().order_by().values(value=Value("total")).annotate(count=Count("pk"))
    queries = [total.values_list(Value(""), "value", Value(""), "count")]
    for name, facet in asked.facets.items():
        queries += _tallies(name, facet, asked.matching(leaving_out=name))
    rows = queries[0].union(*queries[1:], all=True)
    counts: dict[str, dict[str, tuple[str, int]]] = {name: {} for name in ["", *asked.facets]}
    for name, value, label, number in rows:
        if number:
            counts[name][value] = (label, number)
    _, found = counts[""].get("total", ("", 0))
    return found, {name: _facet(name, asked, counts[name]) for name in asked.facets}


def _tallies(name, facet, decisions):
    """Querysets of (facet, value, label, count)."""
    if not isinstance(facet, GroundFilter):
        return [
            grouped.annotate(count=Count("pk")).values_list(Value(name), "value", "label", "count")
            for grouped in facet.grouped(decisions)
        ]
    findings = Finding.objects.counting().order_by().filter(decision__in=decisions.order_by().values("pk"))
    per_ground = findings.values("ground__slug", "ground__title").annotate(count=Count("decision", distinct=True))
    none = decisions.filter(facet.condition(NO_GROUND)).order_by().values(value=Value(NO_GROUND))
    return [
        per_ground.values_list(Value(name), "ground__slug", "ground__title", "count"),
        none.annotate(count=Count("pk")).values_list(Value(name), "value", Value(""), "count"),
    ]


def _facet(name: str, asked: DecisionFilter, counts: dict[str, tuple[str, int]]) -> Facet:
    declared = asked.filters[name]
    counts = dict.fromkeys(asked.asked[name], ("", 0)) | counts
    values = {}
    for value, (label, number) in counts.items():
        selected = value in asked.asked[name]
        last = value.rpartition("/")[2]
        text = declared.fixed.get(last) or asked.asked[name].get(value) or label or last
        values[value] = FacetValue(value, text, number, selected)
    ordered = sorted(values.values(), key=_by_year if name == "year" else _most_first)
    tops = [each for each in ordered if "/" not in each.value]
    for top in tops:
        below = [each for each in ordered if each.value.startswith(f"{top.value}/")]
        if top.selected or any(each.selected for each in below):
            top.below = below
    return Facet(name, declared.label, tops)


def _most_first(each: FacetValue):
    last = each.value in (NOT_STATED, NO_GROUND)
    return last, -each.count, each.label


def _by_year(each: FacetValue):
    return each.value == NOT_STATED, each.value
