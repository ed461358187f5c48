"""How well the rules find the grounds of decisions labelled by hand.

A labelled decision is a line of JSON: `outcome`, `summary`, perhaps `assessment` and `final`, and the
slugs of its `grounds`. The rules were written with those in `used-*.jsonl` in sight, and not with those
in `kept-aside-*.jsonl`.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from decisions.grounds import STATED, classify
from decisions.parsing.document import Document, Paragraph, Section

Case = dict[str, Any]
"""A labelled decision: one line of the files, as JSON has it."""

USED, KEPT_ASIDE = "used-*.jsonl", "kept-aside-*.jsonl"
_HEADINGS = {"assessment": "My assessment", "final": "Final decision"}


@dataclass(frozen=True, slots=True)
class Score:
    """Grounds labelled, found rightly and found wrongly, counted by slug, over a number of decisions."""

    decisions: int
    labelled: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        """Of the grounds found, the share that is right; 1 where none is found."""
        return _share(self.right.total(), self.right.total() + self.wrong.total())

    @property
    def recall(self) -> float:
        """Of the grounds labelled, the share that is found; 1 where none is labelled."""
        return _share(self.right.total(), self.labelled.total())

    @property
    def f1(self) -> float:
        """Precision and recall in one figure, every ground of every decision counting once (micro-F1)."""
        return _share(2 * self.right.total(), self.right.total() + self.wrong.total() + self.labelled.total())


def read(folder: Path, pattern: str) -> list[Case]:
    """The labelled decisions in the files of a folder whose names match."""
    files = sorted(folder.glob(pattern))
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


def measure(cases: Iterable[Case]) -> Score:
    """What the rules find in labelled decisions, against what the labels say."""
    read_ones = list(cases)
    score = Score(len(read_ones))
    for case in read_ones:
        labels, slugs = set(case["grounds"]), found(case)
        score.labelled.update(labels)
        score.right.update(labels & slugs)
        score.wrong.update(slugs - labels)
    return score


def found(case: Case) -> set[str]:
    """The stated grounds of a labelled decision, or the supporting ones where none is stated."""
    findings = classify(document(case))
    stated = {finding.ground for finding in findings if finding.strength == STATED}
    return stated or {finding.ground for finding in findings}


def document(case: Case) -> Document:
    """A labelled decision as the parser would have read it."""
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
