"""Views of one decision: its page, source text, JSON and versions."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from decisions.data import public_decision
from decisions.detail.citation import Citation
from decisions.detail.lookup import decision_response
from decisions.detail.navigation import navigation_for
from decisions.detail.page import DecisionPage, detail_queryset
from decisions.detail.versions import Versions
from decisions.filters import words_of
from decisions.listing.parameters import CouncilRenamed, read_params
from decisions.models import Decision
from decisions.parsing import reference
from decisions.web.page_cache import conditional_get


@require_safe
@conditional_get
def decision(request, spelling):
    """Show a decision; redirect any other spelling of its reference."""

    def respond(found):
        params, _ = read_params(request)
        navigation = navigation_for(params, found)
        if isinstance(navigation, CouncilRenamed):
            return navigation.redirect(request)
        page = DecisionPage(found, words_of(params))
        citation = Citation(found, request.build_absolute_uri(found.get_absolute_url()))
        context = {"decision": found, "page": page, "navigation": navigation, "citation": citation}
        return render(request, "detail/decision.html", context)

    return decision_response(request, spelling, respond, detail_queryset())


@require_safe
@conditional_get
def source(request, spelling):
    """Return the source text of a decision byte for byte, as plain text even where it is HTML."""

    def respond(found):
        headers = {"Content-Disposition": f'inline; filename="{found.address}.txt"'} | _canonical_link(request, found)
        return HttpResponse(bytes(found.source), f"text/plain; charset={found.source_encoding}", headers=headers)

    return decision_response(request, spelling, respond, Decision.objects.all())


@require_safe
@conditional_get
def data(request, spelling):
    """Return the public shape of a decision as JSON."""

    def respond(found):
        headers = _canonical_link(request, found)
        return JsonResponse(public_decision(found), json_dumps_params={"ensure_ascii": False}, headers=headers)

    return decision_response(request, spelling, respond, Decision.objects.without_source().select_related("council"))


def _canonical_link(request, decision):
    """Return the header that names a decision's page as the canonical address, for search engines."""
    return {"Link": f'<{request.build_absolute_uri(decision.get_absolute_url())}>; rel="canonical"'}


@require_safe
def official_address(request, spelling):
    """Redirect from the path that the Ombudsman's own site gives a decision, whatever categories it has."""
    printed = reference.normalise(spelling)
    if printed is None or not Decision.objects.of_reference(printed).exists():
        raise Http404(f"This archive does not have decision {printed or spelling}.")
    return redirect("decision", reference.address(printed), permanent=True)


@require_safe
@conditional_get
def versions(request, spelling):
    """Show the source texts that a decision was parsed from, and the changes between them."""

    def respond(found):
        return render(request, "detail/versions.html", {"decision": found, "versions": Versions(found)})

    return decision_response(request, spelling, respond, Decision.objects.select_related("council"))
