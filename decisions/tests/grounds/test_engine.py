"""Where the engine looks, what it leaves out, and the order of its findings."""

import pytest

from decisions.grounds import STATED, SUPPORTING, classify
from decisions.parsing.document import Document, Item, Paragraph, Section
from decisions.tests.grounds.factories import assessed, decided, document_of, grounds, quotes

REASON = "We will not investigate because we are unlikely to find fault."
FAULT = "insufficient-evidence-of-fault"


@pytest.mark.parametrize("heading", ["Final decision", "Final Decision", "Decision", "My decision"])
def test_the_final_decision_states(heading: str) -> None:
    assert [strength for _, strength, _, _ in quotes(document_of((heading, REASON)))] == [STATED]


def test_the_summary_states_as_paragraph_zero() -> None:
    assert quotes(document_of(summary=REASON)) == [(FAULT, STATED, 0, "we are unlikely to find fault")]


@pytest.mark.parametrize(
    "heading",
    [
        "My assessment",
        "What I found",
        "Findings",
        "> Analysis",
        "What I have not investigated",
        "> Analysis and findings",
    ],
)
def test_the_assessment_supports(heading: str) -> None:
    document = document_of(("My assessment", "Mr X complained."), (heading, REASON))
    assert [strength for _, strength, _, _ in quotes(document)] == [SUPPORTING]


@pytest.mark.parametrize(
    "heading",
    [
        "The complaint",
        "The Ombudsman’s role and powers",
        "How I considered this complaint",
        "Agreed action",
        "> Background",
        "> Background law and guidance",
        "> The statutory complaints’ procedure",
        "> Law and guidance",
        "> The Council’s policy",
        "> What happened",
    ],
)
def test_no_ground_is_searched_for_where_the_decision_recites_or_retells(heading: str) -> None:
    assert grounds(document_of(("My assessment", "Mr X complained."), (heading, REASON))) == set()


def test_a_sub_heading_belongs_to_the_usual_heading_above_it() -> None:
    assert grounds(document_of(("My assessment", "Mr X complained."), ("> The missed visits", REASON))) == {FAULT}
    assert grounds(document_of(("The complaint", "Mr X complained."), ("> The missed visits", REASON))) == set()


def test_a_sub_heading_about_what_was_done_wrong_recites_no_law() -> None:
    assert grounds(document_of(("My assessment", "Text."), ("> The Council did not follow its policy", REASON))) == {
        FAULT
    }


def test_an_analysis_is_an_assessment_even_after_background() -> None:
    assert grounds(document_of(("The complaint", "Text."), ("> Background", "Text."), ("> Analysis", REASON))) == {
        FAULT
    }


def test_a_list_of_recited_tests_is_read_with_its_introduction() -> None:
    tests = (Item("a", "there is not enough evidence of fault, or"), Item("b", "the complaint is late."))
    listed = Paragraph(1, "We may decide not to start an investigation if we believe:", tests)
    document = Document("22 015 753", None, outcome="Closed", sections=(Section("My assessment", 1, (), (listed,)),))
    assert classify(document) == ()


def test_a_reason_in_an_item_is_quoted_from_the_item() -> None:
    reasons = (Item("•", "there is not enough evidence of fault; and"), Item("•", "the complaint is late."))
    listed = Paragraph(1, "We will not investigate this complaint because:", reasons)
    document = Document("22 015 753", None, outcome="Closed", sections=(Section("Final decision", 1, (), (listed,)),))
    assert [words for *_, words in quotes(document)] == [
        "there is not enough evidence of fault",
        "the complaint is late",
    ]


def test_the_best_words_come_first() -> None:
    document = document_of(
        ("My assessment", "We are unlikely to find fault. There is also another body better placed to consider this."),
        ("Final decision", "We will not investigate because the complaint is late and we are unlikely to find fault."),
        summary="We will not investigate. There is not enough evidence of fault.",
    )
    assert [(slug, strength, number) for slug, strength, number, _ in quotes(document)] == [
        (FAULT, STATED, 2),
        (FAULT, STATED, 0),
        ("late-complaint", STATED, 2),
        (FAULT, SUPPORTING, 1),
        ("better-placed-body", SUPPORTING, 1),
    ]


def test_a_ground_of_last_resort_gives_way() -> None:
    alone = "We will not investigate because it would be disproportionate to do so."
    assert grounds(decided(alone)) == {"other-discretion"}
    assert grounds(decided(f"{alone} There is not enough evidence of fault.")) == {FAULT}


def test_outside_jurisdiction_is_a_ground_only_where_nothing_else_is() -> None:
    outside = "We will not investigate because the matter is outside our jurisdiction."
    assert grounds(decided(outside)) == {"other-discretion"}
    assert grounds(decided(f"{outside} He had a right of appeal to a tribunal.")) == {"appeal-right-tribunal"}


@pytest.mark.parametrize(
    ("body", "ground"),
    [
        ("London Tribunals consider parking appeals.", "appeal-right-tribunal"),
        ("The Planning Inspector acts for the minister.", "appeal-right-minister"),
        ("The county court hears such appeals.", "court-remedy"),
    ],
)
def test_a_right_of_appeal_is_to_the_body_that_the_decision_names(body: str, ground: str) -> None:
    last = ("Final decision", "We will not investigate because he has a right of appeal it is reasonable to use.")
    assert grounds(document_of(("The Ombudsman’s role and powers", body), last)) == {ground}


def test_a_remedy_that_is_only_open_is_a_signpost_and_one_that_is_expected_is_a_ground() -> None:
    refused = "We will not investigate this complaint about contact."
    assert grounds(decided(f"{refused} She may apply to the family court.")) == {"court-remedy"}, "nothing else shows"
    faultless = f"{refused} There is not enough evidence of fault."
    assert grounds(decided(f"{faultless} She may apply to the family court.")) == {FAULT}
    expected = f"{faultless} She may apply to the family court, and it is reasonable to do so."
    assert grounds(decided(expected)) == {FAULT, "court-remedy"}
    unexpected = f"{faultless} She may apply to the family court, but it is not reasonable to expect that."
    assert grounds(decided(unexpected)) == {FAULT}


def test_a_remedy_already_used_is_not_one_still_open() -> None:
    text = "We cannot investigate because he has exercised his right of appeal to the Planning Inspectorate."
    assert grounds(decided(text)) == {"remedy-already-used"}


def test_what_the_council_did_is_a_reason_where_it_is_stated_and_not_in_the_assessment() -> None:
    text = "The Council replied in May. It apologised to Mrs A."
    assert grounds(decided(f"We will not investigate. {text}")) == {"already-remedied"}
    assert grounds(assessed(text)) == set()


def test_a_topic_called_outside_the_law_and_nothing_more_is_its_ground() -> None:
    refused = "We cannot investigate how the Council dealt with her grievance as an employee."
    assert grounds(decided(f"{refused} The law does not permit it.")) == {"personnel"}
    assert grounds(decided(f"{refused} The complaint is late.")) == {"late-complaint"}


def test_hints_count_only_in_a_reason_and_only_where_nothing_else_shows() -> None:
    about = "We will not investigate Mr X's complaint about a tribunal that can decide nothing."
    assert grounds(decided(about)) == set()
    assert grounds(decided(f"{about} The tribunal deals with such disputes.")) == {"appeal-right-tribunal"}
    assert grounds(decided(f"{about} The complaint is late. The tribunal deals with such disputes.")) == {
        "late-complaint"
    }
    assert grounds(decided(f"{about} The tribunal deals with such disputes.", outcome="Upheld")) == set()


def test_a_document_without_reasons_has_no_findings() -> None:
    assert classify(Document("22 015 753", None)) == ()
    assert classify(assessed("Mr X complained to the Council.")) == ()


def test_not_considering_it_reasonable_to_go_elsewhere_is_not_a_refusal() -> None:
    text = (
        "Although he could have appealed to the Valuation Tribunal, we did not consider it reasonable to expect that."
    )
    assert grounds(decided(f"{text} The Council was at fault.", outcome="Upheld")) == set()


def test_a_complaint_settled_early_is_a_refusal_however_it_is_named() -> None:
    closed = "We have completed our work because the Council has agreed to resolve it early by a suitable remedy."
    assert grounds(decided(closed, outcome="Upheld")) == {"already-remedied"}
