"""The mentions of a decision as plain data.

Every mention has a span: half-open offsets in Unicode characters into `document.whole(paragraph)`; paragraph 0
is the summary.
"""

from dataclasses import dataclass

CASE = "case"
"""The kind of a judgment of a court or tribunal."""


@dataclass(frozen=True, slots=True)
class Signpost:
    """Words that send people to a place instead: its slug, and its title in plain words."""

    place: str
    title: str
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision of law, as cited.

    act: the Act, Regulations or convention as printed, None where the words do not name it; the case as printed.
    kind: `section`, `schedule`, `paragraph`, `regulation`, `article`, `part`, `chapter` or `rule`; for a law cited
    as a whole `act`, `regulations`, `order`, `rules` or `convention`; `case` for a judgment.
    number: as printed, "" for a law cited as a whole and for a case.
    normalised: the number in one spelling (`24A(6)`, `34B`, `26-34`, `5 paragraph 5A`), None if in doubt; of a case,
    its neutral citation (`[2014] EWCA Civ 1407`), None if none is printed.
    """

    act: str | None
    kind: str
    number: str
    normalised: str | None
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ParagraphReference:
    """Words that refer to paragraphs of this decision, all of which exist."""

    numbers: tuple[int, ...]
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DecisionReference:
    """Words that name another decision, with its reference in the printed form, `22 015 753`."""

    reference: str
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that a decision mentions, each kind in the order of the text."""

    signposts: tuple[Signpost, ...] = ()
    provisions: tuple[Provision, ...] = ()
    paragraph_references: tuple[ParagraphReference, ...] = ()
    decision_references: tuple[DecisionReference, ...] = ()
