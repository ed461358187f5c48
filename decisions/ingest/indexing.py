"""Indexing for search: the text of each column of a decision, and decisions that were changed by other programs."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F

from decisions.models import Decision, Paragraph, Revision, Section
from decisions.search import Entry, backend
from decisions.search.columns import RECITED, of_paragraph, of_sections

_BATCH = 200  # decisions indexed in one transaction


def entry(decision: Decision, sections: Iterable[Section], paragraphs: Iterable[Paragraph]) -> Entry:
    """Return the search entry of a decision with these sections and paragraphs, both in order."""
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
    """Index decisions from their rows. Two queries, and those of the index."""
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
    """Index decisions that were changed without `ingest`, at most `most` of them; return how many.

    Each batch is a transaction: it can be stopped at any moment, and continues from there when called again. Where
    nothing was changed it takes one query.
    """
    entered = 0
    while most is None or entered < most:
        wanted = _BATCH if most is None else min(_BATCH, most - entered)
        if not backend().pending(wanted):
            break
        with transaction.atomic():
            # Invalidates cached pages. First, as its row lock keeps other processes from the pending decisions.
            Revision.objects.update(value=F("value") + 1)
            ids = backend().pending(wanted)
            index_decisions(Decision.objects.without_source().select_related("council").filter(pk__in=ids))
            backend().mark_indexed(ids)  # deleted decisions too: they have nothing to index
        if not ids:  # another process has indexed them in the meantime
            break
        entered += len(ids)
    return entered


def repair_search_index() -> None:
    """Restore the triggers and the missing entries of the search index after a migration, if the index exists."""
    if backend().is_installed():
        backend().repair()
        index_pending()
