"""Made-up decisions that recite the same wording, with small differences."""

import random

from decisions.parsing.document import Document, Paragraph, Section

LAW = (
    "Councils must carry out an assessment for any adult with an appearance of need for care and support. They must "
    "involve the individual and where suitable their carer in the assessment. The assessment must be of the adult’s "
    "needs and how they impact on their wellbeing."
)
GUIDANCE = (
    "The statutory guidance says the council should keep a record of all that was said at a meeting of {date}. It "
    "should send a copy of this record to everyone who was there."
)
BODIES = ["Ashby Council", "Borsetshire County Council", "Casterbridge Council", "Dunwich Homes Limited"]


def reciting(number: int, *texts: str, summary: str | None = None, council: str | None = None) -> Document:
    """The decision of this number (from 0), whose background has these paragraphs after one of its own."""
    rng = random.Random(number)
    own = " ".join("".join(rng.choices("abcdefghij", k=6)) for _ in range(30))
    paragraphs = tuple(Paragraph(place, text) for place, text in enumerate(texts, start=3))
    return Document(
        f"23 {number // 1000:03} {number % 1000:03}",
        council or BODIES[number % len(BODIES)],
        summary=summary or f"Mr X complained about {own}.",
        sections=(
            Section("The complaint", 1, (), (Paragraph(1, "Mr X complains about what the council did."),)),
            Section("What I found", 1, (), (Paragraph(2, f"{own.capitalize()}."), *paragraphs)),
        ),
    )


def changed(text: str, rng: random.Random) -> str:
    """A text with one of its words another one, or a sentence more."""
    words = text.split()
    if rng.random() < 0.3:
        return f"{text} It should do so soon."
    words[rng.randrange(len(words))] = rng.choice(["always", "fully", "rather"])
    return " ".join(words)
