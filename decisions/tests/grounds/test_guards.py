"""Words that look like a reason of the Ombudsman and are not one."""

import pytest

from decisions.tests.grounds.factories import assessed, decided, grounds

SAID = [
    "Mr X says there is not enough evidence of fault.",
    "Mrs B believes that the complaint is not late and that only a court can decide it.",
    "The Council says there is not enough evidence of fault.",
    "The Council told Mr X it could not add to its earlier response.",
    "In the Council’s view there is no evidence of fault.",
    "According to the Council, Mr X has a right of appeal to the Tribunal.",
    "The Council declined to accept the complaint on the grounds that it cannot achieve what he wants.",
]
RECITED = [
    "We may decide not to investigate if we believe there is not enough evidence of fault.",
    "We would not normally re-investigate a complaint unless the earlier investigation was flawed.",
    "The law says we cannot normally investigate a complaint when someone could take the matter to court.",
    "We cannot usually investigate a complaint where there is a right of appeal to a tribunal.",
    "We do not start or continue an investigation if we decide we cannot achieve the outcome someone wants.",
    "We normally expect someone to refer the matter to the Information Commissioner.",
]
DENIED = [
    "The complaint was made in March. It is not late.",
    "I do not consider the complaint premature.",
    "We do not find another body better placed to consider this.",
    "It is not reasonable to expect Mrs B to go to court.",
    "It would be unreasonable to expect her to appeal to the Tribunal.",
    "We are not persuaded that the Information Commissioner is better placed to deal with this.",
]
SET_ASIDE = [
    "Although the complaint is late, there are good reasons to exercise discretion to investigate it.",
    "The complaint is late. However, I have exercised discretion to consider it.",
    "He could have appealed to the Tribunal, but there are good reasons to investigate.",
]
SIGNPOSTS = [
    "Mr X may wish to contact the Information Commissioner.",
    "It is open to Mr X to apply to Court for contact.",
    "If he believes the records are false, his recourse is to pursue his right to rectification.",
    "Mrs B may wish to seek advice about going to court.",
]


@pytest.mark.parametrize("text", [*SAID, *RECITED, *DENIED, *SET_ASIDE, *SIGNPOSTS])
def test_an_assessment_that_only_names_a_reason_has_none(text: str) -> None:
    assert grounds(assessed(text)) == set()


@pytest.mark.parametrize("text", [*SAID, *DENIED, *SET_ASIDE, *SIGNPOSTS])
def test_a_final_decision_that_only_names_a_reason_has_none(text: str) -> None:
    assert grounds(decided(text)) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mr X says the Council was wrong, but there is not enough evidence of fault.",
            {"insufficient-evidence-of-fault"},
        ),
        (
            "We will not investigate the complaint that the Council said it would act because the complaint is late.",
            {"late-complaint"},
        ),
        ("We would normally expect Mr X to refer this to the Information Commissioner.", {"better-placed-body"}),
        ("The complaint is late and there is no good reason to exercise discretion.", {"late-complaint"}),
        ("We do not see good reasons to investigate this late complaint.", {"late-complaint"}),
        ("Any injustice is not significant enough to justify our involvement.", {"no-significant-injustice"}),
        ("There is insufficient evidence of a significant injustice.", {"no-significant-injustice"}),
        ("We will not investigate this late complaint.", {"late-complaint"}),
    ],
)
def test_a_guard_does_not_reach_the_ombudsmans_own_reason(text: str, expected: set[str]) -> None:
    assert grounds(assessed(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Council was at fault. It has agreed to apologise and pay £200, which is a suitable remedy.",
        "I have completed my investigation. There was no fault by the Council.",
        "The fault did not cause Mr X a significant injustice.",
        "We found fault. The Council refused the application, and Mr X could have appealed to the Tribunal.",
        "The Council would not consider his complaint because it was late.",
        "We found no fault by the Council. We uphold the rest of the complaint.",
    ],
)
@pytest.mark.parametrize("outcome", ["Upheld", "Not upheld"])
def test_an_ordinary_investigation_has_no_grounds(outcome: str, text: str) -> None:
    assert grounds(decided(text, outcome)) == set()


@pytest.mark.parametrize("outcome", ["Upheld", "Not upheld"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We did not investigate the events of 2015 because they are late.", {"late-complaint"}),
        ("I have discontinued my investigation. The Council has agreed to a suitable remedy.", {"already-remedied"}),
        ("The injustice has been remedied. We have therefore ended our investigation.", {"already-remedied"}),
        ("We have stopped investigating because Mrs B withdrew her complaint.", {"withdrawn"}),
        ("We found no fault. We did not investigate the earlier events because they are late.", {"late-complaint"}),
    ],
)
def test_what_an_investigation_left_out_has_its_ground(outcome: str, text: str, expected: set[str]) -> None:
    assert grounds(decided(text, outcome)) == expected


def test_without_an_outcome_the_words_decide() -> None:
    refused = "We will not investigate this complaint. There is not enough evidence of fault."
    investigated = "We will not name the officer. We have completed our investigation and found no evidence of fault."
    assert grounds(decided(refused, None)) == {"insufficient-evidence-of-fault"}
    assert grounds(decided(investigated, None)) == set()


@pytest.mark.parametrize(
    "reason",
    [
        "We will not investigate the complaint that the Council decided his complaint was late. ",
        "We will not investigate the complaint that the Council told her she should go to court. ",
        "We will not investigate the complaint that the Council refused to let her withdraw her complaint. ",
        "Although he could have appealed to the tribunal, it was not reasonable to expect him to do so. ",
    ],
)
def test_what_is_said_in_the_complaint_or_is_not_expected_is_not_a_reason(reason: str) -> None:
    faultless = "We will not investigate because there is not enough evidence of fault."
    assert grounds(decided(reason + faultless)) == {"insufficient-evidence-of-fault"}


def test_what_follows_from_a_condition_is_said_by_the_ombudsman() -> None:
    refused = "We will not investigate. If he believes the Council is liable, he can make a claim in court"
    assert grounds(decided(f"{refused} and we would expect him to.")) == {"court-remedy"}


def test_a_right_of_appeal_that_was_used_is_not_a_remedy_still_open() -> None:
    refused = "We cannot investigate because she had a right of appeal to a tribunal and used it."
    assert "appeal-right-tribunal" not in grounds(decided(refused))


def test_a_remedy_is_not_the_reason_for_a_refusal_with_a_reason_of_its_own() -> None:
    remedied = "We found fault. The Council has agreed to apologise."
    own = "I have not investigated the content because he could appeal to the SEND Tribunal."
    assert grounds(decided(f"{remedied} {own}", "Upheld")) == {"appeal-right-tribunal"}


def test_words_inside_those_of_a_ground_that_they_yield_to_give_way() -> None:
    refused = "We will not investigate as there is nothing we could do to achieve the outcome he seeks."
    assert grounds(decided(refused)) == {"cannot-achieve-outcome-sought"}
