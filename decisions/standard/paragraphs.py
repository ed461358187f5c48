"""Which paragraphs of a document are compared with those of other decisions, and which decisions are one paper."""

import re
from collections.abc import Iterator
from hashlib import blake2b

from decisions.parsing.document import Document, Paragraph
from decisions.parsing.lines import fold

FEWEST_WORDS = 10
"""A paragraph of fewer words, as printed, is standard only where it is a known one."""
_OWN = re.compile(
    r"(?:the |my |our |draft |provisional |agreed )*"
    r"(?:complaints?|summary|findings?|final decision|decision|recommendations?|recommended action|actions?"
    r"|remed(?:y|ies)|further report|injustice)\b"
)
"""Headings of what is the case's own: the complaint, what was found and decided, and what shall be done."""


def comparable(document: Document) -> Iterator[Paragraph]:
    """The paragraphs that can be standard: none of those that tell what was complained about, found or decided.

    Nor one that introduces what follows it (it ends with a colon): alone it says nothing.
    """
    own = False
    for section in document.sections:
        heading = fold(section.heading or "").strip()
        if heading and (section.level == 1 or _OWN.match(heading)):
            own = bool(_OWN.match(heading))
        if not own:
            yield from (each for each in section.paragraphs if not each.whole.rstrip().endswith(":"))


def is_long_enough(text: str) -> bool:
    """Whether a paragraph has enough words that having them in common with others means something."""
    return len(text.split(None, FEWEST_WORDS)) >= FEWEST_WORDS


def paper(document: Document) -> str:
    """The same for decisions that are one paper, as where one report answers several complaints: its summary's."""
    paragraphs = document.paragraphs
    own = document.summary or (paragraphs[0].whole if paragraphs else document.reference)
    return blake2b(" ".join(own.split()).casefold().encode(), digest_size=8).hexdigest()
