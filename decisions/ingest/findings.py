"""Findings: those of the rules, those that staff add or reject, and their moves with their words into another text."""

from collections import namedtuple
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from django.core.exceptions import ValidationError
from django.db import transaction

from decisions.grounds import CATALOGUE, classify
from decisions.grounds import Finding as FoundGround
from decisions.ingest import bulk_rows
from decisions.ingest.correction_log import CorrectionError, Record
from decisions.models import Decision, Finding, Ground, RejectedFinding, wholes
from decisions.parsing.document import Document

_NewFinding = namedtuple("_NewFinding", bulk_rows.columns_of(Finding)[1:])  # the database gives the key


def machine_findings(
    document: Document, people: Iterable[Finding], rejections: Collection[RejectedFinding]
) -> tuple[FoundGround, ...]:
    """Return what the rules find, best first, without what staff rejected or found themselves in the same words."""
    taken = {_span(as_found(each)) for each in people}
    return tuple(
        found
        for found in classify(document)
        if _span(found) not in taken and not _is_rejected(found, document, rejections)
    )


def as_found(row: Finding) -> FoundGround:
    """Return a finding as the rules give one."""
    return FoundGround(row.ground.slug, row.strength, row.paragraph_number, row.start, row.end)


def _span(found: FoundGround) -> tuple[str, int, int, int]:
    return found.ground, found.paragraph, found.start, found.end


def _is_rejected(found: FoundGround, document: Document, rejections: Collection[RejectedFinding]) -> bool:
    return any(
        (each.ground.slug, each.paragraph_number) == (found.ground, found.paragraph)
        and _shares_words(found.start, found.end, each.quote, document.whole(found.paragraph))
        for each in rejections
    )


def found_again(
    findings: Iterable[FoundGround],
    document: Document,
    before: Collection[tuple[str, str]],
    rejections: Iterable[RejectedFinding],
) -> list[str]:
    """Return a doubt for each rejected ground that is found in words not found `before` (pairs of ground, quote)."""
    rejected = {each.ground.slug: each for each in rejections}
    doubts = []
    for found in findings:
        rejection, quote = rejected.get(found.ground), quote_of(found, document)
        if rejection and (found.ground, quote) not in before:
            doubts.append(
                f"staff rejected “{CATALOGUE[found.ground].title}” in the words “{rejection.quote}” of "
                f"{place_of(rejection.paragraph_number)}; it was found again in the words “{quote}” of "
                f"{place_of(found.paragraph)}"
            )
    return doubts


def quote_of(found: FoundGround, document: Document) -> str:
    """Return the words of a finding."""
    return document.whole(found.paragraph)[found.start : found.end]


def enter_findings(found: Iterable[tuple[Decision, Document, Iterable[FoundGround]]]) -> None:
    """Insert the automatic findings of decisions, best first."""
    grounds = dict(Ground.objects.values_list("slug", "pk"))
    rows = (
        _NewFinding(
            decision_id=decision.pk,
            ground_id=grounds[each.ground],
            paragraph_number=each.paragraph,
            start=each.start,
            end=each.end,
            quote=quote_of(each, document),
            strength=each.strength,
            origin=Finding.Origin.MACHINE.value,
            position=position,
        )
        for decision, document, findings in found
        for position, each in enumerate(findings)
    )
    bulk_rows.insert(Finding, _NewFinding._fields, rows)


def locate(decision: Decision, ground: Ground, number: int, quote: str) -> int:
    """Return the offset of a quote in the whole text of paragraph `number` (0: the summary).

    Raises ValidationError where it does not occur there exactly once, or already shows the ground.
    """
    whole = _stored_text(decision, number)
    if not _occurs_once(quote, whole):
        raise ValidationError(
            f"{place_of(number).capitalize()} of {decision} has the words “{quote}” {whole.count(quote)} times. "
            "Quote words that appear there once, exactly as printed."
        )
    start = whole.find(quote)
    if decision.findings.filter(ground=ground, paragraph_number=number, start=start, end=start + len(quote)).exists():
        raise ValidationError(f"These words of {decision} already show “{ground}”.")
    return start


@transaction.atomic
def add_finding(decision: Decision, ground: Ground, number: int, quote: str, strength: str, *, by: str) -> Finding:
    """Add the finding of a person: these words of paragraph `number` (0: the summary) show a ground.

    Earlier rejections of that ground that share words with it are deleted. Raises ValidationError as `locate` does.
    """
    start = locate(decision, ground, number, quote)
    whole = _stored_text(decision, number)
    for rejection in decision.rejected_findings.filter(ground=ground, paragraph_number=number):
        if _shares_words(start, start + len(quote), rejection.quote, whole):
            rejection.delete()
    finding = Finding.objects.create(
        decision=decision,
        ground=ground,
        paragraph_number=number,
        start=start,
        end=start + len(quote),
        quote=quote,
        strength=strength,
        origin=Finding.Origin.PERSON,
        position=decision.findings.count(),
    )
    record = Record(decision, by)
    record.note(f"ground in {place_of(number)}", "", f"{ground.title}: “{quote}”")
    record.close()
    return finding


@transaction.atomic
def remove_finding(finding: Finding, *, by: str) -> None:
    """Delete a wrong finding. An automatic one is kept as rejected, so that its words never show the ground again."""
    record = Record(finding.decision, by)
    record.note(f"ground in {place_of(finding.paragraph_number)}", f"{finding.ground.title}: “{finding.quote}”", "")
    corrections = record.close()
    if finding.origin == Finding.Origin.MACHINE:
        RejectedFinding.objects.create(
            decision=finding.decision,
            ground=finding.ground,
            paragraph_number=finding.paragraph_number,
            quote=finding.quote,
            by=by,
            at=corrections[0].at,
        )
    finding.delete()


def _shares_words(start: int, end: int, quote: str, whole: str) -> bool:
    """Return whether the span overlaps an occurrence of a quote in the whole text."""
    at = whole.find(quote, max(0, start - len(quote) + 1)) if quote else -1
    return 0 <= at < end


def moved(findings: Iterable[Finding], old: Mapping[int, str], new: Mapping[int, str]) -> list[Finding]:
    """Return the findings in paragraphs whose whole text changed, at the new places of their words.

    `old` and `new` are whole texts by paragraph number. Raises CorrectionError where the new place of the words is not
    certain. Writes nothing.
    """

    def followed(finding: Finding) -> tuple[int, int, str]:
        number = finding.paragraph_number
        return number, *follow(finding.start, finding.end, old.get(number, ""), new.get(number, ""))

    changed = [each for each in findings if old.get(each.paragraph_number) != new.get(each.paragraph_number)]
    for finding, problem in relocate(changed, followed):
        if problem:
            raise CorrectionError(
                f"The finding “{finding.ground}” rests on the words “{finding.quote}” of "
                f"{place_of(finding.paragraph_number)}, which {problem}. Keep the words, or delete the finding first."
            )
    return changed


def relocate(
    findings: Iterable[Finding], locate: Callable[[Finding], tuple[int, int, str]]
) -> Iterator[tuple[Finding, str]]:
    """Move findings to their new places, and yield each with ""; or unmoved, with why its place is not certain.

    `locate` returns paragraph, offset and "", or two numbers and why. Writes nothing.
    """
    taken = set()
    for finding in findings:
        number, start, problem = locate(finding)
        place = (number, start, start + finding.end - finding.start)
        if not problem and (finding.ground_id, place) in taken:
            problem = "appear once in the new text, for two such findings"
        if not problem:
            taken.add((finding.ground_id, place))
            finding.paragraph_number, finding.start, finding.end = place
        yield finding, problem


def store_moved(findings: list[Finding]) -> None:
    """Write findings at their new places.

    They are deleted and inserted, as an update goes row by row, and would break the unique constraint where a finding
    takes the place that another has yet to leave.
    """
    Finding.objects.filter(pk__in=[finding.pk for finding in findings]).delete()
    Finding.objects.bulk_create(findings)


def follow(start: int, end: int, old: str, new: str) -> tuple[int, str]:
    """Return the new offset of a span, and "": before the change, after it, or where its words occur only once.

    Where that is not certain, return 0 and why.
    """
    quote = old[start:end]
    if new.startswith(old[:end]):
        return start, ""
    if new.endswith(old[start:]):
        return start + len(new) - len(old), ""
    if _occurs_once(quote, old) and _occurs_once(quote, new):
        return new.find(quote), ""
    return 0, "appear more than once in the old text or the new" if quote in new else "are gone from the new text"


def _occurs_once(quote: str, whole: str) -> bool:
    return bool(quote) and whole.find(quote) >= 0 and whole.find(quote) == whole.rfind(quote)


def _stored_text(decision: Decision, number: int) -> str:
    return wholes(decision.summary, decision.paragraphs.order_by("position")).get(number, "")


def place_of(number: int) -> str:
    """Return a paragraph, or with 0 the summary, in words."""
    return f"paragraph {number}" if number else "the summary"
