"""Whatever staff corrected and the new text says: their words are kept or in doubt, and findings quote the text."""

import random
import tempfile
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from decisions import ingest
from decisions.ingest.findings import locate
from decisions.models import Decision, Finding, Ground, wholes
from decisions.parsing import parse
from decisions.tests.scale import SEED, scaled
from decisions.tests.texts import TEXTS, as_numbered, read

MANY = settings(max_examples=scaled(300), deadline=None, database=None, suppress_health_check=list(HealthCheck))
REFERENCE = "21 018 159"
TEXT = as_numbered(parse(read(next(path for path in TEXTS if path.stem == "21-018-159"))))
FACTS = {
    "outcome": ["Upheld", "Not upheld", ""],
    "category": ["Housing", "Education"],
    "subcategory": ["", "Trees"],
    "decision_date": [date(2020, 2, 3), None],
    "summary": ["Another summary."],
    "closing": ["Nobody"],
    "document_type": ["report"],
}
WORDS = ["zebra", "Council", "late", "tribunal", "because", "we will not investigate"]


def correct(decision, rng):
    """A few random corrections, as staff could make them; those that are refused are none."""
    for _ in range(rng.randrange(1, 6)):
        kind = rng.choice(["fact", "section", "paragraph", "paragraph", "finding", "rejection"])
        try:
            _correct_once(decision, kind, rng)
        except ingest.CorrectionError:
            continue
        decision.refresh_from_db()


def _correct_once(decision, kind, rng):
    if kind == "fact":
        name = rng.choice(list(FACTS))
        ingest.correct(decision, by="ann", facts={name: rng.choice(FACTS[name])})
    elif kind == "section":
        row = rng.choice(list(decision.sections.all()))
        values = rng.choice([{"heading": f"{row.heading} {rng.choice(WORDS)}"}, {"lead": "A lead of theirs."}])
        ingest.correct(decision, by="ann", sections={row.pk: values})
    elif kind == "paragraph":
        row = rng.choice(list(decision.paragraphs.all()))
        label = {"label": "z"} if row.depth and rng.random() < 0.3 else {}
        ingest.correct(decision, by="ann", paragraphs={row.pk: {"text": edited(row.text, rng, 1)} | label})
    elif kind == "rejection" and decision.findings.exists():
        ingest.remove_finding(rng.choice(list(decision.findings.all())), by="ann")
    elif kind == "finding":
        row = rng.choice(list(decision.paragraphs.filter(depth=0)))
        words = row.text.split()
        start = rng.randrange(len(words))
        quote = " ".join(words[start : start + rng.randrange(1, 9)])
        ground = rng.choice(list(Ground.objects.all()))
        try:
            locate(decision, ground, row.number, quote)
        except ValidationError:
            return
        ingest.add_finding(decision, ground, row.number, quote, rng.choice(["stated", "supporting"]), by="ann")


def edited(text, rng, most):
    """A text with a few of its words changed, left out or put in."""
    words = text.split(" ")
    for _ in range(rng.randrange(1, most + 1)):
        at = rng.randrange(len(words))
        words[at : at + rng.randrange(2)] = [rng.choice(WORDS)] * rng.randrange(2)
    return " ".join(words) or "x"


def changed(text, rng):
    """A new source: lines edited, left out, doubled, moved."""
    lines = text.splitlines()
    marked = [place for place, line in enumerate(lines) if line.startswith("  ")]
    for _ in range(rng.randrange(1, 8)):
        at, other = rng.choice(marked), rng.choice(marked)
        deed = rng.choice(["edit", "edit", "leave out", "double", "swap"])
        mark, dot, words = lines[at].partition(". ")
        if deed == "edit" and dot:
            lines[at] = f"{mark}. {edited(words, rng, 4)}"
        elif deed == "leave out":
            lines[at] = ""
        elif deed == "double":
            lines[at] += f"\n{lines[other]}"
        elif deed == "swap":
            lines[at], lines[other] = lines[other], lines[at]
    for name in ("Decision : ", "Category : ", "Summary: "):
        if rng.random() < 0.3:
            lines = [f"{name}Housing" if line.startswith(name) else line for line in lines]
    return "\n".join(lines)


def written(decision):
    """Return what staff wrote, by field: only the last correction of each."""
    rows = [*decision.paragraphs.all(), *decision.sections.all()]
    standing = {value for row in rows for value in vars(row).values() if isinstance(value, str)}
    facts = [str(getattr(decision, name) or "") for name in FACTS]
    return {each.new for each in decision.corrections.all() if each.new in standing | set(facts)} - {""}


def standing_or_in_doubt(decision, value):
    rows = [*decision.paragraphs.all(), *decision.sections.all()]
    texts = [text for row in rows for text in vars(row).values() if isinstance(text, str)]
    texts += [str(getattr(decision, name) or "") for name in FACTS]
    return value in texts or any(f"“{value}”" in doubt.reason for doubt in decision.doubts.all())


@pytest.mark.long("imports")
@seed(SEED)
@MANY
@given(st.integers(0, 2**32))
@pytest.mark.django_db
def test_every_word_of_staff_stands_or_is_in_doubt_and_every_finding_quotes_words(number):
    rng = random.Random(number)
    Decision.objects.all().delete()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "a.txt")
        file.write_text(TEXT, encoding="utf-8")
        assert ingest.import_files([file]).new == 1
        text = TEXT
        for _ in range(2):
            decision = Decision.objects.get(reference=REFERENCE)
            correct(decision, rng)
            before = written(decision)
            people = {(each.ground_id, quote(each)) for each in decision.findings.filter(origin="person")}
            text = changed(text, rng)
            file.write_text(text, encoding="utf-8")
            report = ingest.import_files([file])
            assert all("cannot be merged" not in each.reason for each in report.refused)
            decision = Decision.objects.get(reference=REFERENCE)
            assert [value for value in before if not standing_or_in_doubt(decision, value)] == []
            for ground, words in people:
                kept = [
                    each for each in decision.findings.filter(origin="person", ground=ground) if quote(each) == words
                ]
                assert kept or any(f"“{words}”" in doubt.reason for doubt in decision.doubts.all())
            assert all(quote(each) for each in decision.findings.all())
        assert [batch for _, batch in ingest.reclassify() if any(each.shifts for each in batch)] == []


def quote(finding):
    """The words of a finding; an error where there are none such."""
    finding = Finding.objects.get(pk=finding.pk)
    texts = wholes(finding.decision.summary, finding.decision.paragraphs.order_by("position"))
    words = texts[finding.paragraph_number][finding.start : finding.end]
    assert len(words) == finding.end - finding.start
    return words
