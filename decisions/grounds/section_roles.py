"""Where to look: the parts of a decision in which the Ombudsman gives reasons.

The summary and the Final decision state them; the assessment supports them. Everywhere else the
decision retells the complaint or recites tests that were not applied. The headings are those of the
Ombudsman's template, and free ones as seen in real decisions.
"""

import re
from collections.abc import Iterator
from enum import IntEnum

from decisions.grounds.passages import Passage
from decisions.grounds.phrases import fold
from decisions.parsing.document import Document, Section


class SectionRole(IntEnum):
    """A part of a decision that gives reasons, the best evidence first."""

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
_TOLD = re.compile(r"\b(fail(ed|ure)?|did|does|was|were|has|had|have|not|refus(ed|al)|delay(ed)?|ignored|wrongly)\b")


def passages(document: Document) -> Iterator[tuple[SectionRole, Passage]]:
    """Every passage in which the decision gives reasons, in the order of the text."""
    if document.summary:
        yield SectionRole.SUMMARY, Passage(0, document.summary)
    for room, section in _rooms(document.sections):
        if room is not None:
            yield from ((room, Passage(paragraph.number, paragraph.whole)) for paragraph in section.paragraphs)


def _rooms(sections: tuple[Section, ...]) -> Iterator[tuple[SectionRole | None, Section]]:
    """Each section with its room, or None. A sub-heading inherits the room of the usual heading above it."""
    inherited: SectionRole | None = None if any(section.heading for section in sections) else SectionRole.ASSESSMENT
    for section in sections:
        heading = fold(section.heading or "").strip()
        named = _named(heading)
        if named is not None or (heading and section.level == 1):
            inherited = named
        yield (None if _recites(heading) else inherited), section


def _named(heading: str) -> SectionRole | None:
    """The room a usual heading opens, or None."""
    if _FINAL.match(heading):
        return SectionRole.FINAL
    return SectionRole.ASSESSMENT if _ASSESSMENT.match(heading) else None


def _recites(heading: str) -> bool:
    """Whether a heading announces law, guidance, procedure or history, rather than telling what was done wrong."""
    return bool(_RECITAL.match(heading)) and not _TOLD.search(heading) and len(heading.split()) <= 8
