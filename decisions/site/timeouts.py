"""The answers where a search was stopped, or cannot be made at the moment: 503, which no cache may store."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from decisions.filters import words_of
from decisions.listing.parameters import read_params
from decisions.models import StatementTimeoutError
from decisions.search import IndexUnavailableError
from decisions.web.api_access import is_api, is_data
from decisions.web.problem_details import problem

RETRY_AFTER = 30  # seconds


class TimeoutMiddleware:
    """Answer with 503 where a view raised StatementTimeoutError or IndexUnavailableError."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return problem details, text or a page, as the path requires; None for every other exception."""
        if isinstance(exception, StatementTimeoutError):
            response = _unavailable(request, "The search took too long", _took_too_long())
        elif isinstance(exception, IndexUnavailableError):
            response = _unavailable(request, "Words cannot be searched now", str(exception))
        else:
            return None
        response.headers["Retry-After"] = str(RETRY_AFTER)
        response.headers["Cache-Control"] = "no-store"
        return response


def _took_too_long() -> str:
    return (
        f"This search took more than {settings.STATEMENT_SECONDS:g} seconds, so it was stopped. "
        "Try fewer words, or longer ones: many words ending in * take the longest. "
        f"If your search is a short one, the archive is busy: try again in {RETRY_AFTER} seconds."
    )


def _unavailable(request: HttpRequest, title: str, reason: str) -> HttpResponse:
    if is_api(request.path_info):
        return problem(request, 503, reason)
    if is_data(request.path_info):
        return HttpResponse(f"{reason}\n", "text/plain; charset=utf-8", status=503)
    params, _ = read_params(request)
    context = {"title": title, "reason": reason, "listing": {"words": words_of(params)}}
    return render(request, "503.html", context, status=503)
