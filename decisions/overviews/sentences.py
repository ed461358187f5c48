"""Example sentences of a ground: sentences of decisions that show it, the newest first, no two the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any

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


def sentences(ground: str, decisions: Sequence[int]) -> list[Sentence]:
    """Return a few sentences that show the ground, of decisions given by primary key, in their order. Two queries.

    Sentences of different councils come first.
    """
    best = _best(ground, decisions)
    texts = _texts(best)
    found: dict[str, Sentence] = {}
    for row in best:
        text = texts.get((row.decision_id, row.paragraph_number), row.decision__summary)
        segments = evidence(row.paragraph_number, text, row.start, row.end).segments
        words = "".join(each.text for each in segments)
        if len(words) <= _LONGEST:
            council = row.decision__council__name or "Council not stated"
            reference, day = row.decision__reference, row.decision__decision_date
            compared = " ".join(INVISIBLE.sub("", words).casefold().split())
            found.setdefault(compared, Sentence(segments, row.paragraph_number, reference, council, day))
    of_councils = {each.council: each for each in reversed(found.values())}
    return sorted(found.values(), key=lambda each: of_councils[each.council] is not each)[:_MOST]


def _best(ground: str, decisions: Sequence[int]) -> list[Any]:
    """Return the best finding of each decision, in the order of the decisions, as a row with facts of the decision."""
    facts = (f"decision__{name}" for name in ("summary", "reference", "council__name", "decision_date"))
    findings = Finding.objects.filter(decision__in=decisions, ground__slug=ground)
    first: dict[int, Any] = {}
    for row in findings.order_by("strength", "position", "pk").values_list(
        "decision_id", "paragraph_number", "start", "end", *facts, named=True
    ):  # ordered by strength: "stated" sorts before "supporting"
        first.setdefault(row.decision_id, row)
    return [first[pk] for pk in decisions if pk in first]


def _texts(found: Sequence[Any]) -> dict[tuple[int, int], str]:
    """Return the whole text of each paragraph with one of these findings, by decision and number. One query."""
    places = Q()
    for row in found:
        if row.paragraph_number:
            places |= Q(decision=row.decision_id, number=row.paragraph_number)
    if not places:
        return {}
    rows = groupby(Paragraph.objects.filter(places).order_by("decision_id", "position"), attrgetter("decision_id"))
    return {(pk, number): whole for pk, each in rows for number, whole in wholes("", each).items() if number}
