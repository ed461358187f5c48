"""How much work and how many bytes a page is: gates that no machine's speed moves."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from decisions import facets, freshness, ingest
from decisions.models import Decision
from decisions.tests import generated
from decisions.tests.scale import LONG

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
    """Make so many decisions, in turns."""

    def grow(count):
        held = Decision.objects.count()
        for start in range(0, count - held, 500):
            folder = tmp_path / f"{count}-{start}"
            folder.mkdir()
            files = generated.write(folder, count if count <= 500 else min(500, count - held - start))
            ingest.import_files(files)
        return Decision.objects.count()

    return grow


def asked(client, address):
    """The statements of a page, the worker's columns being there."""
    facets.columns()
    facets.forget_matches()
    freshness.forget()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(f"/decisions/{address}")
    assert response.status_code == 200
    return [each["sql"] for each in queries.captured_queries], response


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_work_of_a_page_does_not_grow_with_the_archive(client, grown, address):
    grown(_FEW)
    few, _ = asked(client, address)
    assert grown(_MANY) > _FEW
    many, response = asked(client, address)
    shape = [re.sub(r"\d+", "0", re.sub(r"(0|\d+)(, \d+)+", "0", sql)) for sql in many]
    assert len(many) == len(few) <= 8, shape
    assert len(response.content) <= 60_000
    assert len([sql for sql in many if "MATCH" in sql]) <= 2  # which decisions, and how well


@pytest.mark.sqlite
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_statement_of_a_page_reads_a_whole_table(client, grown, address):
    grown(_FEW)
    statements, _ = asked(client, address)
    for sql in statements:
        if not sql.lstrip().startswith("SELECT"):
            continue
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
            plan = [row[-1] for row in cursor.fetchall()]
        scans = [each for each in plan if each.startswith("SCAN") and not re.search(_SMALL, each)]
        assert scans == [], (sql, plan)


_SMALL = r"VIRTUAL TABLE|decisions_revision|decisions_searchdue|decisions_ground\b|subquery|CONSTANT"


def test_a_decisions_page_with_words_looks_up_no_index(client, grown):
    grown(_FEW)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"{Decision.objects.first().get_absolute_url()}?q=council").status_code == 200
    assert not [each for each in queries.captured_queries if "MATCH" in each["sql"]]
