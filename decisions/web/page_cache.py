"""Conditional requests and a small page cache in each worker, both valid for one revision of the archive.

The middleware reads the revision (one query) before anything else is done for a page, even before its URL is resolved.
"""

import gzip
import hashlib
import re
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, wraps
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import has_vary_header, patch_vary_headers
from django.utils.http import parse_etags
from django.utils.timezone import localdate
from django_htmx.middleware import HtmxDetails

from decisions.models import Revision

_SOURCES = ("decisions/**/*.py", "templates/**/*", "ombudsman/*.py", "static/**/*", "requirements.txt")
_EXCLUDED = "decisions/tests/"
_VARY = ("Accept-Encoding", "HX-Request")
_LEAVING = ("HX-Redirect", "HX-Location", "HX-Refresh")  # headers by which htmx leaves the page and ignores the body
_REVALIDATE = "no-cache"  # browsers may store it, and must revalidate before they show it again
_MOST_BYTES = 1_000_000  # of all pages cached by a worker: some thirty
_LONGEST_PAGE = 200_000  # bytes as sent; longer pages are not cached
_SHORTEST_TO_COMPRESS = 1000  # bytes: shorter pages fit into one packet anyway
_EFFORT = 3  # gzip level of 9: a third of a millisecond for a page; higher saves a tenth and takes three times as long
_TAKES_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")

View = Callable[..., HttpResponse]


class _Variant(NamedTuple):
    """Everything in a request that a page may depend on: requests for different pages never have the same variant."""

    scheme: str
    host: str
    prefix: str  # the path that the site is served under (SCRIPT_NAME): it is in every link
    path: str
    query: str
    is_gzip: bool
    is_htmx: bool


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as it was sent, with its ETag."""

    tag: str
    headers: dict[str, str]
    content: bytes

    def response(self) -> HttpResponse:
        """Return the page as a new response."""
        return HttpResponse(self.content, headers=self.headers)


class _Pages:
    """The pages that this worker has cached last, up to _MOST_BYTES."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pages: OrderedDict[_Variant, _Page] = OrderedDict()
        self._bytes = 0

    def get(self, key: _Variant) -> _Page | None:
        """Return the cached page of a variant, which may be out of date; None if there is none."""
        return self._pages.get(key)

    def store(self, key: _Variant, page: _Page) -> None:
        """Cache a page, and drop the oldest where they are too many."""
        with self._lock:
            self._drop(key)
            self._pages[key] = page
            self._bytes += len(page.content)
            while self._bytes > _MOST_BYTES:
                self._drop(next(iter(self._pages)))

    def forget(self) -> None:
        """Drop every page. Needed where a database is put back to an earlier state, as tests do."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    def _drop(self, key: _Variant) -> None:
        page = self._pages.pop(key, None)
        self._bytes -= len(page.content) if page else 0


_PAGES = _Pages()
forget = _PAGES.forget


def conditional_get(view: View) -> View:
    """Give a view's pages an ETag, by which browsers revalidate them.

    Decorate only views whose pages depend on nothing but the program, the archive, the day and the request's variant.
    """

    @wraps(view)
    def tagged(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        tag = _tag(request)  # taken first: a page newer than its ETag is only sent again, an older one would stay wrong
        response = view(request, *args, **kwargs)
        patch_vary_headers(response, ["HX-Request"])
        if any(name in response.headers for name in _LEAVING):
            response.headers["Cache-Control"] = "no-store"  # this empty 200 is not the page at this address
            return response
        response.headers["Cache-Control"] = _REVALIDATE
        if response.status_code == 200:
            response.headers["ETag"] = tag
        return response

    return tagged


def page_cache_middleware(get_response: View) -> View:
    """Answer 304 where the browser has the current page, and from the cache where this worker has it."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return get_response(request)
        if request.encoding:
            request.encoding = None  # else Django would decode the query string by the charset in Content-Type
        variant = _variant(request)
        is_cacheable = request.method == "GET" and not variant.is_htmx
        cached = _PAGES.get(variant) if is_cacheable else None
        if_none_match = request.META.get("HTTP_IF_NONE_MATCH", "")
        if cached or if_none_match:
            tag = _tag(request)
            if tag in [each.removeprefix("W/") for each in parse_etags(if_none_match)]:
                return HttpResponseNotModified(
                    headers={"ETag": tag, "Cache-Control": _REVALIDATE, "Vary": ", ".join(_VARY)}
                )
            if cached and cached.tag == tag:
                return cached.response()
        response = get_response(request)
        if not _follows_from_the_archive(response):
            return response
        _compress(response, request)
        if is_cacheable and len(response.content) <= _LONGEST_PAGE:
            _PAGES.store(variant, _Page(response.headers["ETag"], dict(response.items()), response.content))
        return response

    return answer


def _variant(request: HttpRequest) -> _Variant:
    """Return what a page depends on apart from archive, program and day. Raises DisallowedHost."""
    return _Variant(
        request.scheme or "",
        request.get_host(),
        request.META["SCRIPT_NAME"],
        request.path_info,
        request.META.get("QUERY_STRING", ""),  # as sent: two spellings of a query may be read differently
        _takes_gzip(request),
        "HTTP_HX_REQUEST" in request.META and bool(HtmxDetails(request)),
    )


def _takes_gzip(request: HttpRequest) -> bool:
    return bool(_TAKES_GZIP.search(request.META.get("HTTP_ACCEPT_ENCODING", "")))


def _follows_from_the_archive(response: HttpResponse) -> bool:
    is_page = response.status_code == 200 and not response.streaming and "ETag" in response.headers
    return is_page and not response.cookies and not has_vary_header(response, "Cookie")


def _compress(response: HttpResponse, request: HttpRequest) -> None:
    """Compress a response for browsers that accept gzip. Safe from BREACH, for these pages hold no secrets."""
    patch_vary_headers(response, ["Accept-Encoding"])
    if _takes_gzip(request) and len(response.content) >= _SHORTEST_TO_COMPRESS:
        response.content = gzip.compress(response.content, _EFFORT, mtime=0)
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Content-Length"] = str(len(response.content))


def _tag(request: HttpRequest) -> str:
    """Return the ETag, made from the program, the archive's revision, the day (pages show it) and the variant."""
    if not hasattr(request, "page_tag"):
        variant = hashlib.sha256(repr(_variant(request)).encode()).hexdigest()[:12]
        request.page_tag = f'"{_program()}-{Revision.now()}-{localdate().toordinal()}-{variant}"'
    return request.page_tag


@cache
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
