"""`manage.py find_standard_paragraphs`: find the paragraphs that many decisions share."""

from django.core.management.base import BaseCommand

from decisions import ingest
from decisions.management.console import in_utf_8
from decisions.management.progress import Progress
from decisions.models import StandardParagraph

_SHOWN = 100  # characters of a wording


class Command(BaseCommand):
    """Prints every group with its count and an example. Exit code 0. Can be stopped at any moment and run again."""

    help = "Find the paragraphs that many decisions repeat almost word for word. Imports recognise those found so far."

    def handle(self, *args, **options):
        in_utf_8(self.stdout, self.stderr)
        self._bars = {}
        ingest.find_standard_paragraphs(self._show_progress)
        for bar in self._bars.values():
            bar.done()
        groups = list(StandardParagraph.objects.counted())
        for group in groups:
            if group.decisions:
                self.stdout.write(f"{group.decisions:>7,}  {group.example}  {_shortened(group.wording)}")
        found = sum(not group.known for group in groups)
        self.stdout.write(f"standard paragraphs: {found:,} found, {len(groups) - found} known from the start")

    def _show_progress(self, step, count, total):
        """Show the progress of a step; a new step ends the bar of the last one."""
        if step not in self._bars:
            for bar in self._bars.values():
                bar.done()
            self._bars = {step: Progress(self.stdout, total)}
        self._bars[step].at(count)


def _shortened(text):
    text = " ".join(text.split())
    return f"“{text}”" if len(text) <= _SHOWN else f"“{text[:_SHOWN].rsplit(' ', 1)[0]} …”"
