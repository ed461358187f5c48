"""Staff edits of a decision, carried over into a new text of it: corrections, findings and rejections of findings."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from decisions.ingest.correction_log import Record
from decisions.ingest.document_rows import documents
from decisions.ingest.findings import follow, found_again, machine_findings, place_of, relocate
from decisions.ingest.merging import Merged, merge
from decisions.ingest.review import reasons
from decisions.ingest.rows import Reading
from decisions.models import Correction, Decision, Doubt, Finding, RejectedFinding
from decisions.parsing.document import Document

_FEWEST_WORDS = 4  # of a quote that may be followed into another paragraph


@dataclass
class CarriedOver:
    """A new reading with staff edits merged in, and the rows of staff that go with it.

    `people` are their findings and `rejections` those they rejected, both at their new places; `lost` are their
    findings whose words are gone.
    """

    reading: Reading
    keeps_council: bool = False
    people: list[Finding] = field(default_factory=list)
    rejections: list[RejectedFinding] = field(default_factory=list)
    lost: list[Finding] = field(default_factory=list)

    def store(self, decision: Decision) -> None:
        """Write staff findings and rejections at their new places; log lost ones as automatic changes."""
        for position, finding in enumerate(self.people, start=len(self.reading.findings)):
            finding.position = position
        Finding.objects.bulk_create(self.people)
        RejectedFinding.objects.bulk_update(self.rejections, ["paragraph_number"])
        record = Record(decision, by="")  # no user: the import itself
        for finding in self.lost:
            place = place_of(finding.paragraph_number)
            record.note(f"ground in {place}", f"{finding.ground.title}: “{finding.quote}”", "")
        record.close()


def edited_ids(decisions: Iterable[Decision]) -> set[int]:
    """Return the primary keys of those decisions in which staff corrected a text, or added or rejected a finding."""
    ids = [decision.pk for decision in decisions]
    corrected = Correction.objects.guarding_the_text().filter(decision__in=ids)
    found = Finding.objects.filter(decision__in=ids, origin=Finding.Origin.PERSON)
    rejected = RejectedFinding.objects.filter(decision__in=ids)
    return {pk for rows in (corrected, found, rejected) for pk in rows.values_list("decision", flat=True)}


def carry_over_edits(decision: Decision, reading: Reading) -> CarriedOver:
    """Merge a new reading of a decision with the staff edits of the old one. Writes nothing."""
    (ours,) = documents([decision])
    changes = list(decision.corrections.order_by("at", "pk"))
    people = list(decision.findings.filter(origin=Finding.Origin.PERSON).select_related("ground"))
    rejections = list(decision.rejected_findings.select_related("ground"))
    keeps_council = any(change.field == "council" for change in changes)
    if keeps_council:  # the printed name is stored next to the council that staff chose
        ours = replace(ours, council=decision.council.name if decision.council else None)
    merged = merge(ours, reading.document, changes, {each.paragraph_number for each in (*people, *rejections)})
    carried = CarriedOver(reading, keeps_council, rejections=rejections)
    places = _Places(ours, merged)
    doubts = list(merged.doubts)
    for finding, problem in relocate(people, places.of_finding):
        (carried.lost if problem else carried.people).append(finding)
        if problem:
            doubts.append(
                f"staff found “{finding.ground.title}” in the words “{finding.quote}” of "
                f"{place_of(finding.paragraph_number)}, which {problem}; the finding was removed"
            )
    for rejection in rejections:
        rejection.paragraph_number = places.of_rejection(rejection)
    findings = machine_findings(merged.document, carried.people, rejections)
    before = set(decision.findings.order_by().values_list("ground__slug", "quote"))
    doubts += found_again(findings, merged.document, before, rejections)
    review = reasons(merged.document, findings, carried.people)
    review += [Doubt(reason=text, about_peoples_work=True) for text in dict.fromkeys(doubts)]
    document = replace(merged.document, council=reading.document.council)
    carried.reading = replace(reading, document=document, findings=findings, review=tuple(review))
    return carried


class _Places:
    """Where words of the stored document are in the merged one."""

    def __init__(self, ours: Document, merged: Merged) -> None:
        self._old, self._new, self._numbers = ours.wholes, merged.document.wholes, merged.numbers

    def of_finding(self, finding: Finding) -> tuple[int, int, str]:
        """Return paragraph, offset and "" for a finding of staff, or 0, 0 and why its new place is not certain."""
        number = self._numbers.get(finding.paragraph_number)
        problem = "are gone from the new text"
        if number is not None:
            old = self._old[finding.paragraph_number]
            start, problem = follow(finding.start, finding.end, old, self._new[number])
            if not problem:
                return number, start, ""
        elsewhere = self._elsewhere(finding.quote)
        return (*elsewhere, "") if elsewhere else (0, 0, problem)

    def of_rejection(self, rejection: RejectedFinding) -> int:
        """Return the paragraph of a rejection, or of its words; one that is found nowhere keeps its number."""
        number = self._numbers.get(rejection.paragraph_number)
        if number is not None and rejection.quote in self._new[number]:
            return number
        if elsewhere := self._elsewhere(rejection.quote):
            return elsewhere[0]
        return rejection.paragraph_number if number is None else number

    def _elsewhere(self, quote: str) -> tuple[int, int] | None:
        """Return paragraph and offset of a quote that occurs once in either document and is long enough."""
        if len(quote.split()) < _FEWEST_WORDS or _times(quote, self._old) != 1 or _times(quote, self._new) != 1:
            return None
        return next((number, text.find(quote)) for number, text in enumerate(self._new) if quote in text)


def _times(quote: str, wholes: Iterable[str]) -> int:
    """Return how often a quote occurs in a decision; overlapping occurrences count once."""
    return sum(text.count(quote) for text in wholes)
