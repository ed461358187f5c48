"""The facets: which values a decision has in each, what a value asks of a decision, how decisions group by them."""

from itertools import groupby
from operator import itemgetter

import django_filters
from django import forms
from django.db.models import CharField, Count, Exists, F, Max, OuterRef, Q, Value
from django.db.models.functions import Cast, Coalesce, Concat, NullIf

from decisions.grounds import CATALOGUE, STATED, SUPPORTING
from decisions.models import NOT_STATED, Council, Decision, Finding

NO_GROUND = "none"
LONGEST_VALUE = 250
"""Characters of a value; no name is longer."""
ROWS_AT_ONCE = 200
"""Rows that are held while all are read: what a worker has ever held, its memory keeps."""


class ValuesField(forms.Field):
    """A repeated parameter: every value once, in the order given."""

    widget = forms.SelectMultiple

    def clean(self, value):
        return list(dict.fromkeys(part for part in value or [] if part))


def _column(level):
    """The expression for a level, which may be given as the name of a column."""
    return F(level) if isinstance(level, str) else level


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
    nouns = ("value", "values")
    """What one of its values is called, and several of them."""
    in_order = False
    """Whether its values are shown in their own order, not the most frequent first."""
    place_in_titles = 6
    """Where it comes in the title of a list: what was decided, about what, about whom, when; then any other."""
    default_values = ()
    """The values, each with its label, of a decision that `sets` leaves out."""

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
        return len(value) <= LONGEST_VALUE and value.isprintable()

    def grouped(self, decisions):
        """For each level, the decisions grouped by `value`, with a `label` to show."""
        return [
            decisions.order_by().annotate(value=_column(value)).values("value").annotate(label=Max(label))
            for value, label in self.levels
        ]

    def sets(self, decisions=None):
        """For a facet without levels: pairs of a decision's primary key, in order, and its values with their labels.

        Of these decisions, or of all, published or not. A decision that has none is left out.
        """
        raise NotImplementedError

    def labels(self, values):
        """The values that published decisions have, and what they stand below: querysets of name, value, label."""
        unsure = [value for value in values if value not in self.fixed and self.is_well_formed(value)]
        if not unsure:
            return []
        groups = self.grouped(self.filter(Decision.objects.published(), unsure))
        return [grouped.values_list(Value(self.field_name), "value", "label") for grouped in groups]

    def tallies(self, decisions):
        """How many of the decisions have each value: querysets of name, value, label, count."""
        return [
            grouped.annotate(count=Count("pk")).values_list(Value(self.field_name), "value", "label", "count")
            for grouped in self.grouped(decisions)
        ]


class OutcomeFilter(FacetFilter):
    """The outcome, by its slug."""

    levels = ((stated("outcome_slug"), "outcome"),)
    nouns = ("outcome", "outcomes")
    place_in_titles = 2

    def condition(self, value):
        return Q(outcome_slug="" if value == NOT_STATED else value)


class CouncilFilter(FacetFilter):
    """The council, by its slug."""

    levels = ((stated("council__slug"), "council__name"),)
    nouns = ("council", "councils")
    place_in_titles = 4

    def condition(self, value):
        return Q(council=None) if value == NOT_STATED else Q(council__slug=value)

    def current_values(self, values):
        """For each of these values that is the address of a merged council, the address it leads to. One query."""
        return Council.objects.current_slugs([value for value in values if self.is_well_formed(value)])


class YearFilter(FacetFilter):
    """The year of the decision date."""

    levels = (
        (
            Coalesce(Cast("decision_year", CharField()), Value(NOT_STATED)),
            Cast("decision_year", CharField()),
        ),
    )
    nouns = ("year", "years")
    in_order = True
    place_in_titles = 5

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
    nouns = ("category", "categories")
    place_in_titles = 3

    def condition(self, value):
        top, _, below = value.partition("/")
        in_category = Q(category_slug="" if top == NOT_STATED else top)
        return in_category & Q(subcategory_slug="" if below == NOT_STATED else below) if below else in_category


class GroundFilter(FacetFilter):
    """The ground it was turned down on, by its slug; `none` for decisions that show none.

    Below a ground stand `ground/stated` and `ground/supporting`: whether the decisions state it, or only their
    assessments show it.
    """

    fixed = (
        {slug: ground.title for slug, ground in CATALOGUE.items()}
        | {f"{slug}/{STATED}": f"{ground.title}: given as a main reason" for slug, ground in CATALOGUE.items()}
        | {f"{slug}/{SUPPORTING}": f"{ground.title}: only in the assessment" for slug, ground in CATALOGUE.items()}
        | {NO_GROUND: "No ground found"}
    )

    default_values = ((NO_GROUND, ""),)
    nouns = ("reason", "reasons")
    place_in_titles = 1

    def sets(self, decisions=None):
        findings = Finding.objects.all()
        if decisions is not None:
            findings = findings.filter(decision__in=decisions.order_by().values("pk"))
        columns = ("decision", "strength", "position", "pk", "ground__slug", "ground__title")
        rows = findings.order_by("decision_id").values_list(*columns).iterator(ROWS_AT_ONCE)  # an index has this order
        values = {}  # thousands of decisions have the same values
        for pk, group in groupby(rows, itemgetter(0)):
            found = sorted(group)  # stated before supporting
            best = found[0][1]
            key = (best, *dict.fromkeys(row[4:] for row in found if row[1] == best))
            if key not in values:
                values[key] = tuple(pair for slug, title in key[1:] for pair in _with_strength(slug, title, best))
            yield pk, values[key]

    def condition(self, value):
        if value == NO_GROUND:
            return ~Exists(Finding.objects.filter(decision=OuterRef("pk")))
        slug, _, strength = value.partition("/")
        findings = Finding.objects.counting().filter(decision=OuterRef("pk"), ground__slug=slug)
        return Exists(findings.filter(strength=strength) if strength else findings)

    def tallies(self, decisions):
        findings = Finding.objects.counting().order_by().filter(decision__in=decisions.order_by().values("pk"))
        grounds = findings.values(value=F("ground__slug"), label=F("ground__title"))
        below = findings.values(value=Concat("ground__slug", Value("/"), "strength"), label=F("ground__title"))
        none = decisions.filter(self.condition(NO_GROUND)).order_by().values(value=Value(NO_GROUND), label=Value(""))
        counted = [each.annotate(count=Count("decision", distinct=True)) for each in (grounds, below)]
        counted.append(none.annotate(count=Count("pk")))
        return [each.values_list(Value(self.field_name), "value", "label", "count") for each in counted]


def _with_strength(slug, title, strength):
    return (slug, title), (f"{slug}/{strength}", title)
