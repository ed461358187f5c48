"""Marks in a text."""

from decisions.marking import Segment, changes, excerpt, segments


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
