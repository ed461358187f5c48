"""`manage.py find_standard_paragraphs`: find the paragraphs that many decisions share."""

from textwrap import shorten

from django.core.management.base import BaseCommand

from decisions import ingest
from decisions.management.progress import Progress
from decisions.models import StandardParagraph

_SHOWN = 100  # characters of a wording


class Command(BaseCommand):
    """Prints every group with its count and an example. Exit code 0. Can be stopped at any moment and run again."""

    help = "Find the paragraphs that many decisions repeat almost word for word. Imports recognise those found so far."

    def handle(self, *args, **options):
        self._step, self._bar = "", Progress(self.stdout, None)
        ingest.find_standard_paragraphs(self._show_progress)
        self._bar.done()
        groups = list(StandardParagraph.objects.counted())
        for group in groups:
            if group.decisions:
                wording = shorten(group.wording, _SHOWN, placeholder=" …")
                self.stdout.write(f"{group.decisions:>7,}  {group.example}  “{wording}”")
        found = sum(not group.known for group in groups)
        self.stdout.write(f"standard paragraphs: {found:,} found, {len(groups) - found} known from the start")

    def _show_progress(self, step, count, total):
        """Show the progress of a step; a new step ends the bar of the last one."""
        if step != self._step:
            self._bar.done()
            self._step, self._bar = step, Progress(self.stdout, total)
        self._bar.at(count)
