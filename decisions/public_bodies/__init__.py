"""From printed names to bodies: which names mean one council, how it was reorganised, and the kind of a body.

It needs no database: `councils.toml` lists the principal councils of England and those that no longer exist.
Where it is in doubt, two names are two bodies.
"""

from decisions.public_bodies.identity import Body, body_of
from decisions.public_bodies.kinds import kind_of
from decisions.public_bodies.register import Reorganisation

__all__ = ["Body", "Reorganisation", "body_of", "kind_of"]
