"""The page of all values of a facet: what it lists, what is typed to narrow it, and what it keeps of the list."""

import re

import pytest

from decisions import ingest

pytestmark = pytest.mark.django_db
URL = "/decisions/facets/council/"
NAMES = ["Ashby", "Bere", "Corve", "Dene", "Esk", "Frome", "Gade", "Hamble", "Itchen", "Jed", "Kyle", "Lea", "Medway"]


@pytest.fixture
def many(tmp_path):
    """Thirteen councils, the first with two decisions."""
    for number in range(14):
        text = f"Decision date : 09 Mar {2010 + number % 2}\nThe complaint\n- He complains."
        title = f"{NAMES[number % 13]} Council (22 015 {number:03})"
        (tmp_path / f"{number}.txt").write_text(f"{title}\n{text}", encoding="utf-8")
    assert ingest.import_files(sorted(tmp_path.iterdir())).new == 14


def names(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return [each.label for each in response.context["values"]]


def test_the_list_shows_ten_values_and_links_to_all(client, many):
    text = client.get("/decisions/", {"year": "2010"}).content.decode()
    assert "Show all" not in text  # seven councils are left
    text = client.get("/decisions/", {"q": "complains"}).content.decode()
    assert len(re.findall('name="council"', text)) == 10
    assert re.search(rf'href="{URL}\?q=complains">Show all 13<', text)


def test_all_values_are_listed_the_most_frequent_first_under_the_other_filters(client, many):
    assert names(client, URL) == [f"{name} Council" for name in NAMES]
    assert len(names(client, f"{URL}?year=2010&council=lea-council")) == 7 + 1  # ticked, though none is of 2010


def test_what_is_typed_narrows_them_and_what_is_ticked_stays(client, many):
    assert names(client, f"{URL}?find=BE") == ["Bere Council"]
    assert names(client, f"{URL}?find=be&council=lea-council") == ["Bere Council", "Lea Council"]
    assert names(client, f"{URL}?find=council+kyl") == ["Kyle Council"]
    assert names(client, f"{URL}?find=%3Cb%3E") == []


def test_ticks_lead_to_the_list_with_everything_else_as_it_was(client, many):
    text = client.get(f"{URL}?q=complains&year=2011&sort=oldest&council=lea-council").content.decode()
    form = text[text.index('<form id="all"') : text.index("</form>")]
    assert re.findall(r'type="hidden" name="(\w+)" value="(\w+)"', form) == [
        ("q", "complains"),
        ("year", "2011"),
        ("sort", "oldest"),
    ]
    assert re.search(r'value="lea-council" form="all" checked', form)
    assert 'action="/decisions/"' in form
    assert f'formaction="{URL}"' in form


def test_a_facet_that_there_is_not_is_not_found_and_bad_values_are_left_out(client, many):
    assert client.get("/decisions/facets/colour/").status_code == 404
    assert len(names(client, f"{URL}?council=x&year=1&page=99&find={'x' * 5000}")) == 0
    assert client.post(URL).status_code == 405


def test_it_takes_few_queries(client, many, django_assert_max_num_queries):
    client.get(URL)
    with django_assert_max_num_queries(8):
        client.get(f"{URL}?q=complains&year=2011")
