"""Generated decisions, as many as wanted; the seed makes them the same every time."""

import random
from datetime import date, timedelta
from pathlib import Path

from decisions.grounds import CATALOGUE
from decisions.parsing.document import BULLET, Document, Item, Paragraph, Section
from decisions.tests.scale import SEED
from decisions.tests.texts import as_dashed, as_numbered

COUNCILS = ["Ashby Council", "Borsetshire County Council", "Casterbridge Council", "Dunwich Homes Limited", None]
OUTCOMES = ["Closed after initial enquiries", "Upheld", "Not upheld", None]
CATEGORIES = [
    ("Education", "School transport"),
    ("Education", "Other"),
    ("Housing", "Other"),
    ("Planning", None),
    (None, None),
]
GROUNDS = ["insufficient-evidence-of-fault", "no-significant-injustice", "late-complaint", "premature", "court-remedy"]
TOPICS = ["bus passes", "a planning notice", "council tax", "a care assessment", "noise at night"]


def document(number: int) -> Document:
    """Return the generated decision of this number (0 to 999,999)."""
    rng = random.Random(SEED + number)
    reference = f"{10 + number // 100_000} {number // 1000 % 1000:03} {number % 1000:03}"
    category, subcategory = rng.choice(CATEGORIES)
    day = date(2016, 1, 1) + timedelta(days=rng.randrange(3000)) if rng.random() < 0.85 else None
    topic = rng.choice(TOPICS)
    reasons = [CATALOGUE[slug].examples[0] for slug in rng.sample(GROUNDS, rng.choice([0, 1, 1, 2]))]
    return Document(
        reference=reference,
        council=rng.choice(COUNCILS),
        category=category,
        subcategory=subcategory,
        outcome=rng.choice(OUTCOMES),
        decision_date=day,
        summary=f"Mr X complained about {topic}.",
        sections=(
            Section("The complaint", 1, (), (Paragraph(1, f"Mr X complains about {topic}.", _items(rng)),)),
            Section("Final decision", 1, (), (Paragraph(2, " ".join(["I have decided.", *reasons])),)),
        ),
        closing=("Investigator's decision on behalf of the Ombudsman",),
    )


def _items(rng: random.Random) -> tuple[Item, ...]:
    return tuple(
        Item(BULLET, f"it did not answer {word};") for word in rng.sample(["letters", "calls"], rng.choice([0, 2]))
    )


def write(folder: Path, count: int, first: int = 0) -> list[Path]:
    """Write decisions `first` to `first` + `count` - 1 as texts, in alternating layouts; return the files."""
    files = []
    for number in range(first, first + count):
        lay = as_dashed if number % 2 else as_numbered
        file = folder / f"{number:06}.txt"
        file.write_text(lay(document(number)), encoding="utf-8")
        files.append(file)
    return files
