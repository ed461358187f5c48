"""Page, API, CSV, JSON lines and feed have the same decisions, whatever is asked for; a removed one is in none."""

import json
import random
import re
from datetime import datetime
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from decisions import facets, ingest
from decisions.filters import DecisionFilter
from decisions.models import Decision
from decisions.tests.csv_files import rows_of
from decisions.tests.generated import write
from decisions.tests.scale import LONG, SEED

FILTERS = 200 if LONG else 80
WORDS = [
    *["", "", "", "council", "bus OR noise", "-transport", '"council tax"', "letter*", "complaint:noise", "final:late"],
    *["council:ashby", "care assessment", "planning -late", "fault", "investigator"],
]
_ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def many(archive, tmp_path):
    """An archive whose lists have several pages, with a removed decision in it."""
    ingest.import_files(write(tmp_path, 90))
    removed = Decision.objects.order_by("pk").last()
    ingest.correct(removed, by="ann", facts={"removed_at": timezone.now(), "removal_reason": "Asked for."})


def queries():
    """Query strings with values that the archive has, at random, the same every time."""
    rng = random.Random(SEED)
    archive = facets.columns()
    values = {name: sorted(archive.labels[name]) for name in DecisionFilter.declared()}
    for _ in range(FILTERS):
        asked = [("q", rng.choice(WORDS))]
        for name in rng.sample(sorted(values), rng.choice([0, 1, 1, 2, 3])):
            several = min(rng.choice([1, 1, 2]), len(values[name]))
            asked += [(name, value) for value in rng.sample(values[name], several)]
        asked.append(("sort", rng.choice(["", "newest", "oldest", "relevance"])))
        yield [(name, value) for name, value in asked if value]


def on_pages(client, query):
    found, number = [], 1
    while True:
        page = client.get(f"/decisions/?{query}&page={number}").text
        found += [each.replace("-", " ") for each in re.findall(r'<h3><a href="/decisions/([^/]+)/', page)]
        if 'rel="next"' not in page:
            return found
        number += 1


def in_api(client, query):
    found, address = [], f"/api/v1/decisions/?{query}&size=40"
    while address:
        page = client.get(address.removeprefix("http://testserver")).json()
        found += [each["reference"] for each in page["decisions"]]
        address = page["next"]
    assert len(found) == page["total"]
    return found


def in_csv(client, query):
    return [row["reference"] for row in rows_of(client.get(f"/decisions/export.csv?{query}").getvalue())]


def in_jsonl(client, query):
    lines = client.get(f"/decisions/export.jsonl?{query}").getvalue().decode().split("\n")
    return [json.loads(line)["reference"] for line in lines if line]


def in_feed(client, query):
    """The references on all its pages. It has an order of its own: the last changed first."""
    found, updated, address = [], [], f"/decisions/feed.atom?{query}"
    while address:
        page = ElementTree.fromstring(client.get(address.removeprefix("http://testserver")).content)
        found += [each.findtext(f"{_ATOM}title")[-11:-1] for each in page.findall(f"{_ATOM}entry")]
        updated += [datetime.fromisoformat(each.findtext(f"{_ATOM}updated")) for each in page.findall(f"{_ATOM}entry")]
        address = next((each.get("href") for each in page.findall(f"{_ATOM}link") if each.get("rel") == "next"), None)
    assert updated == sorted(updated, reverse=True)
    return found


@pytest.mark.long("lists")
def test_all_doors_have_the_same_decisions(client, many):
    lengths = []
    for asked in queries():
        query = urlencode(asked)
        listed = on_pages(client, query)
        assert in_api(client, query) == listed, query
        assert in_csv(client, query) == listed, query
        assert in_jsonl(client, query) == listed, query
        assert sorted(in_feed(client, query)) == sorted(listed), query
        lengths.append(len(listed))
    assert max(lengths) > 75 and sum(1 for length in lengths if length > 25) > FILTERS / 14
    assert sum(1 for length in lengths if length) > FILTERS / 2


def test_a_removed_decision_is_in_none_of_them_on_the_next_request(client, many):
    formats = (on_pages, in_api, in_csv, in_jsonl, in_feed)
    before = {references_in: references_in(client, "") for references_in in formats}
    assert all("22 015 753" in found for found in before.values())
    decision = Decision.objects.get(reference="22 015 753")
    ingest.correct(decision, by="ann", facts={"removed_at": timezone.now(), "removal_reason": "It named a child."})
    for references_in in formats:
        assert references_in(client, "") == [each for each in before[references_in] if each != "22 015 753"]
    for address in ("/decisions/22-015-753/", "/api/v1/decisions/22-015-753/"):
        assert client.get(address).status_code == 410
