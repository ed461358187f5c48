"""The answers where a search is not made: 503 if it took too long, or cannot be made now; 400 if it is too broad.

No cache may store them.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from decisions.filters import words_of
from decisions.listing.parameters import read_params
from decisions.models import StatementTimeoutError
from decisions.search import IndexUnavailableError, SearchTooBroadError
from decisions.web.api_access import is_api, is_data
from decisions.web.problem_details import problem

RETRY_AFTER = 30  # seconds


class TimeoutMiddleware:
    """Answer with 503 for StatementTimeoutError and IndexUnavailableError, with 400 for SearchTooBroadError."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return problem details, text or a page, as the path requires; None for every other exception."""
        if isinstance(exception, StatementTimeoutError):
            response = _not_made(request, 503, "The search took too long", _took_too_long())
        elif isinstance(exception, IndexUnavailableError):
            response = _not_made(request, 503, "Words cannot be searched now", str(exception))
        elif isinstance(exception, SearchTooBroadError):
            response = _not_made(request, 400, "The search is too broad", str(exception))
        else:
            return None
        if response.status_code == 503:
            response.headers["Retry-After"] = str(RETRY_AFTER)
        response.headers["Cache-Control"] = "no-store"
        return response


def _took_too_long() -> str:
    return (
        f"This search took more than {settings.STATEMENT_SECONDS:g} seconds, so it was stopped. "
        "Try fewer words, or longer ones: many words ending in * take the longest. "
        f"If your search is a short one, the archive is busy: try again in {RETRY_AFTER} seconds."
    )


def _not_made(request: HttpRequest, status: int, title: str, reason: str) -> HttpResponse:
    if is_api(request.path_info):
        return problem(request, status, reason)
    if is_data(request.path_info):
        return HttpResponse(f"{reason}\n", "text/plain; charset=utf-8", status=status)
    params, _ = read_params(request)
    context = {"title": title, "reason": reason, "query": {"words": words_of(params)}}
    return render(request, "search_not_made.html", context, status=status)
