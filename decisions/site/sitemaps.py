"""Sitemaps and robots.txt: which pages there are, when each last changed, and which not to crawl."""

from collections.abc import Callable, Iterator
from datetime import datetime
from html import escape
from itertools import chain, islice

import numpy as np
from django.db.models import Max, OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone

from decisions import facets, overviews
from decisions.grounds import CATALOGUE
from decisions.models import Correction, Decision, path_of, snapshot, without_time_limit
from decisions.web.paths import ground_page

MOST = 50_000
"""The most pages in one sitemap, a limit of the protocol (sitemaps.org)."""
BLOCK = 10_000
"""The range of primary keys whose decisions are in one sitemap."""
PAGES = (
    ("front",),
    ("decisions",),
    ("trends",),
    ("grounds",),
    ("councils",),
    ("laws",),
    ("describe",),
    ("data",),
    ("api",),
    ("about",),
    ("about", "statistics"),
    ("about", "accessibility"),
    ("about", "privacy"),
)
"""Pages that are not about a decision, ground, council or law, each as its URL name and arguments."""
_NOT_TO_CRAWL = (
    "/*?",  # searches, filters and their combinations, orders, and highlighting on a decision's page
    "/decisions/facets/",
    "/decisions/suggest/",
    "/decisions/*/similar/",
    "/decisions/*/versions/",
    "/decisions/feed.atom",
    "/decisions/export.",
    "/decisions/trends.csv",
    "/councils/compare/",
    "/data/files/",
    "/api/v1/",
    "/report/",
    "/admin/",
)
_AT_ONCE = 500
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

Absolute = Callable[[str], str]
"""Makes a URL with scheme and host from a path."""


def robots(absolute: Absolute, *, is_hidden: bool) -> str:
    """Return the text of `/robots.txt`. `is_hidden`: nothing may be crawled."""
    if is_hidden:
        return "User-agent: *\nDisallow: /\n"
    closed = "".join(f"Disallow: {each}\n" for each in _NOT_TO_CRAWL)
    return f"User-agent: *\n{closed}\nSitemap: {absolute(reverse('sitemap'))}\n"


def index(absolute: Absolute) -> str:
    """Return the index of sitemaps: one for each block of decisions, and one for other pages. At most one query."""
    paths = [reverse("sitemap_of_pages"), *(reverse("sitemap_of_decisions", args=[each]) for each in _blocks())]
    entries = "".join(f"<sitemap><loc>{escape(absolute(each))}</loc></sitemap>\n" for each in paths)
    return f"{_XML}<sitemapindex {_NAMESPACE}>\n{entries}</sitemapindex>\n"


def pages(absolute: Absolute) -> str:
    """Return the sitemap of all pages but decisions: single pages, grounds, councils, law. Three queries.

    It is cut at MOST pages. Law comes last, and only with tens of thousands of provisions would any be cut.
    """
    ours = (reverse(name, args=arguments) for name, *arguments in PAGES)
    grounds = (ground_page(slug) for slug in CATALOGUE)
    paths = islice(chain(ours, grounds, overviews.council_pages(), overviews.law_pages()), MOST)
    return f"{_XML}<urlset {_NAMESPACE}>\n{''.join(_url(absolute(each)) for each in paths)}</urlset>\n"


def has_block(number: int) -> bool:
    """Whether any published decision is in the block."""
    return number in _blocks()


def decisions(number: int, absolute: Absolute) -> Iterator[str]:
    """Yield the sitemap of a block of published decisions in pieces, of one state of the archive. One query."""
    first = number * BLOCK
    corrected = (
        Correction.objects.filter(decision=OuterRef("pk")).order_by().values("decision").annotate(last=Max("at"))
    )
    rows = (
        Decision.objects.published()
        .filter(pk__gte=first, pk__lt=first + BLOCK)
        .order_by("pk")
        .annotate(corrected_at=Subquery(corrected.values("last")))
        .values_list("reference", "imported_at", "corrected_at")
    )
    host = absolute("/").removesuffix("/")  # calling `absolute` for each would be half of the time
    yield f"{_XML}<urlset {_NAMESPACE}>\n"
    with snapshot(), without_time_limit():  # it is streamed, and a slow connection may take minutes
        found = rows.iterator(chunk_size=_AT_ONCE)
        while some := list(islice(found, _AT_ONCE)):
            yield "".join(_url(f"{host}{path_of(reference)}", *moments) for reference, *moments in some)
    yield "</urlset>\n"


def _url(address: str, *moments: datetime | None) -> str:
    """Return the entry of a page. `moments`: when it changed; None for those not known."""
    known = [each for each in moments if each]
    last = f"<lastmod>{timezone.localtime(max(known)).date()}</lastmod>" if known else ""
    return f"<url><loc>{escape(address)}</loc>{last}</url>\n"


def _blocks() -> list[int]:
    """Return the numbers of the blocks that have published decisions, in order."""
    with snapshot():
        return np.unique(facets.columns_now().ids // BLOCK).tolist()
