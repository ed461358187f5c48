"""What sitemaps and robots.txt say: every published page, nothing of what was removed, and what to leave alone."""

import re
import xml.etree.ElementTree as ET
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import pytest
from django.core.cache import cache
from django.test import Client
from django.test.utils import override_script_prefix
from django.urls import resolve
from django.utils import timezone

from decisions import ingest
from decisions.grounds import CATALOGUE
from decisions.models import Council, Decision, Provision
from decisions.site import sitemaps
from decisions.tests.e2e.pages import PAGES
from decisions.web.headers import noindex_middleware

pytestmark = pytest.mark.django_db
ACT = "local-government-act-1974"
NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def locations(client, path):
    """The pages of a sitemap, each with the day it last changed, if the sitemap says so."""
    response = client.get(path)
    assert response.headers["Content-Type"] == "application/xml; charset=utf-8"
    root = ET.fromstring(response.content)
    return {each.findtext("s:loc", None, NAMESPACE): each.findtext("s:lastmod", None, NAMESPACE) for each in root}


def everything(client):
    """The paths of all pages of all sitemaps, each with the day."""
    found = {}
    for sitemap in locations(client, "/sitemap.xml"):
        found |= {urlsplit(page).path: day for page, day in locations(client, urlsplit(sitemap).path).items()}
    return found


def test_the_sitemaps_have_every_published_decision_and_every_other_page_and_all_are_there(client, archive):
    pages = everything(client)
    assert {each.get_absolute_url() for each in Decision.objects.all()} < pages.keys()
    assert {f"/grounds/{each}/" for each in CATALOGUE} < pages.keys()
    assert {f"/councils/{each.slug}/" for each in Council.objects.all()} < pages.keys()
    law = {page for page in pages if re.fullmatch("/law/.+", page)}
    assert {f"/law/{each.act_slug}/{each.section}/" for each in Provision.objects.of_act(ACT).exclude(section="")} < law
    assert f"/law/{ACT}/" in law
    assert len(pages) == 5 + len(sitemaps.PAGES) + len(CATALOGUE) + Council.objects.count() + len(law)
    for page in pages:
        answer = client.get(page)
        assert (answer.status_code, "noindex" in answer.text) == (200, False), page
    assert all(page.startswith("http://testserver/") for page in locations(client, "/sitemap-pages.xml"))


def test_every_kind_of_page_is_in_them_but_those_that_search_engines_are_to_leave_alone(client, archive):
    kinds = {resolve(page).route for page in everything(client)}
    assert set(PAGES) - kinds == {
        "decisions/facets/<slug:name>/",
        "decisions/<str:spelling>/similar/",
        "decisions/<str:spelling>/versions/",
        "councils/compare/",
        "report/",
        "report/thanks/",
    }


def test_a_removed_decision_is_in_none_at_once_nor_what_it_alone_is_about(client, archive):
    decision = Decision.objects.get(reference="21 018 159")
    its_own = f"/sitemap-decisions-{decision.pk // sitemaps.BLOCK}.xml"
    held = client.get(its_own).headers["ETag"]
    before = everything(client).keys()
    ingest.correct(decision, by="ann", facts={"removed_at": timezone.now(), "removal_reason": "It named a child."})
    gone = before - everything(client).keys()
    acts = {"children-act-1989/", "children-act-1989/47/", f"{ACT}/34/", f"{ACT}/34/3/"}
    assert gone == {decision.get_absolute_url(), f"/councils/{decision.council.slug}/", *(f"/law/{x}" for x in acts)}
    again = client.get(its_own, headers={"If-None-Match": held})
    assert again.status_code == 200


def test_a_decision_last_changed_when_it_was_imported_or_corrected(client, archive):
    decision, other = Decision.objects.all()[:2]
    Decision.objects.update(imported_at="2024-03-05T12:00Z")
    ingest.correct(other, by="ann", facts={"outcome": "Upheld"})
    days = everything(client)
    assert days[decision.get_absolute_url()] == "2024-03-05"
    assert days[other.get_absolute_url()] == f"{timezone.localdate()}"
    assert days["/about/"] is None


def test_decisions_come_in_blocks_that_stay_the_same_as_the_archive_grows(client, archive, monkeypatch):
    assert sitemaps.DecisionSitemap.limit >= sitemaps.BLOCK
    monkeypatch.setattr(sitemaps, "BLOCK", 2)
    blocks = [each for each in locations(client, "/sitemap.xml") if "decisions" in each]
    assert len(blocks) >= 3
    found = [page for each in blocks for page in locations(client, urlsplit(each).path)]
    assert len(found) == len(set(found)) == 5
    assert all(len(locations(client, urlsplit(each).path)) <= 2 for each in blocks)


@pytest.mark.parametrize("number", ["7", "99999999999999999999999", "-1", "x"])
def test_a_block_without_decisions_is_not_there(client, archive, number):
    assert client.get(f"/sitemap-decisions-{number}.xml").status_code == 404


def test_an_empty_archive_has_a_sitemap_of_its_pages(client):
    assert [urlsplit(each).path for each in locations(client, "/sitemap.xml")] == ["/sitemap-pages.xml"]


def test_a_sitemap_that_has_not_changed_is_not_sent_again(client, archive, django_assert_num_queries):
    for path in ["/sitemap.xml", f"/sitemap-decisions-{Decision.objects.first().pk // sitemaps.BLOCK}.xml"]:
        held = client.get(path).headers["ETag"]
        with django_assert_num_queries(1):
            assert client.get(path, headers={"If-None-Match": held}).status_code == 304


def test_each_takes_few_queries_however_many_decisions_it_lists(client, archive, django_assert_max_num_queries):
    client.get("/sitemap.xml")
    block = Decision.objects.first().pk // sitemaps.BLOCK
    for path, most in {"/sitemap.xml": 4, "/sitemap-pages.xml": 9, f"/sitemap-decisions-{block}.xml": 5}.items():
        cache.clear()
        with django_assert_max_num_queries(most):
            assert client.get(path).status_code == 200


def test_under_a_path_every_address_has_it(client, archive):
    block = Decision.objects.first().pk // sitemaps.BLOCK
    with override_script_prefix("/archive/"):
        for path in ("/sitemap.xml", "/sitemap-pages.xml", f"/sitemap-decisions-{block}.xml"):
            root = ET.fromstring(client.get(path, SCRIPT_NAME="/archive").content)
            found = [each.findtext("s:loc", None, NAMESPACE) for each in root]
            assert found and all(each.startswith("http://testserver/archive/") for each in found), path
        robots = client.get("/robots.txt", SCRIPT_NAME="/archive").text
    assert "Sitemap: http://testserver/archive/sitemap.xml" in robots


def allowed(text):
    """Whether a path may be asked for by these rules, `*` standing for anything."""
    closed = [re.escape(rule).replace(r"\*", ".*") for rule in re.findall(r"^Disallow: (.+)$", text, re.MULTILINE)]
    return lambda path: not any(re.match(rule, path) for rule in closed)


def test_decisions_may_be_read_and_searches_filters_feeds_and_exports_not(client, archive):
    response = client.get("/robots.txt")
    text = response.content.decode()
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "Sitemap: http://testserver/sitemap.xml" in text
    may = allowed(text)
    assert all(may(page) for page in everything(client))
    for path in [
        "/decisions/?q=fault",
        "/decisions/?year=2021&ground=premature",
        "/decisions/22-015-753/?q=fault",
        "/decisions/facets/council/",
        "/decisions/export.csv",
        "/decisions/feed.atom",
        "/api/v1/decisions/",
        "/admin/",
        "/report/",
    ]:
        assert not may(path), path
    parser = RobotFileParser()
    parser.parse(text.splitlines())
    assert parser.can_fetch("AnyBot", "http://testserver/decisions/22-015-753/")
    assert not parser.can_fetch("AnyBot", "http://testserver/admin/")


def test_where_nothing_is_to_be_listed_robots_are_sent_away_and_every_answer_says_so(settings, archive):
    settings.NOINDEX = True
    settings.MIDDLEWARE = [f"{noindex_middleware.__module__}.{noindex_middleware.__name__}", *settings.MIDDLEWARE]
    client = Client()
    assert client.get("/robots.txt").content == b"User-agent: *\nDisallow: /\n"
    for path in ["/", "/", "/decisions/22-015-753/", "/nothing/", "/static/archive/style.css", "/healthz"]:
        assert client.get(path).headers["X-Robots-Tag"] == "noindex", path


def test_otherwise_no_answer_says_so(client, archive):
    for path in ["/", "/decisions/22-015-753/"]:
        assert "X-Robots-Tag" not in client.get(path).headers


def test_whoever_asks_for_an_icon_is_led_to_it(client):
    response = client.get("/favicon.ico")
    assert (response.status_code, response.headers["Location"]) == (302, "/static/archive/icon.svg")
    assert client.get(response.headers["Location"]).status_code == 200
