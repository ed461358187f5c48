"""The phrases of a ground: which words show it, and when they count.

The phrase language, which `patterns.py` compiles:

    not enough evidence      these words, with any white space between them
    (find|finding) fault     one of several
    [significant] injustice  a word, or several, that may be missing
    complaints?              a last letter that may be missing
    mr * has                 any one word
    unlikely ... fault       a gap of up to six words, commas or not, never past the end of a sentence or a "because"

Upper and lower case, and curly and straight quotes, are the same. A phrase begins and ends at the edge of a word.

A plain string in `Ground.phrases` counts wherever the Ombudsman gives reasons. The functions below make phrases
that count elsewhere, or only under a condition: `hint("(too late|late|time limit)")`.
"""

from dataclasses import dataclass
from enum import Enum, auto


class PhraseKind(Enum):
    """When a phrase counts. The function of the same name explains each kind; REASON is that of a plain string."""

    REASON = auto()
    GENERAL_RULE = auto()
    SHARED = auto()
    ALTERNATIVE_REMEDY = auto()
    NARRATIVE = auto()
    TOPIC = auto()
    HINT = auto()
    FALLBACK = auto()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that show a ground, in the phrase language, and when they count."""

    text: str
    kind: PhraseKind = PhraseKind.REASON


def general_rule(text: str) -> Phrase:
    """Return a phrase that is a reason even where it is worded as a general rule ("we do not usually …")."""
    return Phrase(text, PhraseKind.GENERAL_RULE)


def shared(text: str) -> Phrase:
    """Return a phrase that several grounds share, since it names a right of appeal but not the body that hears it.

    It goes to the ground whose `appeal_bodies`, or failing these whose `appeal_topics`, are named nearest.
    """
    return Phrase(text, PhraseKind.SHARED)


def alternative_remedy(text: str) -> Phrase:
    """Return a phrase that names a remedy open to the complainant.

    It counts where the remedy is given as the reason, or where this sentence or the next finds it reasonable to use.
    """
    return Phrase(text, PhraseKind.ALTERNATIVE_REMEDY)


def narrative(text: str) -> Phrase:
    """Return a phrase about what happened: a reason in the summary and the Final decision, ignored elsewhere."""
    return Phrase(text, PhraseKind.NARRATIVE)


def topic(text: str) -> Phrase:
    """Return a topic that shows the ground where the decision says only that the law does not allow an investigation.

    It counts in the summary and the Final decision, if the topics of no other ground are there, and makes the finding a
    guess.
    """
    return Phrase(text, PhraseKind.TOPIC)


def hint(text: str) -> Phrase:
    """Return a phrase that counts only where nothing else shows a ground, and makes the finding a guess.

    It has to be in a reason, in the summary or the Final decision of a decision that refuses an investigation.
    """
    return Phrase(text, PhraseKind.HINT)


def fallback(text: str) -> Phrase:
    """Return a phrase that counts only where a decision shows no other ground at all, and makes the finding a guess."""
    return Phrase(text, PhraseKind.FALLBACK)
