"""References to paragraphs and to other decisions, and numbers that are not references."""

from dataclasses import replace

import pytest

from decisions.mentions import mentions
from decisions.mentions.references import decisions_in, paragraphs_in
from decisions.parsing.document import ADDED
from decisions.tests.grounds.factories import document_of


def paragraphs(text):
    return [each.numbers for each in paragraphs_in(text, 1, 12)]


def decisions(text):
    return [each.reference for each in decisions_in(text, 1, "20 010 136")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See paragraph 12 above.", [(12,)]),
        ("As paragraphs 3 to 5 say", [(3, 4, 5)]),
        ("As paragraphs 3-5 say", [(3, 4, 5)]),
        ("paras 6, 7 and 8(a) below", [(6, 7, 8)]),
        ("paragraph 4 of this decision", [(4,)]),
        ("paragraph 4 of this statement", [(4,)]),
        ("I explained in paragraph 3, the policy is unclear.", [(3,)]),
        ("It broke its policy, as paragraph 9 above says.", [(9,)]),
        ("As paragraph two says", [(2,)]),
        ("Paragraph Two says", [(2,)]),
        ("See paragraph one, above.", [(1,)]),
        ("See paragraph 5 (above).", [(5,)]),
        ("paragraphs two and three", [(2, 3)]),
        ("paras two to four below", [(2, 3, 4)]),
        ("paragraph twelve of this decision", [(12,)]),
    ],
)
def test_references_to_paragraphs_of_this_decision_are_found(text, expected):
    assert paragraphs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "See paragraph 99 above.",
        "paragraphs 9 to 99",
        "paragraphs 9-7",
        "Schedule 5, paragraph 5",
        "Schedule 5, paragraph 5 above",
        "paragraph 5 of Schedule 5",
        "paragraph 5A",
        "paragraph 1.2 above",
        "The Code of Practice, paragraph 9",
        "The guidance is clear. Paragraph 9 says so.",
        "paragraph 5 of the policy",
        "paragraph 5 below of the code",
        "(National Planning Policy Framework, paragraph 9)",
        "paragraph 0 above",
        "paragraph thirteen above",
        "paragraph one of the policy",
        "paragraph two of his letter",
        "schedule five, paragraph one",
        "paragraph one of Schedule 5",
        "paragraph 4 schedule 5",
        "paragraph 4, Schedule 5",
        "paragraph 4 (Sched. 5)",
        "It is not the paragraph one would expect.",
        "paragraph twenty-one",
        "paragraph oneself",
        "[2012] EWHC 3120 (Admin), paragraph 12.",
    ],
)
def test_numbers_of_other_things_are_not_paragraph_references(text):
    assert paragraphs(text) == []


def test_where_the_archive_added_the_numbers_the_text_cannot_refer_to_them():
    document = document_of(("What I found", "See paragraph 1 above."))
    assert [each.numbers for each in mentions(document).paragraph_references] == [(1,)]
    assert mentions(replace(document, numbering=ADDED)).paragraph_references == ()


@pytest.mark.parametrize(
    "spelling",
    ["21 018 159", "21-018-159", "21–018–159", "complaint 21018159", "(ref: 21/018/159)", "our decision 21.018.159"],
)
def test_another_decision_is_named_in_any_spelling(spelling):
    assert decisions(f"We looked at this before, {spelling}.") == ["21 018 159"]


def test_a_joint_case_keeps_its_letter_and_a_list_its_length():
    assert decisions("See 21 000 366a.") == ["21 000 366a"]
    assert decisions("Cases 21018159, 21018160 and 21018161.") == ["21 018 159", "21 018 160", "21 018 161"]


@pytest.mark.parametrize(
    "text",
    [
        "This is 20 010 136 itself, also 20010136.",
        "Call 0300 061 0614 or telephone 01 234 567.",
        "It cost £10 000 000.",
        "On 20150101 it was sent.",
        "15/01234/FUL and 122 015 753 and 22 015 7531",
    ],
)
def test_other_numbers_are_not_decision_references(text):
    assert decisions(text) == []
