"""Which paragraphs of a document are compared with those of other decisions, and which decisions are one document."""

import re
from collections.abc import Iterator
from hashlib import blake2b

from decisions.parsing.document import Document, Paragraph
from decisions.parsing.lines import fold

FEWEST_WORDS = 10
"""A paragraph of fewer words, as printed, is standard only if it is a known one."""
_OWN_HEADING = re.compile(
    r"(?:the |my |our |draft |provisional |agreed )*"
    r"(?:complaints?|summary|findings?|final decision|decision|recommendations?|recommended action|actions?"
    r"|remed(?:y|ies)|further report|injustice)\b"
)
"""Headings of sections about the case itself: the complaint, what was found and decided, and what is to be done."""


def comparable(document: Document) -> Iterator[Paragraph]:
    """Yield the paragraphs that can be standard.

    Left out are those on what was complained about, found or decided, and those that end with a colon: an introduction
    says nothing alone.
    """
    own = False
    for section in document.sections:
        heading = fold(section.heading or "").strip()
        if heading and (section.level == 1 or _OWN_HEADING.match(heading)):
            own = bool(_OWN_HEADING.match(heading))
        if not own:
            yield from (each for each in section.paragraphs if not each.whole.rstrip().endswith(":"))


def is_long_enough(text: str) -> bool:
    """Whether a paragraph has enough words for it to mean something that others have the same ones."""
    return len(text.split(None, FEWEST_WORDS)) >= FEWEST_WORDS


def document_key(document: Document) -> str:
    """Return a key that is the same for decisions with one summary: one report can answer several complaints."""
    paragraphs = document.paragraphs
    own = document.summary or (paragraphs[0].whole if paragraphs else document.reference)
    return blake2b(" ".join(own.split()).casefold().encode(), digest_size=8).hexdigest()
