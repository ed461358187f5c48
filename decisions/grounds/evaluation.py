"""How well the rules find the grounds of decisions labelled by hand.

A labelled decision is a line of JSON: `outcome`, `summary`, perhaps `assessment` and `final`, and the slugs of its
`grounds`. The rules were written by people who could see the development set, and had not seen the held-out set.
"""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from decisions.grounds import STATED, classify
from decisions.parsing.document import Document, Paragraph, Section

Case = dict[str, Any]
"""A labelled decision: the JSON object of one line."""

DEVELOPMENT, HELD_OUT = "development-*.jsonl", "held-out-*.jsonl"
"""Patterns of the names of the files of each set."""
_HEADINGS = {"assessment": "My assessment", "final": "Final decision"}


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of grounds by slug over a number of decisions.

    labelled: decisions labelled with the ground; right: those in which the rules found it; wrong: decisions in which
    they found it and no label has it.
    """

    decisions: int
    labelled: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        """The share of the grounds found that are right; 1 where none is found."""
        return _share(self.right.total(), self.right.total() + self.wrong.total())

    @property
    def recall(self) -> float:
        """The share of the grounds labelled that are found; 1 where none is labelled."""
        return _share(self.right.total(), self.labelled.total())

    @property
    def f1(self) -> float:
        """The micro-F1: precision and recall in one figure, every ground of every decision counting once."""
        return _share(2 * self.right.total(), self.right.total() + self.wrong.total() + self.labelled.total())


def read_cases(folder: Path, pattern: str) -> list[Case]:
    """Return the labelled decisions in the files of a folder whose names match the pattern."""
    files = sorted(folder.glob(pattern))
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


def evaluate(cases: list[Case]) -> Score:
    """Compare what the rules find in labelled decisions with their labels."""
    score = Score(len(cases))
    for case in cases:
        labels, predicted = set(case["grounds"]), predict(case)
        score.labelled.update(labels)
        score.right.update(labels & predicted)
        score.wrong.update(predicted - labels)
    return score


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


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
