"""Searching for many patterns at once leaves out only what cannot match."""

import random

import pytest

from decisions.grounds import Ground
from decisions.grounds.pattern_set import PatternSet
from decisions.grounds.patterns import compile_phrase, fold, tokens, words
from decisions.grounds.phrases import PhraseKind
from decisions.mentions import PLACES
from decisions.tests.grounds.test_catalogue import GROUNDS, NAMES
from decisions.tests.scale import SEED, scaled

SOURCES = tuple(dict.fromkeys(phrase.text for ground in GROUNDS for phrase in ground.phrases_of(*PhraseKind)))
NAMED = tuple(phrase for place in PLACES.values() for phrase in (*place.names, *place.phrases))
EXAMPLES = [text for each in (*GROUNDS, *PLACES.values()) for text in (*each.examples, *each.near_misses)]
WORDS = sorted({word for text in EXAMPLES for word in text.split()}) + [*"é.,;:!?\n", "’", "X’s", "because", "not"] * 9


def one_by_one(sources: tuple[str, ...], text: str) -> list[tuple[int, int, int]]:
    return sorted((place, *span) for place, source in enumerate(sources) for span in compile_phrase(source).spans(text))


@pytest.mark.parametrize("ground", GROUNDS, ids=NAMES)
def test_an_example_has_a_required_token_of_each_group_of_the_phrases_it_matches(ground: Ground) -> None:
    for text in map(fold, ground.examples):
        has = set(tokens(words(text)))
        for source in (source for source in SOURCES if list(compile_phrase(source).spans(text))):
            assert [group for group in compile_phrase(source).required_tokens if not group & has] == [], source


def test_every_phrase_of_the_catalogue_requires_a_token() -> None:
    assert [source for source in (*SOURCES, *NAMED) if not compile_phrase(source).required_tokens] == []


@pytest.mark.parametrize("sources", [SOURCES, NAMED])
def test_the_set_finds_in_every_example_what_each_phrase_finds_alone(sources: tuple[str, ...]) -> None:
    patterns = PatternSet(enumerate(sources))
    for text in map(fold, EXAMPLES):
        assert sorted(patterns.spans(text)) == one_by_one(sources, text), text


@pytest.mark.long("grounds")
@pytest.mark.parametrize("sources", [SOURCES, NAMED])
def test_the_set_finds_in_any_row_of_words_what_each_phrase_finds_alone(sources: tuple[str, ...]) -> None:
    patterns, rng = PatternSet(enumerate(sources)), random.Random(SEED)
    for _ in range(scaled(8000)):
        parts = [rng.choice(EXAMPLES), *rng.choices(WORDS, k=20), rng.choice(EXAMPLES)]
        mixed = " ".join(parts).split(" ")
        for _ in range(6):
            mixed[rng.randrange(len(mixed))] = rng.choice(WORDS)
        text = fold(" ".join(mixed))
        assert sorted(patterns.spans(text)) == one_by_one(sources, text), text


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
def test_whatever_may_vary_is_not_required(source: str, text: str) -> None:
    assert list(PatternSet([(0, source)]).spans(text)) == [(0, 0, len(text))]


@pytest.mark.parametrize("before", ["", "no " * 1000])
def test_repeated_words_are_found_at_every_place(before: str) -> None:
    patterns, stretch = PatternSet([(0, "fault")]), f"{before}fault."
    places = [(0, n * len(stretch) + len(before), (n + 1) * len(stretch) - 1) for n in range(3)]
    assert list(patterns.spans(stretch * 3)) == list(patterns.spans(stretch * 3)) == places


def test_only_patterns_that_may_match_are_tried() -> None:
    patterns = PatternSet(enumerate(["no fault", "(is|are) late", "no ... injustice"]))
    found = patterns.candidates("we saw no injustice, and the complaint is late")
    assert [index for index, _ in found] == [1, 2]


def test_an_empty_set_finds_nothing() -> None:
    assert list(PatternSet([]).spans("fault")) == []
