"""Findings and their words: findings that staff add or reject, and findings that move with a corrected text."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.db import transaction

from decisions.ingest.correction_log import CorrectionError, Record
from decisions.models import Decision, Finding, Ground, RejectedFinding, wholes


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
        if shares_words(start, start + len(quote), rejection.quote, whole):
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


def shares_words(start: int, end: int, quote: str, whole: str) -> bool:
    """Return whether the span overlaps an occurrence of a quote in the whole text."""
    at = whole.find(quote, max(0, start - len(quote) + 1)) if quote else -1
    return 0 <= at < end


def moved(findings: Iterable[Finding], old: Mapping[int, str], new: Mapping[int, str]) -> list[Finding]:
    """Return the findings in paragraphs whose whole text changed, at the new places of their words.

    `old` and `new` are whole texts by paragraph number. Raises CorrectionError where the new place of the words is not
    certain. Writes nothing.
    """
    changed = [each for each in findings if old.get(each.paragraph_number) != new.get(each.paragraph_number)]
    taken = set()
    for finding in changed:
        _move(finding, old.get(finding.paragraph_number, ""), new.get(finding.paragraph_number, ""))
        place = (finding.ground_id, finding.paragraph_number, finding.start, finding.end)
        if place in taken:
            raise _lost(finding, "appear once in the new text, for two such findings")
        taken.add(place)
    return changed


def store_moved(findings: list[Finding]) -> None:
    """Write findings at their new places.

    They are deleted and inserted, as an update goes row by row, and would break the unique constraint where a finding
    takes the place that another has yet to leave.
    """
    Finding.objects.filter(pk__in=[finding.pk for finding in findings]).delete()
    Finding.objects.bulk_create(findings)


def follow(start: int, end: int, old: str, new: str) -> int:
    """Return the new offset of a span of an old text: before the change, after it, or where its words occur only once.

    Raises LookupError where that is not certain, with the reason as its text.
    """
    quote = old[start:end]
    if new.startswith(old[:end]):
        return start
    if new.endswith(old[start:]):
        return start + len(new) - len(old)
    if _occurs_once(quote, old) and _occurs_once(quote, new):
        return new.find(quote)
    if quote not in new:
        raise LookupError("are gone from the new text")
    raise LookupError("appear more than once in the old text or the new")


def _move(finding: Finding, old: str, new: str) -> None:
    try:
        start = follow(finding.start, finding.end, old, new)
    except LookupError as error:
        raise _lost(finding, str(error)) from error
    finding.start, finding.end = start, start + finding.end - finding.start


def _lost(finding: Finding, how: str) -> CorrectionError:
    return CorrectionError(
        f"The finding “{finding.ground}” rests on the words “{finding.quote}” of "
        f"{place_of(finding.paragraph_number)}, which {how}. Keep the words, or delete the finding first."
    )


def _occurs_once(quote: str, whole: str) -> bool:
    return bool(quote) and whole.find(quote) >= 0 and whole.find(quote) == whole.rfind(quote)


def _stored_text(decision: Decision, number: int) -> str:
    return wholes(decision.summary, decision.paragraphs.order_by("position")).get(number, "")


def place_of(number: int) -> str:
    """Return a paragraph, or with 0 the summary, in words."""
    return f"paragraph {number}" if number else "the summary"
