"""Explanations of the Ombudsman’s terms and outcomes, as `glossary.toml` has them."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from decisions.highlighting import Span


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A term of the Ombudsman’s, and its meaning."""

    word: str
    meaning: str

    @property
    def anchor(self) -> str:
        """The id of its explanation on a page."""
        return f"means-{self.word}"


_GLOSSARY = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
TERMS = tuple(GlossaryTerm(*each) for each in _GLOSSARY["terms"].items())
OUTCOMES = _GLOSSARY["outcomes"]
"""The meaning of each outcome, by its slug."""
_WORDS = {term: re.compile(rf"\b{term.word}s?\b", re.IGNORECASE) for term in TERMS}


def terms_in(
    texts: Mapping[int, str], left_out: Mapping[int, Iterable[Span]]
) -> dict[GlossaryTerm, tuple[int, Span] | None]:
    """Return the terms used in the texts, each with its first place: the text's number and the span.

    Places that overlap the spans left out do not count; a term that has no other place is returned with None.
    """
    found: dict[GlossaryTerm, tuple[int, Span] | None] = {}
    lowered = {number: texts[number].lower() for number in sorted(texts)}
    for term, word in _WORDS.items():
        # Looking for the plain letters first takes a tenth of the time of the pattern alone.
        having = [number for number, text in lowered.items() if term.word in text]
        places = [(number, each.span()) for number in having for each in word.finditer(texts[number])]
        if places:
            free = (each for each in places if not _touches(each[1], left_out.get(each[0], ())))
            found[term] = next(free, None)
    return found


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
