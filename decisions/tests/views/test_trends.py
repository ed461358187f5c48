"""A list as charts: the same decisions under the same parameters, and the same answers to bad ones."""

import re
from html import unescape

import pytest
from django.core.cache import cache

from decisions import ingest
from decisions.models import Council, Decision
from decisions.tests import generated

pytestmark = pytest.mark.django_db
URL = "/decisions/trends/"
QUERIES = [
    "",
    "?q=complains",
    "?q=rectification&sort=oldest",
    "?year=2018&year=2019&outcome=upheld",
    "?ground=late-complaint&council=ashby-council",
    "?category=education/other&q=-bus",
    "?q=zebra",
]


@pytest.fixture
def some(archive, tmp_path):
    ingest.import_files(generated.write(tmp_path, 80))


@pytest.mark.parametrize("query", QUERIES)
def test_charts_count_the_decisions_of_the_list_and_lead_back_to_it(client, some, query):
    listing = client.get(f"/decisions/{query}").context["listing"]
    response = client.get(f"{URL}{query}")
    trends = response.context["trends"]
    assert trends.total == listing.total
    assert f'href="/decisions/{listing.query.address()}"' in unescape(response.content.decode())
    assert trends.chart.total + trends.chart.left_out == listing.total


@pytest.mark.parametrize("query", QUERIES[:-1])
def test_every_list_leads_to_its_charts_and_every_chart_to_its_csv(client, some, query):
    listing = client.get(f"/decisions/{query}")
    address = f"{URL}{listing.context['listing'].query.address()}"
    assert f'href="{address}">as charts</a>' in unescape(listing.content.decode())
    page = unescape(client.get(address).content.decode())
    for csv in re.findall(r'href="(/decisions/trends.csv[^"]*)"', page):
        response = client.get(csv)
        assert response["Content-Type"] == "text/csv; charset=utf-8"
        assert response.content.decode("utf-8-sig").startswith("ground,ground_title,outcome,year,decisions\r\n")


def test_years_of_a_chart_lead_to_the_decisions_counted(client, some):
    trends = client.get(f"{URL}?outcome=upheld").context["trends"]
    for _, address, _, total in trends.chart.rows:
        cache.clear()
        assert f"{client.get(address).context['listing'].total:,}" == total


def test_a_bad_value_is_named_on_the_page_and_refused_for_the_file(client, some):
    for asked in ("year=1066", "council=atlantis", "sort=sideways", "ground=x"):
        text = client.get(f"{URL}?{asked}").content.decode()
        assert f"Ignored: <strong>{asked.partition('=')[0]}</strong>" in text
        response = client.get(f"/decisions/trends.csv?{asked}")
        assert response.status_code == 400
        assert asked.partition("=")[2] in response.content.decode()
    many = "&".join("year=2018" for _ in range(1001))
    assert "more than 1000 parameters" in client.get(f"{URL}?{many}").content.decode()
    assert client.get(f"/decisions/trends.csv?{many}").status_code == 400
    assert client.post(URL).status_code == 405
    assert client.get(f"{URL}?page=99").status_code == 200  # charts have no pages


def test_a_merged_council_s_charts_are_the_other_s(client, archive):
    barnet, staffordshire = (
        Council.objects.get(slug=slug) for slug in ("london-borough-of-barnet", "staffordshire-county-council")
    )
    ingest.merge_councils(barnet, [staffordshire], by="ann")
    for address in (URL, "/decisions/trends.csv"):
        response = client.get(f"{address}?council={staffordshire.slug}&year=2023")
        assert (response.status_code, response["Location"]) == (301, f"{address}?council={barnet.slug}&year=2023")


def test_nothing_found_leads_to_what_is_in_the_way(client, archive):
    text = client.get(f"{URL}?q=zebra").content.decode()
    assert "No decision matches all of this" in text
    assert "<svg" not in text.partition("<main")[2]


def test_decisions_without_a_date_stand_in_the_table_alone(client, archive):
    Decision.objects.update(decision_date=None, decision_year=None)
    page = client.get(URL)
    assert "None of them has a date" in page.content.decode()
    assert sum(total for _, rows in page.context["trends"].table for *_, total in rows) >= 5


def test_what_is_asked_for_is_escaped(client, archive):
    text = client.get(f"{URL}?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").content.decode()
    assert "<script>alert" not in text
