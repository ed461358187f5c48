"""Marks in a text."""

import random
import sys
from itertools import cycle, islice

import pytest

from decisions.highlighting import Segment, changes, excerpt, segments


def test_text_is_cut_where_marks_begin_and_end():
    assert segments("one two three", [(4, 7)]) == [
        Segment("one ", False),
        Segment("two", True),
        Segment(" three", False),
    ]


def test_marks_that_overlap_touch_or_reach_out_are_one():
    assert segments("abcdef", [(1, 3), (2, 4), (4, 9), (-5, -1)]) == [Segment("a", False), Segment("bcdef", True)]
    assert segments("abc", []) == [Segment("abc", False)]
    assert segments("", [(0, 1)]) == []


def test_an_excerpt_keeps_its_mark_and_cuts_between_words():
    text = "word " * 100 + "hit " + "word " * 100
    short, spans = excerpt(text, [(500, 503)], around=40)
    assert short.startswith("… word") and short.endswith("word …")
    assert [short[start:end] for start, end in spans] == ["hit"]
    assert len(short) < 100


def test_a_short_text_is_its_own_excerpt():
    assert excerpt("a hit here", [(2, 5)], around=40) == ("a hit here", [(2, 5)])
    assert excerpt("nothing", [], around=40) == ("nothing", [])


def test_a_change_marks_the_words_that_went_and_the_words_that_came():
    old, new = changes("The Council declined to accept it.", "The Council declined to look at it.")
    assert [each.text for each in old if each.marked] == ["accept"]
    assert [each.text for each in new if each.marked] == ["look at"]
    assert "".join(each.text for each in new) == "The Council declined to look at it."


def test_texts_with_little_in_common_are_marked_as_a_whole():
    assert changes("Closed after initial enquiries", "Upheld") == (
        [Segment("Closed after initial enquiries", True)],
        [Segment("Upheld", True)],
    )
    assert changes("", "Upheld") == ([], [Segment("Upheld", True)])


def test_words_that_change_side_by_side_are_one_mark_and_others_each_their_own():
    old, new = changes("Mr X of the County says so today.", "Mrs Y of the County said so\ntoday.")
    assert [each.text for each in old if each.marked] == ["Mr X", "says"]
    assert [each.text for each in new if each.marked] == ["Mrs Y", "said"]


@pytest.mark.parametrize("text", ["", "One two three."])
def test_a_text_that_did_not_change_has_no_marks(text):
    assert not [each for side in changes(text, text) for each in side if each.marked]


def test_what_came_and_what_went_is_marked_in_one_text_alone():
    old, new = changes("One two four.", "One two three four.")
    assert [each.text for each in old if each.marked] == []
    assert [each.text for each in new if each.marked] == ["three"]


def test_in_a_long_text_all_between_the_first_difference_and_the_last_is_marked():
    words = [f"w{number}" for number in range(5000)]
    other = [*words[:100], "x", *words[101:1999], "y", *words[2000:]]
    old, new = changes(" ".join(words), " ".join(other))
    assert [each.text for each in old if each.marked] == [" ".join(words[100:2000])]
    assert [each.text for each in new if each.marked] == [" ".join(other[100:2000])]


def spread(change, every):
    """Words, some of which change."""
    return lambda words: [change(word) if place % every == 0 else word for place, word in enumerate(words)]


HOSTILE = {
    "one word changes": lambda words: ["x", *words[1:]],
    "every fourth word changes": spread("{}z".format, 4),
    "every other word changes": spread("{}z".format, 2),
    "every word is doubled": lambda words: [word for word in words for _ in range(2)],
    "the words stand the other way round": lambda words: words[::-1],
    "the words are shuffled": lambda words: random.Random(1).sample(words, len(words)),
}


def steps(run):
    """How many lines of Python a call runs."""
    count = 0

    def step(frame, event, arg):
        nonlocal count
        count += 1
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        run()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("kinds", [1, 7, 5000])
@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_the_work_grows_with_the_length_of_the_texts_and_no_faster(change, kinds):
    def work(length):
        words = list(islice(cycle([f"w{kind}" for kind in range(kinds)]), length))
        old, new = " ".join(words), " ".join(change(words))
        return steps(lambda: changes(old, new))

    assert work(8000) < 2.5 * work(4000)
    assert work(8000) < 100 * 8000
    assert max(map(work, (50, 100, 200, 400, 800))) < 5_000_000


def test_links_cut_marks_and_the_words_stay_as_they_are():
    found = segments("See section 47 of it.", [(4, 21)], [(12, 14)], match=3, links=[(4, 14, "/law/")])
    assert [(each.text, each.marked, each.found, each.match, each.link) for each in found] == [
        ("See ", False, False, 0, ""),
        ("section ", True, False, 0, "/law/"),
        ("47", True, True, 3, "/law/"),
        (" of it.", True, False, 0, ""),
    ]


def test_of_links_that_overlap_the_first_one_counts_and_links_may_reach_past_the_text():
    found = segments("abcdef", [], links=[(-2, 2, "1"), (1, 4, "2"), (4, 99, "3"), (20, 30, "4")])
    assert [(each.text, each.link) for each in found] == [("ab", "1"), ("cd", ""), ("ef", "3")]


def test_links_lose_no_character_wherever_they_stand():
    chance = random.Random(5)
    for _ in range(500):
        text = "".join(chance.choices("ab ’é", k=chance.randrange(12)))
        spans = [sorted(chance.choices(range(-3, 15), k=2)) for _ in range(chance.randrange(4))]
        marks = [tuple(each) for each in spans[:1]], [tuple(each) for each in spans[1:2]]
        cut = segments(text, *marks, match=1)
        found = segments(text, *marks, match=1, links=[(*each, "/") for each in spans])
        assert "".join(each.text for each in found) == text
        assert sum(1 for each in found if each.match) == sum(1 for each in cut if each.match)
