"""Known facts of the five texts."""

from datetime import date

import pytest

from decisions.parsing import parse
from decisions.parsing.document import walk
from decisions.tests.texts import COUNTS, TEXTS, read

DOCUMENTS = {document.reference: document for document in (parse(read(path)) for path in TEXTS)}


@pytest.mark.parametrize("reference", COUNTS)
def test_paragraphs_are_numbered_through_the_whole_decision(reference):
    paragraphs = DOCUMENTS[reference].paragraphs
    assert [paragraph.number for paragraph in paragraphs] == list(range(1, COUNTS[reference] + 1))


def test_header_facts_are_as_printed():
    document = DOCUMENTS["22 015 753"]
    assert document.council == "Staffordshire County Council"
    assert (document.category, document.subcategory) == ("Children's care services", "Child protection")
    assert document.outcome == "Closed after initial enquiries"
    assert document.decision_date == date(2023, 3, 9)
    assert document.document_type == "statement"
    assert document.summary.endswith("our intervention would achieve nothing significant.")


def test_flat_dashes_hide_a_list_of_six_tests():
    paragraph = DOCUMENTS["20 010 135"].paragraphs[2]
    assert [item.label for item in paragraph.items] == ["•"] * 6
    assert paragraph.items[-1].text.startswith("there is another body better placed")


def test_nested_numbers_become_letters_and_a_line_without_one_continues():
    paragraph = DOCUMENTS["21 018 159"].paragraphs[6]
    assert [item.label for item in paragraph.items] == ["a", "b", "c", "d", ""]
    assert paragraph.items[-1].text.startswith("The Council replied")


def test_a_citation_on_its_own_line_belongs_to_the_list_before_it():
    items = DOCUMENTS["24 012 358"].paragraphs[1].items
    assert [item.label for item in items] == ["•", "•", ""]


def test_headings_may_be_whole_sentences_below_a_usual_one():
    sections = [(section.level, section.heading) for section in DOCUMENTS["21 018 159"].sections]
    assert (1, "My assessment") in sections
    assert (2, "Analysis") in sections
    assert (2, "The Council’s officers are conspiring against him.") in sections


def test_furniture_is_gone_and_the_closing_is_kept():
    for document in DOCUMENTS.values():
        everything = [text for paragraph in document.paragraphs for text in (paragraph.whole,)]
        assert not any("cookies" in text or "Back to top" in text for text in everything)
        assert document.closing == ("Investigator's decision on behalf of the Ombudsman",)
        assert document.doubts == ()


def test_the_whole_of_a_paragraph_is_its_text_and_its_items():
    paragraph = DOCUMENTS["21 018 159"].paragraphs[6]
    assert paragraph.whole.splitlines() == [paragraph.text, *(item.text for item, _ in walk(paragraph.items))]
    assert DOCUMENTS["21 018 159"].whole(7) == paragraph.whole
    with pytest.raises(IndexError):
        DOCUMENTS["21 018 159"].whole(23)
