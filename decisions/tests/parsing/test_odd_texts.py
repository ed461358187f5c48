"""Texts with odd headers, numbers and lists. Each is read correctly, or with a doubt."""

from datetime import date

import pytest

from decisions.parsing import parse
from decisions.parsing.document import walk

TITLE = "Ashby Council (22 015 753)\n"
FACTS = "Decision : Upheld\nDecision date : 09 Mar 2023\nThe Ombudsman's final decision:\nSummary: We upheld it.\n"
BODY = "The complaint\n- One.\nFinal decision\n- Two."


def read(text):
    return parse(TITLE + text)


def items(paragraph):
    return [(item.label, item.text) for item, _ in walk(paragraph.items)]


def headings(document):
    return [section.heading for section in document.sections]


@pytest.mark.parametrize(
    "head",
    [
        "Category : Children's care services >\nChild protection\n",
        "Category : Children's care\nservices > Child protection\n",
        "Complaint ref : 1234\nCategory : Children's care services > Child protection\n",
        "Kent NHS Trust (22 111 222a)\nCategory : Children's care services > Child protection\n",
        "Category - Children's care services > Child protection\n",
    ],
)
def test_one_odd_line_among_the_facts_loses_none_of_them(head):
    document = read(head + FACTS + BODY)
    assert (document.category, document.subcategory) == ("Children's care services", "Child protection")
    assert (document.outcome, document.decision_date, document.summary) == ("Upheld", date(2023, 3, 9), "We upheld it.")
    assert headings(document) == ["The complaint", "Final decision"]


def test_an_odd_line_among_the_facts_is_a_doubt():
    document = read("Complaint ref : 1234\n" + FACTS + BODY)
    assert [each.text for each in document.dropped] == ["Complaint ref : 1234"]
    assert [doubt.line for doubt in document.doubts] == [2]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("9th March 2023", date(2023, 3, 9)),
        ("09 Sept 2023", date(2023, 9, 9)),
        ("09 Marbles 2023", None),
        ("09 Mar 0023", None),
    ],
)
def test_a_date_is_one_or_a_doubt(written, meant):
    document = read(f"Decision date : {written}\n{BODY}")
    assert document.decision_date == meant
    assert bool(document.doubts) == (meant is None)


def test_a_broken_item_loses_neither_its_list_nor_the_numbers_after_it():
    broken = "- failed to tell him of the first\nthing that it had to do;\n"
    document = read(
        f"The complaint\n- He says it:\n{broken}- delayed; and\n- lost papers.\n- Next.\nFinal decision\n- No."
    )
    assert items(document.paragraphs[0]) == [
        ("•", "failed to tell him of the first thing that it had to do;"),
        ("•", "delayed; and"),
        ("•", "lost papers."),
    ]
    assert [paragraph.text for paragraph in document.paragraphs] == ["He says it:", "Next.", "No."]


def test_a_citation_without_brackets_belongs_to_the_list_before_it():
    citation = "Local Government Act 1974, section 24A(6), as amended"
    document = read(
        f"Analysis\n- We stop if:\n- it is late; or\n- it is small.\n{citation}\n- Next.\nFinal decision\n- No."
    )
    assert items(document.paragraphs[0])[-1] == ("", citation)
    assert headings(document) == ["Analysis", "Final decision"]


def test_a_number_out_of_turn_at_the_margin_is_part_of_the_text():
    text = "Analysis\n\n  1. It broke section\n47. The Council did not act.\n  2. Two.\n\nFinal decision\n\n  1. No."
    document = read(text)
    assert [paragraph.text for paragraph in document.paragraphs] == [
        "It broke section 47. The Council did not act.",
        "Two.",
        "No.",
    ]
    assert [doubt.line for doubt in document.doubts] == [5]


def test_each_section_may_have_its_own_margin():
    document = read("The complaint\n  1. One.\nAnalysis\n\t1. Two.\n\t    • a\n\t2. Three.\nFinal decision\n  1. Four.")
    assert [paragraph.text for paragraph in document.paragraphs] == ["One.", "Two.", "Three.", "Four."]
    assert items(document.paragraphs[1]) == [("•", "a")]


def test_a_numbered_text_with_more_dashes_than_numbers_is_still_numbered():
    document = read(
        "The complaint\n  1. He says:\n    - a;\n    - b;\n    - c; and\n    - d.\nFinal decision\n  1. No."
    )
    assert [len(paragraph.items) for paragraph in document.paragraphs] == [4, 0]


def test_bullets_in_a_dashed_text_are_items():
    document = read("The complaint\n- He says:\n• delay\n• loss\n- Next.\nFinal decision\n- No.")
    assert items(document.paragraphs[0]) == [("•", "delay"), ("•", "loss")]
    assert len(document.paragraphs) == 3


def test_a_line_without_a_bullet_among_bullets_is_not_a_heading():
    document = read(
        "The complaint\n  1. He says:\n  • delay\nPoor communication\n  • lost papers\nFinal decision\n  1. No."
    )
    assert items(document.paragraphs[0]) == [("•", "delay"), ("", "Poor communication"), ("•", "lost papers")]
    assert [doubt.line for doubt in document.doubts] == [5]


def test_a_list_whose_indentation_was_lost_is_a_list_with_a_doubt():
    lost = "  1. delay\n  2. rudeness\n"
    document = read(f"Analysis\n  1. He complains of:\n{lost}  2. He wants money.\nFinal decision\n  1. No.")
    assert [paragraph.text for paragraph in document.paragraphs] == ["He complains of:", "He wants money.", "No."]
    assert items(document.paragraphs[0]) == [("a", "delay"), ("b", "rudeness")]
    assert [doubt.line for doubt in document.doubts] == [4]


def test_a_number_that_skips_is_a_doubt():
    document = read("The complaint\n  1. One.\n  5. Two.\nFinal decision\n  1. No.")
    assert len(document.paragraphs) == 3
    assert "printed as 5 follows one printed as 1" in document.doubts[0].assumed


def test_items_may_have_letters_in_brackets():
    document = read("The complaint\n  1. He says:\n      a) one;\n      (b) two.\nFinal decision\n  1) No.")
    assert items(document.paragraphs[0]) == [("a", "one;"), ("b", "two.")]
    assert document.paragraphs[1].text == "No."


@pytest.mark.parametrize(
    ("summary", "expected", "first"),
    [
        ("Summary: We upheld it.\nIt was late.\n- One.", "We upheld it.\nIt was late.", None),
        (
            "Summary: We upheld it because\nit was late.\nThe complaint\n- One.",
            "We upheld it because\nit was late.",
            "The complaint",
        ),
        ("Summary: We upheld it.\nWhat happened\nIt was late.\n- One.", "We upheld it.", "What happened"),
        ("Summary: It is:\n- late; and\n- small.\nThe complaint\n- One.", "It is:\nlate; and\nsmall.", "The complaint"),
    ],
)
def test_a_summary_ends_where_the_body_begins(summary, expected, first):
    document = read(f"{summary}\nFinal decision\n- No.")
    assert document.summary == expected
    assert headings(document)[0] == first


def test_text_before_the_signature_belongs_to_the_text_and_what_follows_it_to_the_closing():
    signature = "Investigator's decision on behalf of the Ombudsman"
    document = read(f"{BODY}\nThe Council has agreed to pay £100.\n{signature}\n(signed)")
    assert items(document.paragraphs[-1]) == [("", "The Council has agreed to pay £100.")]
    assert document.closing == (signature, "(signed)")


def test_two_decisions_in_one_text_are_not_read_as_one():
    with pytest.raises(ValueError, match="one decision"):
        parse(f"{TITLE}{FACTS}{BODY}\n{TITLE}{FACTS}{BODY}")
