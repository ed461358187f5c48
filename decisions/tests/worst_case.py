"""Generated decisions with the heaviest pages that real ones can have: long names, many reasons, full paragraphs."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from decisions.grounds import CATALOGUE
from decisions.parsing.document import Document, Paragraph, Section
from decisions.tests.texts import as_numbered

T = TypeVar("T")

COUNCILS = (
    "Bournemouth, Christchurch and Poole Council",
    "Royal Borough of Kensington & Chelsea",
    "Royal Borough of Windsor and Maidenhead Council",
    "King's Lynn & West Norfolk Borough Council",
    "Blackburn with Darwen Borough Council",
    "Redcar & Cleveland Borough Council",
    "London Borough of Hammersmith & Fulham",
    "Newcastle-under-Lyme Borough Council",
    "Nottinghamshire & City of Nottingham Fire & Rescue Authority",
    "Cambridgeshire and Peterborough Combined Authority",
    "St Mary's Church of England Primary School, Weston-super-Mare",
    "Hertfordshire Residential and Nursing Care Homes (Eastern) Limited",
)
CATEGORIES = (
    ("Environment and public protection", "Antisocial behaviour and noise"),
    ("Adult care services", "Assessment and care plan for people with disabilities"),
    ("Children's care services", "Looked after children and leaving care"),
    ("Education", "Special educational needs and alternative provision"),
    ("Transport and highways", "Parking and other penalties, and rights of way"),
    ("Planning", "Applications, enforcement and building control"),
    ("Benefits and tax", "Housing benefit and council tax benefit"),
    ("Corporate and other services", "Leisure, culture and standards committees"),
    ("Housing", "Homelessness, allocations and private housing disrepair"),
    ("Health", "Mental health services"),
)
WORDS = "council OR decision OR assessment"
"""A query that finds all of them, in more paragraphs of each than the list shows."""
_SENTENCE = (
    "Ms X says that she rang every week, that nobody rang back, and that the letter which came in the end was about "
    "somebody else: the Council’s assessment said that the decision of the panel, explained to her in June, "
    "followed its published policy, and that the officer’s notes of the visit supported the assessment in full. "
)


def document(number: int) -> Document:
    """Return the decision of this number; each shows the first two grounds of the catalogue and two others."""
    slugs = list(CATALOGUE)
    others = (slugs[2 + number % (len(slugs) - 2)], slugs[2 + (number + 7) % (len(slugs) - 2)])
    reasons = [CATALOGUE[slug].examples[0] for slug in dict.fromkeys((*slugs[:2], *others))]
    category, subcategory = _mostly_the_first(CATEGORIES, number, 7)
    long = tuple(Paragraph(each, _SENTENCE * 2) for each in range(1, 6))
    return Document(
        reference=f"24 000 {number:03}",
        council=_mostly_the_first(COUNCILS, number, 5),
        category=category,
        subcategory=subcategory,
        outcome="Closed after initial enquiries" if number % 5 else "Not upheld",
        decision_date=date(_mostly_the_first(range(2013, 2026), number, 6), 1 + number % 12, 1 + number % 28),
        summary=f"Ms X’s complaint is about the Council’s assessment. {_SENTENCE}We will not investigate it.",
        sections=(
            Section("The complaint", 1, (), long),
            Section("Final decision", 1, (), (Paragraph(6, " ".join(reasons)),)),
        ),
        closing=("Investigator's decision on behalf of the Ombudsman",),
    )


def _mostly_the_first(values: Sequence[T], number: int, one_in: int) -> T:
    """Return each value in turn for one number in `one_in`, and one of the first two for the others."""
    return values[number % 2] if number % one_in else values[number // one_in % len(values)]


def write(folder: Path, count: int) -> list[Path]:
    """Write `count` decisions into a folder as texts; return the files."""
    files = [folder / f"{number:03}.txt" for number in range(count)]
    for number, file in enumerate(files):
        file.write_text(as_numbered(document(number)), encoding="utf-8")
    return files
