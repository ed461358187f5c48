"""Findings and their words: findings that people add and strike, and findings that move with a corrected text."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.db import transaction

from decisions.ingest.recording import CorrectionError, Record
from decisions.models import Decision, Finding, Ground, wholes


def locate(decision: Decision, ground: Ground, number: int, quote: str) -> int:
    """Where a quote stands in paragraph `number` (0: the summary), as an offset into its whole text.

    Raises ValidationError where it does not stand there exactly once, or shows the ground already.
    """
    whole = _stored_whole(decision, number)
    if not _stands_once(quote, whole):
        raise ValidationError(
            f"{_place(number).capitalize()} of {decision} has the words “{quote}” {whole.count(quote)} times. "
            "Quote words that stand there once, exactly as printed."
        )
    start = whole.find(quote)
    if decision.findings.filter(ground=ground, paragraph_number=number, start=start, end=start + len(quote)).exists():
        raise ValidationError(f"These words of {decision} show “{ground}” already.")
    return start


@transaction.atomic
def add_finding(decision: Decision, ground: Ground, number: int, quote: str, strength: str, *, by: str) -> Finding:
    """Record that a person found a ground in these words of paragraph `number` (0: the summary).

    Raises ValidationError as `locate` does.
    """
    start = locate(decision, ground, number, quote)
    finding = Finding.objects.create(
        decision=decision,
        ground=ground,
        paragraph_number=number,
        start=start,
        end=start + len(quote),
        strength=strength,
        origin=Finding.Origin.PERSON,
        position=decision.findings.count(),
    )
    record = Record(decision, by)
    record.note(f"ground in {_place(number)}", "", f"{ground.title}: “{quote}”")
    record.close()
    return finding


@transaction.atomic
def remove_finding(finding: Finding, *, by: str) -> None:
    """Strike a finding that is wrong."""
    quote = _stored_whole(finding.decision, finding.paragraph_number)[finding.start : finding.end]
    record = Record(finding.decision, by)
    record.note(f"ground in {_place(finding.paragraph_number)}", f"{finding.ground.title}: “{quote}”", "")
    finding.delete()
    record.close()


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
            quote = new[finding.paragraph_number][finding.start : finding.end]
            raise _lost(finding, quote, "stand once in the new text, for two such findings")
        taken.add(place)
    return changed


def store_moved(findings: list[Finding]) -> None:
    """Write findings at their new places.

    An update would go through them one by one, and stop where one takes the place that another is about to leave.
    """
    Finding.objects.filter(pk__in=[finding.pk for finding in findings]).delete()
    Finding.objects.bulk_create(findings)


def _move(finding: Finding, old: str, new: str) -> None:
    """Put the finding where its words are: before the change, behind it, or where they stand once in either text."""
    quote = old[finding.start : finding.end]
    if new.startswith(old[: finding.end]):
        return
    if new.endswith(old[finding.start :]):
        start = finding.start + len(new) - len(old)
    elif _stands_once(quote, old) and _stands_once(quote, new):
        start = new.find(quote)
    elif quote not in new:
        raise _lost(finding, quote, "are gone from the new text")
    else:
        raise _lost(finding, quote, "stand more than once in the old text or the new")
    finding.start, finding.end = start, start + len(quote)


def _lost(finding: Finding, quote: str, how: str) -> CorrectionError:
    return CorrectionError(
        f"The finding “{finding.ground}” rests on the words “{quote}” of {_place(finding.paragraph_number)}, which "
        f"{how}. Keep the words, or delete the finding first."
    )


def _stands_once(quote: str, whole: str) -> bool:
    return bool(quote) and whole.find(quote) >= 0 and whole.find(quote) == whole.rfind(quote)


def _stored_whole(decision: Decision, number: int) -> str:
    return wholes(decision.summary, decision.paragraphs.order_by("position")).get(number, "")


def _place(number: int) -> str:
    return f"paragraph {number}" if number else "the summary"
