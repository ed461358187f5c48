"""Views of the overviews: grounds, councils, law, and a list as charts."""

import csv
from io import StringIO

from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from decisions import overviews
from decisions.data.exports import BYTE_ORDER_MARK
from decisions.listing.parameters import CouncilRenamed, read_params, refusal_text
from decisions.overviews.trends import COLUMNS
from decisions.web.page_cache import conditional_get


@require_safe
@conditional_get
def grounds(request):
    """Show every reason why complaints are not investigated."""
    return render(request, "overviews/grounds.html", {"grounds": overviews.Grounds()})


@require_safe
@conditional_get
def ground(request, slug):
    """Show one reason: its meaning, its frequency, and sentences that give it."""
    return render(request, "overviews/ground.html", {"ground": overviews.GroundPage(slug)})


@require_safe
@conditional_get
def councils(request):
    """Show the councils from A to Z, or those that match what was typed."""
    params, _ = read_params(request)
    return render(request, "overviews/councils.html", {"councils": overviews.Councils(params)})


@require_safe
@conditional_get
def council(request, slug):
    """Show one council; redirect a merged one to its successor."""
    return _page(request, "overviews/council.html", council=overviews.CouncilPage.read(slug))


@require_safe
@conditional_get
def compare(request):
    """Show councils side by side."""
    params, _ = read_params(request)
    return _page(request, "overviews/compare.html", comparison=overviews.Comparison.read(params))


@require_safe
@conditional_get
def laws(request):
    """Show the law that decisions cite."""
    return render(request, "overviews/laws.html", {"laws": overviews.Laws()})


@require_safe
@conditional_get
def act(request, act):
    """Show one Act and its cited provisions."""
    return render(request, "overviews/act.html", {"act": overviews.ActPage(act)})


@require_safe
@conditional_get
def provision(request, act, number):
    """Show one provision and the decisions that cite it."""
    params, _ = read_params(request)
    page = params.get("page", "")
    return _page(request, "overviews/provision.html", provision=overviews.ProvisionPage.read(act, number, page))


@require_safe
@conditional_get
def trends(request):
    """Show the list with these parameters as charts."""
    params, too_many = read_params(request)
    found = overviews.Trends.read(params, too_many=too_many)
    if isinstance(found, CouncilRenamed):
        return found.redirect(request)
    return render(request, "overviews/trends.html", {"trends": found, "listing": found})


@require_safe
@conditional_get
def trends_as_csv(request):
    """Return the same numbers as CSV; 400 for values that the list would ignore, because a file cannot say so."""
    params, too_many = read_params(request)
    found = overviews.Trends.read(params, too_many=too_many)
    if isinstance(found, CouncilRenamed):
        return found.redirect(request)
    if too_many or found.rejected:
        return HttpResponseBadRequest(refusal_text(found.rejected), content_type="text/plain; charset=utf-8")
    written = StringIO()
    csv.writer(written).writerows([COLUMNS, *found.as_rows()])
    name = 'attachment; filename="trends.csv"'
    text = BYTE_ORDER_MARK + written.getvalue()
    return HttpResponse(text, "text/csv; charset=utf-8", headers={"Content-Disposition": name})


def _page(request, template, **context):
    """Render a page with its one context value; redirect where that is a PageMoved."""
    (found,) = context.values()
    if isinstance(found, overviews.PageMoved):
        return redirect(found.address, permanent=True)
    return render(request, template, context)
