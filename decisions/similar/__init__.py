"""Similar decisions: those like a decision, and those closest to a description in a reader's words, with the reasons.

Recited law, standard paragraphs and the names of councils do not count.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from decisions import facets, search
from decisions.facets import Archive
from decisions.filters import NO_GROUND
from decisions.highlighting import Segment
from decisions.models import Decision, Section, snapshot
from decisions.parsing.lines import INVISIBLE
from decisions.percentages import Share
from decisions.search.columns import COMPLAINT, FINAL, RECITED, of_sections
from decisions.similar.keywords import Keywords
from decisions.similar.scoring import Close, close_to

__all__ = ["LONGEST", "Closest", "Count", "Neighbour", "Similar"]

LONGEST = 50_000
"""Characters of a description that are read."""
_SHOWN_LIKE, _SHOWN_CLOSEST, _COUNTED = 5, 10, 50
_NEAR = 0.4  # of the best score: decisions that score less are not counted among the closest
_WEIGHTS = {"summary": 3.0, COMPLAINT: 2.0, FINAL: 0.5, RECITED: 0.0}
"""The weight of a word by the search column of its text; 1 in all other columns."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A similar decision, the titles of its grounds, and the reason in words; words that both share are marked."""

    decision: Decision
    grounds: Sequence[str]
    why: list[Segment]


@dataclass(frozen=True, slots=True)
class Count:
    """A value of a facet, and how many of the `of` closest decisions have it."""

    label: str
    number: int
    of: int

    @property
    def share(self) -> Share:
        """The number as a share of the closest decisions."""
        return Share(self.number, self.of)


class Similar:
    """The published decisions most like one, at most five, the most similar first, in `neighbours`. Six queries."""

    def __init__(self, decision: Decision) -> None:
        search.bring_up_to_date()
        with snapshot():
            archive = facets.columns()
            keywords = Keywords(_own_words(decision), f"{decision.council or ''} {decision.council_printed}")
            found = close_to(keywords, archive, decision.pk, _SHOWN_LIKE)
            self.neighbours = _neighbours(found, archive, "both mention ")


class Closest:
    """The decisions closest to a reader's description, and how they were decided. Stores nothing. Five queries."""

    def __init__(self, typed: str) -> None:
        text = INVISIBLE.sub("", typed)
        self.is_cut = len(text) > LONGEST
        """Whether the description was longer than LONGEST."""
        keywords = Keywords([(text[:LONGEST], 1.0)])
        self.has_words = bool(keywords.top)
        """Whether it has any words that can be compared."""
        self.neighbours: list[Neighbour] = []
        self.outcomes: list[Count] = []
        self.grounds: list[Count] = []
        self.of = 0
        """The number of decisions that `outcomes` and `grounds` count."""
        if self.has_words:
            search.bring_up_to_date()
            with snapshot():
                self._find(keywords)

    def _find(self, keywords: Keywords) -> None:
        archive = facets.columns()
        found = close_to(keywords, archive, most=_COUNTED)
        near = [each for each in found if each.score >= _NEAR * found[0].score]
        self.neighbours = _neighbours(near[:_SHOWN_CLOSEST], archive, "mentions ")
        self.of = len(near)
        self.outcomes, self.grounds = (_counts(near, archive, name) for name in ("outcome", "ground"))


def _own_words(decision: Decision) -> list[tuple[str, float]]:
    """Return the texts of a decision without recited law and standard paragraphs, each with its weight. One query."""
    rows = list(
        Section.objects.filter(decision=decision)
        .order_by("position", "paragraphs__position")
        .values_list("pk", "heading", "level", "lead", "paragraphs__text", "paragraphs__standard")
    )
    sections = {pk: (heading, level, lead) for pk, heading, level, lead, *_ in rows}
    columns = of_sections((heading, level) for heading, level, _ in sections.values())
    column_of = dict(zip(sections, columns, strict=True))
    texts = [("summary", decision.summary)]
    texts += [(column_of[pk], lead) for pk, (_, _, lead) in sections.items()]
    texts += [(column_of[pk], text) for pk, *_, text, standard in rows if text and standard is None]
    weighed = [(text, _WEIGHTS.get(column, 1.0)) for column, text in texts]
    return [(text, weight) for text, weight in weighed if weight]


def _neighbours(found: Sequence[Close], archive: Archive, verb: str) -> list[Neighbour]:
    """Return the decisions with the reasons why they are close. One query."""
    shown = Decision.objects.published().without_source().select_related("council").in_bulk([each.id for each in found])
    return [
        Neighbour(shown[each.id], archive.printed("ground", [each.id])[each.id], _why(each, verb))
        for each in found
        if each.id in shown
    ]


def _why(close: Close, verb: str) -> list[Segment]:
    """Return the reason in words: “Same ground: Complained too late; both mention *blue badge*, *mobility*”."""
    facts = [f"same ground{'s' * (len(close.grounds) > 1)}: {', '.join(close.grounds)}"] if close.grounds else []
    facts += [f"same category: {close.category}"] if close.category else []
    start = "; ".join([*facts, verb])
    words = [segment for each in close.words for segment in (Segment(", ", False), Segment(each, True))][1:]
    return [Segment(start[:1].upper() + start[1:], False), *words]


def _counts(near: Sequence[Close], archive: Archive, name: str) -> list[Count]:
    """Return the values of a facet that these decisions have, the most frequent first."""
    counts = archive.counts(name, [each.id for each in near])
    tops = {value: number for value, number in counts.items() if "/" not in value}
    labels = archive.labels[name] | {NO_GROUND: "No ground found", "not-stated": "Not stated"}
    listed = [Count(labels[value], number, len(near)) for value, number in tops.items()]
    return sorted(listed, key=lambda each: (-each.number, each.label))
