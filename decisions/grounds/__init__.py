"""Rejection grounds: from a parsed decision to the reasons it gives, each with the words that show it.

No Django here. `classify` is the only door.
"""

from functools import cache

from decisions.grounds.catalogue import CATALOGUE
from decisions.grounds.engine import Engine
from decisions.grounds.ground import CHOICE, FAMILIES, LAW, STATED, SUPPORTING, Finding, Ground
from decisions.parsing.document import Document

__all__ = ["CATALOGUE", "CHOICE", "FAMILIES", "LAW", "STATED", "SUPPORTING", "Finding", "Ground", "classify"]


@cache
def _engine() -> Engine:
    """The engine over the whole catalogue: made by whoever classifies first. Those who only read need not hold it."""
    return Engine(CATALOGUE)


def classify(document: Document) -> tuple[Finding, ...]:
    """Every span of the document that shows a rejection ground, best first; empty if it shows none. Never raises."""
    return _engine().find(document)
