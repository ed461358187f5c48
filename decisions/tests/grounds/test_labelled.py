"""Short decisions written for this test and labelled by hand: how many grounds are found, and how many rightly.

The rules were written with these in sight, so the figures say that nothing got worse, not how well
they read a decision nobody has seen.
"""

import json
from collections import Counter
from pathlib import Path

from decisions.grounds import CATALOGUE, STATED, classify
from decisions.parsing.document import Document, Paragraph, Section

CASES = [json.loads(line) for line in (Path(__file__).parent / "labelled.jsonl").read_text("utf-8").splitlines()]


def document(case: dict[str, str]) -> Document:
    headings = (("My assessment", case.get("assessment")), ("Final decision", case.get("final")))
    texts = [(heading, text) for heading, text in headings if text]
    return Document(
        reference="22 015 753",
        council="Anyshire Council",
        outcome=case["outcome"],
        summary=case["summary"],
        sections=tuple(Section(heading, 1, (), (Paragraph(n, text),)) for n, (heading, text) in enumerate(texts, 1)),
    )


def found(case: dict[str, str]) -> set[str]:
    """The stated grounds, or the supporting ones where none is stated."""
    findings = classify(document(case))
    stated = {finding.ground for finding in findings if finding.strength == STATED}
    return stated or {finding.ground for finding in findings}


def test_grounds_are_found_and_rightly() -> None:
    right = sum(len(found(case) & set(case["grounds"])) for case in CASES)
    wrong = sum(len(found(case) - set(case["grounds"])) for case in CASES)
    missed = sum(len(set(case["grounds"]) - found(case)) for case in CASES)
    assert 2 * right / (2 * right + wrong + missed) >= 0.97


def test_no_decision_without_a_ground_is_given_one() -> None:
    assert [case["summary"] for case in CASES if not case["grounds"] and found(case)] == []


def test_every_ground_is_labelled_somewhere() -> None:
    assert set(CATALOGUE) - set(Counter(slug for case in CASES for slug in case["grounds"])) == set()
