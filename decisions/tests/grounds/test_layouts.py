"""The labelled decisions, laid out as texts and read again, show the same grounds in either layout."""

from dataclasses import replace

import pytest

from decisions.grounds import classify, evaluation
from decisions.parsing import parse
from decisions.parsing.document import Paragraph, Section
from decisions.tests.texts import FIXTURES, as_dashed, as_numbered

CASES = evaluation.read_cases(FIXTURES / "labelled", evaluation.DEVELOPMENT)


def with_a_complaint(document):
    """The document with a section before its others: a text has to have one."""
    complaint = Section("The complaint", 1, (), (Paragraph(1, "Mr X complains about the Council."),))
    sections = [complaint]
    for section in document.sections:
        moved = tuple(replace(paragraph, number=paragraph.number + 1) for paragraph in section.paragraphs)
        sections.append(replace(section, paragraphs=moved))
    return replace(document, sections=tuple(sections))


@pytest.mark.parametrize("lay", [as_numbered, as_dashed])
def test_every_labelled_decision_shows_the_same_grounds_when_it_is_read_from_a_text(lay):
    for case in CASES:
        document = with_a_complaint(evaluation.document_of(case))
        read = parse(lay(document))
        assert read == document, case
        assert classify(read) == classify(document), case
