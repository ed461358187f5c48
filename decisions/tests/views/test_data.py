"""The data page and the page of the API: every field, column and parameter has a line."""

import re

import pytest

from decisions import data
from decisions.api import schema
from decisions.data import fields
from decisions.models import Decision

pytestmark = pytest.mark.django_db


def paths(several, prefix):
    """The anchor of every field, those of lists included."""
    for field in several:
        yield f"{prefix}-{field.name}"
        yield from paths(field.fields, f"{prefix}-{field.name}")


def ids(page):
    found = re.findall(r' id="([^"]+)"', page)
    assert len(found) == len(set(found))
    return set(found)


@pytest.fixture
def page(client, archive):
    return client.get("/data/").text


def test_every_field_of_the_shape_has_a_line(page):
    assert set(paths(fields.DECISION, "decision")) <= ids(page)
    for decision in Decision.objects.all():
        values = data.public_decision(decision)
        assert list(values) == [field.name for field in fields.DECISION]
        for field in fields.DECISION:
            for each in values[field.name] if field.fields else ():
                assert list(each) == [below.name for below in field.fields]


def test_every_column_of_csv_and_of_the_tables_has_a_line(page):
    wanted = set(paths(fields.CSV, "csv")) | set(paths(fields.SOURCE, "source"))
    for name, columns in fields.TABLES.items():
        wanted |= set(paths(columns, f"table-{name}"))
    assert wanted <= ids(page)
    assert all(field.description.endswith(".") for table in fields.TABLES.values() for field in table)


def test_it_tells_terms_and_limits_and_leads_to_all_else(page):
    for words in ("without amendment", "no count of them is the official uphold rate", "not the Ombudsman’s site"):
        assert words in re.sub(r"\s+", " ", page)
    for address in ("/api/", "/decisions/", "/decisions/export.csv", "/decisions/export.jsonl"):
        assert f'href="{address}"' in page
    assert len(page) < 60_000


def test_the_page_of_the_api_has_every_address_parameter_and_problem(client, archive):
    page = client.get("/api/").text
    for path, item in schema.document()["paths"].items():
        assert f"GET /api/v1{path}" in page
        for parameter in item["get"]["parameters"]:
            assert f"{item['get']['operationId']}-{parameter['name']}" in ids(page)
    for status in ("301", "304", "400", "404", "405", "410", "429"):
        assert f"<code>{status}</code>" in page
    assert len(page) < 60_000


def test_every_page_leads_to_the_data(client, archive):
    assert '<a href="/data/">Data</a>' in client.get("/decisions/").text


def test_the_data_page_takes_few_queries(client, archive, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        client.get("/data/")
