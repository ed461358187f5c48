"""The estimate never rules out a text that the index would find."""

import random

import pytest

from decisions import search
from decisions.search import in_memory_fts
from decisions.tests.scale import SEED, scaled

pytestmark = pytest.mark.django_db

_STEMS = [
    "univers",
    "happ",
    "activ",
    "probab",
    "relat",
    "hop",
    "agre",
    "fli",
    "ti",
    "nation",
    "sensitiv",
    "disabl",
    "organ",
    "real",
    "ski",
    "di",
    "dy",
    "24A",
    "naïv",
    "caf",
    "ſtreet",
    "beneﬁ",
    "2,500",
    "２，５００",
    "150²",
    "m²",
    "½",
]
_ENDINGS = [
    "", "s", "es", "ed", "ing", "y", "ies", "ied", "ity", "ities", "ate", "ation", "ational", "ator", "e", "er", "ers",
    "ly", "ably", "ability", "able", "al", "alism", "ance", "ence", "ency", "ive", "iveness", "ous", "ousness", "ize",
    "izer", "ization", "ment", "ful", "fulness", "tional", "logi", "é", "és",
]  # fmt: skip
_SIGNS = [" ", ", ", "’s ", "-", "_", " (", "; “", "/", "\u00ad", "\u0301 ", "\n", "² ", "½", ","]


def word(chance):
    made = chance.choice(_STEMS) + chance.choice(_ENDINGS)
    return chance.choice([made, made, made.upper(), made.capitalize()])


@pytest.mark.long("queries")
def test_what_the_index_marks_was_guessed_to_match():
    chance = random.Random(SEED)
    marked = 0
    for _ in range(scaled(4000)):
        texts = ["".join(word(chance) + chance.choice(_SIGNS) for _ in range(9)) for _ in range(20)]
        typed = chance.choice(["{0}", '"{0} {1}"', "{0} OR {1}", "{0}*", "final:{0}", '"{0} {1}*"', "law:24A(6) {0}"])
        query = search.parse(typed.format(word(chance), word(chance)))
        columns = [chance.choice(["assessment", "final", "recited"]) for _ in texts]
        guesses = search.estimate_scores(query, texts, columns)
        for text, guess, (_, spans) in zip(texts, guesses, search.highlight(query, texts, columns), strict=True):
            assert guess > 0 or not spans, (typed, query, text)
            marked += bool(spans)
    assert marked > scaled(1000)


def test_a_text_without_the_word_need_not_be_marked_and_a_fuller_one_comes_first():
    texts = ["A bus.", "The train, the trains and a train’s fares.", "A train that was late, and nobody knew why.", "t"]
    none, full, some, other = search.estimate_scores(search.parse("trains"), texts, ["assessment"] * 4)
    assert (none, other) == (0, 0)
    assert full > some > 0


def test_recited_words_count_less_than_those_found():
    found, recited = search.estimate_scores(
        search.parse("fault"), ["At fault.", "At fault."], ["assessment", "recited"]
    )
    assert found > recited


def test_every_form_of_a_word_begins_as_it_is_said_to():
    stem_prefix = in_memory_fts.stem_prefix
    assert [stem_prefix(each) for each in ("universities", "24A", "happy", "søren")] == ["univer", "24", "happ", "søre"]
    assert stem_prefix("die")[:1] == stem_prefix("dying")[:1] == "d"
