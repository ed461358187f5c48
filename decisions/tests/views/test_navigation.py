"""A decision opened from a list: back to the results, and the ones before and after it."""

import re

import pytest
from django.core.cache import cache
from django.utils import timezone

from decisions import ingest
from decisions.listing.results import PAGE_SIZE
from decisions.models import Council, Decision, path_of
from decisions.tests import generated

pytestmark = pytest.mark.django_db
LISTS = [
    "?q=council",
    "?q=council&sort=oldest",
    "?category=childrens-care-services",
    "?year=2021&year=2025&sort=oldest",
    "?q=council&ground=nothing-worthwhile-to-achieve",
]


def opened(client, path):
    cache.clear()  # a page that is sent again has no context
    response = client.get(path)
    assert response.status_code == 200
    return response.context["navigation"]


def keys_of(client, asked):
    """The references of a whole list, page by page, as its own pages have them; and what its links carry."""
    cache.clear()
    listing = client.get(f"/decisions/{asked}").context["listing"]
    rows = list(listing.rows)
    for page in range(2, listing.pages.count + 1):
        rows += client.get(f"/decisions/{listing.query.address(page=page)}").context["listing"].rows
    return [row.decision.reference for row in rows], listing.link_query


@pytest.mark.parametrize("asked", LISTS)
def test_next_leads_through_the_whole_list_in_its_order_and_previous_back(client, archive, asked):
    references, link_query = keys_of(client, asked)
    assert len(references) > 1
    address, seen = path_of(references[0]) + link_query, []
    while address:
        navigation = opened(client, address)
        assert (navigation.place, navigation.total) == (len(seen) + 1, len(references))
        seen.append(address.partition("?")[0])
        address = navigation.next
    assert seen == [path_of(reference) for reference in references]
    last = opened(client, seen[-1] + link_query)
    assert last.previous == seen[-2] + link_query
    assert f'href="/decisions/{link_query}"'.replace("&", "&amp;") in client.get(seen[-1] + link_query).content.decode()


def test_back_leads_to_the_page_of_the_list_where_it_stands(client, db, tmp_path):
    ingest.import_files(generated.write(tmp_path, PAGE_SIZE + 5))
    references, link_query = keys_of(client, "?sort=oldest")
    assert opened(client, path_of(references[PAGE_SIZE - 1]) + link_query).back == "?sort=oldest"
    assert opened(client, path_of(references[PAGE_SIZE]) + link_query).back == "?sort=oldest&page=2"


def test_a_page_that_was_opened_from_no_list_says_nothing_of_one(client, archive):
    for asked in ["", "?", "?q=", "?page=2", "?utm_source=elsewhere"]:
        assert opened(client, f"/decisions/22-015-753/{asked}") is None


def test_a_decision_that_is_not_in_the_list_says_so_and_leads_back(client, archive):
    response = client.get("/decisions/22-015-753/?year=2021")
    navigation = response.context["navigation"]
    assert (navigation.place, navigation.previous, navigation.next) == (0, None, None)
    text = response.content.decode()
    assert "This decision is not one of them" in text
    assert 'href="/decisions/?year=2021"' in text


def test_values_that_do_not_exist_and_too_many_parameters_are_no_error(client, archive):
    assert opened(client, "/decisions/22-015-753/?year=1850&council=nowhere&sort=sideways&page=x").total == 5
    assert opened(client, "/decisions/22-015-753/?" + "&".join(["year=2021"] * 1500)) is None


def test_the_list_of_a_merged_council_leads_to_that_of_the_other(client, archive):
    kept, gone = Council.objects.get(slug="staffordshire-county-council"), Council.objects.get(name__contains="Barnet")
    ingest.merge_councils(kept, [gone], by="ann")
    response = client.get(f"/decisions/22-015-753/?council={gone.slug}")
    assert response.status_code == 301
    assert response["Location"] == f"/decisions/22-015-753/?council={kept.slug}"


def test_a_removed_decision_is_passed_over(client, archive):
    references, link_query = keys_of(client, "?sort=oldest")
    removed = Decision.objects.get(reference=references[1])
    ingest.correct(removed, by="ann", facts={"removed_at": timezone.now(), "removal_reason": "It named a child."})
    navigation = opened(client, path_of(references[0]) + link_query)
    assert (navigation.next, navigation.total) == (path_of(references[2]) + link_query, 4)


def test_what_links_of_a_long_list_carry_is_kept_short(client, db, tmp_path):
    ingest.import_files(generated.write(tmp_path, PAGE_SIZE + 5))
    years = "".join(f"&year={year}" for year in range(2010, 2030))
    for asked in ("?q=council", f"?q=council{years}"):
        response = client.get(f"/decisions/{asked}")
        listing = response.context["listing"]
        links = len(re.findall(r'href="/decisions/\d\d-', response.content.decode()))
        assert listing.link_query.startswith("?q=council")
        assert links * len(listing.link_query) <= 5_000


def test_such_an_address_is_not_for_search_engines_and_names_the_one_address(client, archive):
    text = client.get("/decisions/22-015-753/?sort=oldest").content.decode()
    assert '<meta name="robots" content="noindex">' in text
    assert '<link rel="canonical" href="http://testserver/decisions/22-015-753/">' in text


@pytest.mark.parametrize("asked", LISTS)
def test_the_queries_of_such_a_page_are_bounded(client, archive, django_assert_max_num_queries, asked):
    client.get("/decisions/?q=zebra")  # the worker has its columns
    with django_assert_max_num_queries(16):
        client.get(f"/decisions/22-015-753/{asked}")
