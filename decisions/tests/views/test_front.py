"""The front page: what the archive holds, why complaints were not investigated, by year, the latest."""

import re
from html import unescape

import pytest
from django.core.cache import cache
from django.utils import timezone

from decisions import facets, ingest
from decisions.grounds import CATALOGUE
from decisions.models import Decision, Finding
from decisions.site.front import Front, GroundCount
from decisions.tests import generated

pytestmark = pytest.mark.django_db
MOST = 3


def text(client):
    """The front page as its words, without marks."""
    cache.clear()
    page = client.get("/").content.decode()
    return (
        " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())
        .replace(" ,", ",")
        .replace(" .", ".")
        .replace(" :", ":")
    )


def test_it_says_what_the_archive_holds_and_what_not(client, archive):
    words = text(client)
    assert "This archive has 5 decisions from 2021 to 2025, about 5 councils or similar bodies." in words
    assert "The latest is dated 7 January 2025." in words
    assert "What is missing" in words
    assert "waits at least six weeks" in words


def test_the_search_box_comes_first_and_leads_to_the_list(client, archive):
    page = client.get("/").content.decode()
    assert page.index('id="search"') < page.index("Why complaints are not investigated")
    assert re.search(r'<form id="search"[^>]*action="/decisions/"[^>]*method="get"', page)
    assert 'data-suggest="/decisions/suggest/"' in page


def test_every_ground_is_ranked_its_title_leads_to_what_it_means_and_its_number_to_its_decisions(client, archive):
    front = client.get("/").context["front"]
    counted = {
        slug: Finding.objects.counting().filter(ground__slug=slug).values("decision").distinct().count()
        for slug in Finding.objects.counting().values_list("ground__slug", flat=True)
    }
    assert {each.slug: each.number for each in front.grounds} == counted
    assert [each.number for each in front.grounds] == sorted(counted.values(), reverse=True)
    assert front.with_ground + front.without_ground == front.total == 5
    page = client.get("/").content.decode()
    for each in front.grounds:
        assert f'<a href="/grounds/{each.slug}/">{each.title}</a>' in page
        assert f'<a class="count" href="{each.list_address}">' in page
        assert client.get(each.list_address).context["listing"].total == each.number
        assert client.get(each.address).context["ground"].share.number == each.number
        assert CATALOGUE[each.slug].explanation.startswith(each.in_short)


def test_each_ground_is_told_in_one_sentence_and_one_that_is_known_no_more_in_none():
    for slug in CATALOGUE:
        meaning = GroundCount(slug, "", 1, 5).in_short
        assert meaning.endswith(".")
        assert ". " not in meaning
    of_old = GroundCount("of-old", "Of old", 1, 5)
    assert of_old.in_short == ""
    assert of_old.address == of_old.list_address == "/decisions/?ground=of-old"


def test_each_year_leads_to_its_decisions(client, archive):
    for each in client.get("/").context["front"].years:
        assert client.get(each.address).context["listing"].total == each.number


def test_a_year_without_decisions_has_its_place_unless_years_lie_far_apart(client, archive):
    Decision.objects.filter(reference="22 015 753").update(decision_date="2018-05-01", decision_year=2018)
    years = [(each.year, each.number) for each in Front().years]
    assert years == [(f"{year}", int(year not in (2019, 2020, 2023))) for year in range(2018, 2026)]
    assert "2019: 0 decisions" in text(client)
    Decision.objects.filter(reference="22 015 753").update(decision_date="1203-05-01", decision_year=1203)
    assert [each.year for each in Front().years] == ["1203", "2021", "2022", "2024", "2025"]


def test_a_count_is_told_with_what_it_is_of_and_a_percentage_only_of_thirty_or_more(client, archive):
    words = text(client)
    assert "2 of 5" in words
    assert "%" not in words
    assert "not the Ombudsman’s official figures" in words
    shares = [str(GroundCount("x", "X", 3, of).share).replace("\N{NO-BREAK SPACE}", " ") for of in (29, 30, 4000)]
    assert shares == ["3 of 29", "3 of 30 (10%)", "3 of 4,000 (<1%)"]


def test_with_more_decisions_there_are_percentages_and_they_are_right(client, tmp_path):
    ingest.import_files(generated.write(tmp_path, 40))
    front = Front()
    assert front.grounds
    for each in front.grounds:
        assert str(each.share).endswith(f"of\N{NO-BREAK SPACE}40 ({round(100 * each.number / 40)}%)")
    assert len(client.get("/").content) <= 60_000


def test_the_latest_decisions_come_newest_first(client, archive):
    latest = [row.decision.reference for row in client.get("/").context["front"].latest]
    assert latest == list(Decision.objects.newest_first().values_list("reference", flat=True)[:5])


def test_a_removed_decision_is_on_it_no_more_and_counts_nowhere(client, archive):
    client.get("/")
    decision = Decision.objects.get(reference="24 012 358")
    ingest.correct(decision, by="ann", facts={"removed_at": timezone.now(), "removal_reason": "It named a child."})
    words = text(client)
    assert "This archive has 4 decisions from 2021 to 2024, about 4 councils" in words
    assert "Southend" not in words
    assert "of 5" not in words


def test_an_empty_archive_says_so(client):
    words = text(client)
    assert "This archive has no decisions yet." in words
    assert "Why complaints are not investigated" not in words
    assert client.get("/").status_code == 200


def test_decisions_without_a_date_or_a_ground_are_told_apart(client, archive):
    Decision.objects.filter(reference="22 015 753").update(decision_date=None, decision_year=None)
    Finding.objects.filter(decision__reference="20 010 135").delete()
    words = text(client)
    assert "1 decision gives no date." in words
    assert "1 shows none: they were investigated, or" in words
    Decision.objects.update(decision_date=None, decision_year=None)
    assert "The latest is dated" not in text(client)
    Decision.objects.exclude(reference="22 015 753").update(decision_date="2020-01-02", decision_year=2020)
    front = Front()
    for address in (front.address_undated, front.address_without_ground):
        assert client.get(address).context["listing"].total == 1


def test_it_takes_few_queries_and_sets_no_cookie(client, archive, django_assert_max_num_queries):
    facets.columns()
    with django_assert_max_num_queries(MOST):
        response = client.get("/")
    assert not response.cookies
    assert response.headers["Cache-Control"] == "no-cache"


def test_posting_is_refused(client):
    assert client.post("/").status_code == 405
