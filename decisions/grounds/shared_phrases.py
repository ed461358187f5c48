"""Which ground a shared phrase shows: "a right of appeal" is to the body that the decision names.

It goes to the ground whose bodies are named nearest: in the same sentence, else the same paragraph, else anywhere in
the document; failing bodies, to the one whose topics are. The sections on law and powers count here: they name the
body that hears such appeals.
"""

from functools import cache, cached_property

from decisions.grounds.catalogue import CATALOGUE
from decisions.grounds.ground import Ground
from decisions.grounds.passages import Passage
from decisions.grounds.patterns import compile_phrase, fold
from decisions.grounds.phrases import PhraseKind
from decisions.parsing.document import Document

_REACH = 400
"""How many characters of its sentence, before a shared phrase and after its start, are read for bodies."""
_LONG = 4000
"""Characters; a longer paragraph is not read as a whole, so that a hostile text costs no more than its length."""


@cache
def _sharers() -> tuple[Ground, ...]:
    """Return the grounds that have shared phrases, in their order."""
    return tuple(ground for ground in CATALOGUE.values() if ground.phrases_of(PhraseKind.SHARED))


class NamedBodies:
    """The bodies and topics that one document names."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def ground_of(self, passage: Passage, offset: int) -> str:
        """Return the slug of the ground that a shared phrase at this offset shows.

        It is the first ground with shared phrases where the document names no body and no topic.
        """
        start, end = passage.bounds(passage.sentence(offset))
        sentence = passage.folded[max(start, offset - _REACH) : min(end, offset + _REACH)]
        paragraph = passage.folded if len(passage.folded) <= _LONG else ""
        return _most_named(sentence) or _most_named(paragraph) or self._in_document or _sharers()[0].slug

    @cached_property
    def _in_document(self) -> str | None:
        text = fold("\n".join(self._document.wholes))
        return _most_named(text) or _most_frequent(text, {each.slug: each.appeal_topics for each in _sharers()})


def _most_named(text: str) -> str | None:
    return _most_frequent(text, {each.slug: each.appeal_bodies for each in _sharers()})


def _most_frequent(text: str, phrases: dict[str, tuple[str, ...]]) -> str | None:
    """Return the slug whose phrases match most often in the folded text, the first of equals; None if none match."""
    counts = {slug: sum(len(list(compile_phrase(each).spans(text))) for each in own) for slug, own in phrases.items()}
    best = max(counts, key=lambda slug: counts[slug])
    return best if counts[best] else None
