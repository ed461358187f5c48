"""Which part of a decision a section is: one rule for the grounds and for the search."""

import pytest

from decisions.parsing.section_parts import Part, Recital, section_parts

COMPLAINT, STANDARD, ASSESSMENT, REMEDY, FINAL, OTHER = Part


def parts_of(*headings):
    """The parts and the recitals of sections; a # before a heading makes it a sub-heading."""
    found = section_parts((heading.removeprefix("#"), 2 if heading.startswith("#") else 1) for heading in headings)
    return [(each.part, each.recital) if each.recital else each.part for each in found]


@pytest.mark.parametrize(
    ("headings", "parts"),
    [
        (
            ["The complaint", "The Ombudsman’s role and powers", "How I considered this complaint", "Final decision"],
            [COMPLAINT, STANDARD, STANDARD, FINAL],
        ),
        (["My assessment", "#Complaint (b): bins", "#The Ombudsman’s jurisdiction"], [ASSESSMENT] * 3),
        (
            ["What I found", "#Fault", "#Recommendations", "#Costs", "Decision"],
            [ASSESSMENT] * 2 + [REMEDY] * 2 + [FINAL],
        ),
        (["The complaint", "#Why we did not investigate", "#More"], [COMPLAINT, ASSESSMENT, ASSESSMENT]),
        (["The bins", "#The lorry"], [OTHER, OTHER]),
        (["", "#The lorry"], [OTHER, OTHER]),
        ([""], [ASSESSMENT]),
    ],
)
def test_a_section_is_the_part_that_its_headings_name(headings, parts):
    assert parts_of(*headings) == parts


@pytest.mark.parametrize(
    ("heading", "recital"),
    [
        ("Relevant law and guidance", Recital.LAW),
        ("Penalty charge notices: the law", Recital.LAW),
        ("Analysis of the law", Recital.LAW),
        ("What happened", Recital.HISTORY),
        ("The review process", Recital.HISTORY),
        ("The Council failed to follow its policy", None),
        ("The Council delayed the process", None),
        ("What we think of everything that it wrote in its policy", None),
    ],
)
def test_a_section_recites_what_its_heading_announces_unless_it_says_what_went_wrong(heading, recital):
    [_, found] = section_parts([("My assessment", 1), (heading, 2)])
    assert found == (Part.ASSESSMENT, recital)
