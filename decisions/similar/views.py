"""Views of similar decisions: those like one, and those closest to a reader's description."""

from django.core.exceptions import TooManyFieldsSent
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from decisions.detail.lookup import decision_response
from decisions.models import Decision
from decisions.similar import LONGEST, Closest, Similar
from decisions.web.page_cache import conditional_get


@require_safe
@conditional_get
def similar(request, spelling):
    """Show the decisions most like one, with the reasons."""

    def respond(found):
        return render(request, "similar/similar.html", {"decision": found, "similar": Similar(found)})

    return decision_response(request, spelling, respond, Decision.objects.without_source().select_related("council"))


@csrf_exempt  # it changes nothing, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
@sensitive_post_parameters()
@sensitive_variables()
def describe(request):
    """Show the decisions closest to a reader's description, which no address, log or table keeps."""
    words = _words(request)
    closest = Closest(words) if words.strip() else None
    context = {"words": words[:LONGEST], "longest": LONGEST, "closest": closest, "is_sent": request.method == "POST"}
    return render(request, "similar/describe.html", context)


def _words(request):
    """Return what a reader wrote; empty where the body is not a form or has too many fields."""
    try:
        return request.POST.get("words", "")
    except TooManyFieldsSent:
        return ""
