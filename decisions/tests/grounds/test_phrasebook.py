"""Seeking many phrases at once leaves out only what cannot match."""

import random

import pytest

from decisions.grounds import Ground
from decisions.grounds.phrasebook import Phrasebook
from decisions.grounds.phrases import fold, phrase, tokens
from decisions.mentions import PLACES
from decisions.tests.grounds.test_catalogue import GROUNDS, NAMES, phrases_of
from decisions.tests.scale import SEED, scaled

SOURCES = tuple(dict.fromkeys(source for ground in GROUNDS for source in (*phrases_of(ground), *ground.hints)))
NAMED = tuple(words for place in PLACES.values() for words in (*place.names, *place.phrases))
EXAMPLES = [text for each in (*GROUNDS, *PLACES.values()) for text in (*each.examples, *each.near_misses)]
WORDS = sorted({word for text in EXAMPLES for word in text.split()}) + [*"é.,;:!?\n", "’", "X’s", "because", "not"] * 9


def one_by_one(sources: tuple[str, ...], text: str) -> list[tuple[int, int, int]]:
    return sorted((place, *span) for place, source in enumerate(sources) for span in phrase(source).spans(text))


@pytest.mark.parametrize("ground", GROUNDS, ids=NAMES)
def test_an_example_has_every_sign_that_the_phrases_it_matches_need(ground: Ground) -> None:
    for text in map(fold, ground.examples):
        has = set(tokens(text))
        for source in (source for source in SOURCES if list(phrase(source).spans(text))):
            assert [group for group in phrase(source).required_tokens if not group & has] == [], source


def test_every_phrase_of_the_catalogue_needs_a_sign() -> None:
    assert [source for source in (*SOURCES, *NAMED) if not phrase(source).required_tokens] == []


@pytest.mark.parametrize("sources", [SOURCES, NAMED])
def test_the_book_finds_in_every_example_what_each_phrase_finds_alone(sources: tuple[str, ...]) -> None:
    book = Phrasebook(map(phrase, sources))
    for text in map(fold, EXAMPLES):
        assert sorted(book.spans(text)) == one_by_one(sources, text), text


@pytest.mark.long("grounds")
@pytest.mark.parametrize("sources", [SOURCES, NAMED])
def test_the_book_finds_in_any_row_of_words_what_each_phrase_finds_alone(sources: tuple[str, ...]) -> None:
    book, rng = Phrasebook(map(phrase, sources)), random.Random(SEED)
    for _ in range(scaled(8000)):
        parts = [rng.choice(EXAMPLES), *rng.choices(WORDS, k=20), rng.choice(EXAMPLES)]
        words = " ".join(parts).split(" ")
        for _ in range(6):
            words[rng.randrange(len(words))] = rng.choice(WORDS)
        text = fold(" ".join(words))
        assert sorted(book.spans(text)) == one_by_one(sources, text), text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("complaints? late", "complaint late"),
        ("complaint(-| )handling", "complaint-handling"),
        ("(could|did)(n't| not) come", "couldn't come"),
        ("within (12|twelve)(-| )months?", "within twelve months"),
        ("(between|since) (19|20)* [and|to]", "since 2019"),
        ("(mr *|the man) asked", "mr x asked"),
        ("(of|*) fault", "any fault"),
        ("no (reason)? given", "no  given"),
        ("too (early|soon)", "too\nsoon"),
    ],
)
def test_whatever_may_vary_is_not_needed(source: str, text: str) -> None:
    assert list(Phrasebook([phrase(source)]).spans(text)) == [(0, 0, len(text))]


@pytest.mark.parametrize("before", ["", "no " * 1000])
def test_words_that_come_again_are_found_where_they_stand(before: str) -> None:
    book, stretch = Phrasebook([phrase("fault")]), f"{before}fault."
    places = [(0, n * len(stretch) + len(before), (n + 1) * len(stretch) - 1) for n in range(3)]
    assert list(book.spans(stretch * 3)) == list(book.spans(stretch * 3)) == places


def test_only_what_may_match_is_tried() -> None:
    book = Phrasebook(map(phrase, ["no fault", "(is|are) late", "no ... injustice"]))
    assert list(book.possible("we saw no injustice, and the complaint is late")) == [1, 2]


def test_an_empty_book_finds_nothing() -> None:
    assert list(Phrasebook([]).spans("fault")) == []
