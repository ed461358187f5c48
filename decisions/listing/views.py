"""Views of the list: decisions, all values of one facet, and suggestions for the search box."""

from dataclasses import asdict

from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRedirect

from decisions.filters import LONGEST_VALUE, words_of
from decisions.listing.parameters import list_view, read_params
from decisions.listing.results import Listing
from decisions.listing.suggestions import suggestions
from decisions.models import Decision
from decisions.parsing import reference
from decisions.web.page_cache import conditional_get


@require_safe
@conditional_get
def decisions(request):
    """Show the list; redirect a typed reference to its decision, and a merged council to its successor."""
    params, _ = read_params(request)
    printed = reference.find(words_of(params))
    found = list(Decision.objects.of_reference(printed).values_list("reference", flat=True)) if printed else []
    if len(found) == 1 or printed in found:
        address = reverse("decision", args=[reference.address(found[0])])
        # htmx would follow a plain redirect itself and swap the answer into the list: HX-Redirect makes it leave.
        return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
    return _list(request)


@list_view
def _list(request, query):
    listing = Listing(query)
    response = render(request, "listing/list.html", {"query": query, "listing": listing})
    if request.htmx:  # it follows a redirect to a merged council's successor, and the answer to that names the address
        response["HX-Push-Url"] = request.path + query.address(page=listing.pages.number)
    return response


@require_safe
@conditional_get
@list_view
def facet(request, query, name):
    """Show all values of a facet under the list's other filters, or those whose label has what was typed."""
    found = query.results.facets.get(name)
    if found is None:
        raise Http404(f"The list has no filter {name}.")
    find = query.params.get("find", "")[:LONGEST_VALUE]
    context = {"query": query, "facet": found, "find": find, "values": found.like(find)}
    return render(request, "listing/facet.html", context | {"others": query.parameters(without=name)})


@require_safe
@conditional_get
def suggest(request):
    """Return suggestions for what has been typed in the search box so far, as JSON."""
    params, _ = read_params(request)
    return JsonResponse({"suggestions": [asdict(each) for each in suggestions(params.get("q", ""))]})
