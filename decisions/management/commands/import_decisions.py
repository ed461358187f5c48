"""`manage.py import_decisions PATH …`: import source texts."""

import csv
import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.template.defaultfilters import pluralize

from decisions import ingest, sources
from decisions.data.exports import BYTE_ORDER_MARK
from decisions.management.progress import Progress

_SINGLE = (".txt", ".html", ".htm")  # one decision in each file, so the total is known
_MOST_PRINTED = 20  # reasons to review; a large import would flood the screen


class Command(BaseCommand):
    """Reads files and folders. Exit code 0: all imported; 1: something was refused; 2: wrong usage."""

    help = f"Import decisions from files ending in {', '.join(sources.SUFFIXES)}, or from those in and below folders."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder of them")
        parser.add_argument(
            "--report",
            type=Path,
            metavar="FILE",
            dest="report_file",
            help="write every refusal and doubt (.csv or .json)",
        )
        parser.add_argument("--dry-run", action="store_true", help="read and report, but write nothing")

    def handle(self, *args, paths, dry_run, report_file, **options):
        if report_file and report_file.suffix not in (".csv", ".json"):
            raise CommandError(f"{report_file}: expected a name that ends in .csv or .json", returncode=2)
        found = self._find(paths)
        single = all(path.suffix.lower() in _SINGLE for path in found.files)
        progress = Progress(self.stdout, len(found.files) if single else None)
        report = ingest.import_files(found.files, dry_run=dry_run, progress=lambda report: progress.at(report.files))
        progress.done()
        if not dry_run and (older := ingest.read_mentions()):
            self.stdout.write(f"rereading what {older:,} decisions imported earlier mention")
        for path, doubt in report.review[:_MOST_PRINTED]:
            self.stdout.write(f"to review: {path}{_line(doubt.line)}: {doubt.reason}")
        if len(report.review) > _MOST_PRINTED:
            self.stdout.write(f"to review: {len(report.review) - _MOST_PRINTED} more; --report FILE lists them all")
        if report_file:
            self._write(report, report_file)
        for refusal in report.refused:
            self.stderr.write(f"refused: {refusal}")
        ignored, files = "", found.skipped
        if files:
            ignored = f"; {files} other file{pluralize(files)} ignored for {pluralize(files, 'its,their')} ending"
        self.stdout.write(
            f"{report.new} new, {report.changed} changed, {report.unchanged} unchanged, {len(report.refused)} refused"
            f"{ignored}{' (dry run: nothing was written)' if dry_run else ''}"
        )
        if report.refused:
            raise CommandError("some texts were refused; they are listed above", returncode=1)

    def _write(self, report, file):
        entries = [
            {"kind": "refused", "file": each.place, "line": each.line, "reason": each.reason} for each in report.refused
        ]
        entries += [
            {"kind": "to review", "file": path, "line": doubt.line, "reason": doubt.reason}
            for path, doubt in report.review
        ]
        try:
            with file.open("w", encoding="utf-8", newline="") as stream:
                if file.suffix == ".json":
                    json.dump(entries, stream, ensure_ascii=False, indent=1)
                else:
                    stream.write(BYTE_ORDER_MARK)
                    writer = csv.DictWriter(stream, ["kind", "file", "line", "reason"])
                    writer.writeheader()
                    writer.writerows(entries)
        except OSError as error:
            raise CommandError(f"{file}: cannot be written: {error.strerror}", returncode=2) from error

    def _find(self, paths):
        try:
            return sources.find(paths)
        except FileNotFoundError as error:
            raise CommandError(f"{error.filename}: no such file or folder", returncode=2) from error
        except OSError as error:
            raise CommandError(f"{error.filename}: cannot be opened: {error.strerror}", returncode=2) from error
        except sources.SourceError as error:
            raise CommandError(str(error), returncode=2) from error


def _line(line):
    return f", line {line}" if line else ""
