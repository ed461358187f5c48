"""Reclassification of stored decisions by new rules, from their texts as corrected by staff.

Staff findings and rejections stay. Only decisions with a different result are written, each in one transaction.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.db import transaction

from decisions import search
from decisions.grounds import Finding as FoundGround
from decisions.ingest.carry_over import rejection_of
from decisions.ingest.classification import Rejection, found_again, machine_findings
from decisions.ingest.review import ABOUT_GROUNDS, doubt_about_grounds
from decisions.ingest.rows import enter_findings
from decisions.ingest.stored_documents import by_decision, documents
from decisions.models import Decision, Doubt, Finding, Ground, RejectedFinding
from decisions.parsing.document import Document

_MOST_DECISIONS = 100  # in one transaction: about a second's work, for which staff have to wait

GAINED, LOST, MOVED = "gained", "lost", "moved"


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


@dataclass
class _Case:
    """A stored decision, and what the present rules find in it."""

    decision: Decision
    document: Document
    stored: list[Finding]
    rejections: list[Rejection]
    doubts: list[Doubt]
    found: tuple[FoundGround, ...] = ()
    raised: list[str] = field(default_factory=list)
    cleared: list[Doubt] = field(default_factory=list)

    def __post_init__(self) -> None:
        people = {_key(each)[:1] + _key(each)[2:] for each in self.people}
        self.found = machine_findings(self.document, people, self.rejections)
        if self.is_found_otherwise:
            before = {(each.ground.slug, each.quote) for each in self.stored}
            again = found_again(self.found, self.document, before, self.rejections)
            self.raised = [text for text in dict.fromkeys(again) if text not in self._known_reasons]
        doubt = doubt_about_grounds(self.document, self.found, self.people)
        if doubt and doubt not in self._known_reasons:
            self.raised.append(doubt)
        outdated = [each for each in self.doubts if each.reason in ABOUT_GROUNDS and each.reason != doubt]
        self.cleared = [each for each in outdated if each.settled_at is None]

    @property
    def people(self) -> list[Finding]:
        """Return the findings of staff."""
        return [each for each in self.stored if each.origin == Finding.Origin.PERSON]

    @property
    def machines(self) -> list[Finding]:
        """Return the stored automatic findings, best first."""
        return [each for each in self.stored if each.origin == Finding.Origin.MACHINE]

    @property
    def is_found_otherwise(self) -> bool:
        """Return whether the automatic findings differ from the stored ones."""
        return [_key(each) for each in self.machines] != [_found_key(each) for each in self.found]

    @property
    def changed(self) -> Changed | None:
        """Return what is different now; None if nothing is."""
        if not (self.is_found_otherwise or self.raised or self.cleared):
            return None
        cleared = tuple(each.reason for each in self.cleared)
        return Changed(self.decision.reference, tuple(self._shifts()), tuple(self.raised), cleared)

    @property
    def _known_reasons(self) -> set[str]:
        return {each.reason for each in self.doubts}

    def _shifts(self) -> Iterator[Shift]:
        old, new = [_key(each) for each in self.machines], [_found_key(each) for each in self.found]
        lost, gained = [each for each in old if each not in new], [each for each in new if each not in old]
        for key in gained:
            moved = next((each for each in lost if _overlap(each, key)), None)
            if moved:
                lost.remove(moved)
            yield self._shift(MOVED if moved else GAINED, key)
        yield from (self._shift(LOST, key) for key in lost)

    def _shift(self, kind: str, key: "_Key") -> Shift:
        return Shift(kind, key[0], key[2], self._quote(key))

    def _quote(self, key: "_Key") -> str:
        return self.document.whole(key[2])[key[3] : key[4]]


_Key = tuple[str, str, int, int, int]  # ground, strength, paragraph, start, end


def _key(row: Finding) -> _Key:
    return row.ground.slug, row.strength, row.paragraph_number, row.start, row.end


def _found_key(found: FoundGround) -> _Key:
    return found.ground, found.strength, found.paragraph, found.start, found.end


def _overlap(one: _Key, other: _Key) -> bool:
    return (one[0], one[2]) == (other[0], other[2]) and one[3] < other[4] and other[3] < one[4]


@transaction.atomic
def _batch(ids: Sequence[int], dry_run: bool) -> list[Changed]:
    cases = [case for case in _cases(ids) if case.changed]
    if cases and not dry_run:
        _store([case for case in cases if case.is_found_otherwise])
        Doubt.objects.filter(pk__in=[doubt.pk for case in cases for doubt in case.cleared]).delete()
        Doubt.objects.bulk_create(
            Doubt(decision=case.decision, reason=text, about_peoples_work=text not in ABOUT_GROUNDS)
            for case in cases
            for text in case.raised
        )
    return [case.changed for case in cases]


def _cases(ids: Sequence[int]) -> Iterator[_Case]:
    """Yield the decisions of a batch with their related rows. Six queries."""
    queryset = Decision.objects.without_source().select_for_update(of=("self",)).select_related("council")
    decisions = list(queryset.filter(pk__in=ids).order_by("pk"))
    findings = by_decision(Finding.objects.filter(decision__in=ids).select_related("ground").order_by("position", "pk"))
    rejections = by_decision(RejectedFinding.objects.filter(decision__in=ids).select_related("ground"))
    doubts = by_decision(Doubt.objects.filter(decision__in=ids))
    for decision, document in zip(decisions, documents(decisions), strict=True):
        rejected = [rejection_of(each) for each in rejections.get(decision.pk, [])]
        yield _Case(decision, document, findings.get(decision.pk, []), rejected, doubts.get(decision.pk, []))


def _store(cases: Sequence[_Case]) -> None:
    """Replace the automatic findings by the new ones, and put the findings of staff after them."""
    grounds = dict(Ground.objects.values_list("slug", "pk"))
    people = []
    for case in cases:
        for position, finding in enumerate(case.people, start=len(case.found)):
            finding.position = position
            people.append(finding)
    Finding.objects.filter(pk__in=[each.pk for case in cases for each in case.machines]).delete()
    enter_findings(((case.decision, case.document, case.found) for case in cases), grounds)
    Finding.objects.bulk_update(people, ["position"])
