"""What a source is: the bytes as they came, the text they hold, and what is known besides."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from decisions.parsing import NOTHING_KNOWN, Known

TEXT, HTML = "txt", "html"


class SourceError(ValueError):
    """A file or record that cannot be read as a source; the message says why and what would help.

    `line` counts from 1; it is None where no one line is to blame.
    """

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.line = line


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
    """A file or record that cannot be read, and why; `line` is None where no one line is to blame."""

    place: str
    reason: str
    line: int | None = None


def printable(path: Path) -> str:
    """A path as it can be stored and printed: what in its name is no UTF-8 becomes “�”."""
    return os.fsencode(path).decode("utf-8", "replace")


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
