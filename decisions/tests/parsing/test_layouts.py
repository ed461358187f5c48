"""The layouts without marks, and what else is seen in real texts."""

import pytest

from decisions.parsing import Known, ParseError, parse
from decisions.parsing.document import walk

HEAD = "Ashby Council (22 015 753)\n"
REPORT = """Category :
Environment and regulation
>
Drainage
Decision :
Upheld
Decision date :
20 Dec 2016
Summary
A woman complains about a drain.
The complaint
The woman complains that the council did nothing.
Finding
The Ombudsman upheld the complaint.
Recommendations
The council has agreed to:
repair the drain; and
pay the woman £250.
Ombudsman satisfied with council response: 12 September 2017
Print this page
"""


def texts(document):
    return [(section.heading, [paragraph.text for paragraph in section.paragraphs]) for section in document.sections]


def test_a_report_has_its_facts_on_lines_of_their_own():
    document = parse(REPORT, Known(reference="15 020 792"))
    assert (document.reference, document.council, document.document_type) == ("15 020 792", None, "report")
    assert (document.category, document.subcategory) == ("Environment and regulation", "Drainage")
    assert (document.outcome, document.decision_date.isoformat()) == ("Upheld", "2016-12-20")
    assert document.summary == "A woman complains about a drain."


def test_every_block_of_a_report_is_a_paragraph_that_the_archive_numbers():
    document = parse(REPORT, Known(reference="15 020 792"))
    assert document.numbering == "added"
    assert [section.level for section in document.sections] == [1, 1, 1]
    assert texts(document)[2] == (
        "Recommendations",
        [
            "The council has agreed to:",
            "repair the drain; and",
            "pay the woman £250.",
            "Ombudsman satisfied with council response: 12 September 2017",
        ],
    )
    assert [paragraph.number for paragraph in document.paragraphs] == [1, 2, 3, 4, 5, 6]
    assert [each.text for each in document.dropped] == ["Print this page"]


def test_a_text_with_no_reference_anywhere_is_refused():
    with pytest.raises(ParseError, match="a title"):
        parse(REPORT)


def test_what_is_known_fills_only_what_the_text_lacks():
    known = Known(reference="15 020 792", council="Ashby Council", outcome="Not upheld", decision_date="2016-12-20")
    document = parse(REPORT, known)
    assert (document.council, document.outcome) == ("Ashby Council", "Upheld")
    assert [doubt.assumed for doubt in document.doubts] == [
        "the record's outcome is “Not upheld”, the text's “Upheld”, which is kept"
    ]


def test_a_run_on_copy_is_split_at_labels_and_headings():
    text = (
        "Ashby Council (22 015 753) Category : Housing > Other Decision : Upheld Decision date : 09 Mar 2023 "
        "The Ombudsman's final decision: Summary: We upheld it. The complaint Mr X complains. He is right. "
        "The Ombudsman’s role and powers We investigate complaints. Final decision I have upheld it. "
        "Investigator's decision on behalf of the Ombudsman"
    )
    document = parse(text)
    assert (document.council, document.category, document.subcategory) == ("Ashby Council", "Housing", "Other")
    assert (document.outcome, document.decision_date.isoformat()) == ("Upheld", "2023-03-09")
    assert (document.summary, document.numbering) == ("We upheld it.", "added")
    assert texts(document) == [
        ("The complaint", ["Mr X complains. He is right."]),
        ("The Ombudsman’s role and powers", ["We investigate complaints."]),
        ("Final decision", ["I have upheld it."]),
    ]
    assert document.closing == ("Investigator's decision on behalf of the Ombudsman",)
    assert any("no marks" in doubt.assumed for doubt in document.doubts)


def test_a_run_on_copy_with_its_headings_on_separate_lines_is_not_split():
    document = parse(HEAD + "The complaint\nMr X complains. The complaint Mr X made was late.\nFinal decision\nNo.")
    assert texts(document) == [
        ("The complaint", ["Mr X complains. The complaint Mr X made was late."]),
        ("Final decision", ["No."]),
    ]


@pytest.mark.parametrize("mark", ["- ", "  1. "])
def test_a_line_broken_in_two_is_one(mark):
    document = parse(f"{HEAD}Analysis\n{mark}The Council failed to\nprovide a service.\nFinal decision\n{mark}No.")
    assert document.paragraphs[0].text == "The Council failed to provide a service."


def test_an_item_broken_in_two_is_one():
    document = parse(HEAD + "Analysis\n- He wants:\n- an apology for\nthe delay; and\n- money.\nFinal decision\n- No.")
    assert [item.text for item, _ in walk(document.paragraphs[0].items)] == ["an apology for the delay; and", "money."]


def test_a_line_without_its_bullet_among_bullets_stays_in_place():
    document = parse(
        HEAD + "Analysis\n  1. He wants:\n  • an apology;\nmoney; and\n  • a visit.\nFinal decision\n  1. No."
    )
    assert [(item.label, item.text) for item, _ in walk(document.paragraphs[0].items)] == [
        ("•", "an apology;"),
        ("", "money; and"),
        ("•", "a visit."),
    ]


def test_a_list_lost_after_its_colon_makes_no_items_of_what_follows():
    long = "The Council says it did all that it could have done in the time that it had. " * 4
    document = parse(f"{HEAD}Analysis\n- The law says:\n- {long}\nFinal decision\n- No.")
    assert [len(paragraph.items) for paragraph in document.paragraphs] == [0, 0, 0]
    assert "is lost" in document.doubts[0].assumed


def test_a_heading_glued_to_a_stray_code_is_still_that_heading():
    document = parse(HEAD + "The complaint\n- One.\nFinal decision{{@12}}\n- No.")
    assert [(section.heading, section.level) for section in document.sections][1] == ("Final decision{{@12}}", 1)


def test_the_closing_line_may_come_twice():
    closing = (
        "Investigator’s decision on behalf of the Ombudsman",
        "Investigator's decision on behalf of the Ombudsman",
    )
    document = parse(HEAD + "The complaint\n- One.\nFinal decision\n- No.\n" + "\n".join(closing))
    assert document.closing == closing


def test_a_summary_without_its_label_is_one_with_a_doubt():
    document = parse(HEAD + "The Ombudsman's final decision:\nWe will not investigate.\nThe complaint\n- One.")
    assert document.summary == "We will not investigate."
    assert [doubt.line for doubt in document.doubts] == [3]


def test_a_second_line_for_a_fact_is_a_doubt_and_the_first_is_kept():
    document = parse(HEAD + "Decision : Upheld\nDecision : Not upheld\nThe complaint\n- One.")
    assert document.outcome == "Upheld"
    assert "Not upheld" in document.doubts[0].assumed
