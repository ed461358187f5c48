"""A provision is filed under its Act and number, and under none if the words leave a doubt."""

import pytest

from decisions.mentions import act_slugs, mentions, parts
from decisions.parsing import parse
from decisions.parsing.document import Document, Paragraph, Section
from decisions.tests.texts import FIXTURES, read


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


CITATION = "We may investigate complaints about councils (Local Government Act 1974, section 26(1), as amended)."


def document_with(*sections):
    """A document of (heading, text, ...) sections."""
    number, made = 0, []
    for heading, *texts in sections:
        paragraphs = tuple(Paragraph(number + index, text) for index, text in enumerate(texts, start=1))
        made.append(Section(heading, 1, (), paragraphs))
        number += len(texts)
    return Document("23 000 001", None, sections=tuple(made))


def last_filed(document):
    """The Act that the last numbered provision of a document is filed under."""
    found = mentions(document).provisions
    return [slug for slug, each in zip(act_slugs(document, found), found, strict=True) if each.number][-1]


def test_a_section_of_the_care_act_is_not_filed_under_the_act_that_every_decision_recites():
    document = parse(read(FIXTURES / "mentions" / "the-act-named-nearest.txt"))
    found = mentions(document).provisions
    assert [(each.number, slug) for each, slug in zip(found, act_slugs(document, found), strict=True)] == [
        ("26A(1)", "local-government-act-1974"),
        ("", "care-act-2014"),
        ("42", "care-act-2014"),
    ]


@pytest.mark.parametrize(
    ("texts", "slug"),
    [
        (("The Care Act protects adults. Section 42 of the Act says how.",), "care-act-2014"),
        (("The Children Act 1989 and others.", "The Care Act 2014.", "Section 9 of the Act."), "care-act-2014"),
        (("The Care Act 2014 protects adults. Section 42 of that Act says how.",), "care-act-2014"),
        (("The Care Act 2014 protects adults. Schedule 2 to the same Act says how.",), "care-act-2014"),
        (("The Care Act 2014 (‘the Act’).", "The Housing Act 1996.", "See section 9 of the Act."), "care-act-2014"),
        (("The Housing Act 1996 is one.", "See section 9 of the Act (the Care Act 2014)."), "care-act-2014"),
        (("See section 9 of the 2014 Care Act.",), "care-act-2014"),
        (("The Housing Act 1985 was first.", "See section 184 of the 1996 Housing Act."), "housing-act-1996"),
        (("The Housing Act (1996) applies.", "See section 184 of the Act."), "housing-act-1996"),
        (("The Care act 2014 applies.", "See section 9 of the Act."), "care-act-2014"),
        (("See section 20 of the Children & Families Act 2014.",), "children-and-families-act-2014"),
        (("Mr X’s Care Act assessment was late. See section 9 of the Act.",), "care-act-2014"),
        (("The Local Government Act 1974 applies.", "See section 26 of the Act 1974."), "local-government-act-1974"),
        ((CITATION + " Section 26 of the Act says which.",), "local-government-act-1974"),
        ((CITATION + " Schedule 5 to the Act says which not.",), "local-government-act-1974"),
        (("The Local Government Act 1974 is ours.", "See section 34B(8) of the Act."), "local-government-act-1974"),
    ],
)  # fmt: skip
def test_the_act_is_the_one_named_nearest_before_it(texts, slug):
    assert last_filed(document_with(("My assessment", *texts))) == slug


@pytest.mark.parametrize(
    "texts",
    [
        ("The Housing Act says councils must help. Section 193 of the Act says how.",),
        ("The Local Government Act 1974 is ours.", "The Housing Act helps. Section 193 of the Act says how."),
        (CITATION, "Section 42 of the Act says so."),
        (f"The Care Act 2014 protects adults. {CITATION} Section 42 of the Act says how.",),
        ("The Care Act 2014 protects adults.", CITATION, "Section 42 of the Act says how."),
        ("Section 42 of the Act says how.", "The Care Act 2014 protects adults."),
        ("The Children Act 1989 is one. The Housing Act 1996 is another.", "See section 47 of the Act."),
        ("The Care Act 2014 replaced the National Assistance Act 1948. Section 21 of the Act said so.",),
        ("The Care Act 2014 applies.", "The Children Acts 1989 and 2004 apply. See section 10 of the Act."),
        ("The Care Act 2014 applies. The TCPA 1990 does too. See section 70 of the Act.",),
        ("The Care Act 2014 (‘the Act’) is one.", "The Housing Act 1996 is new. See section 9 of the Act."),
        ("See section 193 of the 2020 Housing Act.",),
        ("The Care Act 2014 applies.", "He made a Freedom of Information Act request. Section 42 of the Act says so."),
        ("The Local Government Act 1974 is ours. Section 42 of the Act says so.",),
        (f"{CITATION} Section 117 of the Act says so.",),
        (f"{CITATION} Section 5 of the Act says so.",),
        (f"{CITATION} Schedule 2 to the Act says so.",),
        ("The Equality Act 2006 and the Equality Act 2010.", "See section 20 of the Equality Act."),
        ("Section 20 of the Equality Act applies.",),
    ],
)
def test_where_the_act_may_be_another_it_is_none(texts):
    assert last_filed(document_with(("My assessment", *texts))) == ""


@pytest.mark.parametrize(
    ("sections", "slug"),
    [
        ((("Our powers", "The Local Government Act 1974."), ("My assessment", "See section 42 of the Act.")), ""),
        ((("Law", "The Care Act 2014 applies."), ("My assessment", "See section 42 of the Act.")), "care-act-2014"),
        (
            (
                ("Our powers", "The Local Government Act 1974 is ours."),
                ("Law", "The Care Act 2014 applies."),
                ("My assessment", "See section 42 of the Act."),
            ),
            "care-act-2014",
        ),
        (
            (
                ("Law", "The Care Act 2014 applies.", "The Housing Act 1996 applies."),
                ("My assessment", "See section 42 of the Act."),
            ),
            "",
        ),
        ((("Law", "The Housing Act 1996."), ("The Care Act 2014", "See section 42 of the Act.")), "care-act-2014"),
        ((("The Care Act 2014",), ("Safeguarding", "Adults.", "See section 42 of the Act.")), "care-act-2014"),
    ],
)  # fmt: skip
def test_another_section_and_a_heading_count_where_they_leave_no_doubt(sections, slug):
    assert last_filed(document_with(*sections)) == slug


def test_a_case_is_filed_under_no_act():
    document = document_with(("My assessment", "See R (M) v Slough BC [2008] UKHL 52."))
    found = mentions(document).provisions
    assert [each.kind for each in found] == ["case"]
    assert act_slugs(document, found) == [""]


def test_a_section_and_a_schedule_in_one_list_are_of_the_same_act():
    texts = ("The Care Act 2014 applies.", "See section 14 and Schedule 2 of the Act.")
    document = document_with(("My assessment", *texts))
    assert act_slugs(document, mentions(document).provisions)[1:] == ["care-act-2014"] * 2
