"""What puts a decision on the review list, and what takes it off."""

from dataclasses import replace

import pytest

from decisions import ingest
from decisions.grounds import classify
from decisions.ingest.review import GUESSED, reasons
from decisions.models import Decision, Doubt
from decisions.parsing import parse
from decisions.tests.texts import FIXTURES, TEXTS, read

DOCUMENT = parse(read(TEXTS[0]))


def said(document, findings=None):
    return [doubt.reason for doubt in reasons(document, classify(document) if findings is None else findings)]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_nothing_is_in_doubt_about_the_five(path):
    assert said(parse(read(path))) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"council": None}, "the text states no council"),
        ({"category": None}, "the text states no category"),
        ({"outcome": None}, "the text states no outcome"),
        ({"decision_date": None}, "the text states no decision date"),
        ({"summary": None}, "the text has no summary"),
        ({"outcome": "Partly upheld"}, "the outcome “Partly upheld” is not a known one"),
        ({"category": "Gardening"}, "the category “Gardening” is not a known one"),
        ({"category": "Children’s care services"}, None),
    ],
)
def test_what_a_decision_ought_to_say_is_looked_for(changes, expected):
    assert said(replace(DOCUMENT, **changes)) == ([expected] if expected else [])


def test_a_closed_complaint_without_a_ground_is_looked_at_and_an_upheld_one_is_not():
    assert said(DOCUMENT, findings=[]) == ["the complaint was closed, but no ground was found"]
    assert said(replace(DOCUMENT, outcome="Upheld"), findings=[]) == []


def closed(summary):
    return replace(DOCUMENT, summary=summary, sections=())


@pytest.mark.parametrize(
    ("summary", "guessed"),
    [
        ("We will not investigate Mr X’s complaint because the matter falls outside our jurisdiction.", True),
        ("We will not investigate Mr X’s complaint because the complaint is late.", False),
        ("We will not investigate this complaint because there is not enough evidence of fault.", False),
    ],
)
def test_a_ground_without_its_usual_wording_is_looked_at(summary, guessed):
    document = closed(summary)
    findings = classify(document)
    assert [finding.guessed for finding in findings] == [guessed]
    assert said(document, findings) == ([GUESSED] if guessed else [])
    assert reasons(document, findings, people=[object()]) == []


@pytest.mark.django_db
def test_an_import_puts_what_is_in_doubt_on_the_list_and_a_person_takes_it_off():
    ingest.import_files([*TEXTS, FIXTURES / "reports-2016-17.jsonl"])
    assert Doubt.objects.count() == Doubt.objects.open().count() == 12
    assert set(Doubt.objects.values_list("reason", flat=True)) == {"the text states no council"}
    first = Doubt.objects.first()
    assert ingest.settle([first], by="ann") == 1
    assert ingest.settle([first], by="ben") == 0
    first.refresh_from_db()
    assert (first.settled_by, first.settled_at is not None) == ("ann", True)
    assert Doubt.objects.open().count() == 11


@pytest.mark.django_db
def test_a_new_text_brings_its_own_doubts(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("Ashby Council (22 015 753)\nThe complaint\n- One.", encoding="utf-8")
    ingest.import_files([file])
    assert Doubt.objects.count() == 4
    file.write_text(read(TEXTS[2]), encoding="utf-8")
    assert ingest.import_files([file]).changed == 1
    assert Decision.objects.get().doubts.count() == 0
