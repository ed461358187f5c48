"""The API: the list's parameters and decisions, a page at a time; problems as problem details; nothing but reading."""

import json
import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from decisions import data, ingest
from decisions.api.paging import parameter_names
from decisions.data import fields
from decisions.models import Council, Decision
from decisions.search import budget
from decisions.tests.search.factories import ENOUGH_TO_FIND, checks_of_the_index
from decisions.web import api_access
from decisions.web.rate_limit import RateLimit

DECISIONS = "/api/v1/decisions/"
ONE = "/api/v1/decisions/22-015-753/"
ALL = (DECISIONS, ONE, "/api/v1/councils/", "/api/v1/grounds/", "/api/v1/openapi.json")


def get(client, address, **headers):
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200, answer.content
    return answer.json()


def pages(client, query):
    """The decisions of all pages, following `next`."""
    address, found = DECISIONS + query, []
    while address:
        page = get(client, address.removeprefix("http://testserver"))
        found.append([each["reference"] for each in page["decisions"]])
        address = page["next"]
    return found


def remove(reference):
    decision = Decision.objects.get(reference=reference)
    facts = {"removed_at": timezone.now(), "removal_reason": "It named a child."}
    ingest.correct(decision, by="ann", facts=facts)


def problem(answer, status):
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    body = answer.json()
    assert body["status"] == status
    assert body["title"] and body["detail"] and body["instance"].startswith("/api/")
    return body


@pytest.mark.parametrize("query", ["?size=7", "?size=7&sort=oldest", "?size=7&q=council", "?size=2&year=not-stated"])
@pytest.mark.parametrize("most_steps", [budget.MOST_STEPS, ENOUGH_TO_FIND])
def test_pages_have_every_decision_of_the_list_once(client, many, monkeypatch, query, most_steps):
    monkeypatch.setattr(budget, "MOST_STEPS", most_steps)
    same = re.sub(r"size=[0-9]&?", "", query)
    exported = client.get(f"/decisions/export.jsonl{same}").getvalue()
    wanted = [json.loads(line)["reference"] for line in exported.decode().split("\n") if line]
    found = pages(client, query)
    assert [reference for page in found for reference in page] == wanted
    assert len(found) > 1
    assert {len(page) for page in found[:-1]} == {int(query[6])}


@pytest.mark.parametrize("query", ["?size=5", "?size=5&sort=oldest", "?size=5&q=council&sort=relevance"])
def test_pages_stay_right_while_the_archive_changes(client, many, query):
    first = get(client, DECISIONS + query)
    wanted = [reference for page in pages(client, query)[1:] for reference in page]
    for gone in (first["decisions"][0]["reference"], first["decisions"][-1]["reference"]):
        remove(gone)
    rest = pages(client, first["next"].removeprefix(f"http://testserver{DECISIONS}"))
    found = [reference for page in rest for reference in page]
    if "relevance" in query:  # by place, as the last is gone; and what is left may be ranked otherwise
        assert set(found) <= set(Decision.objects.values_list("reference", flat=True))
        assert len(found) >= len(wanted) - 2
    else:
        assert found == wanted


def test_a_decision_that_comes_before_a_page_is_not_on_the_next(client, many):
    first = get(client, f"{DECISIONS}?size=5")
    later = date.fromisoformat(first["decisions"][0]["decision_date"]) + timedelta(days=1)
    last = pages(client, "?size=5")[-1][-1]
    ingest.correct(Decision.objects.get(reference=last), by="ann", facts={"decision_date": later})
    rest = pages(client, first["next"].removeprefix(f"http://testserver{DECISIONS}"))
    assert last not in [reference for page in rest for reference in page]
    assert get(client, f"{DECISIONS}?size=5")["decisions"][0]["reference"] == last


def test_a_page_says_how_many_there_are_and_links_to_the_next(client, many):
    answer = client.get(f"{DECISIONS}?size=2&outcome=upheld")
    body = answer.json()
    assert body["total"] == Decision.objects.filter(outcome_slug="upheld").count() > 2
    assert answer.headers["Link"] == f'<{body["next"]}>; rel="next"'
    assert body["next"].startswith(f"http://testserver{DECISIONS}?size=2&outcome=upheld&cursor=")
    assert "Link" not in client.get(f"{DECISIONS}?size=100").headers


def test_each_decision_of_a_page_is_its_public_shape_without_the_text(client, archive):
    text = {field.name for field in fields.TEXT_PARTS}
    for shape in get(client, DECISIONS)["decisions"]:
        whole = data.public_decision(Decision.objects.get(reference=shape["reference"]))
        assert shape == {name: value for name, value in whole.items() if name not in text}


def test_one_decision_is_its_public_shape(client, archive):
    assert get(client, ONE) == data.public_decision(Decision.objects.get(reference="22 015 753"))


@pytest.mark.parametrize("spelling", ["22 015 753/", "22015753/", "22-015-753 /", "22-015-753"])
def test_another_spelling_leads_to_the_one_address(client, archive, spelling):
    answer = client.get(f"{DECISIONS}{spelling}")
    assert (answer.status_code, answer.headers["Location"]) == (301, ONE)


def test_a_removed_decision_is_gone_and_in_no_list(client, archive):
    council, total = get(client, ONE)["council_slug"], get(client, DECISIONS)["total"]
    remove("22 015 753")
    body = problem(client.get(ONE), 410)
    assert body["reason"] == "It named a child."
    page = get(client, DECISIONS)
    assert page["total"] == total - 1
    assert "22 015 753" not in [each["reference"] for each in page["decisions"]]
    assert council not in [each["slug"] for each in get(client, "/api/v1/councils/")["councils"]]


@pytest.mark.parametrize("address", [f"{DECISIONS}20-000-000/", f"{DECISIONS}no-reference/", "/api/v1/laws/"])
def test_what_is_not_there_is_a_problem(client, archive, address):
    assert problem(client.get(address), 404)["detail"]


@pytest.mark.parametrize(
    ("query", "parameter", "remedy"),
    [
        ("?ground=no-such", "ground", "/api/v1/grounds/"),
        ("?council=nowhere&year=2023", "council", "/api/v1/councils/"),
        ("?year=twenty", "year", "/decisions/facets/year/"),
        ("?category=x/y", "category", "/decisions/facets/category/"),
        ("?outcome=perhaps", "outcome", "/decisions/facets/outcome/"),
        ("?sort=best", "sort", "relevance, newest, oldest"),
        ("?size=0", "size", "1 to 100"),
        ("?size=101", "size", "1 to 100"),
        ("?size=²", "size", "1 to 100"),
        ("?size=", "size", "1 to 100"),
        ("?cursor=", "cursor", "next"),
        ("?cursor=é", "cursor", "next"),
        ("?cursor=WyJuZXdlc3QiLG51bGwsLTEsMF0", "cursor", "next"),
        # an order that is a list; a place past every place; a day that is none
        ("?cursor=W1sibmV3ZXN0Il0sbnVsbCwxLDFd", "cursor", "next"),
        ("?cursor=WyJuZXdlc3QiLG51bGwsMSw5MjIzMzcyMDM2ODU0Nzc1ODA3XQ", "cursor", "next"),
        ("?cursor=WyJuZXdlc3QiLCIyMDIzLTAyLTMwIiwxLDFd", "cursor", "next"),
        ("?year=", "year", "/decisions/facets/year/"),
        ("?sort=", "sort", "relevance, newest, oldest"),
        ("?size=2&size=3", "size", "1 to 100"),
        ("?page=2", "page", f"the parameters are {', '.join(parameter_names())}."),
    ],
)
def test_a_value_that_there_is_not_is_a_problem_that_names_parameter_and_remedy(
    client, archive, query, parameter, remedy
):
    body = problem(client.get(DECISIONS + query), 400)
    [error] = body["errors"]
    assert error["parameter"] == parameter
    assert remedy in error["remedy"]
    assert f"{parameter}: " in body["detail"]


def test_too_many_parameters_are_a_problem(client, archive):
    assert "1000" in problem(client.get(DECISIONS, {"year": [str(n) for n in range(1100)]}), 400)["detail"]


def test_a_merged_councils_list_leads_to_the_other(client, archive):
    kept, gone = Council.objects.order_by("pk")[:2]
    slug = gone.slug
    ingest.merge_councils(kept, [gone], by="staff")
    answer = client.get(f"{DECISIONS}?council={slug}&size=3")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"{DECISIONS}?council={kept.slug}&size=3")


def test_councils_and_grounds_are_counted_as_the_list_counts(client, many):
    for name in ("council", "ground"):
        for each in get(client, f"/api/v1/{name}s/")[f"{name}s"]:
            assert each["decisions"] == get(client, f"{DECISIONS}?{name}={each['slug']}")["total"]
            assert list(each) == [field.name for field in getattr(fields, name.upper())]


@pytest.mark.parametrize("address", ALL)
def test_what_has_not_changed_is_not_sent_again(client, archive, address, django_assert_num_queries):
    first = client.get(address)
    with django_assert_num_queries(1):
        again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("address", [*ALL, "/decisions/export.csv", "/decisions/export.jsonl", "/decisions/feed.atom"])
def test_pages_of_any_site_may_read_it_and_nobody_may_write(client, archive, address):
    assert client.get(address).headers["Access-Control-Allow-Origin"] == "*"
    asked = client.options(address, headers={"Origin": "https://elsewhere.example"})
    assert (asked.status_code, asked.headers["Access-Control-Allow-Origin"]) == (204, "*")
    assert asked.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    for method in (client.post, client.put, client.delete, client.patch):
        refused = method(address)
        assert (refused.status_code, refused.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")
        assert refused.headers["Content-Type"] == "application/problem+json"
    assert client.head(address).status_code == 200


def test_other_pages_are_no_other_sites_business(client, archive):
    assert "Access-Control-Allow-Origin" not in client.get("/decisions/").headers


@pytest.mark.parametrize(("address", "most"), [(DECISIONS, 5), (f"{DECISIONS}?q=council", 9), (ONE, 5)])
def test_it_takes_few_queries(client, many, address, most, django_assert_max_num_queries):
    client.get("/decisions/")  # the worker has its columns
    with django_assert_max_num_queries(most + checks_of_the_index()):
        get(client, address)


def test_whoever_asks_too_often_is_told_how_long_to_wait(client, archive, monkeypatch):
    three = RateLimit(3, 60)
    monkeypatch.setattr(api_access, "rate_limit", lambda: three)
    left = []
    for _ in range(3):
        answer = client.get(ONE)
        assert answer.status_code == 200
        left.append(answer.headers["RateLimit"].partition(";t=")[0])
    assert left == ['"api";r=2', '"api";r=1', '"api";r=0']
    assert answer.headers["RateLimit-Policy"] == '"api";q=120;w=60'
    refused = client.get(ONE)
    problem(refused, 429)
    assert 1 <= int(refused.headers["Retry-After"]) <= 61
    assert refused.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get(ONE, REMOTE_ADDR="192.0.2.7").status_code == 200
    assert client.get("/decisions/").status_code == 200
