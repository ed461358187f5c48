"""Views of the API, and of its documentation for people."""

from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from decisions.api import schema
from decisions.api.lists import list_councils, list_grounds
from decisions.api.paging import Page, ParametersError
from decisions.data import fields, public_decision
from decisions.data.shape import moment
from decisions.detail.lookup import decision_response
from decisions.listing.parameters import MOST_PARAMETERS, list_view
from decisions.models import Decision
from decisions.web.page_cache import conditional_get
from decisions.web.problem_details import problem


@require_safe
@conditional_get
@list_view
def decisions(request, query):
    """Return a page of decisions, with the parameters of the list."""
    if query.too_many:
        return problem(request, 400, f"The address has more than {MOST_PARAMETERS} parameters. Use fewer.")
    try:
        page = Page(query)
    except ParametersError as error:
        detail = "; ".join(f"{each['parameter']}: {each['remedy']}" for each in error.errors)
        return problem(request, 400, detail, errors=error.errors)
    address = page.next and _with_cursor(request, query.params, page.next)
    response = _json({"total": page.total, "notes": page.notes, "next": address, "decisions": page.decisions})
    if address:
        response["Link"] = f'<{address}>; rel="next"'
    return response


@require_safe
@conditional_get
def decision(request, spelling):
    """Return one decision in its public shape; 410 with the reason where it was removed."""

    def respond(found):
        return _json(public_decision(found))

    return decision_response(request, spelling, respond, Decision.objects.without_source(), _removed)


def _removed(request, decision):
    more = {"removed_at": moment(decision.removed_at), "reason": decision.removal_reason}
    return problem(request, 410, "This decision was removed from the archive.", **more)


@require_safe
@conditional_get
def councils(request):
    """Return every body that published decisions are about."""
    return _json({"councils": list_councils()})


@require_safe
@conditional_get
def grounds(request):
    """Return every rejection ground."""
    return _json({"grounds": list_grounds()})


@require_safe
@conditional_get
def openapi(request):
    """Return the OpenAPI description."""
    return _json(schema.document())


@require_safe
@conditional_get
def documentation(request):
    """Show the documentation of the API for people."""
    api = schema.document()
    site = f"{request.scheme}://{request.get_host()}"
    context = {"api": api, "root": api["servers"][0]["url"], "site": site, "fields": fields}
    return render(request, "api/api.html", context)


def _json(data):
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False})


def _with_cursor(request, params, cursor):
    query = params.copy()
    query["cursor"] = str(cursor)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode(safe='/')}")
