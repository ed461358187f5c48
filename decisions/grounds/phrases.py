"""The phrases of a ground: which words show it, and when they count.

The phrase language, which `patterns.py` compiles:

    not enough evidence      these words, with any white space between them
    (find|finding) fault     one of several
    [significant] injustice  a word, or several, that may be missing
    complaints?              a last letter that may be missing
    mr * has                 any one word
    unlikely ... fault       a gap of up to six words, commas or not, never past the end of a sentence or a "because"

Upper and lower case, and curly and straight quotes, are the same. A phrase begins and ends at the edge of a word.

A plain string in `Ground.phrases` counts wherever the Ombudsman gives reasons. The functions at the end make phrases
that count elsewhere, or only under a condition, as `PhraseKind` explains: `hint("(too late|late|time limit)")`.
"""

from dataclasses import dataclass
from enum import Enum, auto
from functools import partial


class PhraseKind(Enum):
    """When a phrase counts. For each kind but REASON there is a function of its name, in lower case."""

    REASON = auto()
    """A plain string."""
    GENERAL_RULE = auto()
    """A reason even where it is worded as a general rule ("we do not usually …")."""
    SHARED = auto()
    """A phrase that several grounds share, since it names a right of appeal but not the body that hears it.

    It goes to the ground whose `appeal_bodies`, or failing these whose `appeal_topics`, are named nearest.
    """
    ALTERNATIVE_REMEDY = auto()
    """Names a remedy open to the complainant.

    It counts where the remedy is given as the reason, or where this sentence or the next finds it reasonable to use.
    """
    NARRATIVE = auto()
    """What happened: a reason in the summary and the Final decision, ignored elsewhere."""
    TOPIC = auto()
    """Shows the ground where the decision says only that the law does not allow an investigation.

    It counts in the summary and the Final decision, if the topics of no other ground are there, and makes the finding a
    guess.
    """
    HINT = auto()
    """Counts only where nothing else shows a ground, and makes the finding a guess.

    It has to be in a reason, in the summary or the Final decision of a decision that refuses an investigation.
    """
    FALLBACK = auto()
    """Counts only where a decision shows no other ground at all, and makes the finding a guess."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that show a ground, in the phrase language, and when they count."""

    text: str
    kind: PhraseKind = PhraseKind.REASON


general_rule = partial(Phrase, kind=PhraseKind.GENERAL_RULE)
shared = partial(Phrase, kind=PhraseKind.SHARED)
alternative_remedy = partial(Phrase, kind=PhraseKind.ALTERNATIVE_REMEDY)
narrative = partial(Phrase, kind=PhraseKind.NARRATIVE)
topic = partial(Phrase, kind=PhraseKind.TOPIC)
hint = partial(Phrase, kind=PhraseKind.HINT)
fallback = partial(Phrase, kind=PhraseKind.FALLBACK)
