"""The pages about the archive: they exist, their figures are right, and their links work."""

import re

import pytest

from decisions.grounds import CATALOGUE
from decisions.grounds.published_scores import BY_GROUND, DECISIONS, OVERALL, Measure, by_title

pytestmark = pytest.mark.django_db
PAGES = ["/about/", "/about/statistics/", "/about/accessibility/", "/about/privacy/"]


def words(client, page):
    return " ".join(re.sub(r"<[^>]+>", " ", client.get(page).content.decode()).split())


@pytest.mark.parametrize("page", PAGES)
def test_each_is_there_leads_to_the_others_and_sets_no_cookie(client, page):
    response = client.get(page)
    assert response.status_code == 200
    assert not response.cookies
    for other in PAGES:
        assert f'href="{other}"' in response.content.decode()
    assert 'aria-current="page"' in response.content.decode()


@pytest.mark.parametrize("page", ["about", "nothing", "report"])
def test_another_page_about_it_is_not_there_and_says_where_to_go_on(client, page):
    response = client.get(f"/about/{page}/")
    assert response.status_code == 404
    assert "See all decisions" in response.content.decode()


def test_it_says_that_it_is_not_the_ombudsmans_and_on_what_terms_the_words_stand_here(client):
    text = words(client, "/about/")
    assert "not the Ombudsman’s site" in text
    assert "accurately and without amendment" in text


def test_how_often_grounds_are_wrong_is_told_with_what_it_is_of(client):
    text = words(client, "/about/")
    assert f"We had {DECISIONS} short decisions labelled by hand" in text
    assert f"{OVERALL.right} of the {OVERALL.found} it found were right" in text
    assert "written for this archive" in text
    for title, each in by_title().items():
        row = f"{each.right} of {each.labelled} {each.wrong}" if each else "not yet measured"
        assert f"{title} {row}" in text, f"{title}: /about/ does not say “{row}”, which published_scores.toml holds"


def test_the_table_of_scores_has_every_ground_that_the_archive_knows_and_no_other(client, monkeypatch):
    monkeypatch.delitem(BY_GROUND, "withdrawn")
    monkeypatch.setitem(BY_GROUND, "retired", Measure(4, 3, 2))
    text = words(client, "/about/")
    assert f"knows {len(CATALOGUE)} reasons" in text
    assert f"{CATALOGUE['withdrawn'].title} not yet measured" in text
    assert "3 of 4 2" not in text


def test_there_is_no_percentage_of_fewer_than_thirty():
    assert (Measure(29, 29, 0).precision.percent, Measure(29, 29, 0).recall.percent) == ("", "")
    assert (Measure(30, 27, 3).precision.percentage, Measure(30, 27, 3).recall.percentage) == (90, 90)


def test_the_statistics_say_that_they_are_of_published_decisions_and_not_official(client):
    text = words(client, "/about/statistics/")
    assert "at least six weeks after they are made" in text
    assert "not the Ombudsman’s official uphold rate" in text


def test_every_page_has_the_way_to_report_something_at_its_foot_and_a_decision_names_itself(client, archive):
    for page in [*PAGES, "/", "/decisions/", "/decisions/99-999-999/"]:
        assert 'href="/report/"' in client.get(page).content.decode(), page
    for page in ["/decisions/22-015-753/", "/decisions/22-015-753/similar/"]:
        assert 'href="/report/?about=22-015-753"' in client.get(page).content.decode(), page
