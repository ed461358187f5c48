"""Which ground a shared phrase shows: "a right of appeal" is to the body that the decision names.

It goes to the ground whose bodies are named nearest: in the same sentence, else the same paragraph, else anywhere in
the document; failing bodies, to the one whose topics are. The sections on law and powers count here: they name the
body that hears such appeals.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from decisions.grounds.ground import Ground
from decisions.grounds.passages import Passage
from decisions.grounds.patterns import compile_phrase, fold
from decisions.grounds.phrases import PhraseKind
from decisions.parsing.document import Document

_REACH = 400
"""How many characters of its sentence, before a shared phrase and after its start, are read for bodies."""
_LONG = 4000
"""Characters; a longer paragraph is not read as a whole, so that a hostile text costs no more than its length."""


def grounds_with_shared_phrases(grounds: Iterable[Ground]) -> tuple[Ground, ...]:
    """Return the grounds that have shared phrases, in their order."""
    return tuple(ground for ground in grounds if ground.phrases_of(PhraseKind.SHARED))


class NamedBodies:
    """The bodies and topics that one document names."""

    def __init__(self, document: Document, sharers: Sequence[Ground]) -> None:
        """`sharers`: the grounds that have shared phrases (see `grounds_with_shared_phrases`)."""
        self._document = document
        self._sharers = sharers

    def ground_of(self, passage: Passage, offset: int) -> str | None:
        """Return the slug of the ground that a shared phrase at this offset shows.

        It is the first ground with shared phrases where the document names no body and no topic.
        """
        start, end = passage.bounds(passage.sentence(offset))
        sentence = passage.folded[max(start, offset - _REACH) : min(end, offset + _REACH)]
        slug = self._most_named(sentence) or self._in_paragraph(passage) or self._in_document
        return slug or (self._sharers[0].slug if self._sharers else None)

    def _in_paragraph(self, passage: Passage) -> str | None:
        return self._most_named(passage.folded) if len(passage.folded) <= _LONG else None

    @cached_property
    def _in_document(self) -> str | None:
        text = "\n".join(self._texts())
        topics = {ground.slug: ground.appeal_topics for ground in self._sharers}
        return self._most_named(text) or _most_frequent(text, topics)

    def _texts(self) -> Iterator[str]:
        yield fold(self._document.summary or "")
        for paragraph in self._document.paragraphs:
            yield fold(paragraph.whole)

    def _most_named(self, text: str) -> str | None:
        return _most_frequent(text, {ground.slug: ground.appeal_bodies for ground in self._sharers})


def _most_frequent(text: str, phrases: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return the slug whose phrases match most often in the folded text, the first of equals; None if none match."""
    counts = {slug: sum(len(list(compile_phrase(each).spans(text))) for each in own) for slug, own in phrases.items()}
    best = max(counts, key=lambda slug: counts[slug], default=None)
    return best if best is not None and counts[best] else None
