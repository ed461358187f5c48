"""Views of the list: decisions, all values of one facet, and suggestions for the search box."""

from dataclasses import asdict

from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRedirect

from decisions.filters import LONGEST_VALUE
from decisions.listing.parameters import CouncilRenamed, read_params, reference_in
from decisions.listing.results import Listing
from decisions.listing.suggestions import suggestions
from decisions.models import Decision
from decisions.parsing import reference
from decisions.web.page_cache import conditional_get


@require_safe
@conditional_get
def decisions(request):
    """Show the list; redirect a typed reference to its decision, and a merged council to its successor."""
    params, too_many = read_params(request)
    printed = reference_in(params)
    found = list(Decision.objects.of_reference(printed).values_list("reference", flat=True)) if printed else []
    if len(found) == 1 or printed in found:
        address = reverse("decision", args=[reference.address(found[0])])
        # htmx would follow a plain redirect itself and swap the answer into the list: HX-Redirect makes it leave.
        return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
    listing = Listing.read(params, too_many=too_many)
    if isinstance(listing, CouncilRenamed):
        return listing.redirect(request)  # htmx follows it, and the answer to that names the address (HX-Push-Url)
    response = render(request, "listing/list.html", {"listing": listing})
    if request.htmx:
        response["HX-Push-Url"] = request.path + listing.address(page=listing.pages.number)
    return response


@require_safe
@conditional_get
def facet(request, name):
    """Show all values of a facet under the list's other filters, or those whose label has what was typed."""
    params, too_many = read_params(request)
    find = params.get("find", "")[:LONGEST_VALUE]
    listing = Listing.read(params, too_many=too_many, with_rows=False)
    if isinstance(listing, CouncilRenamed):
        return listing.redirect(request)
    if name not in listing.facets:
        raise Http404(f"The list has no filter {name}.")
    values = listing.facets[name].like(find)
    context = {"listing": listing, "facet": listing.facets[name], "find": find, "values": values}
    return render(request, "listing/facet.html", context | {"others": listing.parameters(without=name)})


@require_safe
@conditional_get
def suggest(request):
    """Return suggestions for what has been typed in the search box so far, as JSON."""
    params, _ = read_params(request)
    return JsonResponse({"suggestions": [asdict(each) for each in suggestions(params.get("q", ""))]})
