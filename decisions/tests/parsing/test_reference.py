"""A reference is recognised in any spelling, and printed in one."""

import time

import pytest

from decisions.parsing.reference import TITLE, address, normalise


@pytest.mark.parametrize(
    "spelling",
    [
        "22 015 753",
        "22015753",
        "22-015-753",
        "22_015_753",
        "22.015.753",
        "22/015/753",
        "ref 22 015 753",
        " Ref: 22 015 753 ",
        "Reference: 22 015 753",
        "LGSCO ref. 22 015 753",
        "(22 015 753)",
        "(22 015 753).",
        "22 015 753.",
        "22 015 753,",
        "22 015 753;",
        "22–015–753",
        "22 – 015 – 753",
        "22‑015‑753",
        "22−015−753",
        "22  015   753",
        "22\u00a0015\u2009753",
        "22\u200b015\u00ad753\ufeff",
        "\t22\n015\r\n753",
    ],
)
def test_any_spelling_is_the_one_reference(spelling):
    assert normalise(spelling) == "22 015 753"


def test_a_letter_belongs_to_it():
    assert normalise("21–000–366A.") == "21 000 366a"
    assert address("21 000 366a") == "21-000-366a"


@pytest.mark.parametrize(
    "spelling",
    [
        "",
        "22 015 75",
        "22 015 7533",
        "22 015 753 22 015 754",
        "a 22 015 753",
        "٢٢ 015 753",
        "22 015 753..",
        "2 2015753",
    ],
)
def test_what_is_not_a_reference_is_none(spelling):
    assert normalise(spelling) is None


def test_no_spelling_takes_long():
    started = time.process_time()
    for filler in (" ", "-", " -", "(", "22 ", "ref", "\u00ad", "22 015 753"):
        normalise(filler * 100_000)
        normalise("22" + filler * 100_000 + "x")
    assert time.process_time() - started < 2


def test_a_title_ends_in_the_reference():
    assert TITLE.match("Ashby Council (22 015 753)")["body"] == "Ashby Council"
    assert not TITLE.match("Ashby Council (22 – 015 – 753)")
