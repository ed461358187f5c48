"""Rejection grounds: from a parsed decision to the reasons it gives, each with the words that show it.

`classify` is the only entry point. No Django here.
"""

from functools import cache

from decisions.grounds.catalogue import CATALOGUE
from decisions.grounds.engine import Engine
from decisions.grounds.ground import CHOICE, FAMILIES, LAW, STATED, SUPPORTING, Finding, Ground
from decisions.parsing.document import Document

__all__ = ["CATALOGUE", "CHOICE", "FAMILIES", "LAW", "STATED", "SUPPORTING", "Finding", "Ground", "classify"]


@cache
def _engine() -> Engine:
    """Return the engine over the whole catalogue, made on first use: a process that only serves pages has none."""
    return Engine(CATALOGUE)


def classify(document: Document) -> tuple[Finding, ...]:
    """Return every span of the document that shows a rejection ground, best first; empty if none does. Never raises."""
    return _engine().find(document)
