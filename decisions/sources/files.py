"""Files, folders and archives of these, opened one at a time: memory stays flat however large the input."""

import gzip
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

from decisions.sources.decoding import decode
from decisions.sources.page import page_text
from decisions.sources.records import read_record
from decisions.sources.source import HTML, TEXT, Source, SourceError, Unreadable

SUFFIXES = (".txt", ".html", ".htm", ".jsonl", ".jsonl.gz", ".zip")
_LARGEST = 20 * 1024 * 1024  # bytes of one text or record; the longest report is a fiftieth of it

Reader = Callable[[IO[bytes], str], Iterator[Source | Unreadable]]


def find(paths: Iterable[Path]) -> Iterator[Path]:
    """The files to read: each file named, and those of a known ending in and below each folder, by name.

    Raises FileNotFoundError for a path that does not exist, and SourceError for a folder that holds no source.
    """
    for path in paths:
        if not path.is_dir():
            path.stat()
            yield path
            continue
        files = sorted(file for file in path.rglob("*") if file.is_file() and _ending(file.name))
        if not files:
            raise SourceError(f"{path}: the folder holds no file that ends in {', '.join(SUFFIXES)}")
        yield from files


def read(path: Path) -> Iterator[Source | Unreadable]:
    """Every source in a file, and every file or record in it that cannot be read."""
    reader = _READERS.get(_ending(path.name))
    if reader is None:
        found = path.suffix or "a file without an ending"
        yield Unreadable(str(path), f"expected a file that ends in {', '.join(SUFFIXES)}, found {found}")
        return
    try:
        with path.open("rb") as file:
            yield from reader(file, str(path))
    except OSError as error:
        yield Unreadable(str(path), f"cannot be opened: {error.strerror or error}")


def _ending(name: str) -> str:
    return next((suffix for suffix in reversed(SUFFIXES) if name.lower().endswith(suffix)), "")


def _read_text(file: IO[bytes], place: str) -> Iterator[Source | Unreadable]:
    yield from _read_whole(file, place, TEXT)


def _read_page(file: IO[bytes], place: str) -> Iterator[Source | Unreadable]:
    yield from _read_whole(file, place, HTML)


def _read_whole(file: IO[bytes], place: str, form: str) -> Iterator[Source | Unreadable]:
    data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        yield Unreadable(place, f"is larger than {_LARGEST} bytes; no decision is")
        return
    try:
        encoding, text = decode(data)
    except SourceError as error:
        yield Unreadable(place, str(error))
        return
    yield Source(place, place, data, form, encoding, page_text(text) if form == HTML else text)


def _read_records(file: IO[bytes], place: str) -> Iterator[Source | Unreadable]:
    number = 0
    while line := file.readline(_LARGEST + 1):
        number += 1
        where = f"{place}, line {number}"
        if len(line) > _LARGEST:
            yield Unreadable(where, f"is longer than {_LARGEST} bytes; no decision is")
            return
        if not line.strip():
            continue
        try:
            yield read_record(line, where)
        except SourceError as error:
            yield Unreadable(where, str(error))


def _read_packed_records(file: IO[bytes], place: str) -> Iterator[Source | Unreadable]:
    try:
        with gzip.open(file) as unpacked:
            yield from _read_records(unpacked, place)
    except (OSError, EOFError) as error:
        yield Unreadable(place, f"cannot be unpacked: {error}")


def _read_archive(file: IO[bytes], place: str) -> Iterator[Source | Unreadable]:
    try:
        with zipfile.ZipFile(file) as archive:
            for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
                reader = _READERS.get(_ending(entry.filename))
                if entry.is_dir() or reader in (None, _read_archive):
                    continue
                with archive.open(entry) as member:
                    yield from reader(member, f"{place}/{entry.filename}")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        yield Unreadable(place, f"cannot be unpacked: {error}")


_READERS: dict[str, Reader] = {
    ".txt": _read_text,
    ".html": _read_page,
    ".htm": _read_page,
    ".jsonl": _read_records,
    ".jsonl.gz": _read_packed_records,
    ".zip": _read_archive,
}
