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


KNOWN = {
    "information-commissioner": [
        "He can contact the Information Commissioners Office about this.",
        "Her complaint about data is for the Information Commissioners Office.",
    ],
    "traffic-enforcement-centre": [
        "Mr X can ask the Traffic Enforcement Centre to cancel the charge.",
        "He should submit his statutory declaration to the Traffic Enforcement Centre.",
        "The Traffic Enforcement Centre can decide whether to accept it.",
    ],
    "send-tribunal": [
        "The decision to cease the plan is appealable to the SEND Tribunal.",
        "These matters were appealable to the First-tier Tribunal (Special Educational Needs and Disability).",
        "The Council's decision letter carries a right of appeal to the SEND Tribunal.",
        "The decision can be appealed to the SEND Tribunal.",
    ],
    "tribunal": [
        "The named school is appealable to the Tribunal, and we would expect Mrs C to have appealed.",
    ],
    "valuation-tribunal": [
        "There is a tribunal, the Valuation Tribunal, that can be appealed to.",
        "There is a Valuation Tribunal which Mr X could appeal to.",
        "The Valuation Tribunal is there to hear disputes about banding.",
        "The liability decision could have been appealed to the Valuation Tribunal.",
    ],
    "council-complaint-or-review": [
        "It is reasonable for Mrs X to take her complaint to stage three.",
        "Mrs X can ask the Council to escalate her complaint to stage 3 of the children's procedure.",
        "We would expect Mrs X to complete stage three of the children's statutory complaints procedure first.",
        "Mrs X has the right to request a stage three panel.",
        "She should finish the children’s statutory complaints procedure first.",
        "She can return to us once the Council has issued its final response.",
        "Mr X may come back to us if he is unhappy with the Council's response.",
        "When the Council has finished its enquiries, he can complain to us again.",
        "If Mr X is dissatisfied at the end of the complaints process, he may bring his complaint back to us.",
        "Mr X can make a new complaint to us once the Council has finished its procedure.",
        "Once the procedure is complete Mr X can come to us again if he is still unhappy.",
        "Mr X can use the Councils complaints procedure.",
    ],
    "court": [
        "Mr X could appeal to the magistrates.",
        "He could have argued this before the magistrates.",
        "Only the magistrates can decide this.",
        "It is a matter for the magistrates.",
        "Mr X can appeal to the Magistrates Court.",
        "His remedy would be an application to the High Court.",
    ],
    "housing-ombudsman": [
        "As a council tenant Mr X can complain to the Housing Ombudsman.",
        "The Housing Ombudsman considers complaints from council tenants.",
        "Complaints about council housing management are a matter for the Housing Ombudsman.",
        "Complaints about repairs are dealt with by the Housing Ombudsman.",
        "We cannot look at this as it comes within the Housing Ombudsman's jurisdiction.",
        "The Housing Ombudsman is the proper body for complaints about council housing.",
    ],
    "school": [
        "He can put his case to the school’s complaints process.",
    ],
    "professional-regulator": [
        "It is open to Mr X to raise this with the social workers professional body.",
    ],
}


@pytest.mark.parametrize(("place", "text"), [(place, text) for place, texts in KNOWN.items() for text in texts])
def test_a_place_is_known_under_its_other_names_and_in_other_words(place: str, text: str) -> None:
    assert places(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "The Information Commissioners Office told Mr X it could not help.",
        "Mr X sent a form to the Traffic Enforcement Centre in May.",
        "The Council can apply to the Traffic Enforcement Centre.",
        "The Traffic Enforcement Centre accepted the witness statement.",
        "Mr X says the decision is appealable to the SEND Tribunal.",
        "The plan was not appealable to the SEND Tribunal at that time.",
        "The Valuation Tribunal, which Mr X appealed to, found against him.",
        "The Council agreed to hold a stage three panel.",
        "At stage three of the children's procedure the panel upheld her complaint.",
        "Mrs X has completed stage three of the children's complaints procedure.",
        "The magistrates found him guilty.",
        "He was fined by the magistrates.",
        "The Council asked the magistrates for a liability order.",
        "He came back to us once the Council had finished its procedure.",
        "Mr X wants to come back to us when the Council has replied.",
        "The Council can come back to us with its comments once it has completed the procedure.",
        "The Housing Ombudsman considered her complaint last year.",
        "The complaint is outside the jurisdiction of the Housing Ombudsman.",
        "The Council was right to refer the matter to the police.",
        "We expect the Council to refer itself to the Information Commissioners Office.",
        "It would be reasonable for the Council to apply to the magistrates.",
        "Complainants can come back to us once they have the Council's final response.",
        "The Council should have offered stage three of the children's procedure.",
        "The Council will consider her complaint at stage three.",
        "Mr X asked the Council to take his complaint to stage three.",
        "The Council should complete stage two within 65 days.",
        "The Council refused to let Mrs X go to stage three.",
        "The Traffic Enforcement Centre, which can cancel orders, did not do so.",
        "Mr X told the court that the magistrates were wrong.",
        "The order could not be appealed to the magistrates.",
        "The magistrates may have made an error, Mr X says.",
        "Mr X complained to the Housing Ombudsman about his council landlord.",
        "There is no Valuation Tribunal that can be appealed to.",
        "I have asked the Council to tell Mrs X how to go to stage three.",
        "We recommended the Council write to the Housing Ombudsman.",
    ],
)
def test_the_same_words_about_what_happened_or_what_others_do_send_nobody(text: str) -> None:
    assert places(text) == []
