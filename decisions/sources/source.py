"""What a source is: the bytes as they came, the text they hold, and what is known besides."""

import hashlib
from dataclasses import dataclass

from decisions.parsing import NOTHING_KNOWN, Known

TEXT, HTML = "txt", "html"


class SourceError(ValueError):
    """A file or record that cannot be read as a source; the message says why and what would help."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source text: where it came from, its bytes, their format and encoding, the text they hold, what is known.

    `came_from` is an address or the path of a file; `place` names file and record for a person.
    """

    came_from: str
    place: str
    data: bytes
    format: str
    encoding: str
    text: str
    known: Known = NOTHING_KNOWN

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return digest(self.data)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file or record that cannot be read, and why."""

    place: str
    reason: str


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
