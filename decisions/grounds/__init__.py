"""Rejection grounds: from a parsed decision to the reasons it gives, each with the words that show it.

`classify` is the only entry point. No Django here.
"""

from decisions.grounds.catalogue import CATALOGUE
from decisions.grounds.engine import classify
from decisions.grounds.ground import CHOICE, FAMILIES, LAW, STATED, SUPPORTING, Finding, Ground

__all__ = ["CATALOGUE", "CHOICE", "FAMILIES", "LAW", "STATED", "SUPPORTING", "Finding", "Ground", "classify"]
