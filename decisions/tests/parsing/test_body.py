"""Headings, items and continuation lines where the five texts have no example."""

from decisions.parsing import parse
from decisions.parsing.document import walk

HEAD = "Ashby Council (22 015 753)\n"


def body(text):
    return parse(HEAD + text)


def items(paragraph):
    return [(depth, item.label, item.text) for item, depth in walk(paragraph.items)]


def test_numbering_that_restarts_inside_a_section_continues():
    document = body("My assessment\n  1. One.\n  • a bullet\n  1. Two.\nFinal decision\n  1. Three.")
    assert [paragraph.text for paragraph in document.paragraphs] == ["One.", "Two.", "Three."]
    assert items(document.paragraphs[0]) == [(1, "•", "a bullet")]


def test_items_nest_by_indentation():
    text = "My assessment\n  1. He says:\n      1. first\n          • deeper\n      2. second\n    • bullet"
    assert items(body(text).paragraphs[0]) == [
        (1, "a", "first"),
        (2, "•", "deeper"),
        (1, "b", "second"),
        (1, "•", "bullet"),
    ]


def test_endless_nesting_does_no_harm():
    text = "My assessment\n  1. He says:\n" + "\n".join(" " * (4 + 2 * depth) + "• x" for depth in range(5000))
    assert len(list(walk(body(text).paragraphs[0].items))) == 5000


def test_a_number_that_continues_shows_that_the_line_before_it_is_not_a_heading():
    document = body("My assessment\n  1. One.\n\nThis goes on\n\n  2. Two.")
    assert items(document.paragraphs[0]) == [(1, "", "This goes on")]


def test_a_heading_above_a_heading_is_one_unless_it_is_prose():
    document = body(
        "My assessment\n  1. One.\nComplaint (a)\nDelay\n  1. Two.\nThe Council said so.\nFault\n  1. Three."
    )
    assert [section.heading for section in document.sections] == ["My assessment", "Complaint (a)", "Delay", "Fault"]
    assert items(document.paragraphs[1]) == [(1, "", "The Council said so.")]
    assert [doubt.line for doubt in document.doubts] == [4]


def test_text_between_a_heading_and_its_first_paragraph_leads_the_section():
    section = body("My assessment\n(as amended)\n  1. One.").sections[0]
    assert section.lead == ("(as amended)",)


def test_an_item_before_any_paragraph_leads_the_section_with_a_doubt():
    document = body("The complaint\n  • x\nMy assessment\n  1. One.")
    assert document.sections[0].lead == ("x",)
    assert [doubt.line for doubt in document.doubts] == [3]


def test_an_unmarked_final_decision_is_the_lead_of_its_section():
    document = body(
        "My assessment\n- One.\nFinal decision\nWe will not.\nInvestigator's decision on behalf of the Ombudsman"
    )
    assert document.sections[-1].lead == ("We will not.",)
    assert document.closing == ("Investigator's decision on behalf of the Ombudsman",)


def test_a_list_of_sentences_ends_with_the_first_long_line():
    long = "It is long. " * 20
    document = body(f"My assessment\n- He says:\n- One is so.\n- Two is so.\n- {long}\nFinal decision\n- No.")
    assert len(document.paragraphs) == 3
    assert len(document.paragraphs[0].items) == 2


def test_a_list_of_sentences_with_semicolons_ends_with_the_first_that_has_none():
    document = body("Analysis\n- He wants:\n- An apology;\n- Money; and\n- A visit.\n- I agree.\nFinal decision\n- No.")
    assert [len(paragraph.items) for paragraph in document.paragraphs] == [3, 0, 0]
    assert document.doubts == ()


def test_a_thousand_unmarked_lines_are_read_in_one_go():
    document = body(
        "The complaint\n- One.\n" + "\n".join(f"Line {n}." for n in range(3000)) + "\nFinal decision\n- No."
    )
    assert len(document.paragraphs[0].items) == 3000
