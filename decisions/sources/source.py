"""A source: the bytes as they came, their text, and the facts known from elsewhere."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from decisions.parsing import NOTHING_KNOWN, Known

TEXT, HTML = "txt", "html"


class SourceError(ValueError):
    """A file or record that cannot be read as a source; the message says why and what would help.

    `line` counts from 1; it is None if the error is not in one line.
    """

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.line = line


@dataclass(frozen=True, slots=True)
class Source:
    """A source text: its bytes, their format (`TEXT` or `HTML`) and encoding, their text, and known facts.

    `came_from` is an address or the path of a file; `place` names the file and record in messages.
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
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Unread:
    """A file or record that is not read, and why; `line` is None if it is not for one line."""

    place: str
    reason: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.place}{f', line {self.line}' if self.line else ''}: {self.reason}"


class Unreadable(Unread):
    """A file or record that cannot be read or imported."""


class PassedOver(Unread):
    """A file that is not a source, or has none in it."""


def printable(path: Path) -> str:
    """Return a path as it can be stored and printed: bytes that are not UTF-8 become “�”."""
    return os.fsencode(path).decode("utf-8", "replace")
