"""Every number on the pages of grounds and councils and in charts is what counting by hand gives, and says of what."""

import re
from collections import Counter

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from decisions import facets, ingest
from decisions.grounds import CATALOGUE
from decisions.models import NOT_STATED, Council, Decision, Paragraph
from decisions.percentages import Share
from decisions.tests.csv_files import rows_of
from decisions.tests.facets.test_brute_force import values_of

pytestmark = [pytest.mark.django_db, pytest.mark.long("lists")]
ADDRESSES = [
    "/grounds/",
    "/grounds/late-complaint/",
    "/grounds/withdrawn/",
    "/councils/",
    "/councils/ashby-council/",
    "/councils/kirklees-metropolitan-borough-council/",
    "/councils/compare/?council=ashby-council&council=casterbridge-council&council=kirklees-metropolitan-borough-council",
    "/councils/compare/?council=ashby-council&council=casterbridge-council&year=2018&category=education",
    "/law/",
    "/law/local-government-act-1974/",
    "/law/local-government-act-1974/24A/6/",
    "/decisions/trends/",
    "/decisions/trends/?q=complains&outcome=upheld",
]


def shown(client, address, name):
    """What a page was made from."""
    cache.clear()
    response = client.get(address)
    assert response.status_code == 200, address
    return response.context[name]


def having(values, **asked):
    return [each for each in values if all(asked[name] in each[name] for name in asked)]


def as_dict(tallies):
    return {each.value: each.share for each in tallies}


def test_the_grounds_are_counted_right(client, some):
    grounds = shown(client, "/grounds/", "grounds")
    for _, reasons in grounds.families:
        numbers = [tally.share.number for tally, _ in reasons]
        assert numbers == sorted(numbers, reverse=True)
        for tally, _ in reasons:
            assert tally.share == Share(len(having(some, ground=tally.value)), len(some))
    assert sum(len(reasons) for _, reasons in grounds.families) == len(CATALOGUE)
    assert grounds.without == Share(len(having(some, ground="none")), len(some))


@pytest.mark.parametrize("slug", ["late-complaint", "premature", "no-different-outcome", "withdrawn"])
def test_a_ground_is_counted_right_by_year_category_and_council(client, some, slug):
    page = shown(client, f"/grounds/{slug}/", "ground")
    mine = having(some, ground=slug)
    assert page.share == Share(len(mine), len(some))
    assert page.stated == len(having(some, ground=f"{slug}/stated"))
    for name, tallies in (("category", page.categories), ("council", page.councils)):
        by_hand = Counter(value for each in mine for value in each[name] if "/" not in value)
        assert len(tallies) == min(len(by_hand), 10 + (NOT_STATED in by_hand))
        for value, share in as_dict(tallies).items():
            assert share == Share(by_hand[value], len(having(some, **{name: value})))
    for (year, _, _, total), number in zip(page.years.rows, page.years.totals, strict=True):
        assert number == len(having(mine, year=year))
        assert total == str(Share(number, len(having(some, year=year))))
    assert page.years.total + page.years.left_out == len(mine)


def test_a_council_is_counted_right(client, some):
    page = shown(client, "/councils/ashby-council/", "council")
    mine = having(some, council="ashby-council")
    assert page.total == len(mine)
    for name, tallies in (("outcome", page.outcomes), ("ground", page.grounds), ("category", page.categories)):
        by_hand = Counter(value for each in mine for value in each[name] if "/" not in value)
        assert {value: share.number for value, share in as_dict(tallies).items()} == by_hand
        assert {share.of for share in as_dict(tallies).values()} == {len(mine)}
    days = sorted(
        each.decision_date for each in Decision.objects.filter(council__slug="ashby-council") if each.decision_date
    )
    assert page.span == (days[0], days[-1])
    assert [(name.printed, name.number) for name in page.names] == [("Ashby Council", len(mine))]
    for series, outcome in zip(
        page.years.series, ["closed-after-initial-enquiries", "not-upheld", "upheld"], strict=False
    ):
        assert list(series.numbers) == [len(having(mine, year=year, outcome=outcome)) for year in page.years.heads]


def test_the_list_of_councils_has_each_with_its_number(client, some):
    councils = shown(client, "/councils/", "councils")
    by_hand = Counter(value for each in some for value in each["council"] if value != NOT_STATED)
    assert {each.slug: each.number for each in councils.entries} == by_hand


def test_councils_are_compared_over_the_same_years_and_categories(client, some):
    address = (
        "/councils/compare/?council=ashby-council&council=casterbridge-council&year=2018&year=2019&category=education"
    )
    page = shown(client, address, "comparison")
    chosen = [each for each in having(some, category="education") if each["year"] & {"2018", "2019"}]
    totals = [len(having(chosen, council=side.slug)) for side in page.sides]
    assert [side.total for side in page.sides] == totals
    for (_, rows, _), name in zip(page.parts, ("outcome", "ground", "category"), strict=True):
        for _, shares in rows:
            value = re.search(rf"{name}=([^&]+)", shares[0][1])[1]
            by_hand = [len(having(chosen, council=side.slug, **{name: value})) for side in page.sides]
            assert [share for share, _ in shares] == [Share(*each) for each in zip(by_hand, totals, strict=True)]
    assert {side.chart.heads for side in page.sides} == {("2018", "2019")}
    assert [side.chart.total for side in page.sides] == totals


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ("", {}),
        ("?outcome=upheld", {"outcome": "upheld"}),
        ("?ground=late-complaint&council=ashby-council", {"ground": "late-complaint", "council": "ashby-council"}),
        ("?year=2018&q=complains", {"year": "2018"}),
        ("?year=not-stated", {"year": NOT_STATED}),
    ],
)
def test_charts_of_a_list_are_counted_right_and_so_is_their_csv(client, some, query, fits):
    if "q=" in query:
        saying = Paragraph.objects.filter(text__contains="complains").values("decision")
        some = [values_of(decision) for decision in Decision.objects.filter(pk__in=saying)]
    mine = having(some, **fits)
    page = shown(client, f"/decisions/trends/{query}", "trends")
    assert page.total == len(mine)
    assert list(page.chart.totals) == [len(having(mine, year=year)) for year in page.chart.heads]
    assert {each.value: each.count for each in page.grounds} == Counter(
        value for each in mine for value in each["ground"] if "/" not in value
    )
    rows = rows_of(client.get(f"/decisions/trends.csv{query}").content)
    by_hand = Counter()
    for each in mine:
        for ground in ["all", *(value for value in each["ground"] if "/" not in value)]:
            by_hand[ground, *each["outcome"], *each["year"]] += 1
    assert {(row["ground"], row["outcome"], row["year"]): int(row["decisions"]) for row in rows} == by_hand
    assert sum(int(row["decisions"]) for row in rows if row["ground"] == "all") == len(mine)
    columns = len(page.years) + page.has_undated
    for label, lines in page.table:
        assert all(len(numbers) == columns and sum(numbers) == total for _, numbers, total in lines), label


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_shows_a_rate_says_that_it_is_of_published_decisions_and_not_the_official_one(client, some, address):
    text = " ".join(strip_tags(client.get(address).content.decode()).split())
    if '<svg class="picture"' in client.get(address).content.decode():
        assert "Not the official uphold rate: some decisions are published late, and some never." in text
    if "/law/" not in address and "%" in text:
        assert "published at least six weeks after they are made; some are never published" in text


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_takes_few_queries_and_few_bytes(client, some, address):
    facets.columns()
    client.get(address)
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    assert len(queries) <= 11 + (connection.vendor == "postgresql"), [each["sql"] for each in queries.captured_queries]
    assert len(response.content) <= 60_000
    assert client.get(address, headers={"If-None-Match": response["ETag"]}).status_code == 304
    assert not response.cookies


def test_a_removed_decision_is_counted_nowhere_on_the_next_request(client, some):
    decision = Decision.objects.get(reference="20 010 135")
    council = decision.council
    addresses = [*ADDRESSES, *(f"/grounds/{slug}/" for slug in CATALOGUE), "/decisions/trends.csv"]
    before = {address: client.get(address).content for address in addresses}
    assert f"/councils/{council.slug}/".encode() in before["/councils/"]
    ingest.correct(
        decision, by="ann", facts={"removed_at": decision.imported_at, "removal_reason": "It named a child."}
    )
    assert client.get(f"/councils/{council.slug}/").status_code == 404
    for address in addresses:
        response = client.get(address)
        if address != f"/councils/{council.slug}/":
            text = response.content.decode()
            assert council.name not in text, address
            assert "20 010 135" not in text, address
            assert "20-010-135" not in text, address
    assert Council.objects.filter(pk=council.pk).exists()
    grounds = shown(client, "/grounds/", "grounds")
    assert grounds.total == len(some) - 1
