"""Signposts, and names of places that send nobody there."""

import pytest

from decisions.parsing.document import Document, Item, Paragraph, Section
from decisions.tests.grounds.factories import assessed, document_of
from decisions.tests.mentions.factories import places, signposts

SENDS = "Mr X may wish to contact the Housing Ombudsman."


@pytest.mark.parametrize("heading", ["My assessment", "What I found", "Final decision", "> Analysis"])
def test_people_are_sent_from_the_assessment_and_the_final_decision(heading: str) -> None:
    document = document_of(("My assessment", "Mr X complained."), (heading, SENDS))
    assert signposts(document) == [("housing-ombudsman", 2, "Mr X may wish to contact the Housing Ombudsman")]


@pytest.mark.parametrize(
    "heading",
    ["The complaint", "The Ombudsman’s role and powers", "How I considered this complaint", "> Law and guidance"],
)
def test_no_signpost_is_found_where_the_decision_recites_or_retells(heading: str) -> None:
    assert signposts(document_of(("My assessment", "Mr X complained."), (heading, SENDS))) == []


def test_a_signpost_in_the_summary_has_paragraph_zero() -> None:
    assert signposts(document_of(summary=SENDS))[0][:2] == ("housing-ombudsman", 0)


def test_people_are_sent_from_an_item() -> None:
    item = Paragraph(1, "Two things:", (Item("a", "the letter was late;"), Item("b", SENDS)))
    document = Document("22 015 753", None, sections=(Section("My assessment", 1, (), (item,)),))
    assert [words for _, _, words in signposts(document)] == ["Mr X may wish to contact the Housing Ombudsman"]


@pytest.mark.parametrize(
    "text",
    [
        "Mr X says he can complain to the Housing Ombudsman.",
        "The Council told Mr X he could complain to the Housing Ombudsman.",
        "Ms X says she wants to be able to take the matter to the police.",
        "Mr X wishes to go to court.",
        "It is not reasonable to expect Mr X to go to court.",
        "Parents have a right of appeal to the SEND Tribunal.",
        "If a complainant is unhappy, they can ask the Council for a review and go to court.",
        "We normally expect someone to use the right of appeal to a tribunal.",
        "The Council should have reported this to the police.",
        "The social worker can ask the police to visit.",
        "Mr X has used his right of appeal to the Planning Inspectorate.",
        "Mrs Y exercised her right of appeal to the SEND Tribunal.",
    ],
)
def test_views_wishes_and_general_rules_are_not_signposts(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If Mr X believes the record is false, he can complain to the ICO.", ["information-commissioner"]),
        ("If Mr X wishes to complain to the Information Commissioner, he can.", ["information-commissioner"]),
        ("Mr X could go to the county court or ask the ICO to look.", ["court", "information-commissioner"]),
        ("Mr X may complain to Ofsted or the CQC.", ["ofsted", "care-quality-commission"]),
        ("Mr X can apply to the First-tier Tribunal (Property Chamber).", ["property-tribunal"]),
        ("Mr X can appeal to the Valuation Tribunal.", ["valuation-tribunal"]),
        ("It would be for the courts to decide.", ["court"]),
        ("He can challenge the decision at the First-tier Tribunal.", ["tribunal"]),
        ("She could have used her right of appeal to the SEND Tribunal.", ["send-tribunal"]),
        ("The matter could reasonably be taken to court.", ["court"]),
        (
            "There is another body, the Information Commissioner, to which he can complain.",
            ["information-commissioner"],
        ),
        ("The Traffic Penalty Tribunal exists to decide such disputes.", ["parking-tribunal"]),
        ("The courts are in a better position to decide.", ["court"]),
        ("I have signposted Ms X to the Housing Ombudsman.", ["housing-ombudsman"]),
    ],
)
def test_people_are_sent_to(text: str, expected: list[str]) -> None:
    assert places(text) == expected


def test_curly_and_straight_quotes_send_to_the_same_place() -> None:
    for mark in "'’":
        text = f"Mr X can contact the Information Commissioner{mark}s Office."
        assert signposts(assessed(text)) == [("information-commissioner", 1, text.removesuffix("."))]


def test_the_words_begin_with_the_person_who_is_sent() -> None:
    document = assessed("He is unhappy, and it is open to Mr X to apply to Court for contact.")
    assert [words for _, _, words in signposts(document)] == ["it is open to Mr X to apply to Court"]
