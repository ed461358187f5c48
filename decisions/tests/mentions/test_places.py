"""Every place proves itself, both ways."""

import pytest

from decisions.grounds.phrases import fold, phrase
from decisions.mentions import PLACES, Place, mentions
from decisions.tests.grounds.papers import assessed, decided, paper

ROWS = list(PLACES.values())
NAMES = list(PLACES)
ROOMS = [assessed, decided, lambda text: paper(summary=text)]


def shown(document):
    return {each.place for each in mentions(document).signposts}


@pytest.mark.parametrize("place", ROWS, ids=NAMES)
def test_every_example_sends_to_its_place_and_to_no_other(place: Place) -> None:
    strays = {text: shown(room(text)) for text in place.examples for room in ROOMS if shown(room(text)) != {place.slug}}
    assert strays == {}


@pytest.mark.parametrize("place", ROWS, ids=NAMES)
def test_no_near_miss_sends_anywhere(place: Place) -> None:
    strays = {text: shown(room(text)) for text in place.near_misses for room in ROOMS if shown(room(text))}
    assert strays == {}


@pytest.mark.parametrize("place", ROWS, ids=NAMES)
def test_every_name_phrase_and_chamber_stands_in_an_example(place: Place) -> None:
    texts = [fold(example) for example in place.examples]
    sources = (*place.names, *place.phrases)
    assert [source for source in sources if not any(list(phrase(source).spans(text)) for text in texts)] == []
    assert not place.chambers or any(f"({word}" in text for word in place.chambers for text in texts)


@pytest.mark.parametrize("place", ROWS, ids=NAMES)
def test_every_place_has_examples_and_near_misses_and_a_title(place: Place) -> None:
    assert len(set(place.examples)) >= 2
    assert len(set(place.near_misses)) >= 2
    assert place.title


def test_places_stand_under_their_own_slugs() -> None:
    assert len(PLACES) == 34
    assert all(slug == place.slug for slug, place in PLACES.items())
