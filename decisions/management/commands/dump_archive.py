"""`manage.py dump_archive [FOLDER]`: write all published decisions into files."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from decisions.data import dump
from decisions.management.progress import Progress
from decisions.models import Decision


class Command(BaseCommand):
    """Can be stopped at any moment: the old files are replaced only when the new ones are complete."""

    help = "Write every published decision as JSON lines, CSV and SQLite, with checksums. The data page lists them."

    def add_arguments(self, parser):
        parser.add_argument(
            "folder",
            nargs="?",
            type=Path,
            default=settings.DATA_DIR / "dumps",
            metavar="FOLDER",
            help="the folder to write to; by default the one that the data page serves",
        )

    def handle(self, *args, folder, **options):
        progress = Progress(self.stdout, Decision.objects.published().count())
        try:
            made = dump.dump(folder, progress.at)
        except BlockingIOError as error:
            raise CommandError(f"{folder}: another dump_archive is writing there; wait for it to finish") from error
        except OSError as error:
            raise CommandError(f"{error.filename or folder}: cannot be written: {error.strerror}") from error
        progress.done()
        for file in made.files:
            self.stdout.write(f"{file.sha256}  {folder / file.name} ({file.size:,} bytes)")
        self.stdout.write(f"{made.decisions} decisions")
