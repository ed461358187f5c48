"""Standard paragraphs: wording that many decisions have almost word for word, found by comparing. No Django here."""

from decisions.standard.groups import FEWEST_BODIES, FEWEST_PAPERS, Group, Grouping
from decisions.standard.known_paragraphs import KNOWN
from decisions.standard.paragraphs import comparable, paper
from decisions.standard.sketches import ALIKE, Sketch, likeness, sketch, sketches

__all__ = [
    "ALIKE",
    "FEWEST_BODIES",
    "FEWEST_PAPERS",
    "KNOWN",
    "Group",
    "Grouping",
    "Sketch",
    "comparable",
    "likeness",
    "paper",
    "sketch",
    "sketches",
]
