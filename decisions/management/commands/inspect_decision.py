"""`manage.py inspect_decision FILE [--json] [--verbose]`: show how a text is parsed and classified."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from decisions import data, ingest, sources

_MOST_PRINTED = 1000  # refusals


class Command(BaseCommand):
    """Reads a file and no database. Exit code 0: read; 1: refused; 2: wrong usage."""

    help = "Show how a source text would be parsed and classified, without a database."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="a source: .txt, .html, .jsonl, .jsonl.gz or .zip")
        parser.add_argument("--json", action="store_true", help="print only JSON, one object for each decision")
        parser.add_argument("--verbose", action="store_true", dest="dropped", help="list what was left out, and why")

    def handle(self, *args, file, **options):
        try:
            file.stat()
        except FileNotFoundError as error:
            raise CommandError(f"{file}: no such file", returncode=2) from error
        except OSError as error:
            raise CommandError(f"{file}: cannot be opened: {error.strerror}", returncode=2) from error
        if file.is_dir():
            raise CommandError(f"{file}: is a folder; name a file", returncode=2)
        refused, count = [], 0
        for source in sources.read(file):
            if isinstance(source, sources.PassedOver):
                self.stderr.write(f"passed over: {source}")
                continue
            reading = ingest.read(source)
            if isinstance(reading, sources.Unreadable):
                count += 1
                refused += [str(reading)] if count <= _MOST_PRINTED else []
            else:
                self._show(reading, **options)
        if count > len(refused):
            refused.append(f"{count - len(refused)} more")
        if refused:
            raise CommandError("\n".join(refused), returncode=1)

    def _show(self, reading, **options):
        document, findings = reading.document, reading.findings
        if options["json"]:
            doubts = [{"line": doubt.line or 0, "text": doubt.reason} for doubt in reading.review]
            self.stdout.write(json.dumps(data.as_data(document, findings) | {"doubts": doubts}, ensure_ascii=False))
        else:
            self.stdout.write(data.as_print(document, findings), ending="")
        if options["dropped"]:
            for each in document.dropped:
                self.stderr.write(f"left out, line {each.line}: “{each.text}” {each.why}")
