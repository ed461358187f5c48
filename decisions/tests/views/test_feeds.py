"""The feed of a list: Atom that a strict reader takes, the last changed first, page by page, named in words."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from django.db.models import F
from django.http import QueryDict
from django.test.utils import override_script_prefix
from django.utils import timezone

from decisions import ingest
from decisions.facets import worker_cache
from decisions.filters import DecisionFilter, FacetFilter
from decisions.listing import parameters
from decisions.models import Council, Decision

FEED = "/decisions/feed.atom"
ATOM = "{http://www.w3.org/2005/Atom}"
ONCE = {
    "feed": ("id", "title", "updated", "subtitle", "rights", "generator"),
    "entry": ("id", "title", "updated", "summary", "content"),
}
LATE = """Example Borough Council (22 911 040)

Category : Benefits and tax > Council tax

Decision : Closed after initial enquiries

Decision date : 14 Feb 2016

The Ombudsman's final decision:

Summary: We will not investigate this complaint.

The complaint

  1. A decision published late.

My assessment

  1. We looked.

Final decision

  1. We will not investigate because there is not enough evidence of fault.

Investigator's decision on behalf of the Ombudsman
"""
TAG = re.compile(r"tag:[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*,2026:/[!-~]*")
"""A tag as RFC 4151 allows it, with a name of the DNS or an IPv4 address."""
MAY = {"feed": {"author", "link", "entry", *ONCE["feed"]}, "entry": {"author", "link", "category", *ONCE["entry"]}}


def feed(client, query=""):
    """A page of a feed, held against what RFC 4287 asks of one."""
    answer = client.get(f"{FEED}{query}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    root = ElementTree.fromstring(answer.content)
    for element in (root, *root.findall(f"{ATOM}entry")):
        valid(element)
    ids = [each.findtext(f"{ATOM}id") for each in root.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))
    assert root.find(f"{ATOM}author/{ATOM}name").text
    return root


def valid(element):
    name = element.tag.removeprefix(ATOM)
    children = [child.tag.removeprefix(ATOM) for child in element]
    assert set(children) <= MAY[name]
    assert all(children.count(each) == 1 for each in ("id", "title", "updated"))
    assert all(children.count(each) <= 1 for each in ONCE[name])
    assert datetime.fromisoformat(element.findtext(f"{ATOM}updated")).tzinfo
    assert element.findtext(f"{ATOM}id").startswith("tag:testserver,2026:/decisions/")
    links = [(each.get("rel"), each.get("type"), each.get("hreflang")) for each in element.findall(f"{ATOM}link")]
    assert len(links) == len(set(links))
    assert all(
        urljoin("x:", each.get("href")).startswith("http://testserver/") for each in element.findall(f"{ATOM}link")
    )


def link(root, rel):
    found = [
        each.get("href").removeprefix("http://testserver")
        for each in root.findall(f"{ATOM}link")
        if each.get("rel") == rel
    ]
    return found[0] if found else None


def references(root):
    return [each.findtext(f"{ATOM}title")[-11:-1] for each in root.findall(f"{ATOM}entry")]


def ids(answer):
    """The id of a feed, and those of its entries."""
    root = ElementTree.fromstring(answer.content)
    return [each.findtext(f"{ATOM}id") for each in (root, *root.findall(f"{ATOM}entry"))]


@pytest.mark.parametrize("query", ["", "?q=council", "?year=2018&year=not-stated&sort=oldest"])
def test_its_pages_have_every_decision_of_the_list_once_the_last_changed_first(client, many, query):
    for decision in Decision.objects.order_by("reference")[::7]:
        Decision.objects.filter(pk=decision.pk).update(imported_at=decision.imported_at - timedelta(days=decision.pk))
    for decision in Decision.objects.order_by("reference")[3::9]:
        ingest.correct(decision, by="ann", facts={"closing": "Corrected."})
    found, address = [], f"{FEED}{query}"
    while address:
        page = feed(client, address.removeprefix(FEED))
        found += references(page)
        address = link(page, "next")
        assert link(page, "first") == link(feed(client, query), "self")
    newest = client.get(f"/decisions/export.csv{query.replace('sort=oldest', '')}{'&' if query else '?'}sort=newest")
    wanted = [line[1:11] for line in newest.getvalue().decode().split("\r\n")[1:] if line[:1] == '"']
    decisions = {each.reference: each for each in Decision.objects.prefetch_related("corrections")}
    changed = {key: max([each.imported_at, *(x.at for x in each.corrections.all())]) for key, each in decisions.items()}
    newest_first = [each for each in wanted if each[2] == " "]
    assert found == sorted(newest_first, key=changed.get, reverse=True) and len(found) > 2
    assert found != newest_first


def test_a_new_decision_with_an_old_date_comes_first(client, many, tmp_path):
    late = tmp_path / "late.txt"
    late.write_text(LATE, encoding="utf-8")
    assert ingest.import_files([late]).new == 1
    assert references(feed(client))[0] == references(feed(client, "?outcome=closed-after-initial-enquiries"))[0]
    assert references(feed(client))[0] == "22 911 040"


def test_a_decision_that_is_corrected_or_put_back_comes_first(client, many):
    oldest, older = references(feed(client, "?page=3"))[-1:-3:-1]
    ingest.correct(Decision.objects.get(reference=oldest), by="ann", facts={"closing": "By us."})
    assert references(feed(client))[0] == oldest
    other = Decision.objects.get(reference=older)
    ingest.correct(other, by="ann", facts={"removed_at": timezone.now(), "removal_reason": "It named a child."})
    assert references(feed(client))[0] == oldest
    ingest.correct(other, by="ann", facts={"removed_at": None, "removal_reason": ""})
    assert references(feed(client))[:2] == [older, oldest]


def test_pages_lead_to_one_another(client, many):
    first, second, third = (feed(client, f"?page={number}") for number in (1, 2, 3))
    assert link(first, "previous") is None and link(third, "next") is None
    assert link(second, "previous") == link(first, "self") == FEED
    assert link(first, "next") == link(second, "self") == f"{FEED}?page=2"
    assert link(first, "last") == link(third, "self")
    assert link(feed(client, "?year=2018"), "alternate") == "/decisions/?year=2018"


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "All decisions"),
        ("?outcome=not-upheld&council=ashby-council&year=2018&year=2019", "Not upheld, Ashby Council, 2018 or 2019"),
        ("?q=bus+%3Cpass%3E+%26&ground=late-complaint", "“bus <pass> &”, Complained too late (after 12 months)"),
    ],
)
def test_its_title_says_in_words_what_is_followed(client, many, query, title):
    assert feed(client, query).findtext(f"{ATOM}title").startswith(title)


class KindFilter(FacetFilter):
    """A facet that the list does not have."""

    levels = ((F("document_type"), "document_type"),)


class OneFacetMore(DecisionFilter):
    """The parameters of the list, and one facet more."""

    kind = KindFilter(label="Kind")


def test_a_facet_that_is_added_to_the_filter_is_counted_and_named_in_titles(archive, monkeypatch):
    for module in (parameters, worker_cache):
        monkeypatch.setattr(module, "DecisionFilter", OneFacetMore)
    query = parameters.ListQuery(QueryDict("kind=statement&year=2023"))
    assert query.title == "2023, statement"
    [statements] = query.results.facets["kind"].values
    in_2023 = list(Decision.objects.filter(decision_year=2023).newest_first().values_list("pk", flat=True))
    assert statements.count == len(in_2023) > 0
    assert query.results.keys("newest") == list(query.filters.qs.values_list("pk", flat=True)) == in_2023


def test_an_entry_has_facts_reasons_and_words(client, archive):
    [entry] = feed(client, "?q=22015753-x+OR+“22+015+753”").findall(f"{ATOM}entry")
    decision = Decision.objects.get(reference="22 015 753")
    assert entry.findtext(f"{ATOM}title") == f"{decision.council}, {decision.outcome}, 2023-03-09 (22 015 753)"
    assert entry.findtext(f"{ATOM}id") == "tag:testserver,2026:/decisions/22-015-753/"
    assert link(entry, "alternate") == "/decisions/22-015-753/"
    assert entry.findtext(f"{ATOM}summary") == decision.summary
    assert "<strong>" in entry.findtext(f"{ATOM}content")
    assert {each.get("term") for each in entry.findall(f"{ATOM}category")} == {
        each.ground.title for each in decision.findings.counting()
    }


@pytest.mark.parametrize("host", ["archive.example.org", "www.example.org:8000", "127.0.0.1", "[2001:db8::1]:8000"])
def test_ids_come_from_the_site_whatever_host_it_is_read_under(client, archive, settings, host):
    settings.ALLOWED_HOSTS = ["*"]
    settings.ARCHIVE_SITE_URL = "https://archive.example.org"
    answer = client.get(f"{FEED}?year=2023", headers={"host": host})
    assert ids(answer)[0] == "tag:archive.example.org,2026:/decisions/feed.atom?year=2023"
    assert "tag:archive.example.org,2026:/decisions/22-015-753/" in ids(answer)
    assert all(map(TAG.fullmatch, ids(answer)))
    links = [each.get("href") for each in ElementTree.fromstring(answer.content).iter(f"{ATOM}link")]
    assert links and all(each.startswith(f"http://{host}/decisions/") for each in links)


@pytest.mark.parametrize(
    ("host", "tag"),
    [
        ("Archive.example.org:8000", "tag:archive.example.org,2026:/decisions/"),
        ("127.0.0.1:8000", "tag:127.0.0.1,2026:/decisions/"),
        ("archive.example.org.", "tag:archive.example.org,2026:/decisions/"),
        ("[::1]:8000", f"tag:1.{'0.' * 31}ip6.arpa,2026:/decisions/"),
        ("[2001:DB8:0:0::1]", f"tag:1.{'0.' * 23}8.b.d.0.1.0.0.2.ip6.arpa,2026:/decisions/"),
        ("[2001:db8::1]:443", f"tag:1.{'0.' * 23}8.b.d.0.1.0.0.2.ip6.arpa,2026:/decisions/"),
        ("[::ffff:192.0.2.1]", f"tag:1.0.2.0.0.0.0.c.f.f.f.f.{'0.' * 20}ip6.arpa,2026:/decisions/"),
    ],
)
def test_without_that_setting_ids_come_from_the_host_and_are_valid(client, archive, settings, host, tag):
    settings.ALLOWED_HOSTS = ["*"]
    settings.ARCHIVE_SITE_URL = ""
    found = ids(client.get(FEED, headers={"host": host}))
    assert all(each.startswith(tag) and TAG.fullmatch(each) for each in found), found


@pytest.mark.parametrize(
    ("site", "host"),
    [
        ("", "testserver"),
        ("https://example.org/archive", "example.org"),
        ("https://EXAMPLE.org:8443/archive", "example.org"),
        ("http://[2001:db8::1]/archive", f"1.{'0.' * 23}8.b.d.0.1.0.0.2.ip6.arpa"),
    ],
)
def test_under_a_path_links_have_it_and_ids_have_that_of_the_site(client, archive, settings, site, host):
    settings.ARCHIVE_SITE_URL = site
    with override_script_prefix("/archive/"):
        answer = client.get(FEED, SCRIPT_NAME="/archive")
    assert ids(answer)[0] == f"tag:{host},2026:/archive/decisions/feed.atom"
    assert f"tag:{host},2026:/archive/decisions/22-015-753/" in ids(answer)
    links = [each.get("href") for each in ElementTree.fromstring(answer.content).iter(f"{ATOM}link")]
    assert links and all(each.startswith("http://testserver/archive/decisions/") for each in links)
    if site:
        assert ids(client.get(FEED)) == ids(answer)


def test_an_entry_was_updated_when_it_was_imported_or_corrected(client, archive):
    decision = Decision.objects.get(reference="22 015 753")
    imported = decision.imported_at.replace(microsecond=0)
    updated = {
        each.findtext(f"{ATOM}id"): each.findtext(f"{ATOM}updated") for each in feed(client).findall(f"{ATOM}entry")
    }
    assert datetime.fromisoformat(updated["tag:testserver,2026:/decisions/22-015-753/"]) == imported
    ingest.correct(decision, by="ann", facts={"outcome": "Upheld"})
    decision.corrections.update(at=timezone.make_aware(datetime(2031, 1, 2)))
    corrected = feed(client)
    assert corrected.findtext(f"{ATOM}updated") == "2031-01-02T00:00:00+00:00"
    assert corrected.find(f"{ATOM}entry").findtext(f"{ATOM}updated") == "2031-01-02T00:00:00+00:00"


def test_an_empty_feed_is_a_feed(client, archive):
    empty = feed(client, "?q=xyzzy")
    assert references(empty) == []
    assert datetime.fromisoformat(empty.findtext(f"{ATOM}updated")) == datetime(2026, 1, 1, tzinfo=UTC)


def test_characters_that_xml_cannot_have_are_left_out(client, archive):
    Decision.objects.update(summary="a\x0bb\ufffe<c> & ]]>\ud7ff")
    assert feed(client).find(f"{ATOM}entry").findtext(f"{ATOM}summary") == "ab<c> & ]]>\ud7ff"


def test_a_removed_decision_is_not_in_it_on_the_next_request(client, archive):
    before = client.get(FEED)
    decision = Decision.objects.get(reference="22 015 753")
    ingest.correct(decision, by="ann", facts={"removed_at": decision.imported_at, "removal_reason": "Asked for."})
    after = client.get(FEED, headers={"If-None-Match": before.headers["ETag"]})
    assert (after.status_code, "22-015-753" in after.text) == (200, False)


def test_what_has_not_changed_is_not_sent_again(client, archive, django_assert_num_queries):
    etag = client.get(f"{FEED}?year=2023").headers["ETag"]
    with django_assert_num_queries(1):
        assert client.get(f"{FEED}?year=2023", headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize(
    ("query", "status"),
    [("?ground=no-such", 400), ("?page=x", 400), ("?sort=best", 400), ("?page=9", 404), ("?page=0", 404)],
)
def test_what_there_is_not_is_refused(client, archive, query, status):
    assert client.get(f"{FEED}{query}").status_code == status


def test_a_merged_councils_feed_leads_to_the_other(client, archive):
    kept, gone = Council.objects.order_by("pk")[:2]
    slug = gone.slug
    ingest.merge_councils(kept, [gone], by="staff")
    answer = client.get(f"{FEED}?council={slug}")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"{FEED}?council={kept.slug}")


def test_the_list_links_to_its_feed(client, many):
    page = client.get("/decisions/?outcome=upheld&year=2018&sort=oldest").text
    address = f'href="{FEED}?year=2018&amp;outcome=upheld"'
    assert page.count(address) == 2
    assert 'title="Upheld, 2018"' in page


def test_it_takes_few_queries(client, many, django_assert_max_num_queries):
    client.get("/decisions/")
    with django_assert_max_num_queries(5):
        client.get(FEED)


def test_a_feed_reader_takes_it_as_it_is(client, many):
    feedparser = pytest.importorskip(
        "feedparser", reason="requirements-dev.txt has it; `python3 dev.py test` runs this"
    )
    for query in ("", "?page=2", "?q=council+%26+%3Cb%3E", "?q=xyzzy"):
        read = feedparser.parse(client.get(f"{FEED}{query}").content)
        assert (read.bozo, read.version) == (False, "atom10")
        assert all(each.id and each.title and each.updated_parsed and each.link for each in read.entries)
