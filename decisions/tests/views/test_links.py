"""Every page can be reached from the front page, no link is broken, and the sitemap lists what may be indexed."""

import re
from collections import deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

import pytest
from django.core.management import call_command
from django.urls import resolve

from decisions import ingest, urls
from decisions.grounds import CATALOGUE
from decisions.models import Council, Decision
from decisions.tests import generated
from decisions.tests.texts import TEXTS
from decisions.tests.views.test_sitemaps import allowed, everything

pytestmark = pytest.mark.django_db
HOST = "http://testserver"
CLICKS = 3
MAIN = {"/", "/decisions/", "/grounds/", "/councils/", "/law/", "/similar/", "/data/", "/about/"}
NOT_BY_A_LINK = {
    "suggest",  # a script asks for it
    "official-address",  # as on the Ombudsman's own site
    "reported",  # comes after the form
    "api-decision",  # its address is told as a pattern
    "robots",
    "sitemap",
    "sitemap_of_pages",
    "sitemap_of_decisions",
    "favicon",
}


class Links(HTMLParser):
    """The links of a page, each with its `rel`, and its anchors, canonical address and robots meta tag."""

    def __init__(self, html):
        super().__init__()
        self.links, self.anchors, self.canonical, self.is_hidden = {}, set(), None, False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        """Keep what the tag says."""
        found = dict(attrs)
        self.anchors.add(found.get("id"))
        self.is_hidden |= tag == "meta" and found.get("name") == "robots" and "noindex" in found["content"]
        if tag == "link" and found["rel"] == "canonical":
            self.canonical = found["href"]
        elif tag in ("a", "link") and "href" in found:
            self.links[found["href"]] = found.get("rel", "")


@dataclass
class Page:
    """An answer, how many clicks it is from the front page, and by which links it was reached."""

    clicks: int
    status: int
    is_html: bool
    read: Links
    rels: set = field(default_factory=set)


def crawl(client):
    """Every page that the front page leads to, by address, and every link: from, to, anchor.

    A filtered list leads to more filtered ones without end: of those, one of each set of parameters is followed.
    """
    pages, links, shapes, queue = {}, [], set(), deque([("/", 0, "")])
    while queue:
        address, clicks, rel = queue.popleft()
        if address in pages:
            pages[address].rels.add(rel)
            continue
        response = client.get(address, follow=True)
        is_html = response.headers["Content-Type"].startswith("text/html")
        read = Links(response.content.decode() if is_html else "")
        pages[address] = Page(clicks, response.status_code, is_html, read, {rel})
        for link, kind in read.links.items():
            whole, anchor = urldefrag(urljoin(HOST + address, link))
            if not whole.startswith(f"{HOST}/") or whole.startswith(f"{HOST}/static/"):
                continue
            to = whole.removeprefix(HOST)
            links.append((address, to, anchor))
            shape = (urlsplit(to).path, *sorted({name for name, _ in parse_qsl(urlsplit(to).query)}))
            if "?" not in address or shape not in shapes:
                queue.append((to, clicks + 1, kind))
            shapes.add(shape)
    return pages, links


@pytest.fixture
def everything_held(archive, tmp_path, settings):
    """An archive that has a page of every kind: facets of many values, a decision of two versions, a dump."""
    settings.DATA_DIR = tmp_path
    text = TEXTS[0].read_text(encoding="utf-8")
    (tmp_path / TEXTS[0].name).write_text(text.replace("I considered", "I read"), encoding="utf-8")
    ingest.import_files([tmp_path / TEXTS[0].name, *generated.write(tmp_path, 12)])
    for number in range(8):
        Council.objects.create(name=f"Council {number}", slug=f"council-{number}")
    for decision, council in zip(Decision.objects.order_by("-pk"), Council.objects.order_by("-pk")[:8], strict=False):
        Decision.objects.filter(pk=decision.pk).update(council=council)
    call_command("dump_archive", verbosity=0)


def kind(address):
    """The name of what answers at an address."""
    return resolve(urlsplit(address).path).url_name


def test_every_page_is_in_reach_no_link_is_broken_and_search_engines_are_told_of_what_they_may_have(
    client, everything_held
):
    pages, links = crawl(client)
    may = allowed(client.get("/robots.txt").content.decode())
    no_link_is_broken(pages, links)
    every_kind_of_page_is_in_reach(pages)
    every_page_leads_to_all_that_the_archive_is_read_by(pages)
    the_sitemaps_list_what_may_be_crawled(everything(client).keys(), pages, may)
    what_stands_at_several_addresses_is_not_crawled_twice(pages, may)


def no_link_is_broken(pages, links):
    """Every address answers, and has the anchor that it is to have."""
    assert {address: page.status for address, page in pages.items() if page.status != 200} == {}
    assert [each for each in links if each[2] and each[1] in pages and each[2] not in pages[each[1]].read.anchors] == []


def every_kind_of_page_is_in_reach(pages):
    """Each is a few clicks from the front page, and what leads on one."""
    within = {kind(address) for address, page in pages.items() if page.clicks <= CLICKS}
    remedy = f"link to it within {CLICKS} clicks from the front page, or add it to NOT_BY_A_LINK in {__file__}"
    assert {each.name for each in urls.urlpatterns} - within == NOT_BY_A_LINK, remedy
    assert MAIN - {"/"} <= {address for address, page in pages.items() if page.clicks == 1}


def every_page_leads_to_all_that_the_archive_is_read_by(pages):
    """Whatever page somebody comes to first."""
    lacking = {address: MAIN - page.read.links.keys() for address, page in pages.items() if page.is_html}
    assert {address: missing for address, missing in lacking.items() if missing} == {}


def the_sitemaps_list_what_may_be_crawled(listed, pages, may):
    """All of it, and nothing else."""
    assert listed == {
        address
        for address, page in pages.items()
        if page.is_html and may(address) and not page.read.is_hidden and page.rels != {"nofollow"}
    }, "list the page in PAGES in decisions/site/sitemaps.py, or disallow it in templates/site/robots.txt"
    held = {
        "ground": len(CATALOGUE),
        "council": Decision.objects.values("council").exclude(council=None).distinct().count(),
        "decision": Decision.objects.count(),
    }
    assert held == {name: sum(kind(each) == name for each in listed) for name in held}


def what_stands_at_several_addresses_is_not_crawled_twice(pages, may):
    """What an address asks for is left alone, and so are files of lists; a page names the address that is its own."""
    for address, page in pages.items():
        assert page.read.canonical in (None, HOST + urlsplit(address).path)
        assert not ("?" in address and may(address))
        if re.search(r"/(export|feed|trends)\.\w+", address):
            assert page.rels <= {"nofollow", "alternate"}, address
            assert not may(address)
