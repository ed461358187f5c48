"""Files, folders and archives, opened one at a time, so that memory does not grow with the input."""

import gzip
import lzma
import os
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO

from decisions.sources.encodings import decode, text_in
from decisions.sources.page import plain_text
from decisions.sources.records import read_record
from decisions.sources.source import HTML, TEXT, PassedOver, Source, SourceError, Unread, Unreadable, printable

_LARGEST = 20 * 1024 * 1024  # bytes of one text or record; the longest report has a fiftieth of them
_DEEPEST = 2  # archives around an archive
_MOST_NESTED = 1024 * 1024 * 1024  # bytes of all archives in one file, unpacked one at a time
_MOST_IN_MEMORY = 1024 * 1024  # bytes of an archive in an archive; a larger one is unpacked to a temporary file

_UNPACKING_ERRORS = (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError)

Contents = Iterator[Source | Unread]
Reader = Callable[[IO[bytes], str], Contents]


@dataclass(frozen=True, slots=True)
class SourceFiles:
    """The files to read, and the others in the folders."""

    files: list[Path]
    passed_over: list[PassedOver]


def find(paths: Iterable[Path]) -> SourceFiles:
    """Return the files to read: each file named, and those that look like sources in and below each folder, by name.

    Raises OSError for a path that does not exist or cannot be opened, SourceError for a folder without a source.
    """
    files: list[Path] = []
    passed_over: list[PassedOver] = []
    for path in paths:
        if not path.is_dir():
            path.stat()
            files.append(path)
            continue
        before = len(files)
        for file in sorted(_below(path)):
            if why := _no_source(str(file.relative_to(path)), is_file=file.is_file()):
                passed_over.append(PassedOver(printable(file), why))
            else:
                files.append(file)
        if len(files) == before:
            raise SourceError(f"{printable(path)}: the folder has no file that ends in {', '.join(SUFFIXES)}")
    return SourceFiles(files, passed_over)


def _below(folder: Path) -> Iterator[Path]:
    """Yield what is in and below a folder but the folders in it; links to folders are not followed.

    Raises OSError for a folder that cannot be opened.
    """

    def stop(error: OSError) -> None:
        raise error

    for parent, folders, names in os.walk(folder, onerror=stop):
        links = (name for name in folders if Path(parent, name).is_symlink())
        yield from (Path(parent, name) for name in chain(names, links))


def _no_source(name: str, *, is_file: bool = True) -> str | None:
    """Return why a file found in a folder or an archive is no source; None for one to read."""
    parts = re.split(r"[/\\]", name)
    if any(part == "__MACOSX" or part.startswith("._") for part in parts) or parts[-1] == ".DS_Store":
        return "is a file that macOS adds"
    if not is_file:
        return "is not a file"
    return None if _suffix(name) else f"does not end in {', '.join(SUFFIXES)}"


def read(path: Path) -> Contents:
    """Yield every source in a file, and every file or record in it that is not read, whatever the error."""
    place = printable(path)
    if _suffix(path.name) and (why := _no_source(path.name)):
        yield PassedOver(place, why)
        return
    reader = _READERS.get(_suffix(path.name))
    if reader is None:
        found = Path(place).suffix or "a file without an ending"
        yield Unreadable(place, f"expected a file that ends in {', '.join(SUFFIXES)}, found {found}")
        return
    yield from _read_opened(partial(path.open, "rb"), reader, place)


def _read_opened(opened: Callable[[], IO[bytes]], reader: Reader, place: str) -> Contents:
    """Yield the sources; an error ends them and is yielded in their place, so that the next file is still read."""
    is_empty = True
    try:
        with opened() as file:
            for each in reader(file, place):
                is_empty = False
                yield each
    except Exception as error:
        yield _unreadable(error, place)
    else:
        if is_empty:
            yield PassedOver(place, "has nothing in it")


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


def _read_whole(file: IO[bytes], place: str, form: str) -> Contents:
    data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise SourceError(f"is larger than {_LARGEST} bytes; no decision is")
    encoding, text = decode(data, form)
    yield Source(place, place, data, form, encoding, plain_text(text, form))


def _read_records(file: IO[bytes], place: str) -> Contents:
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


def _read_packed_records(file: IO[bytes], place: str) -> Contents:
    with gzip.open(file) as unpacked:
        yield from _read_records(unpacked, place)


def _read_archive(file: IO[bytes], place: str, depth: int = 0, left: list[int] | None = None) -> Contents:
    """Yield what is in an archive, itself in `depth` others; `left` is how many bytes those in it may have in all."""
    left = left or [_MOST_NESTED]
    with zipfile.ZipFile(file) as archive:
        for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
            where = f"{place}/{entry.filename}"
            if entry.is_dir():
                continue
            if why := _no_source(entry.filename):
                yield PassedOver(where, why)
                continue
            reader = _READERS[_suffix(entry.filename)]
            reader = partial(_read_nested, depth=depth + 1, left=left) if reader is _read_archive else reader
            yield from _read_opened(partial(archive.open, entry), reader, where)


def _read_nested(file: IO[bytes], place: str, depth: int, left: list[int]) -> Contents:
    if depth > _DEEPEST:
        raise SourceError(f"is in more than {_DEEPEST} archives; unpack the outer ones first")
    with SpooledTemporaryFile(_MOST_IN_MEMORY) as unpacked:
        while chunk := file.read(_MOST_IN_MEMORY):
            left[0] -= len(chunk)
            if left[0] < 0:
                raise SourceError("is too large, with the archives before it; unpack the outer one first")
            unpacked.write(chunk)
        yield from _read_archive(unpacked, place, depth, left)


_READERS: dict[str, Reader] = {
    ".txt": partial(_read_whole, form=TEXT),
    ".html": partial(_read_whole, form=HTML),
    ".htm": partial(_read_whole, form=HTML),
    ".jsonl": _read_records,
    ".jsonl.gz": _read_packed_records,
    ".zip": _read_archive,
}
SUFFIXES = tuple(_READERS)
