"""`manage.py import_decisions PATH …`: take source texts into the archive."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from decisions import ingest, sources
from decisions.management.printing import in_utf_8


class Command(BaseCommand):
    """Reads files and folders. Exit code 0: all taken in; 1: something was refused; 2: wrong usage."""

    help = f"Import decisions from files ending in {', '.join(sources.SUFFIXES)}, or from those in and below folders."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder of them")
        parser.add_argument("--dry-run", action="store_true", help="read and report, but write nothing")

    def handle(self, *args, paths, dry_run, **options):
        in_utf_8(self.stdout, self.stderr)
        found = self._find(paths)
        report = ingest.import_files(
            found.files,
            dry_run=dry_run,
            progress=lambda report: self.stdout.write(f"{report.files} of {len(found.files)} read"),
        )
        for path, doubt in report.doubts:
            self.stdout.write(f"doubt: {path}, line {doubt.line}: {doubt.assumed}")
        for refusal in report.refused:
            self.stderr.write(f"refused: {refusal}")
        self.stdout.write(
            f"{report.new} new, {report.changed} changed, {report.unchanged} unchanged, {len(report.refused)} refused"
            f"{_passed_over(found.passed_over)}{' (dry run: nothing was written)' if dry_run else ''}"
        )
        if report.refused:
            raise CommandError("some texts were refused; they are listed above", returncode=1)

    def _find(self, paths):
        try:
            return sources.find(paths)
        except FileNotFoundError as error:
            raise CommandError(f"{error.filename}: no such file or folder", returncode=2) from error
        except OSError as error:
            raise CommandError(f"{error.filename}: cannot be opened: {error.strerror}", returncode=2) from error
        except sources.SourceError as error:
            raise CommandError(str(error), returncode=2) from error


def _passed_over(files):
    if not files:
        return ""
    return f"; {files} other file{'' if files == 1 else 's'} passed over for {'its' if files == 1 else 'their'} ending"
