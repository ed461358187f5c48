"""The public shape of a decision."""

import pytest

from decisions import representation
from decisions.grounds import Finding
from decisions.parsing.document import Document, Item, Paragraph, Section


@pytest.mark.parametrize("shape", [representation.as_data, representation.as_print])
def test_paragraphs_are_put_together_no_more_often_however_many_findings_there_are(monkeypatch, shape):
    whole = Paragraph.whole
    asked = []

    def counted(paragraph):
        asked.append(paragraph.number)
        return whole.fget(paragraph)

    monkeypatch.setattr(Paragraph, "whole", property(counted))
    paragraphs = tuple(Paragraph(number, "A late complaint:", (Item("a", "late."),)) for number in range(1, 51))
    document = Document("22 015 753", None, sections=(Section("The complaint", 1, (), paragraphs),))
    findings = [Finding("late-complaint", "stated", number, 18, 23) for number in range(1, 51)] * 3
    shape(document, [])
    without_findings = sorted(asked)
    asked.clear()
    shown = shape(document, findings)
    assert str(shown).count("late.") >= 50
    assert sorted(asked) == without_findings
