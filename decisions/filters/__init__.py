"""The query parameters of the list, each declared once: its name, its values and how it filters decisions.

A value that is malformed, or that no decision in the archive has, is not an error: it is left out of the filter and
listed in `rejected`.
"""

from dataclasses import dataclass
from functools import cache, cached_property

import django_filters
from django import forms

from decisions import search
from decisions.filters.facet import (
    LONGEST_VALUE,
    NO_GROUND,
    ROWS_AT_ONCE,
    CategoryFilter,
    CouncilFilter,
    FacetFilter,
    GroundFilter,
    OutcomeFilter,
    YearFilter,
    usual_labels,
)
from decisions.models import Decision
from decisions.parsing.lines import INVISIBLE

__all__ = ["LONGEST_VALUE", "NO_GROUND", "ROWS_AT_ONCE", "DecisionFilter", "FacetFilter", "Rejected", "words_of"]

_MOST_VALUES = 50  # of one parameter; more than anyone ticks


class WordsField(forms.Field):
    """Typed text without invisible characters; white space and control characters become single spaces."""

    def clean(self, value):
        visible = INVISIBLE.sub("", value or "")
        return " ".join("".join(c if c.isprintable() else " " for c in visible).split())[: 2 * LONGEST_VALUE]


def words_of(parameters):
    """Return what was typed into the search box, from a QueryDict."""
    return WordsField().clean(parameters.get("q"))


class SearchFilter(django_filters.Filter):
    """Words that a decision must have, as a search query."""

    field_class = WordsField

    def filter(self, decisions, value):
        query = search.parse(value or "")
        return decisions.filter(pk__in=search.matching(query)) if query else decisions


@dataclass(frozen=True, slots=True)
class Rejected:
    """A value that was left out of the filter, and its parameter."""

    parameter: str
    value: str


class DecisionFilter(django_filters.FilterSet):
    """The parameters of the list. `qs` is the decisions that match them."""

    q = SearchFilter(label="Search")
    ground = GroundFilter(label="Why not investigated")
    council = CouncilFilter(label="Council")
    year = YearFilter(label="Year decided")
    category = CategoryFilter(label="Category")
    outcome = OutcomeFilter(label="Outcome")

    class Meta:
        model = Decision
        fields = ()

    def __init__(self, params, queryset, labels=None):
        """Take a QueryDict. `labels` has the label of every value, by facet; None: query the database."""
        # Not FilterSet's own __init__: it copies every filter for each request. Ours have no state, so all share them.
        self.is_bound, self.data, self.queryset = True, params, queryset
        self.request = self.form_prefix = None
        self.filters = self.base_filters
        self._known_labels = labels

    @classmethod
    @cache
    def declared(cls):
        """Return the facets, by the name of their parameter."""
        return {name: each for name, each in cls.base_filters.items() if isinstance(each, FacetFilter)}

    @cached_property
    def facets(self):
        """The facets, by the name of their parameter."""
        return self.declared()

    @cached_property
    def words(self):
        """What was typed into the search box."""
        return self._cleaned["q"]

    @cached_property
    def selected(self):
        """For each facet, the requested values that exist, each with its label, in the order given.

        A subvalue replaces its parent: a subcategory narrows its category.
        """
        selected = {}
        for name in self.facets:
            known = [value for value in self._cleaned[name] if self.label(name, value) is not None]
            replaced = {value.rpartition("/")[0] for value in known}
            selected[name] = {value: self.label(name, value) for value in known if value not in replaced}
        return selected

    @cached_property
    def rejected(self):
        """The requested values that do not exist."""
        return [
            Rejected(name, value)
            for name in self.facets
            for value in self._cleaned[name]
            if self.label(name, value) is None
        ]

    @cached_property
    def current_councils(self):
        """The values of `council`, with merged councils replaced by their successors; None if none was merged."""
        rejected = [each.value for each in self.rejected if each.parameter == "council"][:_MOST_VALUES]
        now = self.filters["council"].current_values(rejected) if rejected else {}
        return list(dict.fromkeys(now.get(value, value) for value in self._cleaned["council"])) if now else None

    def label(self, name, value):
        """Return the label of a requested value or of its parent; None if it does not exist."""
        return self._labels.get((name, value))

    def matching(self, leaving_out=None):
        """Return the matching decisions. `leaving_out` names one parameter to ignore: a facet, or `q`."""
        values = {"q": self.words} | {name: list(found) for name, found in self.selected.items()}
        decisions = self.queryset
        for name, value in values.items():
            if name != leaving_out:
                decisions = self.filters[name].filter(decisions, value)
        return decisions

    def filter_queryset(self, queryset):
        return self.matching()

    @cached_property
    def _cleaned(self):
        """The cleaned values. No form is made: it would accept anything too, and takes longer than all the rest."""
        return {
            name: each.field.clean(self.data.get(name) if name == "q" else self.data.getlist(name))
            for name, each in self.filters.items()
        }

    @cached_property
    def _labels(self):
        """The label of every requested value that exists, by facet and value. At most one query."""
        found = {(name, value): label for name, facet in self.facets.items() for value, label in facet.fixed.items()}
        for name, value, label in self._existing():
            not_stated = self.facets[name].fixed.get(value.rpartition("/")[2])
            found.setdefault((name, value), not_stated or label)
        return found

    def _existing(self):
        """Return name, value and label of the requested values, and of their parents, that decisions have."""
        requested = {name: self._cleaned[name][:_MOST_VALUES] for name in self.facets}
        if self._known_labels is not None:
            return [
                (name, value, self._known_labels[name][value])
                for name, values in requested.items()
                for value in {part for each in values for part in (each, each.partition("/")[0])}
                if value in self._known_labels[name]
            ]
        return [(*key, label) for key, label in self.usual_labels(requested).items()]

    def usual_labels(self, values):
        """Return the label of each of these values, given by facet, as most published decisions print it. One query."""
        first, *more = [query for name, wanted in values.items() for query in self.facets[name].labels(wanted)] or [()]
        return usual_labels(first.union(*more, all=True) if more else first)
