"""`manage.py import_decisions PATH …`: import source texts."""

import os
from contextlib import ExitStack
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from decisions import ingest, sources
from decisions.ingest.importing import PASSED_OVER, REFUSED, TO_REVIEW
from decisions.management import report_file
from decisions.management.progress import Progress

_SINGLE = (".txt", ".html", ".htm")  # one decision in each file, so the total is known
_MOST_PRINTED = 20  # reasons to review, and files passed over; a large import would flood the screen


class Command(BaseCommand):
    """Reads files and folders. Exit code 0: all imported; 1: something was refused; 2: wrong usage."""

    help = f"Import decisions from files ending in {', '.join(sources.SUFFIXES)}, or from those in and below folders."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder of them")
        parser.add_argument(
            "--report",
            type=Path,
            metavar="FILE",
            help="write every refusal, doubt and file passed over (.csv or .json)",
        )
        parser.add_argument("--dry-run", action="store_true", help="read and report, but write nothing")

    def handle(self, *args, paths, dry_run, report, **options):
        if report and report.suffix not in (".csv", ".json"):
            raise CommandError(f"{report}: expected a name that ends in .csv or .json", returncode=2)
        found = self._find(paths)
        with ExitStack() as stack:
            try:
                write = stack.enter_context(report_file.writer(report or Path(os.devnull)))
            except OSError as error:
                raise CommandError(f"{report}: cannot be written: {error.strerror}", returncode=2) from error
            self._import(found, dry_run, write)

    def _import(self, found, dry_run, write):
        single = all(path.suffix.lower() in _SINGLE for path in found.files)
        progress = Progress(self.stdout, len(found.files) if single else None)
        report = ingest.import_files(
            found.files,
            passed_over=found.passed_over,
            dry_run=dry_run,
            progress=lambda report: progress.at(report.files),
            write=write,
        )
        progress.done()
        if not dry_run and (older := ingest.read_mentions()):
            self.stdout.write(f"rereading what {older:,} decisions imported earlier mention")
        self._print(report)
        if dry_run:
            self.stdout.write("dry run: nothing was written")
        self.stdout.write(
            f"{report.new} new, {report.changed} changed, {report.unchanged} unchanged, "
            f"{report.counts[REFUSED]} refused, {report.counts[PASSED_OVER]} passed over"
        )
        if report.refused:
            raise CommandError("some texts were refused; they are listed above", returncode=1)

    def _print(self, report):
        """List what there is to review, what was passed over and what was refused, as far as that can be read."""
        review = [f"{path}{_line(doubt.line)}: {doubt.reason}" for path, doubt in report.review[:_MOST_PRINTED]]
        for stream, kind, entries in (
            (self.stdout, TO_REVIEW, review),
            (self.stdout, PASSED_OVER, report.passed_over[:_MOST_PRINTED]),
            (self.stderr, REFUSED, report.refused),
        ):
            for each in entries:
                stream.write(f"{kind}: {each}")
            if more := report.counts[kind] - len(entries):
                stream.write(f"{kind}: {more} more; --report FILE lists them all")

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
