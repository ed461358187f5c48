"""From a document to its findings: where to look, what to leave out, what is best.

It names no ground: those are data, in the catalogue.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from decisions.grounds.alternative_remedies import to_be_used
from decisions.grounds.ground import STATED, SUPPORTING, Finding, Ground
from decisions.grounds.guards import not_the_ombudsmans
from decisions.grounds.passages import Passage
from decisions.grounds.phrasebook import Phrasebook
from decisions.grounds.phrases import Phrase, phrase
from decisions.grounds.reasons import in_a_reason
from decisions.grounds.refusals import Refusal
from decisions.grounds.section_roles import SectionRole, passages
from decisions.grounds.shared_phrases import Naming
from decisions.parsing.document import Document


@dataclass(frozen=True, slots=True)
class _Hit:
    """Words that show a ground, and the room they stand in."""

    ground: str
    room: SectionRole
    paragraph: int
    start: int
    end: int

    @property
    def strength(self) -> str:
        return SUPPORTING if self.room is SectionRole.ASSESSMENT else STATED


@dataclass(frozen=True, slots=True)
class _Rule:
    """One phrase of one ground."""

    ground: str
    phrase: Phrase
    general: bool = False
    shared: bool = False
    way: bool = False
    told: bool = False


class _Rulebook:
    """Rules sought together."""

    def __init__(self, rules: Iterable[_Rule]) -> None:
        self._rules = tuple(rules)
        self._phrases = Phrasebook(rule.phrase for rule in self._rules)

    def spans(self, passage: Passage) -> Iterator[tuple[_Rule, int, int]]:
        """Each match of a rule in the passage, with its start and end."""
        for place, start, end in self._phrases.spans(passage.folded, passage.words):
            yield self._rules[place], start, end


class Engine:
    """Finds the grounds of one catalogue in any number of documents."""

    def __init__(self, catalogue: Mapping[str, Ground]) -> None:
        """Compile the catalogue. Raises ValueError for a phrase that is none."""
        self._catalogue = catalogue
        grounds = catalogue.values()
        self._rules = _Rulebook(rule for ground in grounds for rule in _rules(ground))
        self._fallbacks = _Rulebook(_Rule(each.slug, phrase(words)) for each in grounds for words in each.fallback)
        self._hints = _Rulebook(_Rule(each.slug, phrase(words)) for each in grounds for words in each.hints)
        self._closed = _Rulebook(_Rule(each.slug, phrase(words)) for each in grounds for words in each.closed)

    def find(self, document: Document) -> tuple[Finding, ...]:
        """Every span of words that shows a ground of the catalogue in the document, best first."""
        rooms = tuple(passages(document))
        naming = Naming(document, self._catalogue)
        refusal = Refusal(document, tuple(passage for room, passage in rooms if room is not SectionRole.ASSESSMENT))
        hits = self._without_yielding(list(_found(rooms, self._rules, naming, refusal)))
        kept = self._without_last_resorts(hits)
        guessed = not kept
        best = _best_first(_merged(kept or self._bare_refusal(rooms, naming, refusal)))
        return tuple(Finding(hit.ground, hit.strength, hit.paragraph, hit.start, hit.end, guessed) for hit in best)

    def _bare_refusal(
        self, rooms: tuple[tuple[SectionRole, Passage], ...], naming: Naming, refusal: Refusal
    ) -> list[_Hit]:
        """What a decision shows that no phrase does: its topic if only called outside the law, else hints."""
        stated = tuple((room, passage) for room, passage in rooms if room is not SectionRole.ASSESSMENT)
        bare = list(_found(rooms, self._fallbacks, naming, refusal))
        if any(hit.strength == STATED for hit in bare):
            topics = list(_found(stated, self._closed, naming, refusal))
            return topics if len({hit.ground for hit in topics}) == 1 else bare
        return (self._hinted(stated, naming, refusal) if refusal.whole else []) or bare

    def _hinted(self, stated: tuple[tuple[SectionRole, Passage], ...], naming: Naming, refusal: Refusal) -> list[_Hit]:
        """Hints in the reasons of the decision, the retelling of the complaint left out."""
        passages = {passage.number: passage for _, passage in stated}
        hints = _found(stated, self._hints, naming, refusal)
        hits = [hit for hit in hints if in_a_reason(passages[hit.paragraph], hit.start)]
        return self._without_last_resorts(hits)

    def _without_yielding(self, hits: list[_Hit]) -> list[_Hit]:
        """Words of a ground give way where words of one that it yields to hold them all."""
        return [hit for hit in hits if not any(self._holds(other, hit) for other in hits)]

    def _holds(self, other: _Hit, hit: _Hit) -> bool:
        return (
            other.ground in self._catalogue[hit.ground].yields_to
            and other.paragraph == hit.paragraph
            and other.start <= hit.start
            and hit.end <= other.end
        )

    def _without_last_resorts(self, hits: list[_Hit]) -> list[_Hit]:
        """Grounds of last resort give way to any other shown at least as strongly."""
        last = {slug for slug, ground in self._catalogue.items() if ground.last_resort}
        proper = {hit.strength for hit in hits if hit.ground not in last}
        return [hit for hit in hits if hit.ground not in last or not proper & {STATED, hit.strength}]


def _rules(ground: Ground) -> Iterator[_Rule]:
    """Every phrase of a ground but its fallbacks."""
    yield from (_Rule(ground.slug, phrase(source)) for source in ground.phrases)
    yield from (_Rule(ground.slug, phrase(source), general=True) for source in ground.general)
    yield from (_Rule(ground.slug, phrase(source), shared=True) for source in ground.shared)
    yield from (_Rule(ground.slug, phrase(source), way=True) for source in ground.ways)
    yield from (_Rule(ground.slug, phrase(source), told=True) for source in ground.told)


def _found(
    rooms: Iterable[tuple[SectionRole, Passage]], rules: _Rulebook, naming: Naming, refusal: Refusal
) -> Iterator[_Hit]:
    """What the rules find in the passages."""
    for room, passage in rooms:
        yield from _hits(passage, room, refusal, naming, rules)


def _hits(passage: Passage, room: SectionRole, refusal: Refusal, naming: Naming, rules: _Rulebook) -> Iterator[_Hit]:
    """The spans of one passage that survive every guard."""
    for rule, start, end in rules.spans(passage):
        if rule.told and room is SectionRole.ASSESSMENT:
            continue
        if rule.shared and naming.belongs(passage, start) != rule.ground:
            continue
        if rule.way and not to_be_used(passage, start):
            continue
        recitable = room is SectionRole.ASSESSMENT and not rule.general
        if not not_the_ombudsmans(passage, start, end, recitable) and refusal.covers(passage, start):
            yield _Hit(rule.ground, room, passage.number, passage.clause(start), end)


def _merged(hits: list[_Hit]) -> list[_Hit]:
    """Of overlapping spans of one ground, the longest."""
    merged: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.ground, hit.paragraph, hit.start, -hit.end)):
        last = merged[-1] if merged else None
        if last is None or (last.ground, last.paragraph) != (hit.ground, hit.paragraph) or last.end <= hit.start:
            merged.append(hit)
        elif hit.end - hit.start > last.end - last.start:
            merged[-1] = hit
    return merged


def _best_first(hits: list[_Hit]) -> list[_Hit]:
    """Stated before supporting; grounds as the text brings them up; for one ground the Final decision first."""
    first: dict[tuple[str, str], tuple[int, int, int]] = {}
    for hit in hits:
        key, place = (hit.strength, hit.ground), (hit.paragraph, hit.start, hit.end)
        first[key] = min(first.get(key, place), place)
    return sorted(
        hits,
        key=lambda hit: (
            hit.strength != STATED,
            first[hit.strength, hit.ground],
            hit.ground,
            hit.room,
            hit.paragraph,
            hit.start,
        ),
    )
