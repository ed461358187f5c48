"""Feeds: a list of decisions to follow, as Atom."""

from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import render
from django.views.decorators.http import require_safe

from decisions.asking import CouncilRenamed, complaint, parameters
from decisions.following import SINCE, Feed
from decisions.freshness import revalidated


@require_safe
@revalidated
def feed(request):
    """The decisions that a list with these parameters has, newest first; what the list would leave out is refused."""
    asked, too_many = parameters(request)
    found = Feed.read(asked)
    if isinstance(found, CouncilRenamed):
        return found.redirect(request)
    if too_many or found.rejected:
        return HttpResponseBadRequest(complaint(found.rejected), content_type="text/plain; charset=utf-8")
    if not found.is_there:
        raise Http404(f"The feed has no page {found.page}.")
    told = {"feed": found, "host": request.get_host().partition(":")[0], "since": SINCE}
    return render(request, "decisions/feed.xml", told, content_type="application/atom+xml; charset=utf-8")
