"""The words of the parsed document, in order, are the words of the source less furniture, marks and labels."""

import re

import pytest

from decisions.parsing import lines, parse
from decisions.parsing.document import Document, walk
from decisions.tests.texts import TEXTS, read

LABEL = re.compile(r"(Category|Decision date|Decision|Summary)\s*: |The Ombudsman's final decision:")
MARK = re.compile(r"^(\d{1,3}\.|•|-) ")


def words_of(document: Document) -> list[str]:
    date, below = document.decision_date, document.subcategory
    texts = [document.council, f"({document.reference})", document.category, below and f"> {below}", document.outcome]
    texts += [f"{date:%d %b %Y}" if date else "", document.summary]
    for section in document.sections:
        texts += [section.heading, *section.lead]
        for paragraph in section.paragraphs:
            texts += [paragraph.text, *(item.text for item, _ in walk(paragraph.items))]
    return " ".join(filter(None, [*texts, *document.closing])).split()


def words_of_source(text: str) -> list[str]:
    kept = [line.text for line in lines.split(text) if not lines.is_furniture(line)]
    return " ".join(MARK.sub("", LABEL.sub("", line)) for line in kept).split()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_no_word_is_lost_added_or_moved(path):
    text = read(path)
    assert words_of(parse(text)) == words_of_source(text)
