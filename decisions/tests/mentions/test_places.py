"""Every place is found by its names, phrases and examples, and not by its near misses."""

from pathlib import Path

import pytest

from decisions.grounds.patterns import compile_phrase, fold
from decisions.mentions import PLACES, Place, mentions, places
from decisions.mentions.data_file import DataFile
from decisions.tests.grounds.factories import assessed, decided, document_of

ROWS = list(PLACES.values())
NAMES = list(PLACES)
BUILDERS = [assessed, decided, lambda text: document_of(summary=text)]


def slugs_in(document):
    return {each.place for each in mentions(document).signposts}


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


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("[places.ofsted]", "[places.police]", r"Cannot declare \('places', 'police'\) twice \(at line {line}"),
        ('names = ["ofsted"]', 'name = ["ofsted"]', r"line {above}: \[places.ofsted\]: mend name: a place has a title"),
        ('names = ["ofsted"]', 'names = "ofsted"', r"line {above}: \[places.ofsted\]: mend names: a place has a title"),
        ('names = ["ofsted"]', "names = 1", r"line {above}: \[places.ofsted\]: mend names: a place has a title"),
        ('title = "Ofsted"', "", r"line {above}: \[places.ofsted\]: mend title: a place has a title"),
        ("before_a_place = [", 'before_a_place = [\n"{will} ask",', r"line {line}: before_a_place: mend 'will' in "),
        ("after_a_place = [", 'after_a_place = [\n"{place helps",', r"line {line}: after_a_place: mend expected"),
    ],
)
def test_what_cannot_be_right_is_named_with_its_line(tmp_path: Path, right: str, wrong: str, message: str) -> None:
    text = DataFile("signposts.toml").path.read_text(encoding="utf-8")
    assert text.count(right) == 1
    file = tmp_path / "signposts.toml"
    file.write_text(text.replace(right, wrong), encoding="utf-8")
    line = text.partition(right)[0].count("\n") + 1
    above = text.partition("[places.ofsted]")[0].count("\n") + 1
    with pytest.raises(ValueError, match=message.replace("{line}", str(line)).replace("{above}", str(above))) as error:
        places.read(DataFile(file))
    assert str(error.value).startswith(str(file))
