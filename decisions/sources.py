"""Files → source texts: found in folders, read whole, decoded.

A source keeps the bytes as they came; the text decoded from them is what the parser reads.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

FORMAT = "txt"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class SourceError(ValueError):
    """A file that cannot be read as a source text; the message says why and what would help."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source text: where it came from, its bytes, their format and encoding, and the text they hold."""

    came_from: str
    data: bytes
    format: str
    encoding: str
    text: str

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return digest(self.data)


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def find(paths: Iterable[Path]) -> Iterator[Path]:
    """The files to read: each file named, and the `.txt` files in and below each folder, by name.

    Raises FileNotFoundError for a path that does not exist, and SourceError for a folder that holds no text.
    """
    for path in paths:
        if not path.is_dir():
            path.stat()
            yield path
            continue
        files = sorted(file for file in path.rglob(f"*.{FORMAT}") if file.is_file())
        if not files:
            raise SourceError(f"{path}: the folder holds no .{FORMAT} file")
        yield from files


def read(path: Path) -> Source:
    """The source text in a file.

    Raises SourceError for a file that is not `.txt`, cannot be opened, or is in no encoding known here.
    """
    if path.suffix.lower() != f".{FORMAT}":
        raise SourceError(f"expected a .{FORMAT} file, found {path.suffix or 'a file without an ending'}")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(f"cannot be opened: {error.strerror}") from error
    encoding, text = decode(data)
    return Source(str(path), data, FORMAT, encoding, text)


def decode(data: bytes) -> tuple[str, str]:
    """The encoding of some bytes (UTF-8 with or without its mark, else Windows-1252), and their text.

    Raises SourceError where they are neither.
    """
    if data.startswith(_UTF16):
        raise SourceError("is in UTF-16; save it as UTF-8")
    try:
        return "utf-8", data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return "windows-1252", data.decode("windows-1252")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise SourceError(
            f"line {line}: the byte 0x{data[error.start]:02x} is neither UTF-8 nor Windows-1252; save it as UTF-8"
        ) from error
