"""What holds for every text: nothing lost, one decision whatever its layout, no error but a refusal, no slow text."""

import random
import time
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, seed, settings

from decisions.parsing import Known, ParseError, lines, parse
from decisions.tests.parsing.factories import documents
from decisions.tests.parsing.test_faithfulness import words_of, words_of_source
from decisions.tests.scale import LONG, SEED, scaled
from decisions.tests.texts import TEXTS, as_dashed, as_numbered, read

DOCUMENTS = 5000 if LONG else 100
MANY = settings(max_examples=DOCUMENTS, deadline=None, database=None, suppress_health_check=list(HealthCheck))
ODD_PIECES = [
    "\n",
    "\n\n",
    "  ",
    "- ",
    "    • ",
    "  1. ",
    "99. ",
    ":",
    ";",
    "(",
    ")",
    "\u00a0",
    "\u200b",
    "\u0002",
    "🙂",
    "@",
    "\r",
]
ODD_PIECES += ["Summary:", "Decision :", "Final decision\n", "Finding\n", "(22 015 753)", "Back to top", "\ud7ff", "é"]


@pytest.mark.long("parsing")
@seed(SEED)
@MANY
@given(documents())
def test_what_was_laid_out_is_what_is_read_word_for_word(document):
    # One document in every layout: to think it up takes longer than to read it in three.
    for lay in (as_numbered, as_dashed):
        text = lay(document)
        found = parse(text)
        assert replace(found, doubts=(), dropped=()) == replace(document, numbering="printed"), lay
        assert words_of(found) == words_of_source(text), lay
    text = "\n".join(line.strip().removeprefix("- ") for line in as_dashed(document).splitlines())
    found = parse(text)
    assert found.numbering == "added"  # without marks every block is a paragraph
    assert words_of(found) == words_of_source(text)


def mutated(rng):
    """A text cut, doubled, spliced, shuffled or strewn with odd pieces."""
    text = read(rng.choice(TEXTS))
    first, last = sorted(rng.sample(range(len(text)), 2))
    kind = rng.randrange(5)
    if kind == 0:
        return text[:first] + text[last:]
    if kind == 1:
        return text[:last] + text[first:]
    if kind == 2:
        return text[:first] + read(rng.choice(TEXTS))[last:]
    if kind == 3:
        shuffled = text.split("\n")
        rng.shuffle(shuffled)
        return "\n".join(shuffled)
    characters = list(text)
    for _ in range(60):
        characters[rng.randrange(len(characters))] = rng.choice(ODD_PIECES)
    return "".join(characters)


@pytest.mark.long("parsing")
def test_mutated_texts_give_a_document_or_a_refusal():
    rng = random.Random(SEED)
    for _ in range(scaled(100_000)):
        text = mutated(rng)
        try:
            document = parse(text, Known(reference="22 015 753"))
        except ParseError as refused:
            assert 1 <= refused.line <= len(lines.split_lines(text))
            continue
        assert [paragraph.number for paragraph in document.paragraphs] == list(range(1, len(document.paragraphs) + 1))


HOSTILE = [
    "- He says:\n",
    "- x;\n",
    "Unmarked\n",
    "prose goes on\n",
    "  1. One.\n",
    "  1. of:\n  1. a\n",
    "      • deep\n",
    "(a)\n",
    "Local Government Act 1974, section 24\n",
    "Summary\n",
    "Decision :\n",
    "The complaint\n",
    "The complaint. The complaint The ",
    "Final decision\nInvestigator's decision on behalf of the Ombudsman\n",
]


def cost(text):
    """The CPU time of a reading."""
    began = time.process_time()
    with suppress(ParseError):
        parse(text)
    return time.process_time() - began


@pytest.mark.usefixtures("nothing_else_collected")
@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_text_takes_at_most_two_and_a_half_times_as_long(piece):
    head = "Ashby Council (22 015 753)\nThe complaint\n- One.\n"
    once, twice = (head + piece * (size // len(piece)) for size in (30_000, 60_000))
    cost(once)
    # The least of several pairs: what else the machine does only adds.
    assert min(cost(twice) / cost(once) for _ in range(7)) <= 2.5
