"""The places that a decision can send people to instead."""

from decisions.mentions.places.authorities import AUTHORITIES
from decisions.mentions.places.nearby import NEARBY
from decisions.mentions.places.ombudsmen import OMBUDSMEN
from decisions.mentions.places.place import Place
from decisions.mentions.places.tribunals import TRIBUNALS

__all__ = ["PLACES", "Place"]

PLACES: dict[str, Place] = {place.slug: place for place in (*OMBUDSMEN, *TRIBUNALS, *AUTHORITIES, *NEARBY)}
"""The places by slug."""
