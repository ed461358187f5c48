"""The list as in django-filter's manual: a FilterSet, a paginator, and one GROUP BY for each facet.

It uses the archive's own tables and its search index, in the same process and through the same middleware. Its
page is a bare list of 25 decisions and of the facets' values, so that what is compared is the way of counting.
"""

import django_filters
from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef
from django.http import HttpResponse, QueryDict
from django.template import engines

from benchmarks.queries import PAGE_SIZE, Query
from benchmarks.yardsticks.answer import Answer
from benchmarks.yardsticks.site import Site
from decisions import search
from decisions.models import Decision, Finding

TITLE = "plain django-filter"
ADDRESS = "/yardsticks/plain/"
_COLUMNS = {
    "council": "council__slug",
    "year": "decision_year",
    "category": "category_slug",
    "subcategory": "subcategory_slug",
    "outcome": "outcome_slug",
}
_NO_GROUND = "none"


class Values(django_filters.BaseCSVFilter):
    """Any of the values given."""

    def filter(self, decisions, values):
        return decisions.filter(**{f"{self.field_name}__in": values}) if values else decisions


class GroundValues(Values):
    """Any of the grounds given."""

    def filter(self, decisions, values):
        if not values:
            return decisions
        if _NO_GROUND in values:
            return decisions.filter(findings=None)
        of_it = Finding.objects.counting().filter(decision=OuterRef("pk"), ground__slug__in=values)
        return decisions.filter(Exists(of_it))


class PlainFilter(django_filters.FilterSet):
    """The list's parameters, values of one with commas between."""

    q = django_filters.CharFilter(method="having")
    ground = GroundValues()
    council = Values(field_name="council__slug")
    year = Values(field_name="decision_year")
    category = Values(field_name="category_slug")
    outcome = Values(field_name="outcome_slug")

    class Meta:
        model = Decision
        fields = ()

    def having(self, decisions, name, value):
        """The decisions that have the words."""
        return decisions.filter(pk__in=search.matching(search.parse(value)))


_PAGE = """<!doctype html><title>{{ page.paginator.count }} decisions</title>
{% for name, values in facets.items %}<h2>{{ name }}</h2><ul>{% for value, count in values.items %}<li>
<label><input type="checkbox" name="{{ name }}" value="{{ value }}"> {{ value }} {{ count }}</label>{% endfor %}</ul>
{% endfor %}{% for decision in page %}<h3>{{ decision.council.name }} ({{ decision.reference }})</h3>
<p>{{ decision.category }}, {{ decision.outcome }}, {{ decision.decision_date }}<p>{{ decision.summary }}
{% for finding in decision.findings.all %}<b>{{ finding.ground.title }}</b>{% endfor %}{% endfor %}
Page {{ page.number }} of {{ page.paginator.num_pages }}"""


def _look(params: QueryDict):
    """The page and the facets that a query string asks for."""
    decisions = PlainFilter(params, Decision.objects.published()).qs
    ordered = decisions.oldest_first() if params.get("sort") == "oldest" else decisions.newest_first()
    shown = ordered.defer("source").select_related("council").prefetch_related("findings__ground")
    page = Paginator(shown, PAGE_SIZE).get_page(params.get("page", 1))
    facets = {}
    for name, column in _COLUMNS.items():
        found = _leaving_out(params, name).order_by().values_list(column).annotate(count=Count("pk"))
        facets[name] = {str(value): count for value, count in found}
    others = _leaving_out(params, "ground").order_by()
    per_ground = Finding.objects.counting().filter(decision__in=others.values("pk")).order_by()
    facets["ground"] = dict(per_ground.values_list("ground__slug").annotate(Count("decision", distinct=True)))
    if without := others.filter(findings=None).count():
        facets["ground"][_NO_GROUND] = without
    return page, facets


def _leaving_out(params: QueryDict, name: str):
    """The decisions asked for by every filter but one."""
    rest = params.copy()
    rest.pop("category" if name == "subcategory" else name, None)
    return PlainFilter(rest, Decision.objects.published()).qs


def plain(request):
    """The page."""
    page, facets = _look(request.GET)
    template = _templates.setdefault("page", engines["django"].from_string(_PAGE))
    return HttpResponse(template.render({"page": page, "facets": facets}, request))


_templates: dict = {}


class Plain:
    """The plain list in this process."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def answer(self, query: Query, total: int = 0) -> Answer:
        """Return the answer of the list."""
        page, facets = _look(QueryDict(_address(query, total)[1:]))
        return Answer(page.paginator.count, facets, [decision.reference for decision in page])

    def page(self, query: Query, total: int = 0) -> int:
        """Request the page; returns its bytes."""
        return self._site.must_get(ADDRESS + _address(query, total))


def _address(query: Query, total: int) -> str:
    """The query string, with commas between the values of a facet."""
    joined = Query(
        query.kind, query.words, {k: (",".join(v),) for k, v in query.selected.items()}, query.sort, query.depth
    )
    return joined.address(total) or "?"
