"""What search engines are told: which pages there are, when each last changed, and which to leave alone."""

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
"""Pages that one sitemap may have, as the protocol says."""
BLOCK = 10_000
"""Primary keys of the decisions in one sitemap."""
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
"""The pages of which there is one, each as its name and arguments."""
_NOT_TO_CRAWL = (
    "/*?",  # searches, filters and their combinations, orders, and the marks of a search on a decision's page
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
"""Makes an address with host and scheme of a path."""


def robots(absolute: Absolute, *, is_hidden: bool) -> str:
    """The text of `/robots.txt`; `is_hidden`: no search engine is to come at all."""
    if is_hidden:
        return "User-agent: *\nDisallow: /\n"
    closed = "".join(f"Disallow: {each}\n" for each in _NOT_TO_CRAWL)
    return f"User-agent: *\n{closed}\nSitemap: {absolute(reverse('sitemap'))}\n"


def index(absolute: Absolute) -> str:
    """The sitemap of sitemaps: one for each block of decisions, and one of the other pages. One query, or none."""
    paths = [reverse("sitemap_of_pages"), *(reverse("sitemap_of_decisions", args=[each]) for each in _blocks())]
    entries = "".join(f"<sitemap><loc>{escape(absolute(each))}</loc></sitemap>\n" for each in paths)
    return f"{_XML}<sitemapindex {_NAMESPACE}>\n{entries}</sitemapindex>\n"


def pages(absolute: Absolute) -> str:
    """The sitemap of the pages that are no decision's: those of grounds, of councils and of law too. Three queries.

    It has no more than a sitemap may have; what law decisions cite is last, and would have to be tens of thousands of
    provisions to be cut.
    """
    ours = (reverse(name, args=arguments) for name, *arguments in PAGES)
    grounds = (ground_page(slug) for slug in CATALOGUE)
    paths = islice(chain(ours, grounds, overviews.council_pages(), overviews.law_pages()), MOST)
    return f"{_XML}<urlset {_NAMESPACE}>\n{''.join(_url(absolute(each)) for each in paths)}</urlset>\n"


def has_block(number: int) -> bool:
    """Whether any published decision is in the block."""
    return number in _blocks()


def decisions(number: int, absolute: Absolute) -> Iterator[str]:
    """The sitemap of a block of published decisions, piece by piece, of one state of the archive. One query."""
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
    host = absolute("/").removesuffix("/")  # making each address absolute would take half the time
    yield f"{_XML}<urlset {_NAMESPACE}>\n"
    with snapshot(), without_time_limit():  # it takes as long as the reader takes to read it
        found = rows.iterator(chunk_size=_AT_ONCE)
        while some := list(islice(found, _AT_ONCE)):
            yield "".join(_url(f"{host}{path_of(reference)}", *moments) for reference, *moments in some)
    yield "</urlset>\n"


def _url(address: str, *moments: datetime | None) -> str:
    """A page; `moments` are those at which it changed, as far as they are known."""
    known = [each for each in moments if each]
    last = f"<lastmod>{timezone.localtime(max(known)).date()}</lastmod>" if known else ""
    return f"<url><loc>{escape(address)}</loc>{last}</url>\n"


def _blocks() -> list[int]:
    """The numbers of the blocks that have published decisions, in order."""
    with snapshot():
        return np.unique(facets.columns_now().ids // BLOCK).tolist()
