"""Corrections by staff: the only way to edit a decision. The source text is never changed.

Every changed field is logged with its old value, findings move with their words, and the search index is up to date on
the next request.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max

from decisions.ingest import findings
from decisions.ingest.correction_log import CorrectionError, Record, unix
from decisions.ingest.derived_data import refresh_derived_data
from decisions.ingest.document_rows import FIELDS, field_in_words
from decisions.models import Correction, Decision, Finding, Paragraph, Section, wholes
from decisions.models.decision import NEEDS_DATE, NEEDS_REASON
from decisions.parsing.document import FACTS

Values = Mapping[str, Any]

REMOVAL = ("removed_at", "removal_reason")


def version(decision: Decision) -> str:
    """Return a text that differs once staff or an import change the decision, or new rules give it other grounds.

    A form carries it as a hidden field, so that no one overwrites a change they have not seen. It stays the same where
    new rules only move a ground to better words: findings follow their words, whatever is saved.
    """
    newest = decision.corrections.aggregate(newest=Max("pk"))["newest"]
    grounds = sorted(set(decision.findings.order_by().values_list("ground", flat=True)))
    return f"{decision.imported_at:%Y%m%dT%H%M%S.%f}-{newest or 0}-{'.'.join(map(str, grounds))}"


@transaction.atomic
def correct(
    decision: Decision,
    *,
    by: str,
    facts: Values | None = None,
    sections: Mapping[int, Values] | None = None,
    paragraphs: Mapping[int, Values] | None = None,
    seen: str | None = None,
) -> list[Correction]:
    """Change fields of a decision, of its sections and of its paragraphs (both by primary key).

    `facts` may have the fields of FACTS and REMOVAL. Returns one correction for each field whose value really
    changed. Raises CorrectionError as `check` does, and then changes nothing.
    """
    decision = Decision.objects.select_for_update().get(pk=decision.pk)
    moved = check(decision, facts=facts, paragraphs=paragraphs, seen=seen)
    record = Record(decision, by)
    _change_facts(decision, facts or {}, record)
    for kind, model, given in (("section", Section, sections), ("paragraph", Paragraph, paragraphs)):
        for row in model.objects.filter(decision=decision, pk__in=given or {}):
            _change_fields(row, FIELDS[kind], given[row.pk], record)
            row.save(update_fields=FIELDS[kind])
    findings.store_moved(moved)
    recorded = record.close()
    if recorded:
        refresh_derived_data([decision])
    return recorded


def check(
    decision: Decision,
    *,
    facts: Values | None = None,
    paragraphs: Mapping[int, Values] | None = None,
    seen: str | None = None,
) -> list[Finding]:
    """Check that a change, or a part of it, can be made; return the findings that it moves, at their new places.

    Raises CorrectionError where the decision is no longer as `seen` (its `version` when somebody began to edit),
    where a removal lacks its date or its reason, where a numbered paragraph would get a label, and where the words of
    a finding would be lost. Writes nothing.
    """
    if seen is not None and seen != version(decision):
        raise CorrectionError(
            "Someone has changed this decision since you opened it. Nothing was saved; what you typed is still "
            "here. Open the decision again in another window, see what was changed, and make your changes there."
        )
    if facts:
        _check_removal(decision, facts)
    rows = list(decision.paragraphs.order_by("position"))
    old = wholes(decision.summary, rows)
    for row in rows:
        values = (paragraphs or {}).get(row.pk, {})
        if row.depth == 0 and values.get("label"):
            raise CorrectionError(
                f"Paragraph {row.number} has a number, so it cannot have the label “{values['label']}”: labels are for "
                "the items inside a paragraph. Empty its label."
            )
        row.text = unix(values.get("text", row.text))
    new = wholes(unix((facts or {}).get("summary", decision.summary)), rows)
    return findings.moved(decision.findings.select_related("ground"), old, new)


def _check_removal(decision: Decision, facts: Values) -> None:
    """Raise CorrectionError, at the field that is empty, unless date and reason are both given or both empty."""
    values = {name: facts.get(name, getattr(decision, name)) for name in REMOVAL}
    if values["removed_at"] and not values["removal_reason"]:
        raise CorrectionError({"removal_reason": NEEDS_REASON})
    if values["removal_reason"] and not values["removed_at"]:
        raise CorrectionError({"removed_at": NEEDS_DATE})


def _change_facts(decision: Decision, facts: Values, record: Record) -> None:
    _change_fields(decision, FACTS, facts, record)
    removal = {name: facts.get(name, getattr(decision, name)) for name in REMOVAL}
    if any(getattr(decision, name) != value for name, value in removal.items()):
        record.note(Correction.REMOVAL, decision.removal_reason, removal["removal_reason"])
        decision.removed_at, decision.removal_reason = removal["removed_at"], unix(removal["removal_reason"])
    decision.derive()
    decision.save(
        update_fields=[*FACTS, *REMOVAL, "category_slug", "subcategory_slug", "outcome_slug", "decision_year"]
    )


def _change_fields(row: Decision | Section | Paragraph, names: Iterable[str], values: Values, record: Record) -> None:
    """Set the fields of a row to what is given for them, and note what really changed."""
    called = {name: field_in_words(row, name) for name in names}  # by its old label
    for name, field in called.items():
        if name in values and (new := unix(values[name])) != (old := getattr(row, name)):
            setattr(row, name, new)
            record.note(field, old, new)
