"""The five decisions that the archive starts with, and the exact words that show each ground."""

from pathlib import Path

import pytest

from decisions.grounds import STATED, classify
from decisions.parsing import parse
from decisions.parsing.document import Document
from decisions.tests.grounds.factories import quotes

TEXTS = Path(__file__).resolve().parents[3] / "fixtures" / "texts"

STATED_WORDS = {
    "22-015-753": [
        ("nothing-worthwhile-to-achieve", 9, "we would not achieve anything significant by doing so"),
        ("nothing-worthwhile-to-achieve", 0, "our intervention would achieve nothing significant"),
    ],
    "24-012-358": [
        ("nothing-worthwhile-to-achieve", 11, "investigation would not achieve anything significant"),
        ("nothing-worthwhile-to-achieve", 0, "investigation would not achieve anything significant"),
        (
            "no-different-outcome",
            11,
            "investigation would not achieve anything significant or lead to a different outcome",
        ),
        (
            "no-different-outcome",
            0,
            "investigation would not achieve anything significant or lead to a different outcome",
        ),
    ],
    "24-006-339": [
        ("cannot-achieve-outcome-sought", 11, "investigation would not lead to the outcomes he is seeking"),
        ("cannot-achieve-outcome-sought", 0, "investigation would not achieve the outcomes he is seeking"),
    ],
    "20-010-135": [
        ("no-different-outcome", 16, "it is unlikely we would achieve a significantly different outcome"),
        ("no-different-outcome", 0, "it is unlikely we would achieve a significantly different outcome"),
    ],
    "21-018-159": [
        ("insufficient-evidence-of-fault", 22, "it is unlikely we would find fault"),
        ("insufficient-evidence-of-fault", 0, "it is unlikely we would find fault"),
    ],
}
SUPPORTING_ALONE = {
    "20-010-135": [
        ("personnel", 14, "We cannot get involved in personnel matters"),
        (
            "better-placed-body",
            14,
            "it is reasonable to expect him to report his concerns to their professional body, Social Work England",
        ),
    ],
    "24-006-339": [
        (
            "no-different-outcome",
            8,
            "investigation would not be able to conclude that the outcome would necessarily have been different",
        ),
        (
            "better-placed-body",
            10,
            "Complaints of this nature should be referred to the social workers’ professional body, "
            "Social Work England",
        ),
    ],
}


def seed(name: str) -> Document:
    return parse((TEXTS / f"{name}.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", STATED_WORDS)
def test_a_seed_states_its_grounds_in_these_words(name: str) -> None:
    found = quotes(seed(name))
    assert [(slug, number, words) for slug, strength, number, words in found if strength == STATED] == STATED_WORDS[
        name
    ]


@pytest.mark.parametrize("name", STATED_WORDS)
def test_a_seed_supports_further_grounds_in_these_words(name: str) -> None:
    found = quotes(seed(name))
    stated = {slug for slug, strength, _, _ in found if strength == STATED}
    alone = [(slug, number, words) for slug, _, number, words in found if slug not in stated]
    assert alone == SUPPORTING_ALONE.get(name, [])


@pytest.mark.parametrize("name", STATED_WORDS)
def test_a_seeds_spans_lie_in_its_text_and_cut_no_word(name: str) -> None:
    document = seed(name)
    for finding in classify(document):
        whole = document.whole(finding.paragraph)
        assert 0 <= finding.start < finding.end <= len(whole)
        assert whole[finding.start : finding.end].strip() == whole[finding.start : finding.end]
        assert not (whole[finding.start - 1 : finding.start].isalnum() and whole[finding.start].isalnum())
        assert not (whole[finding.end - 1].isalnum() and whole[finding.end : finding.end + 1].isalnum())
