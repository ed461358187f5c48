"""Search entries of decisions: the folded text of each column of the index, from their rows."""

from collections.abc import Iterable

from decisions.models import Decision, Paragraph, Section
from decisions.search.columns import RECITED, Entry, of_paragraph, of_sections
from decisions.search.words import fold


def entries(decisions: Iterable[Decision]) -> list[Entry]:
    """Return the search entries of decisions, from their rows. Two queries."""
    decisions = list(decisions)
    keys = [decision.pk for decision in decisions]
    sections = Section.objects.filter(decision__in=keys).order_by("decision", "position")
    paragraphs = Paragraph.objects.filter(decision__in=keys).order_by("decision", "position")
    sections_of = _grouped(sections.values_list("decision_id", "id", "heading", "level", "lead"))
    paragraphs_of = _grouped(paragraphs.values_list("section_id", "text", "depth", "standard_id"))
    return [_entry(each, sections_of.get(each.pk, []), paragraphs_of) for each in decisions]


def _entry(decision: Decision, sections: list[tuple], paragraphs: dict[int, list[tuple]]) -> Entry:
    """Return the search entry of a decision with these sections in order, and the paragraphs of each section."""
    columns = of_sections((heading, level) for _, heading, level, _ in sections)
    words: dict[str, list[str]] = {column: [] for column in Entry._fields}
    for (key, heading, _, lead), column in zip(sections, columns, strict=True):
        words[column] += filter(None, (heading, lead))
        is_standard = False
        for text, depth, standard in paragraphs.get(key, []):
            is_standard = standard is not None or (is_standard and depth > 0)
            words[of_paragraph(column, is_standard=is_standard)].append(text)
    words[RECITED].append(decision.closing)
    texts = {
        **{column: "\n".join(words[column]) for column in Entry._fields[4:]},
        "council": " ".join(dict.fromkeys(filter(None, [str(decision.council or ""), decision.council_printed]))),
        "reference": decision.reference,
        "summary": decision.summary,
    }
    return Entry(decision.pk, **{column: fold(text) for column, text in texts.items()})


def _grouped(rows: Iterable[tuple]) -> dict[int, list[tuple]]:
    """Return the rows by their first column, without it."""
    found: dict[int, list[tuple]] = {}
    for key, *rest in rows:
        found.setdefault(key, []).append(tuple(rest))
    return found
