"""Every ground is found by its phrases and examples, and not by its near misses."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from decisions.grounds import CATALOGUE, CHOICE, FAMILIES, LAW, Ground, catalogue
from decisions.grounds.patterns import compile_phrase, fold
from decisions.grounds.phrases import Phrase, PhraseKind
from decisions.tests.grounds.factories import decided, grounds, quotes

GROUNDS = list(CATALOGUE.values())
NAMES = [ground.slug for ground in GROUNDS]


def unmatched(phrases: Iterable[Phrase], examples: Iterable[str]) -> list[Phrase]:
    texts = [fold(example) for example in examples]
    return [phrase for phrase in phrases if not any(list(compile_phrase(phrase.text).spans(text)) for text in texts)]


@pytest.mark.parametrize("ground", GROUNDS, ids=NAMES)
def test_every_phrase_but_hints_matches_one_of_its_examples(ground: Ground) -> None:
    own = ground.phrases_of(*set(PhraseKind) - {PhraseKind.HINT, PhraseKind.SHARED})
    assert unmatched(own, ground.examples) == [], "add an example that each of these phrases matches"


def test_every_shared_phrase_matches_an_example_of_a_ground_that_shares_it() -> None:
    sharers = [ground for ground in GROUNDS if ground.phrases_of(PhraseKind.SHARED)]
    phrases = {phrase for ground in sharers for phrase in ground.phrases_of(PhraseKind.SHARED)}
    examples = [example for ground in sharers for example in ground.examples]
    assert unmatched(phrases, examples) == [], f"add examples of them to {[ground.slug for ground in sharers]}"


@pytest.mark.parametrize("ground", GROUNDS, ids=NAMES)
def test_every_example_shows_its_ground(ground: Ground) -> None:
    silent = [example for example in ground.examples if ground.slug not in grounds(decided(example))]
    assert silent == [], f"add phrases to {ground.slug} that match these examples, or mend the examples"


@pytest.mark.parametrize("ground", GROUNDS, ids=NAMES)
def test_no_near_miss_shows_the_ground(ground: Ground) -> None:
    false_positives = {
        text: quotes(decided(text)) for text in ground.near_misses if ground.slug in grounds(decided(text))
    }
    assert false_positives == {}, f"make the phrases of {ground.slug} narrower: they match these near misses"


@pytest.mark.parametrize("ground", GROUNDS, ids=NAMES)
def test_no_example_shows_another_ground_unless_declared(ground: Ground) -> None:
    allowed = {ground.slug, *ground.also}
    strays = {text: grounds(decided(text)) - allowed for text in ground.examples if grounds(decided(text)) - allowed}
    assert strays == {}, f"name these grounds in `also` of {ground.slug}, or make the phrases narrower"


@pytest.mark.parametrize("ground", GROUNDS, ids=NAMES)
def test_every_other_ground_declared_is_shown_by_an_example(ground: Ground) -> None:
    found = set().union(*(grounds(decided(example)) for example in ground.examples))
    assert set(ground.also) - found == set(), f"take these grounds out of `also` of {ground.slug}"


@pytest.mark.parametrize("ground", GROUNDS, ids=NAMES)
def test_every_ground_has_examples_near_misses_and_words_for_the_public(ground: Ground) -> None:
    assert len(set(ground.examples)) >= 4
    assert len(set(ground.near_misses)) >= 3
    assert ground.family in FAMILIES
    assert ground.explanation.endswith(".")


@pytest.mark.parametrize("ground", GROUNDS, ids=NAMES)
def test_every_ground_says_in_one_short_sentence_what_can_be_done_instead(ground: Ground) -> None:
    assert ground.instead.endswith(".")
    assert ". " not in ground.instead
    assert 40 <= len(ground.instead) <= 160


def test_every_file_of_the_catalogue_has_the_ground_that_it_is_named_after() -> None:
    files = {path.stem for path in Path(catalogue.__file__).parent.glob("*.py")} - {"__init__", "right_of_appeal"}
    assert {name.replace("_", "-") for name in files} == set(CATALOGUE), "give a ground the slug of its file's name"


def test_a_file_without_a_ground_is_refused_with_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "no_ground.py").write_text("ground = None\n", encoding="utf-8")
    monkeypatch.setattr(catalogue, "__path__", [*catalogue.__path__, str(tmp_path)])
    with pytest.raises(TypeError, match=r"catalogue/no_ground\.py has no ground: name it GROUND"):
        catalogue.load()


def test_no_two_grounds_have_the_same_place() -> None:
    places = Counter(ground.place for ground in GROUNDS)
    same = [ground.slug for ground in GROUNDS if places[ground.place] > 1]
    assert same == [], f"give one of them another place: {sorted(places)} are taken"


def test_the_law_forbids_what_is_listed_from_late_to_not_administrative() -> None:
    places = [ground.place for ground in GROUNDS if ground.family == LAW]
    first, last = CATALOGUE["late-complaint"].place, CATALOGUE["not-administrative-function"].place
    between = [ground.place for ground in GROUNDS if first <= ground.place <= last]
    assert places == between, f"a ground of the family LAW has a place from {first} to {last}, and no other ground has"
    assert CATALOGUE["withdrawn"].family == CHOICE
