"""Views of pages about the archive as a whole: front, about, report, sitemaps, and the page of a 404."""

import re

from django.conf import settings
from django.contrib.sitemaps import views as contrib
from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import get_script_prefix, is_valid_path, reverse
from django.utils.encoding import escape_uri_path
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from decisions.detail.lookup import JointCase
from decisions.grounds import published_scores
from decisions.site import notices, sitemaps
from decisions.site.front import Front
from decisions.web.api_access import is_api
from decisions.web.page_cache import conditional_get
from decisions.web.problem_details import problem
from decisions.web.rate_limit import client_address

_ABOUT = ("statistics", "accessibility", "privacy")
_SIGNS = re.escape(" .,;:!?()[]{}<>\"'`“”‘’«»*…\u00a0")
_COPIED = re.compile(rf"(?:/(?!\.\./?$)|(?<![/{_SIGNS}]))[{_SIGNS}]+/?$")
"""Signs of a sentence that were copied with the address before them."""
_XML = "application/xml; charset=utf-8"


@require_safe
@conditional_get
def front(request):
    """Show the front page."""
    return render(request, "site/front.html", {"front": Front()})


@require_safe
@conditional_get
def about(request, page=""):
    """Show a page about the archive: what it is, its statistics, accessibility or privacy."""
    if page and page not in _ABOUT:
        raise Http404(f"There is no page about “{page}” of this archive.")
    return render(
        request, f"site/{page or 'about'}.html", {"page": page, "measured": published_scores, "limits": notices}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_cache=True)  # not `no-store`: a reader who goes back finds what they typed
@sensitive_post_parameters()
@sensitive_variables()
def report(request):
    """Show the form for reporting an error or asking for a removal, and store what is sent for staff."""
    if request.method != "POST":
        return _form(request, notices.NoticeForm(initial=notices.initial_values(request.GET.get("about", ""))))
    form = notices.NoticeForm(request.POST)
    if not form.is_valid():
        return _form(request, form, 422)
    result = notices.save_notice(form.cleaned_data, client_address(request))
    if isinstance(result, notices.RetryLater):
        response = _form(request, form, result.status, refusal=result)
        response.headers["Retry-After"] = result.seconds
        return response
    return redirect("reported")


@require_safe
@never_cache
def reported(request):
    """Show thanks, and what happens next."""
    return render(request, "site/reported.html")


def not_signed(request, reason=""):
    """Answer a form without a valid CSRF token: for readers the report form again, as it was filled in."""
    if request.path != reverse("report"):
        return render(request, "site/not_signed.html", status=403)
    return _form(request, notices.NoticeForm(initial=request.POST.dict()), 403, is_unsigned=True)


@require_safe
@cache_control(max_age=3600)
def robots(request):
    """Return robots.txt."""
    context = {"sitemap": request.build_absolute_uri(reverse("sitemap")), "is_hidden": settings.NOINDEX}
    return render(request, "site/robots.txt", context, content_type="text/plain; charset=utf-8")


@require_safe
@conditional_get
def sitemap(request):
    """Return the index of sitemaps."""
    context = {"site": f"{request.scheme}://{request.get_host()}", "paths": sitemaps.paths()}
    return render(request, "site/sitemap_index.xml", context, content_type=_XML)


@require_safe
@conditional_get
def sitemap_of_pages(request):
    """Return the sitemap of pages that are not a decision's."""
    return _urlset(request, sitemaps.PageSitemap())


@require_safe
@conditional_get
def sitemap_of_decisions(request, number):
    """Return the sitemap of a block of published decisions."""
    if number not in sitemaps.blocks():
        raise Http404(f"There is no sitemap {number} of decisions.")
    return _urlset(request, sitemaps.DecisionSitemap(number))


@require_safe
@cache_control(max_age=3600)
def favicon(request):
    """Redirect to the icon, for clients that ask for /favicon.ico without reading a page."""
    return redirect(static("archive/icon.svg"))


def _urlset(request, entries):
    return contrib.sitemap(request, {"": entries}, template_name="site/sitemap.xml", content_type=_XML)


def _form(request, form, status=200, **context):
    return render(request, "site/report.html", {"form": form} | context, status=status)


def not_found(request, exception):
    """Answer 404 with the reason: as problem details in the API, elsewhere as a page with links to go on.

    An address that ends in a sign of the sentence or bracket it was copied from leads to the address without it.
    """
    reason = exception.args[0] if exception.args and isinstance(exception.args[0], str) else ""
    if is_api(request.path):
        return problem(request, 404, reason or f"The API is described at {reverse('api')}.")
    without = _COPIED.sub("", request.path_info)
    path = next(filter(is_valid_path, (without, f"{without}/")), None)
    if path and without != request.path_info:
        query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
        return HttpResponsePermanentRedirect(f"{get_script_prefix()}{escape_uri_path(path[1:])}{query}")
    joint = exception if isinstance(exception, JointCase) else None
    return render(request, "404.html", {"reason": reason, "joint": joint}, status=404)
