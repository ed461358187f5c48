"""Imports: by the archive, by raw inserts of the rows it made, and by sqlite-utils with the same rows.

    python -m benchmarks.yardsticks.loading FOLDER SIZE     prints the seconds of each, by chunk

The three take turns, chunk by chunk, with databases that grow alike, with the same pragmas, tables and indexes
(sqlite-utils makes its own tables). Raw and sqlite-utils parse nothing: they get the rows, and commit once for each
chunk.
"""

import json
import re
import shutil
import sqlite3
import sys
from pathlib import Path

from benchmarks import corpus, database
from benchmarks.measure import timed

_CHUNKS = 8
_FEWEST, _MOST = 96, 1_000  # decisions; more would not change the ratios
_FIRST = 900_000  # no other corpus has these
_PRAGMAS = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -20000;"
_SHADOWS = ("_data", "_idx", "_content", "_docsize", "_config")

Rows = dict[str, tuple[list[str], list[tuple]]]
"""By table: its columns, and rows."""


class Watched:
    """Watches the archive's database: its schema, and the rows added since the last look."""

    def __init__(self, file: Path) -> None:
        self._database = sqlite3.connect(file)
        found = self._database.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE tbl_name LIKE 'decisions_%' AND sql IS NOT NULL"
        ).fetchall()
        self.indexes = [name for _, name, _, sql in found if "using fts5" in sql.lower().replace("fts5vocab", "")]
        contents = (re.search(r"content\s*=\s*\W?(\w+)", sql) for _, name, _, sql in found if name in self.indexes)
        self.contents = {content[1] for content in contents if content}
        shadows = {index + ending for index in self.indexes for ending in _SHADOWS}
        self.tables = [
            name
            for kind, name, _, sql in found
            if kind == "table" and name not in shadows and not sql.upper().startswith("CREATE VIRTUAL")
            and "WITHOUT ROWID" not in sql.upper()
        ]  # fmt: skip
        kept = {*self.tables, *self.indexes}
        self.schema = [sql for kind, _, table, sql in found if table in kept and kind in ("table", "index")]
        self._seen = {name: self._last(name) for name in [*self.tables, *self.indexes]}
        self.initial_rows = {name: self._rows(name, -1) for name in self.tables if self._seen[name]}

    def new(self) -> Rows:
        """Return the rows added since the last look, those of indexes last."""
        fresh = {name: self._rows(name, self._seen[name]) for name in self._seen}
        self._seen = {name: self._last(name) for name in self._seen}
        return {name: found for name, found in fresh.items() if found[1]}

    def _last(self, name: str) -> int:
        return self._database.execute(f"SELECT coalesce(max(rowid), 0) FROM {name}").fetchone()[0]

    def _rows(self, name: str, after: int) -> tuple[list[str], list[tuple]]:
        rowid = "rowid, " if name in self.indexes else ""
        cursor = self._database.execute(f"SELECT {rowid}* FROM {name} WHERE rowid > ?", [after])
        return [column[0] for column in cursor.description], cursor.fetchall()


class Raw:
    """Python's own driver."""

    def __init__(self, file: Path, watched: Watched) -> None:
        self._database = sqlite3.connect(file)
        self._database.executescript(_PRAGMAS)
        for statement in watched.schema:
            self._database.execute(statement)
        self.insert(watched.initial_rows)

    def insert(self, rows: Rows) -> None:
        """Insert the rows, and the words in the index."""
        with self._database:
            for name, (columns, found) in rows.items():
                marks = ", ".join("?" * len(columns))
                self._database.executemany(
                    f"INSERT INTO {name} ({', '.join(map(_quoted, columns))}) VALUES ({marks})", found
                )


class SqliteUtils:
    """sqlite-utils: dictionaries into tables, and full-text search on the one that holds the words."""

    def __init__(self, file: Path, watched: Watched) -> None:
        import sqlite_utils

        self._database = sqlite_utils.Database(file)
        self._database.conn.executescript(_PRAGMAS)
        self._watched = watched

    def insert(self, rows: Rows) -> None:
        """Insert the rows; triggers update the index."""
        for name, (columns, found) in rows.items():
            if name in self._watched.contents:
                continue  # the same words come as the rows of the index
            table = self._database[name]
            fresh = not table.exists()
            table.insert_all((dict(zip(columns, row, strict=True)) for row in found), pk=columns[0])
            if fresh and name in self._watched.indexes:
                table.enable_fts(columns[1:], create_triggers=True, tokenize="porter")


def _quoted(name: str) -> str:
    return f'"{name}"'


def main() -> None:
    """Import chunk after chunk in each way."""
    home, size = Path(sys.argv[1]), min(_MOST, max(_FEWEST, int(sys.argv[2]) // 5))
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    database.use(f"sqlite:///{home / 'ours.sqlite3'}")
    from django.core.management import call_command

    from decisions import ingest, sources
    from decisions.parsing import parse

    call_command("migrate", verbosity=0)
    chunk = size // _CHUNKS
    watched = Watched(home / "ours.sqlite3")
    raw, utils = Raw(home / "raw.sqlite3", watched), SqliteUtils(home / "utils.sqlite3", watched)
    taken: dict[str, list[float]] = {name: [] for name in ("import", "raw", "utils", "again", "parse")}
    for first in range(_FIRST, _FIRST + size, chunk):
        file = corpus.write_records(home / "chunk.jsonl", range(first, min(first + chunk, _FIRST + size)))
        taken["import"].append(timed(lambda file=file: ingest.import_files([file]))())
        rows = watched.new()
        taken["raw"].append(timed(lambda rows=rows: raw.insert(rows))())
        taken["utils"].append(timed(lambda rows=rows: utils.insert(rows))())
        taken["again"].append(timed(lambda file=file: ingest.import_files([file]))())
        texts = list(sources.read(file))
        taken["parse"].append(timed(lambda texts=texts: [parse(each.text, each.known) for each in texts])())
    print(json.dumps({"seconds": taken, "decisions": size}))
    shutil.rmtree(home)


if __name__ == "__main__":
    main()
