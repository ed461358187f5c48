"""The dump: the whole archive in files, as JSON Lines and CSV (both gzipped) and SQLite, with checksums.

All files are of one state of the archive. They are written to a temporary folder and replace the old ones when all
are complete; `dump.json`, which lists them, is deleted before the first is replaced and written after the last.
"""

import fcntl
import gzip
import hashlib
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from django.db.models import Exists, OuterRef
from django.utils import timezone

from decisions.data.exports import batches, heading, row
from decisions.data.fields import NUMBER, TABLES, Field
from decisions.data.shape import Shape, as_line, csv_cells, encode, line_columns, moment
from decisions.models import Change, Decision, Revision, path_maker, snapshot, without_time_limit
from decisions.sources.source import HTML

FILES = {
    "decisions.jsonl.gz": "JSON Lines, compressed: every decision with its text, grounds and source text",
    "decisions.csv.gz": "CSV, compressed: one row for each decision",
    "decisions.sqlite3": "SQLite: tables of facts, grounds, paragraphs and mentions",
}
SUMS, INDEX = "SHA256SUMS", "dump.json"
_MAKING = ".making-"


@dataclass(frozen=True, slots=True)
class File:
    """A file of a dump: its name, its description, its size in bytes, its SHA-256. Its fields are keys of dump.json."""

    name: str
    words: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Dump:
    """A dump in a folder: when it was made, at which revision of the archive, of how many decisions, in which files."""

    made_at: datetime
    revision: int
    decisions: int
    files: list[File]


def dump(folder: Path, progress: Callable[[int], None] = lambda count: None) -> Dump:
    """Write all published decisions into a folder. Raises OSError; BlockingIOError while another dump is written there.

    `progress` is called with the number of decisions written so far.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder), tempfile.TemporaryDirectory(prefix=_MAKING, dir=folder) as place:
        making, now = Path(place), timezone.now()
        with snapshot(), without_time_limit():
            revision = Revision.now()
            count = _write(making, now, progress)
        files = [_file(making / name, words) for name, words in FILES.items()]
        made = Dump(now, revision, count, files)
        sums = "".join(f"{each.sha256}  {each.name}\n" for each in files)
        (making / SUMS).write_text(sums, encoding="ascii")
        (making / INDEX).write_text(json.dumps(asdict(made) | {"made_at": now.isoformat()}), encoding="utf-8")
        (folder / INDEX).unlink(missing_ok=True)
        for name in (*FILES, SUMS, INDEX):
            (making / name).replace(folder / name)
    return made


def current_dump(folder: Path) -> Dump | None:
    """Return the dump in a folder; None if there is none, or if it has a decision that is no longer public.

    Two queries.
    """
    try:
        index = json.loads((folder / INDEX).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    files = [File(**each) for each in index["files"]]
    made = Dump(datetime.fromisoformat(index["made_at"]), index["revision"], index["decisions"], files)
    published = Decision.objects.published().filter(pk=OuterRef("decision_id"))
    gone = Change.objects.filter(~Exists(published), revision__gt=made.revision)
    return None if made.revision > Revision.now() or gone.exists() else made


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, and remove what a killed process left there. Raises BlockingIOError."""
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        for left in folder.glob(f"{_MAKING}*"):
            shutil.rmtree(left)
        yield


def _write(making: Path, now: datetime, progress: Callable[[int], None]) -> int:
    """Write all files side by side, in the order of import, and return how many decisions they have."""
    count, path = 0, path_maker()
    queryset = Decision.objects.published().order_by("pk").values_list(*line_columns())
    json_lines, csv, sqlite = (making / name for name in FILES)
    with _gzipped(json_lines) as lines, _gzipped(csv) as rows, closing(sqlite3.connect(sqlite)) as database:
        rows.write(heading().encode())
        _create_tables(database, now)
        for batch in batches(queryset):
            shapes = {each[0]: json.loads(as_line(each, path)) for each in batch}
            sources = _sources([*shapes])
            lines.writelines(f"{encode(shape | sources[key])}\n".encode() for key, shape in shapes.items())
            rows.writelines(row(csv_cells(shape)).encode() for shape in shapes.values())
            _insert(database, shapes.values())
            count += len(batch)
            progress(count)
        for table in [*TABLES][1:]:  # the first has the reference as its key
            database.execute(f"CREATE INDEX {table}_reference ON {table} (reference)")
        database.commit()
    return count


@contextmanager
def _gzipped(file: Path) -> Iterator[IO[bytes]]:
    with file.open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed:
        yield packed


def _sources(keys: list[int]) -> dict[int, Shape]:
    """Return for each decision what an import needs and its shape lacks: source text, encoding and URL."""
    sources = {}
    columns = ("pk", "source", "source_format", "source_encoding", "came_from")
    for key, data, form, encoding, came_from in Decision.objects.filter(pk__in=keys).values_list(*columns):
        text = bytes(data).decode(encoding)
        sources[key] = {"html" if form == HTML else "text": text, "source_encoding": encoding}
        if came_from.startswith(("https://", "http://")):  # a path on the importer's disk stays private
            sources[key]["url"] = came_from
    return sources


def _create_tables(database: sqlite3.Connection, now: datetime) -> None:
    for table, columns in TABLES.items():
        database.execute(_table(table, columns))
    database.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT")
    about = {
        "what": "Published decisions of the Local Government and Social Care Ombudsman, from the archive Reasons Given",
        "made_at": moment(now),
        "terms": "Re-use with acknowledgement of the Ombudsman, accurately and without amendment.",
    }
    database.executemany("INSERT INTO about VALUES (?, ?)", about.items())


def _table(name: str, columns: tuple[Field, ...]) -> str:
    """Return the CREATE TABLE statement. SQLite keeps its text, comments included, so the file documents itself."""
    lines = []
    for place, field in enumerate(columns, start=1):
        kind = "INTEGER" if field.kind == NUMBER else "TEXT"
        key = " PRIMARY KEY" if name == "decisions" and field.name == "reference" else ""
        comma = "," if place < len(columns) else ""
        null = "" if field.nullable or key else " NOT NULL"
        lines.append(f'    "{field.name}" {kind}{key}{null}{comma} -- {field.description}')
    return f"CREATE TABLE {name} (\n" + "\n".join(lines) + "\n) STRICT"


def _insert(database: sqlite3.Connection, shapes: Iterable[Shape]) -> None:
    for table, columns in TABLES.items():
        rows = ([_value(each.get(field.name)) for field in columns] for shape in shapes for each in _rows(table, shape))
        marks = ", ".join("?" * len(columns))
        database.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - nothing from outside


def _rows(table: str, shape: Shape) -> list[Shape]:
    """Return the rows of a decision in a table."""
    if table == "decisions":
        return [shape]
    found = enumerate(shape[table.removeprefix("decision_")], start=1)
    return [{"reference": shape["reference"], "position": position, **each} for position, each in found]


def _value(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, list) else value


def _file(path: Path, words: str) -> File:
    with path.open("rb") as file:
        return File(path.name, words, path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())
