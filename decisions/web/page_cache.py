"""Whether a page that a browser has, or that this worker has made before, is still the page: one look at the revision.

It is asked before anything else is done for a page, even before its address is looked up.
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
_LEAVING = ("HX-Redirect", "HX-Location", "HX-Refresh")  # headers by which htmx leaves the page, whatever its body is
_REVALIDATE = "no-cache"  # browsers may keep it and must ask before they show it again
_MOST_BYTES = 1_000_000  # of pages that a worker keeps: some thirty
_LONGEST_PAGE = 200_000  # bytes as sent; a longer one is made anew each time
_SHORTEST_TO_COMPRESS = 1000  # bytes; what goes over the wire in one packet anyway
_EFFORT = 3  # of 9, a third of a millisecond for a page; more makes it a tenth smaller and takes three times as long
_TAKES_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")

View = Callable[..., HttpResponse]


class _Variant(NamedTuple):
    """All of a request that a page may depend on: requests for different pages never have the same variant."""

    scheme: str
    host: str
    prefix: str  # the path that the site is under: it is in every link
    path: str
    query: str
    is_gzip: bool
    is_htmx: bool


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as it was sent, and the tag of the state of the archive that it shows."""

    tag: str
    headers: dict[str, str]
    content: bytes

    def response(self) -> HttpResponse:
        """The page, to be sent once more."""
        return HttpResponse(self.content, headers=self.headers)


class _Pages:
    """The pages that this worker has sent last, within a number of bytes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pages: OrderedDict[_Variant, _Page] = OrderedDict()
        self._bytes = 0

    def get(self, key: _Variant) -> _Page | None:
        """The page at an address, be it of now or not."""
        return self._pages.get(key)

    def store(self, key: _Variant, page: _Page) -> None:
        """Keep a page, and drop those that were kept first where they are too many."""
        with self._lock:
            self._drop(key)
            self._pages[key] = page
            self._bytes += len(page.content)
            while self._bytes > _MOST_BYTES:
                self._drop(next(iter(self._pages)))

    def forget(self) -> None:
        """Drop every page, as after a database has been put back to an earlier state."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    def _drop(self, key: _Variant) -> None:
        page = self._pages.pop(key, None)
        self._bytes -= len(page.content) if page else 0


_PAGES = _Pages()
forget = _PAGES.forget


def conditional_get(view: View) -> View:
    """A view whose pages follow from the archive alone: kept by browsers, asked for anew each time, sent if changed."""

    @wraps(view)
    def tagged(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        tag = _tag(request)  # before the page is made, which may then be newer than its tag and never older
        response = view(request, *args, **kwargs)
        patch_vary_headers(response, ["HX-Request"])
        if any(name in response.headers for name in _LEAVING):
            response.headers["Cache-Control"] = "no-store"  # an empty 200, which is not the page at this address
            return response
        response.headers["Cache-Control"] = _REVALIDATE
        if response.status_code == 200:
            response.headers["ETag"] = tag
        return response

    return tagged


def page_cache_middleware(get_response: View) -> View:
    """Answer without making the page where the browser has it still, or this worker has it still."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return get_response(request)
        if request.encoding:
            request.encoding = None  # Django would read the query by the charset that a Content-Type names
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
    """Return what the page depends on besides archive, program and day. Raises DisallowedHost."""
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
    """Make it smaller for browsers that take it so. It holds nothing secret, whose length could give it away."""
    patch_vary_headers(response, ["Accept-Encoding"])
    if _takes_gzip(request) and len(response.content) >= _SHORTEST_TO_COMPRESS:
        response.content = gzip.compress(response.content, _EFFORT, mtime=0)
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Content-Length"] = str(len(response.content))


def _tag(request: HttpRequest) -> str:
    """Return the ETag: of the archive's state, the program, the day, which pages show, and the variant."""
    if not hasattr(request, "page_tag"):
        variant = hashlib.sha256(repr(_variant(request)).encode()).hexdigest()[:12]
        request.page_tag = f'"{_program()}-{Revision.now()}-{localdate().toordinal()}-{variant}"'
    return request.page_tag


@cache
def _program() -> str:
    """Return a digest of the files that pages are made from: the same wherever and whenever they were installed."""
    return _digest(settings.BASE_DIR)


def _digest(root: Path) -> str:
    digest = hashlib.sha256()
    files = {file.relative_to(root).as_posix(): file for each in _SOURCES for file in root.glob(each)}
    for name, file in sorted(files.items()):
        if file.is_file() and not name.startswith(_EXCLUDED):
            digest.update(f"{name} {hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()[:12]
