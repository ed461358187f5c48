"""The budget of a search: its work is estimated before it is done, and a search over the budget is not made."""

import pytest

from decisions import facets, search
from decisions.search import budget, index_file, parse
from decisions.search.budget import estimate_work
from decisions.tests.search.factories import ENOUGH_TO_FIND

pytestmark = pytest.mark.django_db
BROAD = "a* OR co* OR in* OR re* OR th*"
PAGES = ("/decisions/", "/decisions/trends/", "/decisions/facets/council/")
FILES = ("/decisions/export.csv", "/decisions/export.jsonl", "/decisions/feed.atom", "/decisions/trends.csv")


@pytest.fixture
def statements(monkeypatch):
    """The statements on the search index."""
    seen, real = [], index_file.rows

    def rows(sql, *args):
        seen.append(sql)
        return real(sql, *args)

    monkeypatch.setattr(index_file, "rows", rows)
    return seen


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("council", "council complaint"),
        ("council complaint", "council complaint investigation"),
        ("of council", '"of council"'),
        ("council", "co*"),
        ("co*", "c* OR co*"),
        ("co*", "co* in*"),
        ('"the council"', '"the co*"'),
        ("council", "council -in*"),
        ("council", "council -summary:in*"),
    ],
)
def test_more_work_has_the_higher_estimate(many, monkeypatch, less, more):
    monkeypatch.setattr(budget, "MOST_STEPS", 10**9)
    low, high = estimate_work(parse(less)), estimate_work(parse(more))
    assert 0 < low.finding < high.finding
    assert low.scoring < high.scoring


def test_rare_words_are_within_the_budget_of_common_ones(many, monkeypatch):
    monkeypatch.setattr(budget, "MOST_STEPS", 2_000)
    assert search.scores(parse("council complaint ombudsman investigation")) is None
    assert search.scores(parse("council complaint ombudsman investigation xyzzy")) is not None
    assert search.scores(parse("noise")) is not None


def test_many_words_that_are_not_looked_up_cost_one_statement(archive, statements):
    estimate_work(parse("council complaint of the ombudsman"))
    assert len(statements) == 1


def test_looking_up_ends_when_the_budget_is_spent(many, monkeypatch, statements):
    monkeypatch.setattr(budget, "MOST_STEPS", 1)
    estimate_work(parse("co* OR in* OR re*"))
    assert len(statements) == 2  # the number of decisions, and the first beginning


def test_a_search_over_the_budget_is_refused_before_any_work(many, monkeypatch, statements):
    monkeypatch.setattr(budget, "MOST_STEPS", 100)
    for search_for in (search.ids, search.matching):
        with pytest.raises(search.SearchTooBroadError, match="Write more letters before each \\*"):
            search_for(parse(BROAD))
    with pytest.raises(search.SearchTooBroadError, match="Leave out the most common words"):
        search.ids(parse("council complaint of the ombudsman"))
    assert not [sql for sql in statements if "MATCH" in sql]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_of_a_search_too_broad_is_400_and_says_how_to_narrow_it(client, many, monkeypatch, address):
    monkeypatch.setattr(budget, "MOST_STEPS", 100)
    response = client.get(address, {"q": BROAD})
    assert response.status_code == 400
    assert response.headers["Cache-Control"] == "no-store"
    assert "Retry-After" not in response.headers
    content = response.content.decode()
    assert "<h1>The search is too broad</h1>" in content
    assert "Write more letters before each *" in content
    assert f'value="{BROAD}"' in content  # the box keeps what was typed


@pytest.mark.parametrize("address", FILES)
def test_a_file_of_a_search_too_broad_is_400_in_words(client, many, monkeypatch, address):
    monkeypatch.setattr(budget, "MOST_STEPS", 100)
    response = client.get(address, {"q": BROAD})
    assert (response.status_code, response.headers["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert response.content.decode().startswith("This search is too broad")


def test_the_api_says_so_as_a_problem(client, many, monkeypatch):
    monkeypatch.setattr(budget, "MOST_STEPS", 100)
    response = client.get("/api/v1/decisions/", {"q": BROAD})
    assert (response.status_code, response.headers["Content-Type"]) == (400, "application/problem+json")
    assert "Write more letters" in response.json()["detail"]


def test_a_decision_opened_from_such_a_search_is_shown_without_its_place(client, many, monkeypatch):
    monkeypatch.setattr(budget, "MOST_STEPS", 100)
    response = client.get("/decisions/22-015-753/", {"q": BROAD})
    assert response.status_code == 200
    assert "too broad" not in response.content.decode()


def test_what_can_be_found_but_not_ranked_comes_newest_first_and_the_page_says_so(client, many, monkeypatch):
    ranked = client.get("/decisions/?q=council").content.decode()
    assert "too broad to sort" not in ranked
    facets.forget_matches()
    monkeypatch.setattr(budget, "MOST_STEPS", ENOUGH_TO_FIND)
    page = client.get("/decisions/?q=council&page=1")
    content = page.content.decode()
    assert "This search is too broad to sort by relevance" in content
    assert ('aria-current="true">Most relevant' in ranked, 'aria-current="true">Most relevant' in content) == (
        True,
        False,
    )
    newest = client.get("/decisions/?q=council&sort=newest").context["listing"]
    assert [row.decision.pk for row in page.context["listing"].rows] == [row.decision.pk for row in newest.rows]
