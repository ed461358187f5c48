"""Whatever is in a text, mentions come in order, cut no word, and cost no more than its length."""

import random
import time

import pytest

from decisions.mentions import mentions
from decisions.tests.grounds.factories import assessed
from decisions.tests.mentions.factories import everything, quote

PIECES = [
    "section 24A(6), ",
    "sections 1, 2 and ",
    "Act ",
    "Housing ",
    "Local Government Act 1974, ",
    "Schedule 5, paragraph ",
    "(1)",
    "24A",
    " to the ",
    " of the Children Act 1989",
    "paragraph 1 above ",
    "paragraphs 1 to 1",
    "paragraph two ",
    " R (M) v ",
    "[2014] EWCA Civ 1 ",
    "Act (‘the Act’) ",
    " of the Act ",
    "21 018 159",
    " complaint 21018159 ",
    "Mr X can complain to the ",
    "Information Commissioner’s Office",
    "court. ",
    " police or the ",
    "\n",
    "(",
    ")",
    ".",
    "é",
    " ",
    "\u00a0",
    "x",
    "'",
]


def test_the_mentions_of_any_text_come_in_order_and_cut_no_word():
    rng = random.Random(7)
    for _ in range(400):
        document = assessed("".join(rng.choices(PIECES, k=40)))
        found = mentions(document)
        for kind in (found.signposts, found.provisions, found.paragraph_references, found.decision_references):
            assert [(each.paragraph, each.start) for each in kind] == sorted((e.paragraph, e.start) for e in kind)
        for mention in everything(found):
            whole, words = document.whole(mention.paragraph), quote(document, mention)
            assert 0 <= mention.start < mention.end <= len(whole)
            assert not (whole[: mention.start][-1:].isalnum() and words[0].isalnum()), words
            assert not (words[-1].isalnum() and whole[mention.end :][:1].isalnum()), words


def cost(text):
    document = assessed(text)
    began = time.process_time()
    mentions(document)
    return time.process_time() - began


@pytest.mark.usefixtures("nothing_else_collected")
@pytest.mark.parametrize(
    "piece",
    [
        "section 1, ",
        "sections 1 and ",
        "A ",
        "Housing and ",
        "Local Government Act 1974, section 24A(6), ",
        "Schedule 5, paragraph 4, ",
        "1(a)",
        "24A",
        "paragraph 1, ",
        "paragraphs 1 to 2 and ",
        "21 018 159 ",
        "complaint 21018159, ",
        "Mr X can complain to the court and if he can complain, ",
        "he can contact the police. ",
        "can complain ",
        "(A",
        "section 1 of the Act, the Care Act, ",
        "paragraph 1, schedule 1, ",
        "section 1 and schedule 1 and ",
        "paragraph two and ",
        "R (A) v B and ",
        "A v ",
        "[2014] EWCA ",
    ],
)
def test_twice_the_text_takes_about_twice_as_long(piece):
    once, twice = (piece * (size // len(piece)) for size in (10_000, 20_000))
    cost(once)
    # The least of several pairs: what else the machine does only adds.
    assert min(cost(twice) / max(cost(once), 0.002) for _ in range(4)) <= 3
