"""Staff edits of a decision, carried over into a new text of it: corrections, findings and rejections of findings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from decisions.ingest.classification import Place, Rejection, found_again, machine_findings
from decisions.ingest.correction_log import Record
from decisions.ingest.document_fields import FieldChange, field_map
from decisions.ingest.findings import follow, place_of
from decisions.ingest.merging import Merged, merge
from decisions.ingest.review import Reason, reasons
from decisions.ingest.rows import Reading
from decisions.ingest.stored_documents import documents
from decisions.models import Correction, Decision, Finding, RejectedFinding
from decisions.parsing.document import Document

_FEWEST_WORDS = 4  # of a quote that may be followed into another paragraph


@dataclass
class CarriedOver:
    """A new reading with staff edits merged in, and the rows of staff that go with it.

    `people` are their findings and `rejections` those they rejected, both at their new places; `lost` are their
    findings whose words are gone, and `raised` what they have to review.
    """

    reading: Reading
    keeps_council: bool = False
    people: list[Finding] = field(default_factory=list)
    rejections: list[RejectedFinding] = field(default_factory=list)
    lost: list[Finding] = field(default_factory=list)
    raised: list[Reason] = field(default_factory=list)

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
    changes = [FieldChange(each.field, each.old, each.new) for each in decision.corrections.order_by("at", "pk")]
    people = list(decision.findings.filter(origin=Finding.Origin.PERSON).select_related("ground"))
    rejections = list(decision.rejected_findings.select_related("ground"))
    keeps_council = any(change.field == "council" for change in changes)
    if keeps_council:  # the printed name is stored next to the council that staff chose
        ours = replace(ours, council=decision.council.name if decision.council else None)
    merged = merge(ours, reading.document, changes, {each.paragraph_number for each in (*people, *rejections)})
    carried = CarriedOver(reading, keeps_council)
    relocation = _Relocation(ours, merged)
    relocation.people(people, carried)
    relocation.rejections(rejections, carried)
    spans = {_span(each) for each in carried.people}
    rejected = [rejection_of(each) for each in carried.rejections]
    findings = machine_findings(merged.document, spans, rejected)
    before = set(decision.findings.order_by().values_list("ground__slug", "quote"))
    doubts = [*merged.doubts, *relocation.doubts, *found_again(findings, merged.document, before, rejected)]
    carried.raised = [Reason(None, text) for text in dict.fromkeys(doubts)]
    review = tuple(reasons(merged.document, findings, carried.people))
    document = replace(merged.document, council=reading.document.council)
    carried.reading = replace(reading, document=document, findings=findings, review=review)
    return carried


def rejection_of(row: RejectedFinding) -> Rejection:
    """Return a rejection as plain data, for the classifier."""
    return Rejection(row.ground.slug, row.paragraph_number, row.quote)


def _span(finding: Finding) -> Place:
    return finding.ground.slug, finding.paragraph_number, finding.start, finding.end


class _Relocation:
    """The move of words from the stored document to the merged one."""

    def __init__(self, ours: Document, merged: Merged) -> None:
        self.old, self._new = field_map(ours).wholes(), field_map(merged.document).wholes()
        self._numbers = merged.numbers
        self.doubts: list[str] = []

    def people(self, findings: list[Finding], carried: CarriedOver) -> None:
        """Move staff findings with their words; those whose words are gone or ambiguous are lost."""
        taken: set[Place] = set()
        for finding in findings:
            was = place_of(finding.paragraph_number)
            number, start, how = self._found(finding.paragraph_number, finding.start, finding.end)
            place = (finding.ground.slug, number, start, start + len(finding.quote))
            if how or place in taken:
                how = how or "appear once in the new text, for two such findings"
                carried.lost.append(finding)
                self.doubts.append(
                    f"staff found “{finding.ground.title}” in the words “{finding.quote}” of {was}, which {how}; the "
                    "finding was removed"
                )
                continue
            taken.add(place)
            finding.paragraph_number, finding.start, finding.end = place[1:]
            carried.people.append(finding)

    def rejections(self, rejections: list[RejectedFinding], carried: CarriedOver) -> None:
        """Move rejections with their paragraphs, or with their words; one that is found nowhere keeps its number."""
        for rejection in rejections:
            number = self._numbers.get(rejection.paragraph_number)
            if number is None or rejection.quote not in self._new.get(number, ""):
                elsewhere = self._elsewhere(rejection.quote)
                number = elsewhere[0] if elsewhere else number
            rejection.paragraph_number = rejection.paragraph_number if number is None else number
            carried.rejections.append(rejection)

    def _found(self, number: int, start: int, end: int) -> tuple[int, int, str]:
        """Return paragraph, offset and "" for a span of the old text, or 0, 0 and why its new place is not certain."""
        quote = self.old[number][start:end]
        now = self._numbers.get(number)
        how = "are gone from the new text"
        if now is not None:
            try:
                return now, follow(start, end, self.old[number], self._new[now]), ""
            except LookupError as error:
                how = str(error)
        elsewhere = self._elsewhere(quote)
        return (*elsewhere, "") if elsewhere else (0, 0, how)

    def _elsewhere(self, quote: str) -> tuple[int, int] | None:
        """Return paragraph and offset of a quote that occurs once in either document and is long enough."""
        if len(quote.split()) < _FEWEST_WORDS or _times(quote, self.old) != 1 or _times(quote, self._new) != 1:
            return None
        return next((number, text.find(quote)) for number, text in self._new.items() if quote in text)


def _times(quote: str, wholes: Mapping[int, str]) -> int:
    """Return how often a quote occurs in a decision; overlapping occurrences count once."""
    return sum(text.count(quote) for text in wholes.values())
