"""Findings and their words: findings that people add and strike, and findings that move with a corrected text."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.db import transaction

from decisions.ingest.correction_log import CorrectionError, Record
from decisions.models import Decision, Finding, Ground, Struck, wholes


def locate(decision: Decision, ground: Ground, number: int, quote: str) -> int:
    """Where a quote stands in paragraph `number` (0: the summary), as an offset into its whole text.

    Raises ValidationError where it does not stand there exactly once, or shows the ground already.
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
    """Record that a person found a ground in these words of paragraph `number` (0: the summary).

    Strikes of that ground that share words with it are lifted. Raises ValidationError as `locate` does.
    """
    start = locate(decision, ground, number, quote)
    whole = _stored_text(decision, number)
    for rejection in decision.strikes.filter(ground=ground, paragraph_number=number):
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
    """Strike a finding that is wrong. One of the machine's stays struck: its words show the ground no more."""
    record = Record(finding.decision, by)
    record.note(f"ground in {place_of(finding.paragraph_number)}", f"{finding.ground.title}: “{finding.quote}”", "")
    corrections = record.close()
    if finding.origin == Finding.Origin.MACHINE:
        Struck.objects.create(
            decision=finding.decision,
            ground=finding.ground,
            paragraph_number=finding.paragraph_number,
            quote=finding.quote,
            by=by,
            at=corrections[0].at,
        )
    finding.delete()


def shares_words(start: int, end: int, quote: str, whole: str) -> bool:
    """Whether a span of a whole text has words in common with a quote that stands in it, wherever it does."""
    at = whole.find(quote, max(0, start - len(quote) + 1)) if quote else -1
    return 0 <= at < end


def moved(findings: Iterable[Finding], old: Mapping[int, str], new: Mapping[int, str]) -> list[Finding]:
    """The findings whose paragraphs have another whole text (by number), at the new places of their words.

    Raises CorrectionError where it is not certain which words those are. Writes nothing.
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

    An update would go through them one by one, and stop where one takes the place that another is about to leave.
    """
    Finding.objects.filter(pk__in=[finding.pk for finding in findings]).delete()
    Finding.objects.bulk_create(findings)


def follow(start: int, end: int, old: str, new: str) -> int:
    """Where the words of a span of an old text stand in a new one: before the change, behind it, or once in either.

    Raises LookupError where that is not certain; its text says how.
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
    """How a paragraph, or with 0 the summary, is called in words."""
    return f"paragraph {number}" if number else "the summary"
