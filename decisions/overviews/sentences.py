"""Example sentences of a ground: sentences of decisions that show it, the newest first, no two the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from decisions.detail.page import evidence
from decisions.highlighting import Segment
from decisions.models import Finding, Paragraph, path_of, wholes
from decisions.parsing.lines import INVISIBLE

LOOKED_AT = 25
"""The number of decisions that sentences are taken from."""
_MOST = 5
_LONGEST = 500  # characters; a longer sentence is usually a list, and not a good example


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that shows a ground, with the proving words marked, and its decision."""

    segments: list[Segment]
    number: int
    """The number of its paragraph; 0: the summary."""
    reference: str
    council: str
    day: date | None

    @property
    def path(self) -> str:
        """The path of its paragraph or summary on the decision's page."""
        return path_of(self.reference) + (f"#p{self.number}" if self.number else "#summary")


_Found = tuple[int, int, int, int, str, str, str | None, date | None]
_FIELDS = (
    "decision_id",
    "paragraph_number",
    "start",
    "end",
    "decision__summary",
    "decision__reference",
    "decision__council__name",
    "decision__decision_date",
)


def sentences(ground: str, decisions: Sequence[int]) -> list[Sentence]:
    """Return a few sentences that show the ground, of decisions given by primary key, in their order. Two queries.

    Sentences of different councils come first.
    """
    best = _best(ground, decisions)
    texts = _texts(best)
    found: dict[str, Sentence] = {}
    for decision, number, start, end, summary, reference, council, day in best:
        segments = evidence(number, texts.get((decision, number), summary), start, end).segments
        text = "".join(each.text for each in segments)
        if len(text) <= _LONGEST:
            sentence = Sentence(segments, number, reference, council or "Council not stated", day)
            found.setdefault(_as_compared(text), sentence)
    return _of_different_councils(list(found.values()))[:_MOST]


def _best(ground: str, decisions: Sequence[int]) -> list[_Found]:
    """Return the best finding of each decision, in the order of the decisions."""
    findings = Finding.objects.filter(decision__in=decisions, ground__slug=ground).order_by(
        "strength", "position", "pk"
    )
    first: dict[int, _Found] = {}
    for row in findings.values_list(*_FIELDS):  # ordered by strength: "stated" sorts before "supporting"
        first.setdefault(row[0], row)
    return [first[pk] for pk in decisions if pk in first]


def _texts(found: Sequence[_Found]) -> dict[tuple[int, int], str]:
    """Return the whole text of each paragraph with one of these findings, by decision and number. One query."""
    places = Q()
    for decision, number, *_ in found:
        if number:
            places |= Q(decision=decision, number=number)
    if not places:
        return {}
    rows: dict[int, list[Paragraph]] = {}
    for row in Paragraph.objects.filter(places).order_by("decision_id", "position"):
        rows.setdefault(row.decision_id, []).append(row)
    return {(pk, number): whole for pk, each in rows.items() for number, whole in wholes("", each).items() if number}


def _as_compared(sentence: str) -> str:
    """Return a sentence without differences in spaces, capitals and invisible characters."""
    return " ".join(INVISIBLE.sub("", sentence).casefold().split())


def _of_different_councils(found: list[Sentence]) -> list[Sentence]:
    """Return the sentences reordered: the first of each council before the others."""
    firsts = {each.council: each for each in reversed(found)}
    chosen = [each for each in found if firsts[each.council] is each]
    return chosen + [each for each in found if firsts[each.council] is not each]
