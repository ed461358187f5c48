"""A parsed document as JSON, and as a print for people to review."""

import textwrap
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from decisions.grounds import Finding
from decisions.mentions import mentions
from decisions.mentions import output as mentioned
from decisions.parsing.document import FACTS, Document, walk

_WIDTH = 110
_LEFT_OUT = ("doubts", "dropped", "guessed")


def as_data(document: Document, findings: Iterable[Finding]) -> dict[str, Any]:
    """Return a parsed decision as JSON values: facts as printed, but reference and date normalised; None if absent."""
    wholes = document.wholes
    values = asdict(document, dict_factory=_as_json) | _facts(document)
    found = [asdict(each, dict_factory=_as_json) | {"quote": _quote(wholes, each)} for each in findings]
    return values | {"grounds": found} | mentioned.as_data(document, mentions(document))


def _as_json(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in pairs if name not in _LEFT_OUT}


def _facts(document: Document) -> dict[str, Any]:
    facts = {name: getattr(document, name) for name in ("reference", *FACTS) if name != "closing"}
    return facts | {"decision_date": document.decision_date.isoformat() if document.decision_date else None}


def _quote(wholes: list[str], finding: Finding) -> str:
    return wholes[finding.paragraph][finding.start : finding.end]


def as_print(document: Document, findings: Iterable[Finding]) -> str:
    """Return a decision as text for a person to compare with its source: facts, text, doubts, findings, mentions."""
    facts = _facts(document)
    lines = [f"{name.replace('_', ' ')}: {facts[name] or 'not stated'}" for name in facts if name != "summary"]
    lines += ["", "summary", *_wrapped("    ", document.summary or "not stated")]
    for section in document.sections:
        lines += ["", f"{'#' * section.level} {section.heading or '(no heading)'}"]
        lines += [line for text in section.lead for line in _wrapped("    ", text)]
        for paragraph in section.paragraphs:
            lines += _wrapped(f"{paragraph.number:>3} ", paragraph.text)
            for item, depth in walk(paragraph.items):
                lines += _wrapped("    " * depth + f"{item.label or '–':>3} ", item.text)
    lines += ["", "closing", *(line for text in document.closing for line in _wrapped("    ", text))]
    lines += ["", "doubts", *(f"    line {doubt.line}: {doubt.assumed}" for doubt in document.doubts)]
    lines += ["", "findings"]
    wholes = document.wholes
    for finding in findings:
        place = f"paragraph {finding.paragraph}" if finding.paragraph else "summary"
        lines.append(f"    {finding.strength} {finding.ground}, {place}, {finding.start}-{finding.end}")
        lines += _wrapped("        ", f"“{_quote(wholes, finding)}”")
    lines += ["", *mentioned.as_lines(document, mentions(document))]
    return "\n".join(lines) + "\n"


def _wrapped(mark: str, text: str) -> list[str]:
    indents = {"initial_indent": mark, "subsequent_indent": " " * len(mark)}
    return textwrap.wrap(text, _WIDTH, **indents, break_long_words=False, break_on_hyphens=False)
