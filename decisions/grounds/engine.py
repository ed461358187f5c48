"""From a document to its findings: where to look, what to leave out, which come first.

It names no ground: those are data, in the catalogue.
"""

from collections.abc import Iterator
from functools import cache

from decisions.grounds.alternative_remedies import is_expected
from decisions.grounds.catalogue import CATALOGUE
from decisions.grounds.ground import STATED, SUPPORTING, Finding
from decisions.grounds.guards import is_in_reason, is_ruled_out
from decisions.grounds.passages import Passage, passages
from decisions.grounds.pattern_set import PatternSet, longest
from decisions.grounds.phrases import PhraseKind
from decisions.grounds.refusals import is_near_refusal, refuses_whole_complaint
from decisions.grounds.shared_phrases import NamedBodies
from decisions.parsing.document import Document

_USUAL = (
    PhraseKind.REASON,
    PhraseKind.GENERAL_RULE,
    PhraseKind.SHARED,
    PhraseKind.ALTERNATIVE_REMEDY,
    PhraseKind.NARRATIVE,
)


def classify(document: Document) -> tuple[Finding, ...]:
    """Return every span of the document that shows a rejection ground, best first; empty if none does. Never raises."""
    return tuple(_best_first(_Search(document).findings()))


@cache  # compiled on first use: a process that only serves pages never needs it
def _phrases(*kinds: PhraseKind) -> PatternSet[tuple[str, PhraseKind]]:
    """Return the phrases of these kinds of all grounds, searched for together, each with its ground and kind."""
    return PatternSet(
        ((slug, phrase.kind), phrase.text) for slug, ground in CATALOGUE.items() for phrase in ground.phrases_of(*kinds)
    )


class _Search:
    """The search for grounds in one document."""

    def __init__(self, document: Document) -> None:
        self._passages = tuple(passages(document))
        self._stated = tuple(passage for passage in self._passages if not passage.in_assessment)
        self._refuses_whole_complaint = refuses_whole_complaint(document.outcome, self._stated)
        self._bodies = NamedBodies(document)

    def findings(self) -> list[Finding]:
        """Return the longest of overlapping spans of words that show a ground, for every ground."""
        usual = _without_last_resorts(_without_yielding(list(self._matches(self._passages, *_USUAL))))
        found = usual or self._guesses()
        spans = longest(((each.ground, each.strength, each.paragraph), each.start, each.end) for each in found)
        return [
            Finding(ground, strength, paragraph, start, end, guessed=not usual)
            for (ground, strength, paragraph), start, end in spans
        ]

    def _guesses(self) -> list[Finding]:
        """Return what shows a ground where no usual phrase does.

        That is the topic, where the decision says only that the law does not allow an investigation; else hints; else
        fallbacks.
        """
        fallbacks = list(self._matches(self._passages, PhraseKind.FALLBACK))
        if any(match.strength == STATED for match in fallbacks):
            topics = list(self._matches(self._stated, PhraseKind.TOPIC))
            return topics if len({match.ground for match in topics}) == 1 else fallbacks
        hints = list(self._matches(self._stated, PhraseKind.HINT)) if self._refuses_whole_complaint else []
        return _without_last_resorts(hints) or fallbacks

    def _matches(self, searched: tuple[Passage, ...], *kinds: PhraseKind) -> Iterator[Finding]:
        """Yield what phrases of these kinds find, where the phrase counts and no guard rules it out."""
        patterns = _phrases(*kinds)
        for passage in searched:
            strength = SUPPORTING if passage.in_assessment else STATED
            for (ground, kind), start, end in patterns.spans(passage.folded, passage.words):
                if not self._counts(ground, kind, passage, start):
                    continue
                may_recite = passage.in_assessment and kind is not PhraseKind.GENERAL_RULE
                if is_ruled_out(passage, start, end, may_recite):
                    continue
                if self._refuses_whole_complaint or is_near_refusal(passage, passage.sentence(start)):
                    yield Finding(ground, strength, passage.number, passage.clause_start(start), end)

    def _counts(self, ground: str, kind: PhraseKind, passage: Passage, start: int) -> bool:
        """Whether a phrase of this kind counts here."""
        if kind is PhraseKind.NARRATIVE:
            return not passage.in_assessment
        if kind is PhraseKind.SHARED:
            return self._bodies.ground_of(passage, start) == ground
        if kind is PhraseKind.ALTERNATIVE_REMEDY:
            return is_expected(passage, start)
        if kind is PhraseKind.HINT:
            return is_in_reason(passage, passage.clause_start(start))
        return True


def _without_yielding(matches: list[Finding]) -> list[Finding]:
    """Drop a match that lies inside one of a ground that its ground yields to."""
    return [
        match
        for match in matches
        if not (yields_to := CATALOGUE[match.ground].yields_to)
        or not any(other.ground in yields_to and _includes(other, match) for other in matches)
    ]


def _includes(other: Finding, match: Finding) -> bool:
    return other.paragraph == match.paragraph and other.start <= match.start and match.end <= other.end


def _without_last_resorts(matches: list[Finding]) -> list[Finding]:
    """Drop grounds of last resort where another is shown at least as strongly."""
    strengths = {match.strength for match in matches if not CATALOGUE[match.ground].last_resort}
    return [
        match
        for match in matches
        if not CATALOGUE[match.ground].last_resort or not strengths & {STATED, match.strength}
    ]


def _best_first(findings: list[Finding]) -> list[Finding]:
    """Sort the findings: stated before supporting, then grounds in the order in which the text gives them.

    Of one ground the summary, paragraph 0, comes last.
    """
    first: dict[tuple[str, str], tuple[int, int, int]] = {}
    for each in findings:
        key, position = (each.strength, each.ground), (each.paragraph, each.start, each.end)
        first[key] = min(first.get(key, position), position)
    return sorted(
        findings,
        key=lambda each: (
            each.strength != STATED,
            first[each.strength, each.ground],
            each.ground,
            each.paragraph == 0,
            each.paragraph,
            each.start,
        ),
    )
