"""Middleware for the data's addresses: CORS headers, methods allowed, and the API's rate limit.

It comes before the page cache, because its headers differ with each request, cached page or not.
"""

import re
from collections.abc import Callable
from functools import cache

from django.http import HttpRequest, HttpResponse

from decisions.web.problem_details import problem
from decisions.web.rate_limit import Quota, RateLimit, client_address

MOST, SECONDS = 120, 60  # requests to the API from one IP address, and within how many seconds
_DATA = re.compile(r"/api/|/data/files/|/decisions/[^/]+\.(?:atom|csv|jsonl|json|txt)$")
_METHODS = "GET, HEAD, OPTIONS"
_EXPOSED = "ETag, Link, RateLimit, RateLimit-Policy, Retry-After, Content-Disposition"


def is_api(path: str) -> bool:
    """Return whether a path is the API's, whose errors are problem details."""
    return path.startswith("/api/v1/")


def is_data(path: str) -> bool:
    """Return whether a path is the API's or a file's, whose errors are not pages of HTML."""
    return bool(_DATA.match(path))


def api_access_middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Allow other sites to read the data, refuse other methods than reading, and limit the rate of the API."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not is_data(request.path_info):
            return get_response(request)
        response = _refusal(request) or _counted(request, get_response)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = _EXPOSED
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    return answer


def _refusal(request: HttpRequest) -> HttpResponse | None:
    if request.method == "OPTIONS":
        allowed = {"Access-Control-Allow-Methods": _METHODS, "Access-Control-Allow-Headers": "If-None-Match, Range"}
        return HttpResponse(status=204, headers={"Allow": _METHODS, "Access-Control-Max-Age": "86400"} | allowed)
    if request.method not in ("GET", "HEAD"):
        response = problem(request, 405, f"{request.method} is not allowed: the archive can only be read.")
        response.headers["Allow"] = _METHODS
        return response
    return None


def _counted(request: HttpRequest, get_response: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    if not is_api(request.path_info):
        return get_response(request)
    quota = rate_limit().count_request(client_address(request))
    response = get_response(request) if quota.allowed else _too_many(request, quota)
    response.headers["RateLimit-Policy"] = f'"api";q={MOST};w={SECONDS}'
    response.headers["RateLimit"] = f'"api";r={quota.left};t={quota.reset}'
    return response


def _too_many(request: HttpRequest, quota: Quota) -> HttpResponse:
    rate = f"Up to {MOST} requests in {SECONDS} seconds are allowed"
    detail = f"{rate}. Wait {quota.wait} s; the files on /data/ have the whole archive."
    response = problem(request, 429, detail)
    response.headers["Retry-After"] = str(quota.wait)
    response.headers["Cache-Control"] = "no-store"
    return response


@cache
def rate_limit() -> RateLimit:
    """Return the rate limit of the API, one for each process."""
    return RateLimit(MOST, SECONDS)
