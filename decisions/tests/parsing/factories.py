"""Documents made by Hypothesis, of the kind that any layout can hold without loss."""

from datetime import date

from hypothesis import strategies as st

from decisions.parsing.document import BULLET, Document, Item, Paragraph, Section

_LETTERS = "abcdefghijklmnopqrstuvwxyzéñ£’–"
_WORDS = st.text(_LETTERS, min_size=1, max_size=9).filter(lambda word: word[0].isalpha())
_RUNS = st.lists(_WORDS, min_size=2, max_size=12).map(" ".join)
SENTENCES = _RUNS.map(lambda run: f"{run[0].upper()}{run[1:]}.")
_ITEMS = st.lists(_RUNS, min_size=1, max_size=4).map(
    lambda runs: tuple(Item(BULLET, f"{run};" if n < len(runs) - 1 else f"{run}.") for n, run in enumerate(runs))
)
_USUAL = ["The complaint", "The Ombudsman’s role and powers", "How I considered this complaint", "My assessment"]
_FREE = _RUNS.map(lambda run: run[0].upper() + run[1:])


@st.composite
def _paragraphs(draw) -> list[tuple[str, tuple[Item, ...]]]:
    made = []
    for _ in range(draw(st.integers(1, 4))):
        if draw(st.booleans()):
            made.append((draw(_RUNS.map(lambda run: f"{run[0].upper()}{run[1:]}:")), draw(_ITEMS)))
        else:
            made.append((draw(SENTENCES), ()))
    return made


@st.composite
def documents(draw) -> Document:
    """A decision with a header, free and usual headings, paragraphs and lists."""
    headings = [(heading, 1) for heading in _USUAL if draw(st.booleans())]
    headings += [(draw(_FREE), 2) for _ in range(draw(st.integers(0, 2)))] + [("Final decision", 1)]
    sections, number = [], 0
    for heading, level in headings:
        paragraphs = []
        for text, items in draw(_paragraphs()):
            number += 1
            paragraphs.append(Paragraph(number, text, items))
        sections.append(Section(heading, level, (), tuple(paragraphs)))
    return Document(
        reference=draw(st.from_regex(r"[0-9]{2} [0-9]{3} [0-9]{3}[a-z]?", fullmatch=True)),
        council=draw(_FREE) + " Council",
        category=draw(st.none() | _FREE),
        outcome=draw(st.none() | st.sampled_from(["Upheld", "Not upheld", "Closed after initial enquiries"])),
        decision_date=draw(st.none() | st.dates(date(1974, 1, 1), date(2030, 1, 1))),
        summary=draw(st.none() | SENTENCES),
        sections=tuple(sections),
        closing=("Investigator's decision on behalf of the Ombudsman",),
    )
