"""What people type has a meaning, whatever it is."""

import pytest

from decisions.search.query import parse


def words(typed):
    return [" ".join(term.words) for term in parse(typed).terms]


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("social worker", ["social", "worker"]),
        ('"social worker" fault', ["social worker", "fault"]),
        ("“social worker”", ["social worker"]),
        ('"left open', ["left open"]),
        ("24A(6)", ["24A 6"]),
        ("don’t", ["don t"]),
        ("and/or OR NOT NEAR(a b)", ["and or", "OR", "NOT", "NEAR a", "b"]),
        ("fault fault", ["fault"]),
        ("", []),
        ("\0 - * : ^ () '' \"\"", []),
        ("re\u00adcords soc\u200bial\u200d wor\ufeffker", ["records", "social", "worker"]),
        ('"social\u00ad \u2060worker"', ["social worker"]),
        ("\u00ad \u200b", []),
        ("\u0301", []),
        ("fault \u0301 \u0e33 \u20dd", ["fault", "\u0e33"]),
        ('"\u0301 social \u0301\u0302 worker"', ["social worker"]),
        ("cafe\u0301", ["cafe\u0301"]),
    ],
)
def test_words_and_phrases(typed, terms):
    assert words(typed) == terms


def test_nothing_typed_asks_for_nothing():
    assert not parse("  …  ")
    assert parse("x")


def test_what_is_too_long_is_cut():
    assert sum(len(term) for term in words("word " * 1000)) <= 500
