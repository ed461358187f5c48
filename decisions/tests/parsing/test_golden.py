"""What is read in the five texts and the twelve reports, compared with prints reviewed by eye against them."""

import pytest

from decisions import sources
from decisions.data import as_print
from decisions.grounds import classify
from decisions.parsing import parse
from decisions.tests.texts import FIXTURES, TEXTS, read

REPORTS = FIXTURES / "reports-2016-17.jsonl"


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_print_is_the_one_reviewed(path):
    document = parse(read(path))
    expected = (FIXTURES / "expected" / path.name).read_text(encoding="utf-8")
    assert as_print(document, classify(document)) == expected


def test_the_prints_of_the_reports_are_those_reviewed():
    documents = [parse(source.text, source.known) for source in sources.read(REPORTS)]
    expected = (FIXTURES / "expected" / "reports-2016-17.txt").read_text(encoding="utf-8")
    assert "".join(as_print(document, classify(document)) for document in documents) == expected
    assert len(documents) == len(read(REPORTS).splitlines()) > 0
    assert all(document.document_type == "report" and document.doubts == () for document in documents)


def test_every_text_has_a_print_and_every_print_a_text():
    expected = sorted([*(path.name for path in TEXTS), "reports-2016-17.txt"])
    assert expected == sorted(path.name for path in (FIXTURES / "expected").glob("*.txt"))
    assert len(TEXTS) == 5
