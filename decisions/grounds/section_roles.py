"""The role of each section: in which parts of a decision the Ombudsman gives reasons.

The summary and the Final decision state them; the assessment supports them. Everywhere else the
decision retells the complaint or recites tests that were not applied.
"""

from collections.abc import Iterator
from enum import IntEnum

from decisions.grounds.passages import Passage
from decisions.parsing.document import Document
from decisions.parsing.section_parts import Part, section_parts


class SectionRole(IntEnum):
    """Which of the parts that give reasons a text belongs to, in the order of strength as evidence."""

    FINAL = 0
    SUMMARY = 1
    ASSESSMENT = 2


_ROLES = {Part.FINAL: SectionRole.FINAL, Part.ASSESSMENT: SectionRole.ASSESSMENT}


def passages(document: Document) -> Iterator[tuple[SectionRole, Passage]]:
    """Yield every passage in which the decision gives reasons, with its role, in the order of the text."""
    if document.summary:
        yield SectionRole.SUMMARY, Passage(0, document.summary)
    headings = [(section.heading or "", section.level) for section in document.sections]
    for section, (part, recital) in zip(document.sections, section_parts(headings), strict=True):
        if recital is None and part in _ROLES:
            yield from ((_ROLES[part], Passage(each.number, each.whole)) for each in section.paragraphs)
