"""Every place is found by its names, phrases and examples, and not by its near misses."""

from importlib import import_module
from pkgutil import iter_modules

import pytest

from decisions.grounds.patterns import compile_phrase, fold
from decisions.mentions import PLACES, Place, mentions, places
from decisions.tests.grounds.factories import assessed, decided, document_of

ROWS = list(PLACES.values())
NAMES = list(PLACES)
BUILDERS = [assessed, decided, lambda text: document_of(summary=text)]


def slugs_in(document):
    return {each.place for each in mentions(document).signposts}


def _places(value):
    return [each for each in value if isinstance(each, Place)] if isinstance(value, tuple) else []


@pytest.mark.parametrize("place", ROWS, ids=NAMES)
def test_every_example_sends_to_its_place_and_to_no_other(place: Place) -> None:
    strays = {
        text: slugs_in(build(text))
        for text in place.examples
        for build in BUILDERS
        if slugs_in(build(text)) != {place.slug}
    }
    assert strays == {}


@pytest.mark.parametrize("place", ROWS, ids=NAMES)
def test_no_near_miss_sends_anywhere(place: Place) -> None:
    strays = {text: slugs_in(build(text)) for text in place.near_misses for build in BUILDERS if slugs_in(build(text))}
    assert strays == {}


@pytest.mark.parametrize("place", ROWS, ids=NAMES)
def test_every_name_phrase_and_chamber_is_in_an_example(place: Place) -> None:
    texts = [fold(example) for example in place.examples]
    sources = (*place.names, *place.phrases)
    assert [source for source in sources if not any(list(compile_phrase(source).spans(text)) for text in texts)] == []
    assert not place.chambers or any(f"({word}" in text for word in place.chambers for text in texts)


@pytest.mark.parametrize("place", ROWS, ids=NAMES)
def test_every_place_has_examples_and_near_misses_and_a_title(place: Place) -> None:
    assert len(set(place.examples)) >= 2
    assert len(set(place.near_misses)) >= 2
    assert place.title


def test_no_two_places_have_the_same_slug_and_each_is_listed_under_its_own() -> None:
    modules = [import_module(f"{places.__name__}.{module.name}") for module in iter_modules(places.__path__)]
    rows = {id(row): row.slug for module in modules for rows in vars(module).values() for row in _places(rows)}
    assert sorted(rows.values()) == sorted(PLACES), f"give each place its own slug, and list it in {places.__file__}"
    assert all(slug == place.slug for slug, place in PLACES.items())
