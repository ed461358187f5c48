"""What staff change: the one way to edit a decision. The source text is never touched.

Every changed field is recorded with what it was; findings move with their words, and the search
index is right on the next request.
"""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from decisions.ingest.rows import enter_in_search
from decisions.models import Correction, Council, Decision, Finding, Ground, Paragraph, Section

Values = Mapping[str, Any]

FACTS = (
    "council",
    "document_type",
    "category",
    "subcategory",
    "outcome",
    "decision_date",
    "summary",
    "closing",
)
REMOVAL = ("removed_at", "removal_reason")
_SECTION_FIELDS = ("heading", "level", "lead")
_PARAGRAPH_FIELDS = ("label", "text")


class CorrectionError(ValidationError):
    """A correction that would leave a finding without its words; the message names the finding."""


@transaction.atomic
def correct(
    decision: Decision,
    *,
    by: str,
    facts: Values | None = None,
    sections: Mapping[int, Values] | None = None,
    paragraphs: Mapping[int, Values] | None = None,
) -> list[Correction]:
    """Change fields of a decision, of its sections and of its paragraphs (both by primary key).

    `facts` may hold the fields of FACTS and REMOVAL. Returns what was recorded: one correction for each field
    whose value really changed. Raises CorrectionError, and changes nothing, where a finding's words
    would be lost or stand more than once.
    """
    decision = Decision.objects.select_for_update().get(pk=decision.pk)
    record = _Record(decision, by)
    moved = check_findings(
        decision,
        summary=(facts or {}).get("summary"),
        texts={key: values["text"] for key, values in (paragraphs or {}).items() if "text" in values},
    )
    _change_facts(decision, facts or {}, record)
    for section in Section.objects.filter(decision=decision, pk__in=sections or {}):
        _change_row(section, sections[section.pk], _SECTION_FIELDS, f"section {section.position}", record)
    for paragraph in Paragraph.objects.filter(decision=decision, pk__in=paragraphs or {}):
        _change_row(paragraph, paragraphs[paragraph.pk], _PARAGRAPH_FIELDS, f"paragraph {paragraph}", record)
    Finding.objects.bulk_update(moved, ["start", "end"])
    return record.close()


def check_findings(decision: Decision, *, summary: str | None, texts: Mapping[int, str]) -> list[Finding]:
    """The findings, at their new places, whose words a new summary (None: as it is) or new paragraph texts move.

    Raises CorrectionError where a finding's words are gone or stand more than once. Writes nothing.
    """
    findings = list(decision.findings.select_related("ground"))
    rows = list(decision.paragraphs.order_by("position"))
    moved = []
    for number in {finding.paragraph_number for finding in findings}:
        old = _whole(number, decision.summary, rows, {})
        new = _whole(number, decision.summary if summary is None else _lines(summary), rows, texts)
        if old != new:
            moved += [_move(f, old, new) for f in findings if f.paragraph_number == number]
    return moved


def locate(decision: Decision, ground: Ground, number: int, quote: str) -> int:
    """Where a quote stands in paragraph `number` (0: the summary), as an offset into its whole text.

    Raises ValidationError where it does not stand there exactly once, or shows the ground already.
    """
    whole = _stored_whole(decision, number)
    start = _only_place(quote, whole)
    if start is None:
        raise ValidationError(
            f"{_place(number).capitalize()} of {decision} has the words “{quote}” {whole.count(quote)} times. "
            "Quote words that stand there once, exactly as printed."
        )
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
    record = _Record(decision, by)
    record.note(f"ground in {_place(number)}", "", f"{ground.title}: “{quote}”")
    record.close()
    return finding


@transaction.atomic
def remove_finding(finding: Finding, *, by: str) -> None:
    """Strike a finding that is wrong."""
    quote = _stored_whole(finding.decision, finding.paragraph_number)[finding.start : finding.end]
    record = _Record(finding.decision, by)
    record.note(f"ground in {_place(finding.paragraph_number)}", f"{finding.ground.title}: “{quote}”", "")
    finding.delete()
    record.close()


@transaction.atomic
def correct_council(council: Council, *, name: str, kind: str, by: str) -> None:
    """Correct a council's name, on all its decisions, and its kind. Its address stays."""
    council = Council.objects.select_for_update().get(pk=council.pk)
    old, council.name, council.kind = council.name, name, kind
    council.save()
    if old == name:
        return
    for decision in council.decisions.all():
        record = _Record(decision, by)
        record.note("council", old, name)
        record.close()


class _Record:
    """The corrections made to a decision in one go."""

    def __init__(self, decision: Decision, by: str) -> None:
        self._decision, self._by, self._at = decision, by, timezone.now()
        self._corrections: list[Correction] = []

    def note(self, field: str, old: Any, new: Any) -> None:
        texts = {"old": "" if old is None else str(old), "new": "" if new is None else str(new)}
        self._corrections.append(Correction(decision=self._decision, field=field, by=self._by, at=self._at, **texts))

    def close(self) -> list[Correction]:
        """Keep what was noted, and enter the decision in the search index anew."""
        if self._corrections:
            Correction.objects.bulk_create(self._corrections)
            enter_in_search([self._decision])
        return self._corrections


def _change_facts(decision: Decision, facts: Values, record: _Record) -> None:
    for name in FACTS:
        if name in facts and (new := _lines(facts[name])) != (old := getattr(decision, name)):
            setattr(decision, name, new)
            record.note(name.replace("_", " "), old, new)
    removal = {name: facts.get(name, getattr(decision, name)) for name in REMOVAL}
    if any(getattr(decision, name) != value for name, value in removal.items()):
        record.note(Correction.REMOVAL, decision.removal_reason, removal["removal_reason"])
        decision.removed_at, decision.removal_reason = removal["removed_at"], _lines(removal["removal_reason"])
    decision.derive()
    decision.save(
        update_fields=[*FACTS, *REMOVAL, "category_slug", "subcategory_slug", "outcome_slug", "decision_year"]
    )


def _change_row(row: Section | Paragraph, values: Values, fields: tuple[str, ...], name: str, record: _Record) -> None:
    for field in fields:
        if field in values and (new := _lines(values[field])) != (old := getattr(row, field)):
            setattr(row, field, new)
            record.note(name if field == "text" else f"{name}, {field}", old, new)
    row.save(update_fields=fields)


def _lines(value: Any) -> Any:
    """A value from a form, with the line ends that the archive keeps."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def _stored_whole(decision: Decision, number: int) -> str:
    return _whole(number, decision.summary, list(decision.paragraphs.order_by("position")), {})


def _whole(number: int, summary: str, rows: list[Paragraph], texts: Mapping[int, str]) -> str:
    """The whole text of a paragraph (0: the summary), with some rows' texts replaced."""
    if number == 0:
        return summary
    return "\n".join(_lines(texts.get(row.pk, row.text)) for row in rows if row.number == number)


def _move(finding: Finding, old: str, new: str) -> Finding:
    """The finding at the place of its words in the new text."""
    if new[: finding.end] == old[: finding.end]:
        return finding
    quote = old[finding.start : finding.end]
    start = _only_place(quote, new)
    if start is None:
        found = "are gone" if quote not in new else "stand more than once"
        raise CorrectionError(
            f"The finding “{finding.ground}” rests on the words “{quote}” of {_place(finding.paragraph_number)}, which "
            f"{found} in the new text. Keep the words, or delete the finding first."
        )
    finding.start, finding.end = start, start + len(quote)
    return finding


def _only_place(quote: str, whole: str) -> int | None:
    """Where the quote stands in the whole text, if it stands there exactly once."""
    return whole.find(quote) if quote and whole.count(quote) == 1 else None


def _place(number: int) -> str:
    return f"paragraph {number}" if number else "the summary"
