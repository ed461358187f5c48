"""Whose a shared phrase is: "a right of appeal" is to whomever the decision names.

A phrase that several grounds share goes to the ground whose bodies are named nearest: in the same
sentence, else the same paragraph, else anywhere in the document; failing bodies, whose topics are.
The sections on law and powers count here: they name the body that hears such appeals.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from decisions.grounds.ground import Ground
from decisions.grounds.passages import Passage
from decisions.grounds.phrases import fold, phrase
from decisions.parsing.document import Document


class Naming:
    """Which bodies and topics one document names."""

    def __init__(self, document: Document, catalogue: Mapping[str, Ground]) -> None:
        self._document = document
        self._sharers = tuple(ground for ground in catalogue.values() if ground.shared)

    def belongs(self, passage: Passage, offset: int) -> str | None:
        """The slug of the ground a shared phrase at this offset shows; the first sharer's if nothing tells."""
        start, end = passage.bounds(passage.sentence(offset))
        sentence = passage.folded[max(start, offset - 400) : min(end, offset + 400)]
        named = self._most_named(sentence) or self._nearby(passage) or self._in_document
        return named or (self._sharers[0].slug if self._sharers else None)

    def _nearby(self, passage: Passage) -> str | None:
        return self._most_named(passage.folded) if len(passage.folded) <= 4000 else None

    @cached_property
    def _in_document(self) -> str | None:
        text = "\n".join(self._texts())
        return self._most_named(text) or self._most(text, {ground.slug: ground.topics for ground in self._sharers})

    def _texts(self) -> Iterator[str]:
        yield fold(self._document.summary or "")
        for paragraph in self._document.paragraphs:
            yield fold(paragraph.whole)

    def _most_named(self, text: str) -> str | None:
        return self._most(text, {ground.slug: ground.bodies for ground in self._sharers})

    def _most(self, text: str, words: Mapping[str, tuple[str, ...]]) -> str | None:
        """The slug whose words come up most often in the folded text; the earlier one of equals; None if none do."""
        counts = {slug: sum(1 for word in own for _ in phrase(word).spans(text)) for slug, own in words.items()}
        best = max(counts, key=lambda slug: counts[slug], default=None)
        return best if best is not None and counts[best] else None
