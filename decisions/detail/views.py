"""The pages of one decision. Each reads its arguments, calls one function, and answers."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from decisions import data as representation
from decisions.detail.citation import Citation
from decisions.detail.lookup import decision_response
from decisions.detail.navigation import navigation_for
from decisions.detail.page import DecisionPage, detail_queryset
from decisions.detail.versions import Versions
from decisions.filters import words_of
from decisions.listing.parameters import CouncilRenamed, parameters
from decisions.models import Decision
from decisions.parsing import reference
from decisions.web.page_cache import conditional_get


@require_safe
@conditional_get
def decision(request, spelling):
    """One decision; every other spelling of its reference leads to its one address."""

    def page(found):
        asked, _ = parameters(request)
        within = navigation_for(asked, found)
        if isinstance(within, CouncilRenamed):
            return within.redirect(request)
        reading = DecisionPage(found, words_of(asked))
        cited = Citation(found, request.build_absolute_uri(found.get_absolute_url()))
        return render(
            request, "detail/decision.html", {"decision": found, "reading": reading, "within": within, "cited": cited}
        )

    return decision_response(request, spelling, page, detail_queryset())


@require_safe
@conditional_get
def source(request, spelling):
    """The source text of a decision, byte for byte, as plain text whatever it is."""

    def page(found):
        told = {"Content-Disposition": f'inline; filename="{found.address}.txt"'} | _is_of(request, found)
        return HttpResponse(bytes(found.source), f"text/plain; charset={found.source_encoding}", headers=told)

    return decision_response(request, spelling, page, Decision.objects.all())


@require_safe
@conditional_get
def data(request, spelling):
    """The public shape of a decision."""

    def page(found):
        told = representation.of(found)
        return JsonResponse(told, json_dumps_params={"ensure_ascii": False}, headers=_is_of(request, found))

    return decision_response(request, spelling, page, Decision.objects.without_source().select_related("council"))


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
@conditional_get
def versions(request, spelling):
    """The source texts that a decision was read from, and what each changed."""

    def page(found):
        return render(request, "detail/versions.html", {"decision": found, "versions": Versions(found)})

    return decision_response(request, spelling, page, Decision.objects.select_related("council"))
