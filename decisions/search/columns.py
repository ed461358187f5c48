"""The columns of the search index, and which of them the words of a section belong to. Pure.

What people complained about and what the Ombudsman said can be searched separately (`complaint:`, `assessment:`,
`final:`). Recited law, which nearly every decision has, counts little.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from decisions.parsing.lines import fold

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

_LAW = (
    r"(?:law|legal|legislati(?:on|ve)|statut(?:e|es|ory)|guidance|polic(?:y|ies)|regulations?|framework"
    r"|code of practice)"
)
_ALWAYS = (
    (FINAL, re.compile(r"(?:the |my |our |draft |provisional )*(?:final decision\b|decision$)")),
    (FINAL, re.compile(r"(?:the |my |our )?(?:agreed (?:action|remedy)|recommend(?:ation|ed action)|further report)")),
    (RECITED, re.compile(r"the ombudsm[ae]n'?s'? (?:role|powers|jurisdiction)\b")),
    (RECITED, re.compile(r"how (?:i|we) (?:have )?considered\b|investigation$|what (?:i|we) (?:considered|did)$")),
    (COMPLAINT, re.compile(r"(?:the |his |her |their )?complain(?:t|ts|ed)\b(?! procedure| handling| process)")),
    (ASSESSMENT, re.compile(r"(?:my |our |the )?(?:initial )?(?:assessment|analysis|findings?|conclusions?)\b")),
    (ASSESSMENT, re.compile(r"what (?:i|we) found\b|what (?:i|we) (?:have|did)\b.{0,40}\binvestigated?$")),
)
_RECITAL = re.compile(
    rf"(?:the |relevant |other |general |key |applicable |background[ :,]*(?:and )?)*{_LAW}\b|.*\b{_LAW}$"
)
_NARRATIVE = re.compile(r"\b(?:fail|did|does|was|were|has|had|have|not|refus|delay|ignored|wrong|unlawful)")
_LONGEST_RECITAL = 8  # words of a heading that announces law; a longer heading is a sentence


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

    A sub-heading takes the column of the heading above it, unless it announces law. Text under headings that are
    not recognised belongs to the assessment.
    """
    found = []
    inherited = ASSESSMENT
    for heading, level in sections:
        named, announces_law = _of_heading(heading)
        if level == 1:
            inherited = named or ASSESSMENT
        elif named not in (None, COMPLAINT):  # below the assessment, “Complaint (b)” heads what was found about it
            inherited = named
        found.append(RECITED if named is None and announces_law else inherited)
    return found


def of_paragraph(section_column: str, *, is_standard: bool = False) -> str:
    """Return the column of a paragraph in a section of this column.

    A standard paragraph, with its items, is recited wherever it is.
    """
    return RECITED if is_standard else section_column


@lru_cache(maxsize=5_000)
def _of_heading(heading: str) -> tuple[str | None, bool]:
    """Return the column that a heading names, and whether it announces law. Cached, since headings recur."""
    plain = fold(heading).strip()
    named = next((column for column, pattern in _ALWAYS if pattern.match(plain)), None)
    return named, _announces_law(plain)


def _announces_law(heading: str) -> bool:
    recital = _RECITAL.match(heading) is not None and _NARRATIVE.search(heading) is None
    return recital and len(heading.split()) <= _LONGEST_RECITAL
