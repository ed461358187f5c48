"""The facets: which values a decision has in each, how a value filters decisions, and how decisions group by it."""

from itertools import groupby
from operator import itemgetter

import django_filters
from django import forms
from django.db.models import CharField, Count, Exists, F, OuterRef, Q, Value
from django.db.models.functions import Cast, Coalesce, Concat, NullIf

from decisions.grounds import CATALOGUE, STATED, SUPPORTING
from decisions.models import NOT_STATED, Council, Decision, Finding

NO_GROUND = "none"
LONGEST_VALUE = 250
"""The most characters of a value; no name is longer."""
ROWS_AT_ONCE = 200
"""Rows fetched at a time when all are read. Few, because Python does not return freed memory to the system."""


class ValuesField(forms.Field):
    """The values of a repeated parameter, each once, in the order given."""

    widget = forms.SelectMultiple

    def clean(self, value):
        return list(dict.fromkeys(part for part in value or [] if part))


def usual_labels(rows):
    """Return the label of each value by facet and value: the one that most decisions print, else the first by alphabet.

    `rows` are of name, value, label and number of decisions, as `FacetFilter.tallies` has them.
    """
    best = {}
    for name, value, label, number in rows:
        if number:
            best[name, value] = min(best.get((name, value), (0, "")), (-number, label or ""))
    return {key: label for key, (_, label) in best.items()}


def _column(level):
    """Return a level's expression, which may be given as the name of a column."""
    return F(level) if isinstance(level, str) else level


def stated(field):
    """Return an expression for the slug in a field, or `not-stated` if it is empty or missing."""
    return Coalesce(NullIf(field, Value("")), Value(NOT_STATED))


class FacetFilter(django_filters.Filter):
    """A facet, whose values are combined by OR. `levels` are its groupings, each a pair: value in addresses, and label.

    A value with a slash is a subvalue of the value before the slash.
    """

    field_class = ValuesField
    fixed = {NOT_STATED: "Not stated"}
    """Values that always exist, with their labels, whatever is in the archive."""
    levels = ()
    nouns = ("value", "values")
    """The noun for one of its values, and for several."""
    in_order = False
    """Whether its values are listed in their own order, not the most frequent first."""
    place_in_titles = 6
    """Its position in the title of a list: what was decided, about what, about whom, when; then any other."""
    default_values = ()
    """The values, each with its label, of a decision for which `sets` gives none."""

    def filter(self, decisions, values):
        condition = Q()
        for value in values or []:
            condition |= self.condition(value)
        return decisions.filter(condition)

    def condition(self, value):
        """Return a Q that decisions with this value satisfy."""
        raise NotImplementedError

    def is_well_formed(self, value):
        """Return whether `condition` accepts the value."""
        return len(value) <= LONGEST_VALUE and value.isprintable()

    def grouped(self, decisions):
        """Return, for each level, the decisions grouped by `value` and `label`."""
        return [decisions.order_by().values(value=_column(value), label=_column(label)) for value, label in self.levels]

    def sets(self, decisions=None):
        """Yield, for a facet without levels, each decision's primary key, ascending, and its values with their labels.

        For these decisions, or for all, published or not. Decisions without a value are left out.
        """
        raise NotImplementedError

    def labels(self, values):
        """Return the tallies of the published decisions that have these values or their parents."""
        unsure = [value for value in values if value not in self.fixed and self.is_well_formed(value)]
        parents = [value.partition("/")[0] for value in unsure]
        return self.tallies(self.filter(Decision.objects.published(), {*unsure, *parents})) if unsure else []

    def tallies(self, decisions):
        """Return querysets of name, value, label and the number of these decisions that print the value so."""
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
        """Map each of these slugs that belonged to a merged council to its successor's slug. One query."""
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
    """The ground for not investigating, by its slug; `none` for decisions without one.

    Its subvalues are `ground/stated` and `ground/supporting`: whether the decision gives it as a main reason, or only
    in the assessment.
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
        rows = (
            findings.order_by("decision_id").values_list(*columns).iterator(ROWS_AT_ONCE)
        )  # an index has this order, so no sort
        values = {}  # thousands of decisions share the same tuple
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
