"""How well the rules find the grounds of decisions labelled by hand.

A labelled decision is a line of JSON: `outcome`, `summary`, perhaps `assessment` and `final`, and the slugs of its
`grounds`. The rules were written by people who could see the development set, and had not seen the held-out set.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from decisions.grounds import CATALOGUE, STATED, classify
from decisions.grounds.published_scores import Measure
from decisions.parsing.document import Document, Paragraph, Section

Case = dict[str, Any]
"""A labelled decision: the JSON object of one line."""

DEVELOPMENT, HELD_OUT = "development-*.jsonl", "held-out-*.jsonl"
"""Patterns of the names of the files of each set."""
_HEADINGS = {"assessment": "My assessment", "final": "Final decision"}


def read_cases(folder: Path, pattern: str) -> list[Case]:
    """Return the labelled decisions in the files of a folder whose names match the pattern."""
    files = sorted(folder.glob(pattern))
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


def evaluate(cases: list[Case]) -> dict[str, Measure]:
    """Compare what the rules find in labelled decisions with their labels, for every ground by its slug."""
    labelled, right, wrong = Counter[str](), Counter[str](), Counter[str]()
    for case in cases:
        labels, predicted = set(case["grounds"]), predict(case)
        labelled.update(labels)
        right.update(labels & predicted)
        wrong.update(predicted - labels)
    return {slug: Measure(labelled[slug], right[slug], wrong[slug]) for slug in (*CATALOGUE, *labelled)}


def predict(case: Case) -> set[str]:
    """Return the stated grounds that the rules find in a labelled decision; if none is stated, the supporting ones."""
    findings = classify(document_of(case))
    stated = {finding.ground for finding in findings if finding.strength == STATED}
    return stated or {finding.ground for finding in findings}


def document_of(case: Case) -> Document:
    """Return a labelled decision as the parser would have read it."""
    texts = [(heading, case[key]) for key, heading in _HEADINGS.items() if case.get(key)]
    return Document(
        reference="22 015 753",
        council="Anyshire Council",
        outcome=case["outcome"],
        summary=case["summary"],
        sections=tuple(Section(heading, 1, (), (Paragraph(n, text),)) for n, (heading, text) in enumerate(texts, 1)),
    )
