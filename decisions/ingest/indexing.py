"""Rows → search index: what stands in each column for a decision, and entering again what was changed elsewhere."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F

from decisions.models import Decision, Paragraph, Revision, Section
from decisions.search import Entry, backend
from decisions.search.columns import RECITED, of_paragraph, of_sections

_BATCH = 200  # decisions entered again in one transaction


def entry(decision: Decision, sections: Iterable[Section], paragraphs: Iterable[Paragraph]) -> Entry:
    """What the search index has of a decision with these sections and paragraphs, which are in order."""
    sections = list(sections)
    columns = of_sections((section.heading, section.level) for section in sections)
    words: dict[str, list[str]] = {column: [] for column in Entry._fields}
    of_section: dict[int, list[Paragraph]] = {}
    for paragraph in paragraphs:
        of_section.setdefault(paragraph.section_id, []).append(paragraph)
    for section, column in zip(sections, columns, strict=True):
        words[column] += filter(None, (section.heading, section.lead))
        is_standard = False
        for paragraph in of_section.get(section.id, []):
            is_standard = paragraph.standard_id is not None or (is_standard and paragraph.depth > 0)
            words[of_paragraph(column, is_standard=is_standard)].append(paragraph.text)
    words[RECITED].append(decision.closing)
    return Entry(
        decision.pk,
        council=" ".join(dict.fromkeys(filter(None, [str(decision.council or ""), decision.council_printed]))),
        reference=decision.reference,
        summary=decision.summary,
        **{column: "\n".join(words[column]) for column in Entry._fields[4:]},
    )


def index_decisions(decisions: Iterable[Decision]) -> None:
    """Enter decisions in the search index from their rows. Two queries besides the index's own."""
    decisions = list(decisions)
    sections, paragraphs = (
        _by_decision(rows.objects.filter(decision__in=[each.pk for each in decisions]).order_by("decision", "position"))
        for rows in (Section, Paragraph)
    )
    backend().index(entry(each, sections.get(each.pk, []), paragraphs.get(each.pk, [])) for each in decisions)


def _by_decision(rows: Iterable) -> dict[int, list]:
    found: dict[int, list] = {}
    for row in rows:
        found.setdefault(row.decision_id, []).append(row)
    return found


def index_pending(most: int | None = None) -> int:
    """Enter again the decisions that were changed past `ingest`, so many at most; returns how many were.

    A batch is a transaction, so that it can be stopped at any moment and goes on where it was. Where nothing was
    changed it takes one query.
    """
    entered = 0
    while most is None or entered < most:
        wanted = _BATCH if most is None else min(_BATCH, most - entered)
        if not backend().pending(wanted):
            break
        with transaction.atomic():
            # What was found before is found no longer, or more is. First, since who has this row has the list too.
            Revision.objects.update(value=F("value") + 1)
            ids = backend().pending(wanted)
            index_decisions(Decision.objects.without_source().select_related("council").filter(pk__in=ids))
            backend().mark_indexed(ids)  # those that are no more have nothing to enter
        if not ids:  # somebody else has entered them meanwhile
            break
        entered += len(ids)
    return entered


def repair_search_index() -> None:
    """Put the search index right after a migration, if it stands: its triggers, and every entry that is missing."""
    if backend().is_there():
        backend().repair()
        index_pending()
