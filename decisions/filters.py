"""Each query parameter of the list, once: its name, which values there are, what a value asks of a decision.

A value that is malformed or that nothing in the archive has is left out of the filter and
reported, never an error.
"""

from dataclasses import dataclass
from functools import cached_property

import django_filters
from django import forms
from django.db.models import CharField, Count, Exists, F, Max, OuterRef, Q, Value
from django.db.models.functions import Cast, Coalesce, Concat, NullIf

from decisions import search
from decisions.grounds import CATALOGUE, STATED, SUPPORTING
from decisions.models import NOT_STATED, Decision, Finding
from decisions.parsing.lines import INVISIBLE

NO_GROUND = "none"
_MOST_VALUES = 50  # of one parameter; nobody ticks more
_LONGEST = 250  # characters of a value


class ValuesField(forms.Field):
    """A repeated parameter: every value once, in the order given."""

    widget = forms.SelectMultiple

    def clean(self, value):
        return list(dict.fromkeys(part for part in value or [] if part))


class WordsField(forms.Field):
    """What somebody typed, less what shows nothing; white space and control characters are made single spaces."""

    def clean(self, value):
        visible = INVISIBLE.sub("", value or "")
        return " ".join("".join(c if c.isprintable() else " " for c in visible).split())[: 2 * _LONGEST]


def words_of(parameters):
    """What was typed into the search box, by the parameters of an address (a QueryDict)."""
    return WordsField().clean(parameters.get("q"))


def stated(field):
    """The slug in a field, or `not-stated` where it is empty or missing."""
    return Coalesce(NullIf(field, Value("")), Value(NOT_STATED))


class FacetFilter(django_filters.Filter):
    """A facet: OR among its values. `levels` are its groupings, each as what a value is in an address and in print.

    A value with a slash stands below the value before the slash.
    """

    field_class = ValuesField
    fixed = {NOT_STATED: "Not stated"}
    """The values that exist whatever the archive holds, with their labels."""
    levels = ()
    in_order = False
    """Whether its values are shown in their own order, not the most frequent first."""

    def filter(self, decisions, values):
        condition = Q()
        for value in values or []:
            condition |= self.condition(value)
        return decisions.filter(condition)

    def condition(self, value):
        """What a decision must be to have this value, as a Q."""
        raise NotImplementedError

    def is_well_formed(self, value):
        """Whether `condition` can make sense of the value."""
        return len(value) <= _LONGEST and value.isprintable()

    def grouped(self, decisions):
        """For each level, the decisions grouped by `value`, with a `label` to show."""
        return [
            decisions.order_by().annotate(value=value).values("value").annotate(label=Max(label))
            for value, label in self.levels
        ]

    def labels(self, values):
        """The values that published decisions have, and what they stand below: querysets of name, value, label."""
        unsure = [value for value in values if value not in self.fixed and self.is_well_formed(value)]
        if not unsure:
            return []
        held = self.grouped(self.filter(Decision.objects.published(), unsure))
        return [grouped.values_list(Value(self.field_name), "value", "label") for grouped in held]

    def tallies(self, decisions):
        """How many of the decisions have each value: querysets of name, value, label, count."""
        return [
            grouped.annotate(count=Count("pk")).values_list(Value(self.field_name), "value", "label", "count")
            for grouped in self.grouped(decisions)
        ]


class OutcomeFilter(FacetFilter):
    """The outcome, by its slug."""

    levels = ((stated("outcome_slug"), "outcome"),)

    def condition(self, value):
        return Q(outcome_slug="" if value == NOT_STATED else value)


class CouncilFilter(FacetFilter):
    """The council, by its slug."""

    levels = ((stated("council__slug"), "council__name"),)

    def condition(self, value):
        return Q(council=None) if value == NOT_STATED else Q(council__slug=value)


class YearFilter(FacetFilter):
    """The year of the decision date."""

    levels = (
        (
            Coalesce(Cast("decision_year", CharField()), Value(NOT_STATED)),
            Cast("decision_year", CharField()),
        ),
    )
    in_order = True

    def condition(self, value):
        return Q(decision_year=None) if value == NOT_STATED else Q(decision_year=int(value))

    def is_well_formed(self, value):
        return len(value) <= 4 and value.isascii() and value.isdigit()


class CategoryFilter(FacetFilter):
    """The category, or category/subcategory, by their slugs."""

    levels = (
        (stated("category_slug"), "category"),
        (Concat(stated("category_slug"), Value("/"), stated("subcategory_slug")), "subcategory"),
    )

    def condition(self, value):
        top, _, below = value.partition("/")
        asked = Q(category_slug="" if top == NOT_STATED else top)
        return asked & Q(subcategory_slug="" if below == NOT_STATED else below) if below else asked


class GroundFilter(FacetFilter):
    """The ground it was turned down on, by its slug; `none` for decisions that show none.

    Below a ground stand `ground/stated` and `ground/supporting`: whether the decisions state it, or only their
    assessments show it.
    """

    fixed = (
        {slug: ground.title for slug, ground in CATALOGUE.items()}
        | {f"{slug}/{STATED}": f"{ground.title}: stated" for slug, ground in CATALOGUE.items()}
        | {f"{slug}/{SUPPORTING}": f"{ground.title}: only in the assessment" for slug, ground in CATALOGUE.items()}
        | {NO_GROUND: "No ground found"}
    )

    def condition(self, value):
        if value == NO_GROUND:
            return ~Exists(Finding.objects.filter(decision=OuterRef("pk")))
        slug, _, strength = value.partition("/")
        shown = Finding.objects.counting().filter(decision=OuterRef("pk"), ground__slug=slug)
        return Exists(shown.filter(strength=strength) if strength else shown)

    def tallies(self, decisions):
        findings = Finding.objects.counting().order_by().filter(decision__in=decisions.order_by().values("pk"))
        grounds = findings.values(value=F("ground__slug"), label=F("ground__title"))
        below = findings.values(value=Concat("ground__slug", Value("/"), "strength"), label=F("ground__title"))
        none = decisions.filter(self.condition(NO_GROUND)).order_by().values(value=Value(NO_GROUND), label=Value(""))
        counted = [each.annotate(count=Count("decision", distinct=True)) for each in (grounds, below)]
        counted.append(none.annotate(count=Count("pk")))
        return [each.values_list(Value(self.field_name), "value", "label", "count") for each in counted]


class SearchFilter(django_filters.Filter):
    """Words that a decision must have."""

    field_class = WordsField

    def filter(self, decisions, value):
        query = search.parse(value or "")
        return decisions.filter(pk__in=search.backend().matching(query)) if query else decisions


@dataclass(frozen=True, slots=True)
class Rejected:
    """A value that was left out, and of which parameter."""

    parameter: str
    value: str


class DecisionFilter(django_filters.FilterSet):
    """The parameters of the list. `qs` is the decisions they ask for."""

    q = SearchFilter(label="Search")
    ground = GroundFilter(label="Why not investigated")
    council = CouncilFilter(label="Council")
    year = YearFilter(label="Year decided")
    category = CategoryFilter(label="Category")
    outcome = OutcomeFilter(label="Outcome")

    class Meta:
        model = Decision
        fields = ()

    @property
    def facets(self):
        """The facets, by the name of their parameter."""
        return {name: each for name, each in self.filters.items() if isinstance(each, FacetFilter)}

    @cached_property
    def words(self):
        """What was typed into the search box."""
        return self._cleaned["q"]

    @cached_property
    def asked(self):
        """For each facet the values asked for that exist, each with its label, in the order given.

        A value takes the place of the one it stands below: a subcategory narrows its category.
        """
        asked = {}
        for name in self.facets:
            held = [value for value in self._cleaned[name] if self.label(name, value) is not None]
            replaced = {value.rpartition("/")[0] for value in held}
            asked[name] = {value: self.label(name, value) for value in held if value not in replaced}
        return asked

    @cached_property
    def rejected(self):
        """The values asked for that do not exist."""
        return [
            Rejected(name, value)
            for name in self.facets
            for value in self._cleaned[name]
            if self.label(name, value) is None
        ]

    def label(self, name, value):
        """How a value that was asked for, or that one stands below, is printed; None if it does not exist."""
        return self._labels.get((name, value))

    def matching(self, leaving_out=None):
        """The decisions asked for, with one facet left out of the asking."""
        values = {"q": self.words} | {name: list(found) for name, found in self.asked.items() if name != leaving_out}
        decisions = self.queryset
        for name, value in values.items():
            decisions = self.filters[name].filter(decisions, value)
        return decisions

    def filter_queryset(self, queryset):
        return self.matching()

    @cached_property
    def _cleaned(self):
        """The form's values; every field takes anything, so that the form is always valid."""
        self.form.is_valid()
        return self.form.cleaned_data

    @cached_property
    def _labels(self):
        """The label of every value asked for that exists, by facet and value: at most one query."""
        found, queries = {}, []
        for name, facet in self.facets.items():
            found |= {(name, value): label for value, label in facet.fixed.items()}
            queries += facet.labels(self._cleaned[name][:_MOST_VALUES])
        if queries:
            rows = queries[0].union(*queries[1:], all=True) if len(queries) > 1 else queries[0]
            for name, value, label in rows:
                not_stated = self.facets[name].fixed.get(value.rpartition("/")[2])
                found.setdefault((name, value), not_stated or label)
        return found
