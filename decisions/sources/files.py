"""Files, folders and archives, opened one at a time, so that memory does not grow with the input."""

import gzip
import lzma
import os
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from decisions.sources.encodings import decode, text_in
from decisions.sources.page import plain_text
from decisions.sources.records import read_record
from decisions.sources.source import HTML, TEXT, Source, SourceError, Unreadable, printable

_LARGEST = 20 * 1024 * 1024  # bytes of one text or record; the longest report has a fiftieth of them

_UNPACKING_ERRORS = (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError)

Reader = Callable[[IO[bytes], str], Iterator[Source | Unreadable]]


@dataclass(frozen=True, slots=True)
class SourceFiles:
    """The files to read, and how many others in the folders are skipped because of their suffix."""

    files: list[Path]
    skipped: int


def find(paths: Iterable[Path]) -> SourceFiles:
    """Return the files to read: each file named, and those with a known suffix in and below each folder, by name.

    Raises OSError for a path that does not exist or cannot be opened, SourceError for a folder without a source.
    """
    files: list[Path] = []
    skipped = 0
    for path in paths:
        if not path.is_dir():
            path.stat()
            files.append(path)
            continue
        below = sorted(_below(path))
        known = [file for file in below if _suffix(file.name)]
        if not known:
            raise SourceError(f"{printable(path)}: the folder has no file that ends in {', '.join(SUFFIXES)}")
        files += known
        skipped += len(below) - len(known)
    return SourceFiles(files, skipped)


def _below(folder: Path) -> Iterator[Path]:
    """Yield every file in and below a folder. Raises OSError for a folder that cannot be opened."""

    def stop(error: OSError) -> None:
        raise error

    for parent, _, names in os.walk(folder, onerror=stop):
        yield from (file for file in (Path(parent, name) for name in names) if file.is_file())


def read(path: Path) -> Iterator[Source | Unreadable]:
    """Yield every source in a file, and every file or record in it that cannot be read, whatever the error."""
    place = printable(path)
    reader = _READERS.get(_suffix(path.name))
    if reader is None:
        found = Path(place).suffix or "a file without an ending"
        yield Unreadable(place, f"expected a file that ends in {', '.join(SUFFIXES)}, found {found}")
        return
    yield from _read_opened(partial(path.open, "rb"), reader, place)


def _read_opened(opened: Callable[[], IO[bytes]], reader: Reader, place: str) -> Iterator[Source | Unreadable]:
    """Yield the sources; an error ends them and is yielded in their place, so that the next file is still read."""
    try:
        with opened() as file:
            yield from reader(file, place)
    except Exception as error:
        yield _unreadable(error, place)


def _unreadable(error: Exception, place: str, line: int | None = None) -> Unreadable:
    """Return what an error made unreadable. A MemoryError is raised again: it is not the fault of the file."""
    if isinstance(error, MemoryError):
        raise error
    if isinstance(error, SourceError):
        return Unreadable(place, str(error), error.line or line)
    if isinstance(error, _UNPACKING_ERRORS):
        return Unreadable(place, f"cannot be unpacked: {error}", line)
    if isinstance(error, OSError):
        return Unreadable(place, f"cannot be opened: {error.strerror or error}", line)
    return Unreadable(place, f"cannot be read: {type(error).__name__}: {error}", line)


def text_of(data: bytes, form: str, encoding: str) -> str:
    """Return the text of bytes of a known format and encoding, the same as when they were first read.

    Raises SourceError for a page that cannot be read, and ValueError for bytes that are not in the encoding.
    """
    return plain_text(text_in(data, encoding), form)


def _suffix(name: str) -> str:
    return next((suffix for suffix in SUFFIXES if name.lower().endswith(suffix)), "")


def _read_whole(file: IO[bytes], place: str, form: str) -> Iterator[Source | Unreadable]:
    data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise SourceError(f"is larger than {_LARGEST} bytes; no decision is")
    encoding, text = decode(data, form)
    yield Source(place, place, data, form, encoding, plain_text(text, form))


def _read_records(file: IO[bytes], place: str) -> Iterator[Source | Unreadable]:
    for number, line in enumerate(iter(partial(file.readline, _LARGEST + 1), b""), start=1):
        if len(line) > _LARGEST:
            raise SourceError(f"is longer than {_LARGEST} bytes; no decision is", number)
        if not line.strip():
            continue
        try:
            source = read_record(line, f"{place}, line {number}")
        except Exception as error:
            yield _unreadable(error, place, number)
        else:
            yield source


def _read_packed_records(file: IO[bytes], place: str) -> Iterator[Source | Unreadable]:
    with gzip.open(file) as unpacked:
        yield from _read_records(unpacked, place)


def _read_archive(file: IO[bytes], place: str) -> Iterator[Source | Unreadable]:
    with zipfile.ZipFile(file) as archive:
        for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
            reader = _READERS.get(_suffix(entry.filename))
            if entry.is_dir() or reader in (None, _read_archive):
                continue
            where = f"{place}/{entry.filename}"
            yield from _read_opened(partial(archive.open, entry), reader, where)


_READERS: dict[str, Reader] = {
    ".txt": partial(_read_whole, form=TEXT),
    ".html": partial(_read_whole, form=HTML),
    ".htm": partial(_read_whole, form=HTML),
    ".jsonl": _read_records,
    ".jsonl.gz": _read_packed_records,
    ".zip": _read_archive,
}
SUFFIXES = tuple(_READERS)
