"""Views of the overviews: grounds, councils, law, and a list as charts."""

import csv
from io import StringIO

from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from decisions import overviews
from decisions.data.exports import BYTE_ORDER_MARK
from decisions.listing.parameters import list_view, read_params
from decisions.overviews.trends import COLUMNS
from decisions.web.page_cache import conditional_get


def _page(name, read):
    """Return the view of a page with a template of this name. `read` returns what it shows, or its new address."""

    @require_safe
    @conditional_get
    def view(request, **path):
        found = read(request, **path)
        if isinstance(found, str):
            return redirect(found, permanent=True)
        return render(request, f"overviews/{name}.html", {name: found})

    return view


def _params(request):
    return read_params(request)[0]


grounds = _page("grounds", lambda request: overviews.Grounds())
ground = _page("ground", lambda request, slug: overviews.GroundPage(slug))
councils = _page("councils", lambda request: overviews.Councils(_params(request)))
council = _page("council", lambda request, slug: overviews.CouncilPage.read(slug))
comparison = _page("comparison", lambda request: overviews.Comparison.read(_params(request)))
laws = _page("laws", lambda request: overviews.Laws())
act = _page("act", lambda request, act: overviews.ActPage(act))
provision = _page(
    "provision",
    lambda request, act, number: overviews.ProvisionPage.read(act, number, _params(request).get("page", "")),
)


@require_safe
@conditional_get
@list_view
def trends(request, query):
    """Show the list with these parameters as charts."""
    return render(request, "overviews/trends.html", {"query": query, "trends": overviews.Trends(query)})


@require_safe
@conditional_get
@list_view
def trends_as_csv(request, query):
    """Return the same numbers as CSV; 400 for values that the list would ignore, because a file cannot say so."""
    if query.refusal:
        return HttpResponseBadRequest(query.refusal, content_type="text/plain; charset=utf-8")
    written = StringIO()
    csv.writer(written).writerows([COLUMNS, *overviews.Trends(query).as_rows()])
    name = 'attachment; filename="trends.csv"'
    text = BYTE_ORDER_MARK + written.getvalue()
    return HttpResponse(text, "text/csv; charset=utf-8", headers={"Content-Disposition": name})
