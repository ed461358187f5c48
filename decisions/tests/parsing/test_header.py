"""The header of a decision."""

from datetime import date

import pytest

from decisions.parsing import parse

BODY = "\nThe complaint\n- Mr X complains.\nFinal decision\n- We will not investigate."


def test_the_last_bracket_of_the_title_is_the_reference():
    document = parse(f"James Hudson (Builders) Limited (25 010 314){BODY}")
    assert (document.council, document.reference) == ("James Hudson (Builders) Limited", "25 010 314")


@pytest.mark.parametrize("spelling", ["21000366a", "21-000-366A", "21 000 366a"])
def test_a_reference_is_printed_one_way(spelling):
    assert parse(f"Ashby Council ({spelling}){BODY}").reference == "21 000 366a"


def test_a_text_without_header_lines_is_still_a_decision():
    document = parse(f"Ashby Council (22 015 753){BODY}")
    stated = (document.category, document.subcategory, document.outcome, document.decision_date, document.summary)
    assert stated == (None,) * 5
    assert len(document.paragraphs) == 2


def test_a_title_without_a_body_names_no_council():
    assert parse(f"(22 015 753){BODY}").council is None


def test_labels_may_have_no_space_before_the_colon():
    facts = "Category: Housing\nDecision: Upheld\nDecision date: 9 March 2023\nSummary: One.\nTwo."
    document = parse(f"Ashby Council (22 015 753)\n{facts}{BODY}")
    assert (document.category, document.subcategory, document.outcome) == ("Housing", None, "Upheld")
    assert document.decision_date == date(2023, 3, 9)
    assert document.summary == "One.\nTwo."


@pytest.mark.parametrize("written", ["31 Feb 2023", "yesterday", "09/03/2023"])
def test_an_invalid_date_is_a_doubt_and_not_a_date(written):
    document = parse(f"Ashby Council (22 015 753)\nDecision date : {written}{BODY}")
    assert document.decision_date is None
    assert [doubt.line for doubt in document.doubts] == [2]
    assert written in document.doubts[0].assumed


def test_a_strange_line_before_the_title_is_a_doubt():
    document = parse(f"Somebody's note\nAshby Council (22 015 753){BODY}")
    assert document.council == "Ashby Council"
    assert [doubt.line for doubt in document.doubts] == [1]
