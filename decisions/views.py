"""The pages. Each reads its arguments, calls one function, and answers."""

from dataclasses import asdict

from django.core.exceptions import TooManyFieldsSent
from django.http import Http404, HttpResponse, HttpResponseGone, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRedirect

from decisions import representation
from decisions.asking import CouncilRenamed, parameters, reference_in
from decisions.citing import Citing
from decisions.filters import LONGEST_VALUE, words_of
from decisions.freshness import revalidated
from decisions.listing import Listing
from decisions.models import Decision
from decisions.parsing import reference
from decisions.problems import problem
from decisions.programs import is_api
from decisions.reading import DecisionPage, to_be_read
from decisions.similar import LONGEST, Closest, Similar
from decisions.suggestions import suggestions
from decisions.versions import Versions
from decisions.within import opened_from


@require_safe
@revalidated
def decisions(request):
    """The list of decisions; a reference in the search box leads to its decision, a merged council to the other."""
    asked, too_many = parameters(request)
    printed = reference_in(asked)
    if printed and Decision.objects.filter(reference=printed).exists():
        address = reverse("decision", args=[reference.address(printed)])
        # A script that swaps parts of the page must be told to leave it.
        return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
    listing = Listing.read(asked, too_many=too_many)
    if isinstance(listing, CouncilRenamed):
        return listing.redirect(request)  # a script follows it, and is told the address
    response = render(request, "decisions/list.html", {"listing": listing})
    if request.htmx:
        response["HX-Push-Url"] = request.path + listing.address(page=listing.page)
    return response


@require_safe
@revalidated
def facet(request, name):
    """All values of a facet under the other filters of a list, or those that have what was typed."""
    asked, too_many = parameters(request)
    find = asked.get("find", "")[:LONGEST_VALUE]
    listing = Listing.read(asked, too_many=too_many, with_rows=False)
    if isinstance(listing, CouncilRenamed):
        return listing.redirect(request)
    if name not in listing.facets:
        raise Http404(f"The list has no filter {name}.")
    values = listing.facets[name].like(find)
    shown = {"listing": listing, "facet": listing.facets[name], "find": find, "values": values}
    return render(request, "decisions/facet.html", shown | {"others": listing.parameters(without=name)})


@require_safe
@revalidated
def decision(request, spelling):
    """One decision; every other spelling of its reference leads to its one address."""

    def page(found):
        asked, _ = parameters(request)
        within = opened_from(asked, found)
        if isinstance(within, CouncilRenamed):
            return within.redirect(request)
        reading = DecisionPage(found, words_of(asked))
        cited = Citing(found, request.build_absolute_uri(found.get_absolute_url()))
        return render(
            request, "decisions/detail.html", {"decision": found, "reading": reading, "within": within, "cited": cited}
        )

    return _of_one(request, spelling, page, to_be_read())


@require_safe
@revalidated
def source(request, spelling):
    """The source text of a decision, byte for byte, as plain text whatever it is."""

    def page(found):
        told = {"Content-Disposition": f'inline; filename="{found.address}.txt"'} | _is_of(request, found)
        return HttpResponse(bytes(found.source), f"text/plain; charset={found.source_encoding}", headers=told)

    return _of_one(request, spelling, page, Decision.objects.all())


@require_safe
@revalidated
def data(request, spelling):
    """The public shape of a decision."""

    def page(found):
        told = representation.of(found)
        return JsonResponse(told, json_dumps_params={"ensure_ascii": False}, headers=_is_of(request, found))

    return _of_one(request, spelling, page, Decision.objects.without_source().select_related("council"))


def _is_of(request, decision):
    """The header that tells search engines which page the same decision has."""
    return {"Link": f'<{request.build_absolute_uri(decision.get_absolute_url())}>; rel="canonical"'}


@require_safe
def official_address(request, spelling):
    """The address that the Ombudsman's own site gives a decision leads to ours, whatever its categories are."""
    printed = reference.normalise(spelling)
    if printed is None or not Decision.objects.filter(reference=printed).exists():
        raise Http404(f"This archive does not have decision {printed or spelling}.")
    return redirect("decision", reference.address(printed), permanent=True)


@require_safe
@revalidated
def versions(request, spelling):
    """The source texts that a decision was read from, and what each changed."""

    def page(found):
        return render(request, "decisions/versions.html", {"decision": found, "versions": Versions(found)})

    return _of_one(request, spelling, page, Decision.objects.select_related("council"))


@require_safe
@revalidated
def similar(request, spelling):
    """The decisions most like one, and why."""

    def page(found):
        return render(request, "decisions/similar.html", {"decision": found, "similar": Similar(found)})

    return _of_one(request, spelling, page, Decision.objects.without_source().select_related("council"))


@require_safe
@revalidated
def suggest(request):
    """What can be picked for what has been typed in the search box so far, as data."""
    asked, _ = parameters(request)
    return JsonResponse({"suggestions": [asdict(each) for each in suggestions(asked.get("q", ""))]})


@csrf_exempt  # it changes nothing, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
@sensitive_post_parameters()
@sensitive_variables()
def describe(request):
    """The decisions closest to what somebody tells. It is in no address, and nothing keeps it."""
    told = _told(request)
    closest = Closest(told) if told.strip() else None
    asked = {"told": told[:LONGEST], "closest": closest, "is_asked": request.method == "POST"}
    return render(request, "decisions/describe.html", asked | {"longest": LONGEST})


def _told(request):
    """What somebody tells; empty where it is not sent as a form."""
    try:
        return request.POST.get("told", "")
    except TooManyFieldsSent:
        return ""


def _of_one(request, spelling, page, decisions):
    """A page of one decision, at its one address; gone where the decision was removed."""
    printed = reference.normalise(spelling)
    if printed is None:
        raise Http404(f"“{spelling}” is not a reference such as 22 015 753.")
    if spelling != reference.address(printed):
        return redirect(request.resolver_match.view_name, reference.address(printed), permanent=True)
    decisions_of_it = decisions.filter(reference=printed)
    if found := decisions_of_it.published().first():
        return page(found)
    if removed := decisions_of_it.removed().first():
        return HttpResponseGone(render_to_string("decisions/removed.html", {"decision": removed}, request))
    raise Http404(f"This archive does not have decision {printed}.")


def not_found(request, exception):
    """The page that is not there: what was looked for, and where to go on."""
    reason = exception.args[0] if exception.args and isinstance(exception.args[0], str) else ""
    if is_api(request.path):
        return problem(request, 404, reason or f"The API is described at {reverse('api')}.")
    return render(request, "404.html", {"reason": reason}, status=404)
