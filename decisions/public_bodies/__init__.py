"""Printed names → bodies: which names mean one council, which council was reorganised into another, what sort it is.

Needs no database: what it knows stands in `register` (the principal councils of England) and in
`reorganised` (those that are no more). Where it is not sure, it leaves two names apart.
"""

from decisions.public_bodies.identity import Body, body_of
from decisions.public_bodies.kinds import kind_of
from decisions.public_bodies.reorganised import Reorganisation

__all__ = ["Body", "Reorganisation", "body_of", "kind_of"]
