"""A provision is filed under its Act and number, and under none if the words leave a doubt."""

import pytest

from decisions.mentions import act_slugs, mentions, parts
from decisions.parsing.document import Document, Paragraph, Section


@pytest.mark.parametrize(
    ("normalised", "section", "rest"),
    [
        ("24A(6)", "24A", "6"),
        ("34B", "34B", ""),
        ("26(6)(a)", "26", "6/a"),
        ("5 paragraph 5A", "5", "5A"),
        ("34B(8)-(9)", "34B", "8-9"),
        ("34B(8)-34B(9)", "34B", "8-9"),
        ("26-34", "", ""),
        ("26-34(3)", "", ""),
        (None, "", ""),
        ("", "", ""),
    ],
)
def test_a_number_has_a_section_and_a_rest(normalised, section, rest):
    assert parts(normalised) == (section, rest)


def filed(*texts):
    """The Act that each section cited in these paragraphs is filed under."""
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(texts, start=1))
    document = Document("23 000 001", None, sections=(Section("My assessment", 1, (), paragraphs),))
    found = mentions(document).provisions
    return [slug for slug, each in zip(act_slugs(document, found), found, strict=True) if each.kind == "section"]


def test_section_34_b_as_printed_is_section_34b_of_its_act():
    assert filed("(Local Government Act 1974, section 24A(6), as amended, section 34(B))") == [
        "local-government-act-1974",
        "local-government-act-1974",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("The Children Act 1989 applies.", "Section 47 of the Act says so."),
        ("The Children Act 1989 and the Housing Act 1996 apply.", "Section 47 of the 1989 Act says so."),
        ("The Children Act 1989 (‘the Act’) and the Housing Act 1996.", "See section 47 of the Act."),
        ("The Children Act 1989 applies.", "See section 47 of the Children Act."),
    ],
)
def test_a_shorter_name_is_the_one_act_it_can_mean(texts):
    assert filed(*texts)[-1:] == ["children-act-1989"]


@pytest.mark.parametrize(
    "texts",
    [
        ("The Children Act 1989 and the Housing Act 1996 apply.", "Section 47 of the Act says so."),
        ("The Children Act 1989 and the Local Government Act 1989.", "Section 47 of the 1989 Act says so."),
        ("The Children Act 1989 and the Children Act 2004 apply.", "See section 47 of the Children Act."),
        ("The Children Act 1989 applies.", "Section 47 of the 2004 Act says so."),
        ("The Children Act 1989 applies.", "This was a section 47 enquiry."),
    ],
)
def test_a_shorter_name_that_may_mean_several_is_filed_under_none(texts):
    assert filed(*texts)[-1:] == [""]


def test_every_section_of_a_list_is_of_the_act_named_after_it():
    assert (
        filed("The Housing Act 1996 applies.", "See sections 184, 193 and 202 of the 1996 Act.")
        == ["housing-act-1996"] * 3
    )


def test_spellings_of_one_law_have_one_address():
    texts = ["The UK GDPR applies.", "So does GDPR.", "The General Data Protection Regulation."]
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(texts, start=1))
    document = Document("23 000 001", None, sections=(Section("My assessment", 1, (), paragraphs),))
    assert act_slugs(document, mentions(document).provisions) == ["general-data-protection-regulation"] * 3
