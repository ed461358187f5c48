"""One way to cut a list into pages, and to read which one an address asks for."""

import pytest

from decisions.listing.pages import NoSuchPage, Pages, number_of


def pages(value, total=60, size=25):
    return Pages(range(total), size, value, "?page={}".format)


@pytest.mark.parametrize(
    ("value", "rows", "previous", "following"),
    [
        ("", range(25), None, "?page=2"),
        ("1", range(25), None, "?page=2"),
        ("2", range(25, 50), "?page=1", "?page=3"),
        ("03", range(50, 60), "?page=2", None),
    ],
)
def test_a_page_has_its_rows_and_knows_its_neighbours(value, rows, previous, following):
    page = pages(value)
    assert (page.number, page.count) == (int(value or 1), 3)
    assert (page.rows, page.previous, page.next) == (rows, previous, following)


def test_an_empty_list_has_one_page():
    page = pages("", total=0)
    assert (page.number, page.count, list(page.rows), page.previous, page.next) == (1, 1, [], None, None)


@pytest.mark.parametrize("value", ["0", "4", "-1", "x", "1.5", "+2", " 2", "1_0", "２", "9" * 400, "9" * 5000])
def test_what_is_no_page_of_the_list_is_named(value):
    with pytest.raises(NoSuchPage, match="has no page") as refused:
        pages(value)
    assert value[:80] in str(refused.value) and len(str(refused.value)) < 120


def test_the_page_of_a_place_is_the_one_that_has_its_row():
    assert [number_of(place, 25) for place in (0, 1, 25, 26, 50, 51, 60)] == [1, 1, 1, 2, 2, 3, 3]
    for number in (1, 2, 3):
        assert {number_of(row + 1, 25) for row in pages(str(number)).rows} == {number}
