"""Imports of files that the archive has already, against parsing them.

python -m benchmarks.yardsticks.loading FOLDER SIZE     prints the seconds of each, by chunk
"""

import json
import shutil
import sys
from pathlib import Path

from benchmarks import corpus, database
from benchmarks.measure import timed

_CHUNKS = 8
_FEWEST, _MOST = 96, 1_000  # decisions; more would not change the ratios
_FIRST = 900_000  # no other corpus has these


def main() -> None:
    """Import chunk after chunk, then the same again."""
    home, size = Path(sys.argv[1]), min(_MOST, max(_FEWEST, int(sys.argv[2]) // 5))
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    database.use(f"sqlite:///{home / 'archive.sqlite3'}")
    from django.core.management import call_command

    from decisions import ingest, sources
    from decisions.parsing import parse

    call_command("migrate", verbosity=0)
    chunk = size // _CHUNKS
    taken: dict[str, list[float]] = {"again": [], "parse": []}
    for first in range(_FIRST, _FIRST + size, chunk):
        file = corpus.write_records(home / "chunk.jsonl", range(first, min(first + chunk, _FIRST + size)))
        ingest.import_files([file])
        taken["again"].append(timed(lambda file=file: ingest.import_files([file]))())
        texts = list(sources.read(file))
        taken["parse"].append(timed(lambda texts=texts: [parse(each.text, each.known) for each in texts])())
    print(json.dumps({"seconds": taken, "decisions": size}))
    shutil.rmtree(home)


if __name__ == "__main__":
    main()
