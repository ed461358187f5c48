"""Reclassification of stored decisions by new rules, from their texts as corrected by staff.

Staff findings and rejections stay. Only decisions with a different result are written, each in one transaction.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction

from decisions import search
from decisions.grounds import Finding as FoundGround
from decisions.ingest.document_rows import documents, grouped
from decisions.ingest.findings import as_found, enter_findings, found_again, machine_findings, quote_of
from decisions.ingest.review import ABOUT_GROUNDS, doubt_about_grounds
from decisions.models import Decision, Doubt, Finding, RejectedFinding
from decisions.parsing.document import Document

_MOST_DECISIONS = 100  # in one transaction: about a second's work, for which staff have to wait

SHIFTS = GAINED, LOST, MOVED = "gained", "lost", "moved"
"""What can happen to a ground when decisions are classified again."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A ground (its slug) that was gained, lost, or moved to better words or another strength, with its words."""

    kind: str
    ground: str
    paragraph: int
    quote: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A decision with a different result; without shifts, only the order of its findings or its doubts differ.

    `raised` are the doubts put on the review list, `cleared` those taken off.
    """

    reference: str
    shifts: tuple[Shift, ...] = ()
    raised: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()


def reclassify(
    references: Iterable[str] | None = None, *, dry_run: bool = False
) -> Iterator[tuple[int, list[Changed]]]:
    """Classify decisions again (None: all of them); yield after each batch how many are done, and which changed.

    `dry_run` writes nothing. References of no decision are ignored.
    """
    queryset = Decision.objects.order_by("pk")
    if references is not None:
        queryset = queryset.filter(reference__in=list(references))
    ids = list(queryset.values_list("pk", flat=True))
    for start in range(0, len(ids), _MOST_DECISIONS):
        batch = ids[start : start + _MOST_DECISIONS]
        changed = _batch(batch, dry_run)
        if changed and not dry_run:
            search.try_to_follow()
        yield start + len(batch), changed


class _Case:
    """A stored decision with the findings of staff and of the rules, and what the present rules find in it."""

    def __init__(
        self,
        decision: Decision,
        document: Document,
        stored: list[Finding],
        rejections: list[RejectedFinding],
        doubts: list[Doubt],
    ) -> None:
        self.decision, self.document = decision, document
        self.people = [each for each in stored if each.origin == Finding.Origin.PERSON]
        self.machines = [each for each in stored if each.origin == Finding.Origin.MACHINE]
        self.found = machine_findings(document, self.people, rejections)
        old = [as_found(each) for each in self.machines]
        self.is_found_otherwise = old != list(self.found)
        doubt = doubt_about_grounds(document, self.found, self.people)
        raised = [doubt] if doubt else []
        if self.is_found_otherwise:
            before = {(each.ground.slug, each.quote) for each in stored}
            raised = found_again(self.found, document, before, rejections) + raised
        known = {each.reason for each in doubts}
        outdated = [each for each in doubts if each.reason in ABOUT_GROUNDS and each.reason != doubt]
        self.cleared = [each for each in outdated if each.settled_at is None]
        self.changed = Changed(
            decision.reference,
            tuple(_shifts(document, old, self.found)),
            tuple(text for text in dict.fromkeys(raised) if text not in known),
            tuple(each.reason for each in self.cleared),
        )


@transaction.atomic
def _batch(ids: Sequence[int], dry_run: bool) -> list[Changed]:
    cases = list(_changed_cases(ids))
    if cases and not dry_run:
        _store([case for case in cases if case.is_found_otherwise])
        Doubt.objects.filter(pk__in=[doubt.pk for case in cases for doubt in case.cleared]).delete()
        Doubt.objects.bulk_create(
            Doubt(decision=case.decision, reason=text, about_peoples_work=text not in ABOUT_GROUNDS)
            for case in cases
            for text in case.changed.raised
        )
    return [case.changed for case in cases]


def _changed_cases(ids: Sequence[int]) -> Iterator[_Case]:
    """Yield the decisions of a batch that have a different result. Six queries."""
    queryset = Decision.objects.without_source().select_for_update(of=("self",)).select_related("council")
    decisions = list(queryset.filter(pk__in=ids).order_by("pk"))
    findings = grouped(Finding.objects.filter(decision__in=ids).select_related("ground").order_by("position", "pk"))
    rejections = grouped(RejectedFinding.objects.filter(decision__in=ids).select_related("ground"))
    doubts = grouped(Doubt.objects.filter(decision__in=ids))
    for decision, document in zip(decisions, documents(decisions), strict=True):
        case = _Case(decision, document, *(rows.get(decision.pk, []) for rows in (findings, rejections, doubts)))
        if case.changed.raised or case.cleared or case.is_found_otherwise:
            yield case


def _shifts(document: Document, old: Iterable[FoundGround], new: Iterable[FoundGround]) -> Iterator[Shift]:
    lost, gained = [each for each in old if each not in new], [each for each in new if each not in old]
    for found in gained:
        moved = next((each for each in lost if _overlap(each, found)), None)
        if moved:
            lost.remove(moved)
        yield Shift(MOVED if moved else GAINED, found.ground, found.paragraph, quote_of(found, document))
    yield from (Shift(LOST, each.ground, each.paragraph, quote_of(each, document)) for each in lost)


def _overlap(one: FoundGround, other: FoundGround) -> bool:
    is_same = (one.ground, one.paragraph) == (other.ground, other.paragraph)
    return is_same and one.start < other.end and other.start < one.end


def _store(cases: Sequence[_Case]) -> None:
    """Replace the automatic findings by the new ones, and put the findings of staff after them."""
    people = []
    for case in cases:
        for position, finding in enumerate(case.people, start=len(case.found)):
            finding.position = position
            people.append(finding)
    Finding.objects.filter(pk__in=[each.pk for case in cases for each in case.machines]).delete()
    enter_findings((case.decision, case.document, case.found) for case in cases)
    Finding.objects.bulk_update(people, ["position"])
