"""Standard paragraphs: wording that many decisions share almost word for word, found by comparing them.

No Django here.
"""

from decisions.standard.groups import MIN_BODIES, MIN_DOCUMENTS, Group, Grouping
from decisions.standard.known_paragraphs import KNOWN
from decisions.standard.paragraphs import comparable, document_key
from decisions.standard.sketches import ALIKE, Sketch, likeness, sketch, sketches

__all__ = [
    "ALIKE",
    "KNOWN",
    "MIN_BODIES",
    "MIN_DOCUMENTS",
    "Group",
    "Grouping",
    "Sketch",
    "comparable",
    "document_key",
    "likeness",
    "sketch",
    "sketches",
]
