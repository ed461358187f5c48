"""Charts and shares: bars as high as their numbers, and no percentage of a few."""

import re

import pytest

from decisions.overviews.charts import Columns, Series
from decisions.percentages import ENOUGH, Share


def chart(*numbers, **more):
    heads = tuple(str(2000 + place) for place in range(len(numbers[0])))
    return Columns("A chart", heads, tuple(Series(f"part {n}", each) for n, each in enumerate(numbers, 1)), **more)


def test_bars_are_as_high_as_their_numbers_and_stand_on_one_another():
    drawn = list(chart((10, 0, 5), (30, 20, 0)).bars)
    assert [(bar.part, bar.x) for bar in drawn] == [(1, drawn[0].x), (2, drawn[0].x), (2, drawn[2].x), (1, drawn[3].x)]
    assert drawn[1].height == pytest.approx(3 * drawn[0].height, abs=0.05)
    assert drawn[1].y + drawn[1].height == pytest.approx(drawn[0].y, abs=0.02)
    assert drawn[2].height == pytest.approx(2 * drawn[0].height, abs=0.05)
    assert {round(bar.y + bar.height, 1) for bar in (drawn[0], drawn[2], drawn[3])} == {88.0}


@pytest.mark.parametrize("columns", [1, 3, 13, 40, 60])
def test_bars_and_labels_stand_inside_the_chart(columns):
    made = chart(tuple(range(columns)), tuple([7] * columns))
    assert all(bar.x >= 0 and bar.x + bar.width <= 100 and 0 <= bar.y <= 88 for bar in made.bars)
    assert all(0 < label.x < 100 and 0 < label.y < 100 for label in made.labels)
    shown = [label.text for label in made.labels if label.kind == "all" and label.y == 98.0]
    assert len(shown) <= 9
    assert shown[-1] == made.heads[-1]


def test_charts_of_one_ceiling_are_of_one_scale():
    few, many = (next(iter(chart((number,), ceiling=100).bars)).height for number in (10, 100))
    assert many == pytest.approx(10 * few, abs=0.1)


def test_one_decision_is_no_tower():
    (one,), (five,) = (list(chart((number,)).bars) for number in (1, 5))
    assert five.height == pytest.approx(5 * one.height, abs=0.1)
    assert five.height == pytest.approx(79)


def test_the_table_has_the_numbers_of_the_chart_and_what_they_are_of():
    made = chart((10, 1000), (5, 0), addresses=("?a", "?b"))
    assert list(made.rows) == [("2000", "?a", (10, 5), "15"), ("2001", "?b", (1000, 0), "1,000")]
    assert [row[3] for row in chart((10, 0), wholes=(40, 3)).rows] == [str(Share(10, 40)), str(Share(0, 3))]


def test_the_description_says_what_the_picture_shows():
    assert chart((10, 1000), (5, 0)).description == (
        "2 columns from 2000 to 2001, the tallest 2001 with 1,000. The columns show part 1 (1,010), part 2 (5)."
    )
    assert chart((0, 0)).description == "Nothing to show."
    assert Columns("Nothing", (), ()).description == "Nothing to show."
    assert chart((3,)).description == "The tallest 2000 with 3."


def test_a_share_has_a_percentage_from_thirty_on():
    for of in range(200):
        for number in range(of + 1):
            words = str(Share(number, of)).replace("\N{NO-BREAK SPACE}", " ")
            assert re.fullmatch(rf"{number} of {of}( \([<>]?\d+%\))?", words)
            assert ("%" in words) == (of >= ENOUGH)


@pytest.mark.parametrize(
    ("number", "of", "words"),
    [
        (0, 1000, "0 of 1,000 (0%)"),
        (1, 1000, "1 of 1,000 (<1%)"),
        (999, 1000, "999 of 1,000 (>99%)"),
        (1000, 1000, "1,000 of 1,000 (100%)"),
        (11, 12, "11 of 12"),
    ],
)
def test_a_percentage_never_says_none_of_some_nor_all_of_less(number, of, words):
    assert str(Share(number, of)) == words.replace(" ", "\N{NO-BREAK SPACE}").replace("\N{NO-BREAK SPACE}(", " (")
