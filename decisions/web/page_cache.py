"""Conditional requests and cached pages, both valid for one revision of the archive.

The middleware reads the revision (one query) before anything else is done for a page. Pages are kept in Django's cache:
in the memory of each worker or, where CACHE_URL names one, in a Redis that all workers share.
"""

import gzip
import hashlib
import re
from collections.abc import Callable
from functools import cache as once
from functools import lru_cache, wraps
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.urls import Resolver404, resolve
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from django.utils.timezone import localdate
from django_htmx.middleware import HtmxDetails

from decisions.models import Revision

_SOURCES = (
    "decisions/**/*.py",
    "decisions/**/*.toml",
    "templates/**/*",
    "ombudsman/*.py",
    "static/**/*",
    "requirements.txt",
)
_EXCLUDED = "decisions/tests/"
_VARY = ("Accept-Encoding", "HX-Request")  # the headers that are part of a page's key
_LEAVING = ("HX-Redirect", "HX-Location", "HX-Refresh")  # headers by which htmx leaves the page and ignores the body
_REVALIDATE = "no-cache"  # browsers may store it, and must revalidate before they show it again
_LONGEST_PAGE = 100_000  # bytes as sent; longer pages are not cached: a worker's memory counts pages, not bytes
_SHORTEST_TO_COMPRESS = 1000  # bytes: shorter pages fit into one packet anyway
_EFFORT = 3  # gzip level of 9: a third of a millisecond for a page; higher saves a tenth and takes three times as long
_TAKES_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")

View = Callable[..., HttpResponse]


def conditional_get(view: View) -> View:
    """Give a view's pages an ETag, by which browsers revalidate them and the cache keeps them.

    Decorate only views whose pages depend on nothing but the program, the archive, the day and what `_variant` returns.
    """

    @wraps(view)
    def tagged(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        tag = _tag(request)  # taken first: a page newer than its ETag is only sent again, an older one would stay wrong
        response = view(request, *args, **kwargs)
        patch_vary_headers(response, ["HX-Request"])
        if any(name in response.headers for name in _LEAVING):
            response.headers["Cache-Control"] = "no-store"  # this empty 200 is not the page at this address
        if _is_no_store(response):
            return response
        response.headers["Cache-Control"] = _REVALIDATE
        if response.status_code == 200:
            response.headers["ETag"] = tag
        return response

    tagged.has_etag = True
    return tagged


def page_cache_middleware(get_response: View) -> View:
    """Answer 304 where the browser has the current page, and from the cache where the page is there."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return get_response(request)
        if request.encoding:
            request.encoding = None  # else Django would decode the query string by the charset in Content-Type
        if not _has_etag(request.path_info):
            return get_response(request)
        return _unchanged(request) or _cached(request) or _cacheable(request, get_response(request))

    return answer


def _unchanged(request: HttpRequest) -> HttpResponse | None:
    tag = _tag(request)
    if tag not in [each.removeprefix("W/") for each in parse_etags(request.META.get("HTTP_IF_NONE_MATCH", ""))]:
        return None
    return HttpResponseNotModified(headers={"ETag": tag, "Cache-Control": _REVALIDATE, "Vary": ", ".join(_VARY)})


def _cached(request: HttpRequest) -> HttpResponse | None:
    page = cache.get(_tag(request)) if request.method == "GET" else None
    if page is None:
        return None
    status, headers, content = page
    return HttpResponse(content, status=status, headers=headers)


def _cacheable(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Compress and cache a response that its ETag identifies; take the ETag from one that it does not."""
    tag = _tag(request)
    if response.headers.get("ETag") != tag or response.streaming:
        return response
    if not _depends_on_its_key_alone(response):
        del response.headers["ETag"]
        return response
    _compress(response, request)
    if request.method == "GET" and len(response.content) <= _LONGEST_PAGE:
        cache.set(tag, (response.status_code, dict(response.items()), response.content))
    return response


@lru_cache(maxsize=1000)
def _has_etag(path: str) -> bool:
    """Return whether the view of a path is conditional: the revision is not read for the others."""
    try:
        return hasattr(resolve(path).func, "has_etag")
    except Resolver404:
        return False


def _variant(request: HttpRequest) -> tuple[str | bool, ...]:
    """Return what a page depends on apart from archive, program and day. Raises DisallowedHost."""
    return (
        request.scheme or "",
        request.get_host(),
        request.META["SCRIPT_NAME"],  # the path that the site is served under: it is in every link
        request.path_info,
        request.META.get("QUERY_STRING", ""),  # as sent: two spellings of a query may be read differently
        _takes_gzip(request),
        "HTTP_HX_REQUEST" in request.META and bool(HtmxDetails(request)),
    )


def _takes_gzip(request: HttpRequest) -> bool:
    return bool(_TAKES_GZIP.search(request.META.get("HTTP_ACCEPT_ENCODING", "")))


def _depends_on_its_key_alone(response: HttpResponse) -> bool:
    """Return whether a page sets no cookie, may be stored, and varies by no header that is not in its key."""
    varies_by = {name.strip().lower() for name in response.headers.get("Vary", "").split(",") if name.strip()}
    is_covered = varies_by <= {name.lower() for name in _VARY}
    return is_covered and not response.cookies and not _is_no_store(response)


def _is_no_store(response: HttpResponse) -> bool:
    return "no-store" in response.headers.get("Cache-Control", "")


def _compress(response: HttpResponse, request: HttpRequest) -> None:
    """Compress a response for browsers that accept gzip. Safe from BREACH, for these pages hold no secrets."""
    patch_vary_headers(response, ["Accept-Encoding"])
    if _takes_gzip(request) and len(response.content) >= _SHORTEST_TO_COMPRESS:
        response.content = gzip.compress(response.content, _EFFORT, mtime=0)
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Content-Length"] = str(len(response.content))


def _tag(request: HttpRequest) -> str:
    """Return the ETag, which is also the key of the page in the cache.

    It is made from the program, the archive's revision, the day (pages show it) and the variant.
    """
    if not hasattr(request, "page_tag"):
        variant = hashlib.sha256(repr(_variant(request)).encode()).hexdigest()[:32]  # no two can be made to agree
        request.page_tag = f'"{_program()}-{Revision.now()}-{localdate().toordinal()}-{variant}"'
    return request.page_tag


@once
def _program() -> str:
    """Return a digest of the contents of all files that pages are made from, so hosts with the same code agree."""
    return _digest(settings.BASE_DIR)


def _digest(root: Path) -> str:
    digest = hashlib.sha256()
    files = {file.relative_to(root).as_posix(): file for each in _SOURCES for file in root.glob(each)}
    for name, file in sorted(files.items()):
        if file.is_file() and not name.startswith(_EXCLUDED):
            digest.update(f"{name} {hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()[:12]
