"""The pages. Each reads its arguments, calls one function, and answers."""

from django.http import Http404, HttpResponseGone
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRedirect

from decisions.listing import Listing, NoSuchPage
from decisions.models import Decision
from decisions.parsing import reference
from decisions.reading import Reading


@require_safe
def decisions(request):
    """The list of decisions; a reference typed into the search box leads to its decision."""
    try:
        listing = Listing(request.GET)
    except NoSuchPage as error:
        raise Http404(f"The list has no page {error}.") from error
    if listing.reference and (found := Decision.objects.filter(reference=listing.reference).first()):
        # A script that swaps parts of the page must be told to leave it.
        return HttpResponseClientRedirect(found.get_absolute_url()) if request.htmx else redirect(found)
    response = render(request, "decisions/list.html", {"listing": listing})
    if request.htmx:
        response["HX-Push-Url"] = request.path + listing.address(page=listing.page)
    return response


@require_safe
def decision(request, spelling):
    """One decision; every other spelling of its reference leads to its one address."""
    printed = reference.normalise(spelling)
    if printed is None:
        raise Http404(f"“{spelling}” is not a reference such as 22 015 753.")
    if spelling != reference.address(printed):
        return redirect("decision", reference.address(printed), permanent=True)
    found = Decision.objects.without_source().select_related("council").filter(reference=printed).first()
    if found is None:
        raise Http404(f"This archive holds no decision {printed}.")
    if found.removed_at:
        return HttpResponseGone(render_to_string("decisions/removed.html", {"decision": found}, request))
    return render(request, "decisions/detail.html", {"decision": found, "reading": Reading(found)})


def not_found(request, exception):
    """The page that is not there: what was looked for, and where to go on."""
    reason = exception.args[0] if exception.args and isinstance(exception.args[0], str) else ""
    return render(request, "404.html", {"reason": reason}, status=404)
