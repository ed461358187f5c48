"""No page has a percentage of fewer than thirty, and each is right; all that is counted is what counting by hand gives.

The pages are all that the URLconf has: one that is new is tried too.
"""

import re
from collections import Counter
from dataclasses import replace
from html import unescape

import pytest
from django.core.cache import cache

from decisions import ingest
from decisions.grounds import CATALOGUE
from decisions.models import NOT_STATED, Council, Decision, Provision
from decisions.percentages import Share
from decisions.tests import generated
from decisions.tests.e2e.pages import PAGES
from decisions.tests.similar.factories import OTHERS, decision_text, load
from decisions.tests.texts import as_numbered
from decisions.tests.views.test_statistics import ADDRESSES, having, shown

pytestmark = [pytest.mark.django_db, pytest.mark.long("lists")]
TOLD = re.compile(r"([\d,]+)\sof\s(?:the |these )?([\d,]+)(?: it found were right)?\s\(([<>]?)(\d+)%\)")
"""So many of so many, in per cent."""
_OF_SCREENS = re.compile(r"(?:200|400)%")
"""How much larger a page can be made: the one percentage that is of nothing."""
_OUR_WORDS = [each for route, addresses in PAGES.items() if route != "decisions/<str:spelling>/" for each in addresses]
"""The pages but those of one decision, which has percentages of its own, and counts nothing."""


def words(client, address):
    cache.clear()
    answer = client.get(address)
    text = re.sub(r"<blockquote.*?</blockquote>", " ", answer.text, flags=re.DOTALL)  # the Ombudsman's words
    text = re.sub(r'<p class="(?:words|hit)">.*?</p>', " ", text, flags=re.DOTALL)
    return answer.status_code, plain(text)


def plain(text):
    """The words of a page; those of two cells stand apart."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", text)).split())


def percentages(text, address):
    """The percentages of a page, each with its total; fails for a percentage without one."""
    rest = _OF_SCREENS.sub("", text) if address == "/about/accessibility/" else text
    assert "%" not in TOLD.sub("", rest), address
    found = [(int(n.replace(",", "")), int(of.replace(",", "")), sign, int(p)) for n, of, sign, p in TOLD.findall(rest)]
    for number, of, sign, percent in found:
        assert of >= 30, (address, number, of)
        assert Share(number, of).percent == f"{sign}{percent}%", address
        assert sign or abs(100 * number / of - percent) <= 0.5, address
    return found


@pytest.mark.parametrize("address", sorted({*_OUR_WORDS, *ADDRESSES}))
def test_no_percentage_is_of_fewer_than_thirty_and_each_is_right_and_says_of_how_many(client, some, address):
    status, text = words(client, address)
    assert status == 200
    percentages(text, address)


def test_every_ground_and_every_council_has_no_percentage_of_fewer_than_thirty(client, some):
    addresses = [f"/grounds/{slug}/" for slug in CATALOGUE]
    addresses += [f"/councils/{each}/" for each in Council.objects.values_list("slug", flat=True)]
    found = []
    for address in addresses:
        status, text = words(client, address)
        assert status == 200, address
        found += percentages(text, address)
    assert len(found) > 50


def test_with_twenty_nine_decisions_none_is_counted_in_per_cent_and_with_thirty_they_are(client, db, tmp_path):
    counting = ["/", "/grounds/", "/grounds/late-complaint/", "/councils/compare/?council=ashby-council"]
    counting += ["/councils/ashby-council/", "/decisions/trends/", "/decisions/"]
    files = []
    for number in range(30):  # all about one council, so that its page has as many as the archive
        document = replace(generated.document(number), council="Ashby Council")
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(as_numbered(document), encoding="utf-8")
    ingest.import_files(files[:29])
    for address in counting:
        status, text = words(client, address)
        assert (status, "%" in text) == (200, False) or address == "/grounds/late-complaint/", address
    # How well a reason is recognised is of labelled texts, not of decisions.
    assert all(of >= 30 for _, of, *_ in percentages(words(client, "/grounds/late-complaint/")[1], ""))
    ingest.import_files(files)
    for address in counting[:2] + counting[3:5]:
        found = percentages(words(client, address)[1], address)
        assert found and {of for _, of, *_ in found} == {30}, address


def test_the_front_page_counts_right(client, some):
    front = shown(client, "/", "front")
    grounds = Counter(value for each in some for value in each["ground"] if "/" not in value)
    assert front.without_ground == grounds.pop("none")
    assert {each.slug: each.share for each in front.grounds} == {
        slug: Share(number, len(some)) for slug, number in grounds.items()
    }
    assert {each.year: each.number for each in front.years if each.number} == Counter(
        value for each in some for value in each["year"] if value != NOT_STATED
    )
    assert front.undated == len(having(some, year=NOT_STATED))
    assert front.councils == len({value for each in some for value in each["council"]} - {NOT_STATED})


def test_the_api_counts_right(client, some):
    councils = client.get("/api/v1/councils/").json()["councils"]
    by_hand = Counter(value for each in some for value in each["council"] if value != NOT_STATED)
    assert {each["slug"]: each["decisions"] for each in councils} == by_hand
    grounds = client.get("/api/v1/grounds/").json()["grounds"]
    assert {each["slug"]: each["decisions"] for each in grounds} == {
        slug: len(having(some, ground=slug)) for slug in CATALOGUE
    }


def test_the_law_is_counted_right(client, some):
    cited = {}
    for each in Provision.objects.exclude(act_slug=""):
        cited.setdefault(each.act_slug, {}).setdefault((each.kind, each.section), set()).add(each.decision_id)
    laws = shown(client, "/law/", "laws")
    assert {each.page: each.share for each in laws.cited} == {
        f"/law/{act}/": Share(len(set().union(*sections.values())), len(some)) for act, sections in cited.items()
    }
    act = shown(client, "/law/local-government-act-1974/", "act")
    by_hand = [len(ids) for (_, section), ids in cited["local-government-act-1974"].items() if section]
    assert sorted(each.share.number for each in act.cited) == sorted(by_hand)
    of = len(set().union(*cited["local-government-act-1974"].values()))
    assert {each.share.of for each in act.cited} == {of}


@pytest.mark.parametrize("close", [29, 30])
def test_what_is_close_is_counted_right_and_in_per_cent_from_thirty_on(client, db, tmp_path, close):
    upheld = 7
    texts = [decision_text(number, "A walrus was refused.") for number in range(close)]
    texts[:upheld] = [each.replace("Closed after initial enquiries", "Upheld") for each in texts[:upheld]]
    others = [decision_text(200 + number, "It was about bins.") for number in range(300)]
    load(tmp_path, *texts, *OTHERS, *others)
    answer = client.post("/similar/", "words=walrus", content_type="application/x-www-form-urlencoded")
    closest = answer.context["closest"]
    assert closest.of == close
    assert {each.label: each.share for each in closest.outcomes} == {
        "Closed after initial enquiries": Share(close - upheld, close),
        "Upheld": Share(upheld, close),
    }
    found = percentages(plain(answer.text), "/similar/")
    assert bool(found) == (close >= 30)
    assert Decision.objects.count() == close + 312
