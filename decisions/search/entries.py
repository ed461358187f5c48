"""Search entries of decisions: the text of each column of the index, from their rows."""

from collections.abc import Iterable

from decisions.models import Decision, Paragraph, Section
from decisions.search.columns import RECITED, Entry, of_paragraph, of_sections


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


def entries(decisions: Iterable[Decision]) -> list[Entry]:
    """Return the search entries of decisions, from their rows. Two queries."""
    decisions = list(decisions)
    sections, paragraphs = (
        _by_decision(rows.objects.filter(decision__in=[each.pk for each in decisions]).order_by("decision", "position"))
        for rows in (Section, Paragraph)
    )
    return [entry(each, sections.get(each.pk, []), paragraphs.get(each.pk, [])) for each in decisions]


def _by_decision(rows: Iterable) -> dict[int, list]:
    found: dict[int, list] = {}
    for row in rows:
        found.setdefault(row.decision_id, []).append(row)
    return found
