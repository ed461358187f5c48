"""The work and bytes of a page: limits that do not depend on a machine's speed."""

import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from decisions import facets, ingest
from decisions.models import Decision
from decisions.tests import generated, worst_case
from decisions.tests.scale import LONG
from decisions.tests.search.factories import checks_of_the_index

pytestmark = pytest.mark.django_db
ADDRESSES = [
    "",
    "?q=council",
    "?q=complains+about&year=2016&year=2018",
    "?q=%22the+council%22&ground=premature",
    "?page=2",
]
_FEW, _MANY = (1000, 10_000) if LONG else (60, 240)


@pytest.fixture
def grown(tmp_path):
    """Make decisions, in turns, until there are so many."""

    def grow(count):
        for first in range(Decision.objects.count(), count, 500):
            folder = tmp_path / f"{first}"
            folder.mkdir()
            ingest.import_files(generated.write(folder, min(500, count - first), first))
        assert Decision.objects.count() == count

    return grow


def asked(client, address):
    """The statements of a page once the worker has its columns and the frequencies of the words."""
    facets.columns()
    client.get(f"/decisions/{address}")
    facets.forget_matches()
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(f"/decisions/{address}")
    assert response.status_code == 200
    return [each["sql"] for each in queries.captured_queries], response


@pytest.mark.long("lists")
def test_the_work_of_a_page_does_not_grow_with_the_archive(client, grown):
    grown(_FEW)
    of_few = {address: asked(client, address)[0] for address in ADDRESSES}
    grown(_MANY)
    for address, few in of_few.items():
        many, response = asked(client, address)
        shape = [re.sub(r"\d+", "0", re.sub(r"(0|\d+)(, \d+)+", "0", sql)) for sql in many]
        assert len(many) <= len(few) <= 8 + checks_of_the_index(), (address, shape)
        assert len(response.content) <= 60_000, address
        assert len([sql for sql in many if "MATCH" in sql]) <= 2, address  # which decisions, and how well


@pytest.mark.sqlite  # PostgreSQL reads small tables as a whole, and chooses otherwise for large ones
def test_no_statement_of_a_page_reads_a_whole_table(client, grown):
    grown(_FEW)
    for address in ADDRESSES:
        for sql in asked(client, address)[0]:
            assert scans(sql) == [], (address, sql)


@pytest.mark.sqlite
def test_what_is_counted_of_councils_law_and_signposts_stands_in_indexes_alone(client, archive):
    council, act = "staffordshire-county-council", "local-government-act-1974"
    facets.columns()  # a new worker reads every decision once
    for address in (f"/councils/{council}/", "/law/", f"/law/{act}/", "/grounds/late-complaint/"):
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        grouped = [each["sql"] for each in queries.captured_queries if "GROUP BY" in each["sql"]]
        assert grouped, address
        for step in (step for sql in grouped for step in plan(sql) if step.startswith(("SCAN", "SEARCH"))):
            assert "COVERING INDEX" in step, (address, step)


def scans(sql):
    """The steps of a statement, if it is a question, that read a whole table."""
    steps = plan(sql) if sql.lstrip().startswith("SELECT") else []
    return [each for each in steps if each.startswith("SCAN") and not re.search(_SMALL, each)]


def plan(sql):
    """The steps that SQLite takes for a question."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        return [row[-1] for row in cursor.fetchall()]


_SMALL = r"VIRTUAL TABLE|decisions_revision|decisions_ground\b|subquery|CONSTANT"


def test_a_decisions_page_that_was_opened_from_a_list_looks_up_no_index(client, grown):
    grown(_FEW)
    listing = client.get("/decisions/?q=council").context["listing"]
    first = listing.rows[0].decision
    with CaptureQueriesContext(connection) as queries:
        assert client.get(first.path + listing.link_query).status_code == 200
    assert not [each for each in queries.captured_queries if "MATCH" in each["sql"]]


_TOO_HEAVY = "the list is too heavy: lower _ROOM in decisions/listing/snippets.py, or add a shorter step to _LENGTHS"


@pytest.mark.parametrize("each", [0, 2, 3])
def test_a_list_of_long_names_full_paragraphs_and_many_filters_weighs_no_more_than_60_kb(client, tmp_path, each):
    ingest.import_files(worst_case.write(tmp_path, 130))
    facets_of_all = client.get("/decisions/", {"q": worst_case.WORDS}).context["listing"].facets
    on = {name: [value.value for value in facet.shown[:each]] for name, facet in facets_of_all.items()}
    cache.clear()
    response = client.get("/decisions/", {"q": worst_case.WORDS, **on})
    rows = response.context["listing"].rows
    assert [len(row.snippets) for row in rows] == [3] * 25
    assert all(any(segment.marked for segment in snippet.segments) for row in rows for snippet in row.snippets)
    assert 40_000 < len(response.content) <= 60_000, _TOO_HEAVY
    listed = client.get("/decisions/", on)
    assert len(listed.context["listing"].rows) == 25
    assert len(listed.content) <= 60_000, _TOO_HEAVY


def test_filters_beyond_the_room_for_chips_are_said_to_stand_among_the_filters(client, tmp_path):
    ingest.import_files(worst_case.write(tmp_path, 130))
    facets_of_all = client.get("/decisions/").context["listing"].facets
    several = {name: [value.value for value in facet.shown] for name, facet in facets_of_all.items()}
    response = client.get("/decisions/", several)
    listing = response.context["listing"]
    assert 0 < len(listing.query.linked_chips) < len(listing.query.chips)
    assert "ticked in the filters" in response.content.decode()
    assert "ticked in the filters" not in client.get("/decisions/?year=2013").content.decode()
