"""Dashed and numbered are two extractions of one page: a text laid the other way is the same decision."""

import re

import pytest

from decisions.parsing import Document, parse
from decisions.parsing.document import walk
from decisions.parsing.lines import fold
from decisions.tests.texts import TEXTS, as_dashed, as_numbered, read

COOKIES = (
    "Review your privacy settings\nRequired cookies\nThese cookies enable the website to function properly. "
    "You can only disable these by changing your browser preferences.\nPrivacy settings\n"
)
STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})
MANGLINGS = {
    "as it is": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "no-break spaces": lambda text: re.sub(r"(?<=\w) (?=\w)", "\N{NO-BREAK SPACE}", text),
    "straight quotes": lambda text: text.translate(STRAIGHT),
    "furniture before the text": lambda text: COOKIES + text,
    "byte order mark": lambda text: "\ufeff" + text,
}


def words(document: Document) -> list[tuple[int, str, list[str]]]:
    """Number, text and item texts of every paragraph, quotes folded; labels may differ between layouts."""
    return [
        (paragraph.number, fold(paragraph.text), [fold(item.text) for item, _ in walk(paragraph.items)])
        for paragraph in document.paragraphs
    ]


def head(document: Document) -> list[object]:
    facts = [document.reference, document.council, document.category, document.subcategory, document.outcome]
    return [*(fact and fold(fact) for fact in facts), document.decision_date, fold(document.summary or "")]


def headings(document: Document) -> list[tuple[str, int]]:
    return [(fold(section.heading or ""), section.level) for section in document.sections]


@pytest.mark.parametrize("mangle", MANGLINGS.values(), ids=MANGLINGS.keys())
@pytest.mark.parametrize("relay", [as_numbered, as_dashed])
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_laid_out_otherwise_is_the_same_decision(path, relay, mangle):
    document = parse(read(path))
    relaid = parse(mangle(relay(document)))
    assert head(relaid) == head(document)
    assert headings(relaid) == headings(document)
    assert words(relaid) == words(document)


def test_quotes_stay_as_the_source_has_them():
    curly = parse(read(next(path for path in TEXTS if path.stem == "22-015-753")))
    assert "‘maladministration’" in curly.paragraphs[1].text
    straight = parse(as_numbered(curly).translate(STRAIGHT))
    assert "'maladministration'" in straight.paragraphs[1].text


def test_a_list_that_is_only_assumed_is_a_doubt():
    document = parse(as_dashed(parse(read(next(path for path in TEXTS if path.stem == "21-018-159")))))
    assert any("after the colon" in doubt.assumed for doubt in document.doubts)
