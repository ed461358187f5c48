"""`manage.py import_decisions PATH …`: take source texts into the archive."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from decisions import ingest, sources


class Command(BaseCommand):
    """Reads files and folders. Exit code 0: all taken in; 1: something was refused; 2: wrong usage."""

    help = "Import decisions from text files, or from the .txt files in and below folders."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a .txt file, or a folder of them")
        parser.add_argument("--dry-run", action="store_true", help="read and report, but write nothing")

    def handle(self, *args, paths, dry_run, **options):
        try:
            files = list(sources.find(paths))
        except FileNotFoundError as error:
            raise CommandError(f"{error.filename}: no such file or folder", returncode=2) from error
        except sources.SourceError as error:
            raise CommandError(str(error), returncode=2) from error
        report = ingest.import_files(
            files, dry_run=dry_run, progress=lambda report: self.stdout.write(f"{report.files} of {len(files)} read")
        )
        for path, doubt in report.doubts:
            self.stdout.write(f"doubt: {path}, line {doubt.line}: {doubt.assumed}")
        for refusal in report.refused:
            self.stderr.write(f"refused: {refusal}")
        self.stdout.write(
            f"{report.new} new, {report.changed} changed, {report.unchanged} unchanged, {len(report.refused)} refused"
            f"{' (dry run: nothing was written)' if dry_run else ''}"
        )
        if report.refused:
            raise CommandError("some texts were refused; they are listed above", returncode=1)
