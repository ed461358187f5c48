"""`manage.py measure_grounds [FOLDER]`: how many grounds the rules find in decisions labelled by hand."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from decisions.grounds import CATALOGUE
from decisions.grounds.evaluation import KEPT_ASIDE, USED, measure, read
from decisions.management.console import in_utf_8

PARTS = {
    "Development set": USED,
    "Held-out set": KEPT_ASIDE,
}


class Command(BaseCommand):
    """Reads labelled decisions and no database. Exit code 0: measured; 1: nothing there to measure."""

    help = "Score the rules on decisions labelled by hand, separately for the development and held-out sets."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument(
            "folder",
            type=Path,
            nargs="?",
            metavar="FOLDER",
            default=settings.BASE_DIR / "fixtures" / "labelled",
            help="the folder with used-*.jsonl and kept-aside-*.jsonl; by default fixtures/labelled",
        )

    def handle(self, *args, folder, **options):
        in_utf_8(self.stdout, self.stderr)
        parts = {title: read(folder, pattern) for title, pattern in PARTS.items()}
        if not any(parts.values()):
            raise CommandError(f"{folder}: no labelled decisions", returncode=1)
        for title, cases in parts.items():
            self._show(title, measure(cases))

    def _show(self, title, score):
        """One part: the figures over all grounds, then each ground's counts."""
        self.stdout.write(
            f"{title}: {score.decisions} decisions, {score.right.total()} of {score.labelled.total()} grounds found, "
            f"{score.wrong.total()} wrongly; "
            f"precision {score.precision:.3f}, recall {score.recall:.3f}, micro-F1 {score.f1:.3f}"
        )
        for slug in CATALOGUE:
            if score.labelled[slug] or score.wrong[slug]:
                wrongly = f", {score.wrong[slug]} wrongly" if score.wrong[slug] else ""
                self.stdout.write(f"  {slug}: {score.right[slug]} of {score.labelled[slug]}{wrongly}")
