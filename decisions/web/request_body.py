"""Middleware with one limit for all request bodies, checked before anything reads them.

Django writes the files of a multipart form to the disk before a view sees the request. No page takes files, and every
form is sent url-encoded, so multipart is refused at every address.
"""

from collections.abc import Callable
from contextlib import suppress

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from decisions.web.api_access import is_api
from decisions.web.problem_details import problem

MOST_DROPPED = 1_000_000
"""Bytes of a refused body that are read and dropped: a browser still sending when it is cut off shows no answer."""
_PIECE = 64 * 1024
_REASONS = {
    411: ("Its length is missing", "A request must say in Content-Length how long its body is."),
    413: ("That was too much", "Go back, shorten what you wrote, and send it again."),
    415: ("Files are not accepted", "No page here takes files. Send forms as application/x-www-form-urlencoded."),
}


def body_limit_middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Refuse files, bodies that are too long, and bodies of unknown length, at every address."""

    def middleware(request: HttpRequest) -> HttpResponse:
        length, is_chunked = _length(request), "HTTP_TRANSFER_ENCODING" in request.META
        if (length or is_chunked) and (request.content_type or "").startswith("multipart/"):
            _drop(request, is_chunked=is_chunked)
            return _refusal(request, 415)
        if is_chunked:  # Django takes such a body for empty
            return _refusal(request, 413 if _drop(request, is_chunked=True) == MOST_DROPPED else 411)
        if length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            _drop(request, is_chunked=False)
            return _refusal(request, 413)
        return get_response(request)

    return middleware


def _length(request: HttpRequest) -> int:
    value = request.META.get("CONTENT_LENGTH") or "0"
    return int(value) if value.isascii() and value.isdigit() else 0


def _drop(request: HttpRequest, *, is_chunked: bool) -> int:
    """Read the beginning of a body, at most MOST_DROPPED bytes, keep nothing of it, and return how many there were."""
    if is_chunked and not request.META.get("wsgi.input_terminated"):
        return 0  # the server cannot tell where it ends, and reading would wait for ever
    stream = request.META["wsgi.input"] if is_chunked else request
    dropped = 0
    with suppress(OSError):  # the sender is gone, or what was sent is malformed: it is refused all the same
        while dropped < MOST_DROPPED and (piece := stream.read(min(_PIECE, MOST_DROPPED - dropped))):
            dropped += len(piece)
    return dropped


def _refusal(request: HttpRequest, status: int) -> HttpResponse:
    title, remedy = _REASONS[status]
    if is_api(request.path_info):
        response: HttpResponse = problem(request, status, f"{remedy} The archive can only be read.")
    else:
        megabytes = settings.DATA_UPLOAD_MAX_MEMORY_SIZE / 1_000_000
        context = {"title": title, "remedy": remedy, "status": status, "megabytes": megabytes}
        response = render(request, "site/body_refused.html", context, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response
