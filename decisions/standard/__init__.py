"""Standard paragraphs: wording that many decisions share almost word for word, found by comparing them.

No Django here.
"""

from decisions.standard.groups import KNOWN, Group, Grouping
from decisions.standard.paragraphs import comparable, document_key
from decisions.standard.sketches import ALIKE, Sketch, likeness, sketch

__all__ = ["ALIKE", "KNOWN", "Group", "Grouping", "Sketch", "comparable", "document_key", "likeness", "sketch"]
