"""The phrase language, compiled."""

import pytest

from decisions.grounds.patterns import compile_phrase, fold


def found(source: str, text: str) -> list[str]:
    return [text[start:end] for start, end in compile_phrase(source).spans(fold(text))]


def test_folding_keeps_every_offset() -> None:
    text = "The Council’s “own” İ\u00a0view – it’s"
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("not enough evidence", "Not enough\n evidence"),
        ("find (fault|error)", "find error"),
        ("no [significant|real] injustice", "no injustice"),
        ("no [significant|real] injustice", "no real injustice"),
        ("[our|this] intervention", "intervention"),
        ("add anything [by doing so]", "add anything by doing so"),
        ("complaints? procedure", "complaint procedure"),
        ("unlikely ... fault", "unlikely we would ever find any fault"),
        ("mr * has", "Mr X has"),
        ("council's view", "Council’s view"),
        ("12-month", "12‑month"),
        ("considered ... by", "considered, at length, by"),
        ("considered ... by", "considered, at length, by"),
    ],
)
def test_a_phrase_matches(source: str, text: str) -> None:
    assert found(source, text) == [text]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("late", "later"),
        ("late", "translate"),
        ("not ... fault", "not one two three four five six seven fault"),
        ("not ... fault", "It is not. There is fault"),
        ("not ... fault", "not because of fault"),
    ],
)
def test_a_phrase_does_not_match(source: str, text: str) -> None:
    assert found(source, text) == []


def test_the_longer_of_two_choices_is_not_cut_short() -> None:
    assert found("the (outcome|outcomes)", "the outcomes") == ["the outcomes"]


@pytest.mark.parametrize(
    "source", ["", "(not", r"\w+", "a{3}", "a ?", "[a]?", "a|b", "(a|b) c|d", "no fault.", "a...b"]
)
def test_a_malformed_phrase_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match="not a phrase"):
        compile_phrase(source)
