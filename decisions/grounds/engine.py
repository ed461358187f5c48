"""From a document to its findings: where to look, what to leave out, which come first.

It names no ground: those are data, in the catalogue.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from decisions.grounds.alternative_remedies import is_expected
from decisions.grounds.ground import STATED, SUPPORTING, Finding, Ground
from decisions.grounds.guards import is_ruled_out
from decisions.grounds.passages import Passage
from decisions.grounds.pattern_set import PatternSet
from decisions.grounds.patterns import compile_phrase
from decisions.grounds.phrases import PhraseKind
from decisions.grounds.reasons import is_in_reason
from decisions.grounds.refusals import Refusal
from decisions.grounds.section_roles import SectionRole, passages
from decisions.grounds.shared_phrases import NamedBodies, grounds_with_shared_phrases
from decisions.parsing.document import Document

_Passages = tuple[tuple[SectionRole, Passage], ...]


@dataclass(frozen=True, slots=True)
class _Match:
    """Words that show a ground, and the role of the section they are in."""

    ground: str
    role: SectionRole
    paragraph: int
    start: int
    end: int

    @property
    def strength(self) -> str:
        return SUPPORTING if self.role is SectionRole.ASSESSMENT else STATED


@dataclass(frozen=True, slots=True)
class _Rule:
    """One phrase of one ground: the slug of the ground, the phrase, and when it counts."""

    ground: str
    text: str
    kind: PhraseKind


class _RuleSet:
    """The phrases of some kinds of all grounds, searched for together."""

    def __init__(self, grounds: Iterable[Ground], *kinds: PhraseKind) -> None:
        self._rules = tuple(
            _Rule(ground.slug, phrase.text, phrase.kind) for ground in grounds for phrase in ground.phrases_of(*kinds)
        )
        self._patterns = PatternSet(compile_phrase(rule.text) for rule in self._rules)

    def spans(self, passage: Passage) -> Iterator[tuple[_Rule, int, int]]:
        """Yield each match of a rule in the passage, with its start and end."""
        for index, start, end in self._patterns.spans(passage.folded, passage.words):
            yield self._rules[index], start, end


@dataclass(frozen=True, slots=True)
class _Context:
    """What the guards have to know of the document around a passage."""

    bodies: NamedBodies
    refusal: Refusal


class Engine:
    """Finds the grounds of one catalogue in any number of documents."""

    def __init__(self, catalogue: Mapping[str, Ground]) -> None:
        """Compile the catalogue. Raises ValueError for a malformed phrase."""
        self._catalogue = catalogue
        grounds = catalogue.values()
        self._rules = _RuleSet(
            grounds,
            PhraseKind.REASON,
            PhraseKind.GENERAL_RULE,
            PhraseKind.SHARED,
            PhraseKind.ALTERNATIVE_REMEDY,
            PhraseKind.NARRATIVE,
        )
        self._fallbacks = _RuleSet(grounds, PhraseKind.FALLBACK)
        self._hints = _RuleSet(grounds, PhraseKind.HINT)
        self._topics = _RuleSet(grounds, PhraseKind.TOPIC)
        self._sharers = grounds_with_shared_phrases(grounds)

    def find(self, document: Document) -> tuple[Finding, ...]:
        """Return every span of words that shows a ground of the catalogue in the document, best first."""
        all_passages = tuple(passages(document))
        stated = tuple((role, passage) for role, passage in all_passages if role is not SectionRole.ASSESSMENT)
        refusal = Refusal(document, tuple(passage for _, passage in stated))
        context = _Context(NamedBodies(document, self._sharers), refusal)
        matches = self._without_yielding(list(_matches(all_passages, self._rules, context)))
        proper = self._without_last_resorts(matches)
        guessed = not proper
        best = _best_first(_merged(proper or self._guesses(all_passages, stated, context)))
        return tuple(
            Finding(match.ground, match.strength, match.paragraph, match.start, match.end, guessed) for match in best
        )

    def _guesses(self, all_passages: _Passages, stated: _Passages, context: _Context) -> list[_Match]:
        """Return what shows a ground where no usual phrase does.

        That is the topic, where the decision says only that the law does not allow an investigation; else hints; else
        fallbacks.
        """
        fallbacks = list(_matches(all_passages, self._fallbacks, context))
        if any(match.strength == STATED for match in fallbacks):
            topics = list(_matches(stated, self._topics, context))
            return topics if len({match.ground for match in topics}) == 1 else fallbacks
        return (self._hinted(stated, context) if context.refusal.whole else []) or fallbacks

    def _hinted(self, stated: _Passages, context: _Context) -> list[_Match]:
        """Return the hints that are in reasons of the decision, and not in what it retells of the complaint."""
        passage_of = {passage.number: passage for _, passage in stated}
        hints = _matches(stated, self._hints, context)
        in_reasons = [hint for hint in hints if is_in_reason(passage_of[hint.paragraph], hint.start)]
        return self._without_last_resorts(in_reasons)

    def _without_yielding(self, matches: list[_Match]) -> list[_Match]:
        """Drop a match that lies inside one of a ground that its ground yields to."""
        return [match for match in matches if not any(self._replaces(other, match) for other in matches)]

    def _replaces(self, other: _Match, match: _Match) -> bool:
        return (
            other.ground in self._catalogue[match.ground].yields_to
            and other.paragraph == match.paragraph
            and other.start <= match.start
            and match.end <= other.end
        )

    def _without_last_resorts(self, matches: list[_Match]) -> list[_Match]:
        """Drop grounds of last resort where another is shown at least as strongly."""
        last = {slug for slug, ground in self._catalogue.items() if ground.last_resort}
        strengths = {match.strength for match in matches if match.ground not in last}
        return [match for match in matches if match.ground not in last or not strengths & {STATED, match.strength}]


def _matches(passages_with_roles: _Passages, rules: _RuleSet, context: _Context) -> Iterator[_Match]:
    """Yield what the rules find in the passages, where the phrase counts and no guard rules it out."""
    for role, passage in passages_with_roles:
        for rule, start, end in rules.spans(passage):
            if not _counts(rule, role, passage, start, context):
                continue
            may_recite = role is SectionRole.ASSESSMENT and rule.kind is not PhraseKind.GENERAL_RULE
            if not is_ruled_out(passage, start, end, may_recite) and context.refusal.covers(passage, start):
                yield _Match(rule.ground, role, passage.number, passage.clause_start(start), end)


def _counts(rule: _Rule, role: SectionRole, passage: Passage, start: int, context: _Context) -> bool:
    """Whether a phrase of this kind counts here."""
    if rule.kind is PhraseKind.NARRATIVE:
        return role is not SectionRole.ASSESSMENT
    if rule.kind is PhraseKind.SHARED:
        return context.bodies.ground_of(passage, start) == rule.ground
    if rule.kind is PhraseKind.ALTERNATIVE_REMEDY:
        return is_expected(passage, start)
    return True


def _merged(matches: list[_Match]) -> list[_Match]:
    """Return the longest of overlapping spans of one ground, for every ground."""
    merged: list[_Match] = []
    for match in sorted(matches, key=lambda match: (match.ground, match.paragraph, match.start, -match.end)):
        last = merged[-1] if merged else None
        if last is None or (last.ground, last.paragraph) != (match.ground, match.paragraph) or last.end <= match.start:
            merged.append(match)
        elif match.end - match.start > last.end - last.start:
            merged[-1] = match
    return merged


def _best_first(matches: list[_Match]) -> list[_Match]:
    """Sort the matches: stated before supporting, then grounds in the order in which the text gives them.

    Of one ground the Final decision comes first.
    """
    first: dict[tuple[str, str], tuple[int, int, int]] = {}
    for match in matches:
        key, position = (match.strength, match.ground), (match.paragraph, match.start, match.end)
        first[key] = min(first.get(key, position), position)
    return sorted(
        matches,
        key=lambda match: (
            match.strength != STATED,
            first[match.strength, match.ground],
            match.ground,
            match.role,
            match.paragraph,
            match.start,
        ),
    )
