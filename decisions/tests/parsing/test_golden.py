"""What is read in the five texts, compared with prints that were reviewed by eye against them."""

import pytest

from decisions.grounds import classify
from decisions.parsing import parse
from decisions.representation import as_print
from decisions.tests.texts import FIXTURES, TEXTS, read


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_print_is_the_one_reviewed(path):
    document = parse(read(path))
    expected = (FIXTURES / "expected" / path.name).read_text(encoding="utf-8")
    assert as_print(document, classify(document)) == expected


def test_every_text_has_a_print_and_every_print_a_text():
    assert [path.name for path in TEXTS] == sorted(path.name for path in (FIXTURES / "expected").glob("*.txt"))
    assert len(TEXTS) == 5
