"""The public shape of a decision."""

import json

import pytest

from decisions import data
from decisions.data import exports
from decisions.grounds import Finding, classify
from decisions.models import Decision
from decisions.parsing import parse
from decisions.parsing.document import Document, Item, Paragraph, Section, walk


@pytest.mark.parametrize("shape", [data.as_data, data.as_print])
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


def without(shape, *names):
    return {name: value for name, value in shape.items() if name not in names}


def test_what_the_archive_holds_is_told_in_the_same_shape_everywhere(archive):
    lines = b"".join(exports.as_jsonl(Decision.objects.order_by("pk"))).decode().splitlines()
    shapes = [data.public_decision(decision) for decision in Decision.objects.order_by("pk")]
    assert [json.loads(line) for line in lines] == shapes
    text = ("sections", "paragraphs", "signposts", "provisions", "references")
    keys = list(Decision.objects.order_by("-pk").values_list("pk", flat=True))
    assert data.facts(keys) == [without(shape, *text) for shape in reversed(shapes)]


def test_what_the_archive_holds_is_what_was_read_in_the_text(archive):
    for decision in Decision.objects.all():
        document = parse(decision.source_text)
        held, read = data.public_decision(decision), data.as_data(document, classify(document))
        for name in ("reference", "document_type", "category", "subcategory", "outcome", "decision_date"):
            assert held[name] == read[name]
        assert (held["council_printed"], held["summary"]) == (read["council"], read["summary"])
        assert [without(each, "origin") for each in held["grounds"]] == read["grounds"]
        assert [(each["heading"], each["level"], (each["lead"] or "").splitlines()) for each in held["sections"]] == [
            (each["heading"], each["level"], each["lead"]) for each in read["sections"]
        ]
        assert held["paragraphs"] == list(flat(document))
        for name in ("signposts", "provisions", "references"):
            assert [spot(each) for each in held[name]] == [spot(each) for each in read[name]]
            assert len(held[name]) == len(read[name])


def spot(mention):
    return mention["paragraph"], mention["start"], mention["end"], mention.get("number") or None


def flat(document):
    for place, section in enumerate(document.sections, start=1):
        for paragraph in section.paragraphs:
            own = {"section": place, "number": paragraph.number}
            yield own | {"label": "", "depth": 0, "text": paragraph.text}
            for item, depth in walk(paragraph.items):
                yield own | {"label": item.label, "depth": depth, "text": item.text}


def test_one_shape_takes_few_queries(archive, django_assert_max_num_queries):
    decision = Decision.objects.get(reference="22 015 753")
    with django_assert_max_num_queries(5):
        data.public_decision(decision)
