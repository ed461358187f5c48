"""The databases that are measured: the archive's own, filled by its importer, and a flat copy for the yardsticks.

Each is in `data/benchmarks/`, in a folder named after a digest of what makes the decisions (the generator, its words,
the names of the archive's migrations) and the size. A complete one is used again; an incomplete one is completed.
"""

import hashlib
import json
import os
import sqlite3
import sys
import time
from itertools import islice
from pathlib import Path

from benchmarks import corpus, stock, words

ROOT = Path(__file__).resolve().parents[1]
_BATCH = 500  # decisions in one file handed to the importer
_MIGRATIONS = ROOT / "decisions" / "migrations"
_GENERATOR = [Path(corpus.__file__), Path(stock.__file__), Path(words.__file__), words.FILE]

# Datasette finds the index of a table by `content=[…]`, in this very spelling.
_FLAT = """
    CREATE TABLE decisions (
        id INTEGER PRIMARY KEY, reference TEXT, council TEXT, category TEXT, subcategory TEXT, outcome TEXT,
        year INTEGER, decision_date TEXT, grounds TEXT, title TEXT, summary TEXT, body TEXT
    );
    CREATE VIRTUAL TABLE decisions_fts USING fts5 (
        title, summary, body, content=[decisions], content_rowid=[id],
        tokenize = 'porter unicode61 remove_diacritics 2'
    );
    CREATE TABLE facts (id INTEGER PRIMARY KEY, council, category, subcategory, outcome, year, decision_date);
    CREATE TABLE shown (id INTEGER, ground TEXT, PRIMARY KEY (id, ground)) WITHOUT ROWID;
"""
_FLAT_END = """
    INSERT INTO facts SELECT id, council, category, subcategory, outcome, year, decision_date FROM decisions;
    INSERT INTO shown SELECT decisions.id, json_each.value FROM decisions, json_each(decisions.grounds);
    CREATE INDEX decisions_council ON decisions (council);
    CREATE INDEX decisions_category ON decisions (category);
    CREATE INDEX decisions_subcategory ON decisions (subcategory);
    CREATE INDEX decisions_outcome ON decisions (outcome);
    CREATE INDEX decisions_year ON decisions (year);
    CREATE INDEX decisions_date ON decisions (decision_date);
    CREATE INDEX facts_date ON facts (decision_date);
    INSERT INTO decisions_fts (decisions_fts) VALUES ('optimize');
    ANALYZE;
"""


def folder(size: int) -> Path:
    """Return the folder of the databases of `size` decisions."""
    names = " ".join(sorted(path.name for path in _MIGRATIONS.glob("0*.py")))
    made_by = hashlib.sha256(names.encode())
    for file in _GENERATOR:  # any change of the generator makes another database
        made_by.update(file.read_bytes())
    home = Path(os.environ.get("DATA_DIR") or ROOT / "data") / "benchmarks"
    return home.resolve() / made_by.hexdigest()[:12] / str(size)


def archive(size: int) -> Path:
    """Return the path of the archive's database of `size` decisions."""
    return folder(size) / "archive.sqlite3"


def flat(size: int) -> Path:
    """Return the path of its flat copy, one row for each decision, for Datasette and the floor."""
    return folder(size) / "flat.sqlite3"


def use(url: str, settings: str = "benchmarks.site") -> None:
    """Set Django up for a database, with the yardsticks' URLs unless other settings are named."""
    os.environ.update(DATABASE_URL=url, CACHE_URL="", DJANGO_SETTINGS_MODULE=settings)  # the cache is often emptied
    import django  # the settings are read when Django starts

    django.setup()


def fill(size: int, work: Path) -> None:
    """Migrate the database in use, and import what it lacks of `size` decisions."""
    from django.core.management import call_command

    from decisions import ingest
    from decisions.models import Decision

    work.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    done = Decision.objects.count() // _BATCH * _BATCH
    file = work / "batch.jsonl"
    began = time.monotonic()
    for first in range(done, size, _BATCH):
        numbers = range(first, min(first + _BATCH, size))
        report = ingest.import_files([corpus.write_records(file, numbers)])
        if report.refused:
            raise RuntimeError(f"the archive refuses a made-up decision: {report.refused[0]}")
        rate = (numbers.stop - done) / (time.monotonic() - began)
        print(f"filling: {numbers.stop:,} of {size:,} decisions, {rate:.0f} a second", file=sys.stderr, flush=True)
    file.unlink(missing_ok=True)
    found = Decision.objects.count()
    if found != size:
        raise RuntimeError(f"the database holds {found} decisions, not {size}: delete {work} and run again")


def flatten(size: int) -> None:
    """Copy the archive in use into the flat database, if that does not exist yet."""
    target = flat(size)
    if target.exists():
        return
    draft = target.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    with sqlite3.connect(draft) as database:
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _FLAT)
        rows = _flat_rows()
        while batch := list(islice(rows, _BATCH)):
            database.executemany("INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", batch)
            database.executemany(
                "INSERT INTO decisions_fts (rowid, title, summary, body) VALUES (?, ?, ?, ?)",
                [(row[0], *row[-3:]) for row in batch],
            )
        database.executescript(_FLAT_END)
    database.close()
    draft.rename(target)


def _flat_rows():
    """Yield each decision as one row, its texts joined; the values of facets are those of addresses."""
    from decisions.filters import NO_GROUND
    from decisions.models import Decision, Finding, Paragraph, Section

    facts = Decision.objects.published().order_by("pk").values_list(
        "pk", "reference", "council__slug", "category_slug", "subcategory_slug", "outcome_slug", "decision_year",
        "decision_date", "summary", "closing", "council__name",
    )  # fmt: skip
    ids = list(facts.values_list("pk", flat=True))
    for start in range(0, len(ids), _BATCH):
        chosen = ids[start : start + _BATCH]
        texts: dict[int, list[str]] = {pk: [] for pk in chosen}
        for pk, heading, lead in Section.objects.filter(decision__in=chosen).values_list("decision", "heading", "lead"):
            texts[pk] += [heading, lead]
        for pk, text in Paragraph.objects.filter(decision__in=chosen).values_list("decision", "text"):
            texts[pk].append(text)
        grounds: dict[int, dict[str, None]] = {pk: {} for pk in chosen}
        found = Finding.objects.counting().filter(decision__in=chosen).order_by("decision", "position")
        for pk, slug in found.values_list("decision", "ground__slug"):
            grounds[pk][slug] = None
        for pk, reference, council, category, below, outcome, year, day, summary, closing, name in facts.filter(
            pk__in=chosen
        ):
            slugs = json.dumps(list(grounds[pk]) or [NO_GROUND])
            title, body = f"{name or ''} {reference}", "\n".join([*texts[pk], closing])
            path = f"{category}/{below}"
            yield pk, reference, council, category, path, outcome, year, str(day), slugs, title, summary, body


def main() -> None:
    """Make the databases of a size given on the command line."""
    size = int(sys.argv[1])
    folder(size).mkdir(parents=True, exist_ok=True)
    use(f"sqlite:///{archive(size)}")
    fill(size, folder(size))
    flatten(size)


if __name__ == "__main__":
    main()
