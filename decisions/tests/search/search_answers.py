"""An archive of some files on SQLite, in a process of its own that answers line by line.

python -m decisions.tests.search.search_answers FILE...      on SQLite, in DATA_DIR
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings


class Answering:
    """An archive of files on SQLite, in a folder. Call `close` at the end."""

    def __init__(self, files: Sequence[Path], folder: Path) -> None:
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "decisions.tests.search.search_answers", *map(str, files)],
            cwd=settings.BASE_DIR,
            env=kept | {"DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "ombudsman.settings"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, typed: str) -> tuple[int, list[str]]:
        """Return what `answer` returns there."""
        self._process.stdin.write(json.dumps(typed) + "\n")
        self._process.stdin.flush()
        status, found = json.loads(self._process.stdout.readline())
        return status, found

    def close(self) -> None:
        """End the process."""
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


def answer(client, typed: str) -> tuple[int, list[str]]:
    """Return the status of the list for a query, and the references that the search finds, most relevant first."""
    from urllib.parse import urlencode  # noqa: PLC0415 - as below

    from decisions import search  # noqa: PLC0415 - Django must have started
    from decisions.models import Decision  # noqa: PLC0415
    from decisions.tests.search import factories  # noqa: PLC0415

    page = client.get("/decisions/", QUERY_STRING=urlencode({"q": typed}, errors="replace"))
    query = search.parse(typed)
    ids = search.ids(query).tolist() if query else []
    found = dict(Decision.objects.filter(pk__in=ids).values_list("pk", "reference"))
    assert len(ids) == len(found)
    if not query.groups:
        return page.status_code, sorted(found.values())
    ranked = factories.ranked(query, Decision.objects.all(), 0, len(ids))
    return page.status_code, [found[key] for key in ranked]


def main(files: Sequence[str]) -> None:
    """Import the files, and answer until standard input ends."""
    import django  # noqa: PLC0415 - it starts here

    answers, sys.stdout = sys.stdout, sys.stderr  # whatever else is printed must not look like an answer
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import setup_test_environment  # noqa: PLC0415

    from decisions import ingest  # noqa: PLC0415

    setup_test_environment()
    call_command("migrate", verbosity=0)
    ingest.import_files(list(map(Path, files)))
    client = Client(raise_request_exception=False)
    for line in sys.stdin:
        print(json.dumps(answer(client, json.loads(line))), file=answers, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
