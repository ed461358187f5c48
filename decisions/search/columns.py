"""The columns of the search index, and which of them the words of a section belong to. Pure.

What people complained about and what the Ombudsman said can be searched separately (`complaint:`, `assessment:`,
`final:`). Recited law, which nearly every decision has, counts little.
"""

from collections.abc import Iterable
from typing import NamedTuple

from decisions.parsing.section_parts import Part, Recital, section_parts

COMPLAINT, ASSESSMENT, FINAL, RECITED = "complaint", "assessment", "final", "recited"

WEIGHTS = {
    "council": 10.0,
    "reference": 10.0,
    "summary": 6.0,
    COMPLAINT: 2.0,
    ASSESSMENT: 3.0,
    FINAL: 3.0,
    RECITED: 0.2,
}
"""Every column in its order, with the BM25 weight of a word in it."""

_COLUMNS = {
    Part.COMPLAINT: COMPLAINT,
    Part.STANDARD: RECITED,
    Part.ASSESSMENT: ASSESSMENT,
    Part.REMEDY: FINAL,
    Part.FINAL: FINAL,
    Part.OTHER: ASSESSMENT,
}


class Entry(NamedTuple):
    """The texts of one decision in the search index, by column."""

    decision_id: int
    council: str = ""
    reference: str = ""
    summary: str = ""
    complaint: str = ""
    assessment: str = ""
    final: str = ""
    recited: str = ""


def of_sections(sections: Iterable[tuple[str, int]]) -> list[str]:
    """Return the column of each section, given as heading and level, in order.

    Law that is recited belongs to a column of its own, text under headings that are not recognised to the assessment.
    """
    return [RECITED if recital is Recital.LAW else _COLUMNS[part] for part, recital in section_parts(sections)]


def of_paragraph(section_column: str, *, is_standard: bool = False) -> str:
    """Return the column of a paragraph in a section of this column.

    A standard paragraph, with its items, is recited wherever it is.
    """
    return RECITED if is_standard else section_column
