"""The role of each section: in which parts of a decision the Ombudsman gives reasons.

The summary and the Final decision state them; the assessment supports them. Everywhere else the
decision retells the complaint or recites tests that were not applied. The headings are those of the
Ombudsman's template, and free ones as seen in real decisions.
"""

import re
from collections.abc import Iterator
from enum import IntEnum

from decisions.grounds.passages import Passage
from decisions.grounds.patterns import fold
from decisions.parsing.document import Document, Section


class SectionRole(IntEnum):
    """Which of the parts that give reasons a text belongs to, in the order of strength as evidence."""

    FINAL = 0
    SUMMARY = 1
    ASSESSMENT = 2


_FINAL = re.compile(r"(the |my |our |draft |provisional )*(final decision\b|decision$)")
_ASSESSMENT = re.compile(
    r"(my |our |the )?(initial )?(assessment|analysis|consideration|findings?|conclusions?|reasons?)"
    r"( and [\w ]{1,30})?$"
    r"|analysis\b|what (i|we) found\b"
    r"|[\w' ]{0,60} (have|had|did|was|were) (and have )?(not )?investigated?\b"
)
_RECITAL = re.compile(
    r"(the |relevant |other |general |key |applicable )*"
    r"(background|law|legal|legislation|legislative|guidance|polic(y|ies)|statutory|procedures?|chronology"
    r"|key (facts|events)|what happened|events|council's (role|policy|procedure))\b"
    r"|.*\b(law|legislation|guidance|framework|background|polic(y|ies)|procedures?|process|regulations"
    r"|code of practice)$"
)
_FAULT = re.compile(r"\b(fail(ed|ure)?|did|does|was|were|has|had|have|not|refus(ed|al)|delay(ed)?|ignored|wrongly)\b")


def passages(document: Document) -> Iterator[tuple[SectionRole, Passage]]:
    """Yield every passage in which the decision gives reasons, with its role, in the order of the text."""
    if document.summary:
        yield SectionRole.SUMMARY, Passage(0, document.summary)
    for role, section in _roles(document.sections):
        if role is not None:
            yield from ((role, Passage(paragraph.number, paragraph.whole)) for paragraph in section.paragraphs)


def _roles(sections: tuple[Section, ...]) -> Iterator[tuple[SectionRole | None, Section]]:
    """Yield each section with its role, or None. A sub-heading inherits the role of the usual heading above it."""
    inherited: SectionRole | None = None if any(section.heading for section in sections) else SectionRole.ASSESSMENT
    for section in sections:
        heading = fold(section.heading or "").strip()
        role = _role_of(heading)
        if role is not None or (heading and section.level == 1):
            inherited = role
        yield (None if _recites(heading) else inherited), section


def _role_of(heading: str) -> SectionRole | None:
    """Return the role that a usual heading gives its section, or None."""
    if _FINAL.match(heading):
        return SectionRole.FINAL
    return SectionRole.ASSESSMENT if _ASSESSMENT.match(heading) else None


def _recites(heading: str) -> bool:
    """Whether a heading announces law, guidance, procedure or history, and says nothing of what was done wrong."""
    return bool(_RECITAL.match(heading)) and not _FAULT.search(heading) and len(heading.split()) <= 8
