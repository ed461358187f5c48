"""Errors for programs as problem details (RFC 9457)."""

from typing import Any

from django.http import HttpRequest, JsonResponse

KIND = "application/problem+json"
_TITLES = {
    400: "Invalid parameter",
    404: "Not found",
    405: "Method not allowed",
    410: "The decision was removed",
    411: "The length of the body is missing",
    413: "The body is too long",
    415: "The body is of a kind that is not accepted",
    429: "Too many requests",
    503: "The search took too long",
}


def problem(request: HttpRequest, status: int, detail: str, **more: Any) -> JsonResponse:
    """Return an error response. `detail` says what is wrong and what to do; `more` are further members."""
    body = {"type": "about:blank", "title": _TITLES[status], "status": status, "detail": detail}
    body |= {"instance": request.get_full_path()} | more
    return JsonResponse(body, status=status, content_type=KIND, json_dumps_params={"ensure_ascii": False})
