"""The query parameters of the list, each declared once: its name, its values and what columns it is counted by.

A value that no decision in the archive has is not an error: it is left out of the filter and listed in `rejected`.
"""

import json
from dataclasses import dataclass
from functools import cache, cached_property

import django_filters
from django import forms
from django.db.models import CharField, Exists, Func, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat, NullIf

from decisions import search
from decisions.grounds import CATALOGUE, STATED, SUPPORTING
from decisions.models import NOT_STATED, Council, Decision, Finding, GroupConcat
from decisions.parsing.lines import INVISIBLE

NO_GROUND = "none"
LONGEST_VALUE = 250
"""The most characters of a value; no name is longer."""
_MOST_VALUES = 50  # of one parameter; more than anyone ticks


class WordsField(forms.Field):
    """Typed text without invisible characters; white space and control characters become single spaces."""

    def clean(self, value):
        visible = INVISIBLE.sub("", value or "")
        return " ".join("".join(c if c.isprintable() else " " for c in visible).split())[: 2 * LONGEST_VALUE]


class ValuesField(forms.Field):
    """The values of a repeated parameter, each once, in the order given."""

    widget = forms.SelectMultiple

    def clean(self, value):
        return list(dict.fromkeys(part for part in value or [] if part))


class SearchFilter(django_filters.Filter):
    """Words that a decision must have, as a search query."""

    field_class = WordsField

    def filter(self, decisions, value):
        query = search.parse(value or "")
        return decisions.filter(pk__in=search.matching(query)) if query else decisions


class FacetFilter(django_filters.Filter):
    """A facet, whose values are combined by OR. `levels` are its groupings, each a pair: value in addresses, and label.

    A level's value is an expression over decisions, its label an expression or the name of a column. A value with a
    slash is a subvalue of the value before the slash.
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

    def filter(self, decisions, values):
        levels = {f"{self.field_name}_{depth}": value for depth, value in enumerate(self.columns[::2])}
        wanted = Q()
        for value in values:
            wanted |= Q(**{f"{self.field_name}_{value.count('/')}": value})
        return decisions.alias(**levels).filter(wanted)

    @property
    def columns(self):
        """The expressions to select for each decision, for `values_in`."""
        return [each for value, label in self.levels for each in (value, Coalesce(label, Value("")))]

    def values_in(self, columns):
        """Return a decision's values, each with the label that it prints, from what its `columns` are."""
        return tuple(zip(columns[::2], columns[1::2], strict=True))


def stated(field):
    """Return an expression for the slug in a field, or `not-stated` if it is empty or missing."""
    return Coalesce(NullIf(field, Value("")), Value(NOT_STATED))


class OutcomeFilter(FacetFilter):
    """The outcome, by its slug."""

    levels = ((stated("outcome_slug"), "outcome"),)
    nouns = ("outcome", "outcomes")
    place_in_titles = 2


class CouncilFilter(FacetFilter):
    """The council, by its slug."""

    levels = ((stated("council__slug"), "council__name"),)
    nouns = ("council", "councils")
    place_in_titles = 4


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


class CategoryFilter(FacetFilter):
    """The category, or category/subcategory, by their slugs."""

    levels = (
        (stated("category_slug"), "category"),
        (Concat(stated("category_slug"), Value("/"), stated("subcategory_slug")), "subcategory"),
    )
    nouns = ("category", "categories")
    place_in_titles = 3


class _JsonArray(Func):
    """Values as a JSON array. Django's own asks SQLite for JSON by a transaction, which fails within a snapshot."""

    function = "json_array"
    output_field = TextField()

    def as_postgresql(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, function="json_build_array", **context)


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
    nouns = ("reason", "reasons")
    place_in_titles = 1

    def filter(self, decisions, values):
        wanted = Q()
        for value in values:
            slug, _, strength = value.partition("/")
            findings = Finding.objects.filter(decision=OuterRef("pk"))
            counting = findings.counting().filter(ground__slug=slug)
            shown = Exists(counting.filter(strength=strength) if strength else counting)
            wanted |= ~Exists(findings) if value == NO_GROUND else Q(shown)
        return decisions.filter(wanted)

    @property
    def columns(self):
        """One column: each finding as JSON, beginning with what sorts them, the best first; None without any."""
        finding = _JsonArray("strength", "position", "pk", "ground__slug", "ground__title")
        found = Finding.objects.filter(decision=OuterRef("pk")).order_by().values("decision")
        return [Subquery(found.annotate(each=GroupConcat(finding)).values("each"))]

    def values_in(self, columns):
        findings = sorted(json.loads(f"[{columns[0] or ''}]"))  # stated before supporting
        best = dict.fromkeys((slug, title) for strength, *_, slug, title in findings if strength == findings[0][0])
        pairs = [pair for slug, title in best for pair in ((slug, title), (f"{slug}/{findings[0][0]}", title))]
        return tuple(pairs) or ((NO_GROUND, ""),)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A value that was left out of the filter, and its parameter."""

    parameter: str
    value: str


class DecisionFilter(django_filters.FilterSet):
    """The parameters of the list. `qs` is the decisions that match them: the columns must count the same (a test)."""

    q = SearchFilter(label="Search")
    ground = GroundFilter(label="Why not investigated")
    council = CouncilFilter(label="Council")
    year = YearFilter(label="Year decided")
    category = CategoryFilter(label="Category")
    outcome = OutcomeFilter(label="Outcome")

    def __init__(self, params, labels):
        """Take a QueryDict, and the label of every value that published decisions have, by facet and value."""
        super().__init__(params, Decision.objects.published())
        self._printed = labels
        self.form.is_valid()  # it always is: the fields accept anything

    @classmethod
    @cache
    def declared(cls):
        """Return the facets, by the name of their parameter."""
        return {name: each for name, each in cls.base_filters.items() if isinstance(each, FacetFilter)}

    @property
    def words(self):
        """What was typed into the search box."""
        return self.form.cleaned_data["q"]

    @cached_property
    def selected(self):
        """For each facet, the requested values that exist, each with its label, in the order given.

        A subvalue replaces its parent: a subcategory narrows its category.
        """
        selected = {}
        for name, known in self._known.items():
            replaced = {value.rpartition("/")[0] for value in known}
            selected[name] = {value: label for value, label in known.items() if value not in replaced}
        return selected

    @property
    def rejected(self):
        """The requested values that do not exist."""
        return [
            Rejected(name, value)
            for name, known in self._known.items()
            for value in self.form.cleaned_data[name]
            if value not in known
        ]

    @cached_property
    def current_councils(self):
        """The values of `council`, with merged councils replaced by their successors; None if none was merged."""
        requested = self.form.cleaned_data["council"]
        rejected = [value for value in requested if value not in self._known["council"]]
        now = Council.objects.current_slugs(rejected[:_MOST_VALUES]) if rejected else {}
        return list(dict.fromkeys(now.get(value, value) for value in requested)) if now else None

    def label(self, name, value):
        """Return the label of a value as pages print it; None if it does not exist."""
        fixed, printed = self.filters[name].fixed, self._printed[name].get(value)
        if value in fixed or printed is None:
            return fixed.get(value)
        return fixed.get(value.rpartition("/")[2], printed)

    def filter_queryset(self, queryset):
        for name, value in {"q": self.words, **self.selected}.items():
            queryset = self.filters[name].filter(queryset, value)
        return queryset

    @cached_property
    def _known(self):
        """For each facet, the requested values that exist, each with its label."""
        known = {}
        for name, facet in self.declared().items():
            values = self.form.cleaned_data[name]
            tried = dict.fromkeys([*values[:_MOST_VALUES], *(value for value in values if value in facet.fixed)])
            labels = {value: self.label(name, value) for value in values if value in tried}
            known[name] = {value: label for value, label in labels.items() if label is not None}
        return known


def words_of(parameters):
    """Return what was typed into the search box, from a QueryDict."""
    return WordsField().clean(parameters.get("q"))
