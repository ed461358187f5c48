"""Which part of a decision each section is, by its heading. Pure.

Grounds are looked for where the Ombudsman gives reasons, and the search keeps apart what people complained about and
what the Ombudsman said. The headings are those of the Ombudsman's template, and free ones as seen in real decisions.
"""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from decisions.parsing.lines import fold


class Part(Enum):
    """A part of a decision. STANDARD: the Ombudsman's powers, and how the complaint was considered."""

    COMPLAINT = "complaint"
    STANDARD = "standard"
    ASSESSMENT = "assessment"
    REMEDY = "remedy"
    FINAL = "final"
    OTHER = "other"


class Recital(Enum):
    """What a section recites, which says nothing of what was done wrong."""

    LAW = "law"
    HISTORY = "history"


class SectionPart(NamedTuple):
    """The part of a decision that a section belongs to, and what it recites, if anything."""

    part: Part
    recital: Recital | None


_LAW = (
    r"(?:law|legal|legislati(?:on|ve)|statut(?:e|es|ory)|guidance|polic(?:y|ies)|regulations?|framework"
    r"|code of practice)"
)
_BEFORE = r"(?:the |relevant |other |general |key |applicable |background[ :,]*(?:and )?)*"
_RECITALS = (
    (Recital.LAW, re.compile(rf"{_BEFORE}{_LAW}\b|.*\b{_LAW}$")),
    (
        Recital.HISTORY,
        re.compile(
            rf"{_BEFORE}(?:background|procedures?|chronology|key (?:facts|events)|what happened|events"
            r"|council's (?:role|policy|procedure))\b|.*\b(?:background|procedures?|process)$"
        ),
    ),
)
_WRONG = re.compile(
    r"\b(?:fail(?:ed|s|ure|ing)?|did|does|was|were|has|had|have|not|refus(?:ed?|al)|delay(?:ed|s)?|ignored|wrong(?:ly)?"
    r"|unlawful(?:ly)?)\b"
)
_LONGEST_RECITAL = 8  # words of a heading that announces a recital; a longer heading is a sentence
_OUR = "(?:the |my |our )?"
_PARTS = (
    (Part.FINAL, re.compile(r"(?:the |my |our |draft |provisional )*(?:final decision\b|decision$)")),
    (Part.REMEDY, re.compile(rf"{_OUR}(?:agreed (?:action|remedy)|recommend(?:ation|ed action)|further report)")),
    (
        Part.STANDARD,
        re.compile(
            r"the ombudsm[ae]n'?s'? (?:role|powers|jurisdiction)\b"
            r"|how (?:i|we) (?:have )?considered\b|investigation$|what (?:i|we) (?:considered|did)$"
        ),
    ),
    (Part.COMPLAINT, re.compile(r"(?:the |his |her |their )?complain(?:t|ts|ed)\b(?! procedure| handling| process)")),
    (
        Part.ASSESSMENT,
        re.compile(
            rf"{_OUR}(?:initial )?(?:assessment|analysis|consideration|findings?|conclusions?|reasons?)"
            r"(?: and [\w ]{1,30})?$|analysis\b|what (?:i|we) found\b"
            r"|[\w' ]{0,60} (?:have|had|did|was|were) (?:and have )?(?:not )?investigated?\b"
        ),
    ),
)


_CONCLUDING = (Part.ASSESSMENT, Part.REMEDY, Part.FINAL)


def section_parts(sections: Iterable[tuple[str, int]]) -> Iterator[SectionPart]:
    """Yield the part of each section, given as heading and level, in order.

    A sub-heading belongs to the part of the heading above it, unless it names a part in which the Ombudsman concludes:
    below the assessment, “Complaint (b)” heads what was found about it, and “The Ombudsman’s jurisdiction” why it was
    not looked into. A text without any heading is all assessment.
    """
    sections = list(sections)
    part = Part.OTHER if any(heading for heading, _ in sections) else Part.ASSESSMENT
    for heading, level in sections:
        named, recital = _of_heading(heading)
        if level == 1 and heading:
            part = named or Part.OTHER
        elif named in _CONCLUDING:
            part = named
        yield SectionPart(part, recital)


@lru_cache(maxsize=5_000)
def _of_heading(heading: str) -> tuple[Part | None, Recital | None]:
    """Return the part that a heading names, and the recital that it announces. Cached, since headings recur."""
    plain = fold(heading).strip()
    named = next((part for part, pattern in _PARTS if pattern.match(plain)), None)
    recital = next((recital for recital, pattern in _RECITALS if pattern.match(plain)), None)
    is_recital = not _WRONG.search(plain) and len(plain.split()) <= _LONGEST_RECITAL
    return named, recital if is_recital else None
