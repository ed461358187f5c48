"""Explanations of the Ombudsman’s terms and outcomes, in this archive’s own words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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


TERMS = (
    GlossaryTerm(
        "fault",
        "The Ombudsman’s word for something that went wrong in how a council acted or decided: delay, a rule or policy"
        " not followed, wrong information, something not considered. Disagreeing with a decision is not enough: what"
        " counts is how it was made.",
    ),
    GlossaryTerm(
        "injustice",
        "What a fault did to the person: help or money they went without, a chance they lost, distress, time and"
        " trouble. If a fault did little harm, the Ombudsman may decide not to look into it.",
    ),
    GlossaryTerm(
        "maladministration",
        "The law’s word for fault in how a council does its work. It is in nearly every decision, because the law about"
        " the Ombudsman uses it; by itself it says nothing about this complaint.",
    ),
)

_WORDS = {term: re.compile(rf"\b{term.word}s?\b", re.IGNORECASE) for term in TERMS}

OUTCOMES = {
    "closed-after-initial-enquiries": (
        "The Ombudsman read what was sent and decided not to investigate, or to go no further. That does not mean that"
        " the council did nothing wrong."
    ),
    "upheld": (
        "The Ombudsman found fault, or the council had admitted it, in at least part of what was complained about."
        " Upheld complaints are not always investigated to the end: some were already put right."
    ),
    "not-upheld": (
        "The Ombudsman began to investigate and found no fault, or stopped because going further would achieve nothing."
    ),
}
"""The meaning of each outcome, by its slug."""


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
