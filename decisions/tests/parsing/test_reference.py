"""A reference is recognised in any spelling, and printed in one."""

import time

import pytest

from decisions.parsing.reference import TITLE, address, find, normalise


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
        "LGO reference no: 22 015 753",
        "Our ref. 22 015 753",
        "Case number 22 015 753",
        "Complaint reference: 22 015 753",
        "Decision 22 015 753",
        "No. 22 015 753",
        "#22 015 753",
        "(22 015 753)",
        "[22 015 753]",
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
    assert normalise("21–000–366A.") == normalise("21 000 366 a") == "21 000 366a"
    assert address("21 000 366a") == "21-000-366a"


@pytest.mark.parametrize(
    "spelling",
    [
        "",
        "22 015 75",
        "22 015 7533",
        "22 015 753 22 015 754",
        "a 22 015 753",
        "complaint:22 015 753",
        "22 015 753 ab",
        "٢٢ 015 753",
        "22 015 753..",
        "2 2015753",
    ],
)
def test_what_is_not_a_reference_is_none(spelling):
    assert normalise(spelling) is None


def test_no_spelling_takes_long():
    started = time.process_time()
    for filler in (" ", "-", " -", "(", "22 ", "ref", "no ", "case ", "\u00ad", "22 015 753"):
        normalise(filler * 100_000)
        normalise("22" + filler * 100_000 + "x")
        find(filler * 1000)
        find("decisions/" * 400 + filler * 100 + "x")
    assert time.process_time() - started < 2


def test_a_title_ends_in_the_reference():
    assert TITLE.match("Ashby Council (22 015 753)")["body"] == "Ashby Council"
    assert not TITLE.match("Ashby Council (22 – 015 – 753)")
