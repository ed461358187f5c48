"""`manage.py measure_grounds [FOLDER]`: score the rules on decisions labelled by hand."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from decisions.grounds import CATALOGUE
from decisions.grounds.evaluation import DEVELOPMENT, HELD_OUT, evaluate, read_cases
from decisions.management.console import in_utf_8

SETS = {
    "Development set": DEVELOPMENT,
    "Held-out set": HELD_OUT,
}


class Command(BaseCommand):
    """Score the rules, without a database. Exit code 0: scored; 1: the folder has no labelled decisions."""

    help = "Score the rules on decisions labelled by hand, separately for the development and held-out sets."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument(
            "folder",
            type=Path,
            nargs="?",
            metavar="FOLDER",
            default=settings.BASE_DIR / "fixtures" / "labelled",
            help="the folder with development-*.jsonl and held-out-*.jsonl; by default fixtures/labelled",
        )

    def handle(self, *args, folder, **options):
        in_utf_8(self.stdout, self.stderr)
        sets = {title: read_cases(folder, pattern) for title, pattern in SETS.items()}
        if not any(sets.values()):
            raise CommandError(f"{folder}: no labelled decisions", returncode=1)
        for title, cases in sets.items():
            self._show(title, evaluate(cases))

    def _show(self, title, score):
        """Print the figures of one set over all grounds, then the counts of each ground."""
        self.stdout.write(
            f"{title}: {score.decisions} decisions, {score.right.total()} of {score.labelled.total()} grounds found, "
            f"{score.wrong.total()} wrongly; "
            f"precision {score.precision:.3f}, recall {score.recall:.3f}, micro-F1 {score.f1:.3f}"
        )
        for slug in CATALOGUE:
            if score.labelled[slug] or score.wrong[slug]:
                wrongly = f", {score.wrong[slug]} wrongly" if score.wrong[slug] else ""
                self.stdout.write(f"  {slug}: {score.right[slug]} of {score.labelled[slug]}{wrongly}")
