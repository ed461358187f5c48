"""Near-identical paragraphs share a key and are alike; others are not, however short."""

import random
import time
from dataclasses import replace

import pytest

from decisions.standard import ALIKE, KNOWN, comparable, document_key, likeness, sketch
from decisions.standard.wording import sentences
from decisions.tests.grounds.factories import assessed

LONG = KNOWN[0]


def alike(one, other):
    """Whether two texts share a key and are alike."""
    first, second = sketch(one), sketch(other)
    return bool(first.keys & second.keys) and likeness(first, second) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mr X’s claim of 12 March 2021.", "Mrs Abc's claim, of 3 May 2019"),
        ("I asked Kent County Council about it.", "I asked the Council about it."),
        ("The London Borough of Barnet says so.", "The City of York says so."),
        ("He told her £1,000 was his.", "She told her £250.50 was hers."),
        ("Mr and Mrs B’s home", "Miss C's home"),
    ],
)
def test_names_numbers_dates_and_marks_make_no_difference(one, other):
    assert sentences(one) == sentences(other)


@pytest.mark.parametrize("text", [text for text in KNOWN if len(text.split()) >= 16])
def test_one_changed_word_anywhere_leaves_a_paragraph_alike(text):
    words = text.split()
    for place in range(len(words)):
        changed = " ".join([*words[:place], "otherwise", *words[place + 1 :]])
        if words[place] not in ("not", "cannot", "unlikely"):
            assert alike(text, changed), (place, words[place])


def test_a_sentence_added_anywhere_to_a_long_one_leaves_it_alike():
    parts = LONG.split(". ")
    for place in range(len(parts) + 1):
        longer = ". ".join([*parts[:place], "This matters to people who complain", *parts[place:]])
        assert alike(LONG, longer), place


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mr X complains about noise.", "Mr X complains about parking."),
        (
            "The Council was at fault in how it dealt with the application, and this caused injustice.",
            "The Council was not at fault in how it dealt with the application, and this caused injustice.",
        ),
        (LONG, KNOWN[7]),
        ("", "Mr X"),
    ],
)
def test_other_paragraphs_are_not_alike(one, other):
    assert not alike(one, other)


def test_no_two_known_paragraphs_are_the_same():
    drawn = [sketch(text) for text in KNOWN]
    assert len({each.fingerprint for each in drawn}) == len(KNOWN)
    assert all(likeness(each, each) == 1 for each in drawn)


def test_likeness_is_the_same_both_ways_and_full_only_for_the_same_words():
    rng = random.Random(7)
    words = [f"word{letter}" for letter in "abcdefghijklm"]
    for _ in range(300):
        one, other = (sketch(" ".join(rng.choices(words, k=rng.randrange(25)))) for _ in range(2))
        assert likeness(one, other) == likeness(other, one)
        assert (likeness(one, other) == 1) == (one.sentences == other.sentences)


def test_most_paragraphs_that_are_alike_share_a_key():
    rng = random.Random(7)
    vocabulary = [f"word{letter}{other}" for letter in "abcdefghij" for other in "klmnopqrst"]
    sharing = pairs = 0
    for _ in range(600):
        words = rng.choices(vocabulary, k=rng.randrange(30, 120))
        changed = [rng.choice(vocabulary) if rng.random() < 0.06 else word for word in words]
        one, other = sketch(_punctuated(words)), sketch(_punctuated(changed))
        if likeness(one, other) >= ALIKE:
            pairs += 1
            sharing += bool(one.keys & other.keys)
    assert pairs > 400
    assert sharing / pairs > 0.85


def _punctuated(words):
    return " ".join(word + ("." if place % 15 == 14 else "") for place, word in enumerate(words))


def test_what_is_about_the_case_itself_is_not_compared():
    document = assessed("My reasons are these.")
    texts = [each.whole for each in comparable(document)]
    assert "My reasons are these." in texts
    for section in document.sections:
        if section.heading in ("The complaint", "Final decision"):
            assert not any(each.whole in texts for each in section.paragraphs)
    assert not list(comparable(assessed("The Council should:")))[1:]


def test_one_document_answers_several_complaints():
    def with_summary(summary, text):
        return document_key(replace(assessed(text), summary=summary))

    assert with_summary("Four families complain.", "One.") == with_summary("Four  families complain.", "Two.")
    assert with_summary("Four families complain.", "One.") != with_summary("Five families complain.", "One.")
    assert with_summary(None, "One.") != with_summary(None, "Two.")


@pytest.mark.usefixtures("nothing_else_collected")
@pytest.mark.parametrize("piece", ["A B ", "Council of ", "Mr and ", ". ", "City of A ", "a", "1 ", "é "])
def test_twice_the_text_takes_about_twice_as_long(piece):
    def cost(size):
        began = time.process_time()
        sketch(piece * (size // len(piece))).keys  # noqa: B018
        return time.process_time() - began

    cost(10_000)
    assert min(cost(40_000) / max(cost(20_000), 0.002) for _ in range(4)) <= 3
