"""`manage.py measure_grounds [FOLDER]`: score the rules on decisions labelled by hand."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from decisions.grounds import CATALOGUE
from decisions.grounds.evaluation import DEVELOPMENT, HELD_OUT, evaluate, read_cases
from decisions.grounds.published_scores import total
from decisions.percentages import Share

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
        sets = {title: read_cases(folder, pattern) for title, pattern in SETS.items()}
        if not any(sets.values()):
            raise CommandError(f"{folder}: no labelled decisions", returncode=1)
        for title, cases in sets.items():
            self._show(title, len(cases), evaluate(cases))

    def _show(self, title, decisions, measures):
        """Print the figures of one set over all grounds, then the counts of each ground."""
        overall = total(measures.values())
        f1 = Share(2 * overall.right, overall.found + overall.labelled)
        self.stdout.write(
            f"{title}: {decisions} decisions, {overall.right} of {overall.labelled} grounds found, "
            f"{overall.wrong} wrongly; "
            f"precision {_ratio(overall.precision):.3f}, recall {_ratio(overall.recall):.3f}, "
            f"micro-F1 {_ratio(f1):.3f}"
        )
        for slug in CATALOGUE:
            measure = measures[slug]
            if measure.labelled or measure.wrong:
                wrongly = f", {measure.wrong} wrongly" if measure.wrong else ""
                self.stdout.write(f"  {slug}: {measure.right} of {measure.labelled}{wrongly}")


def _ratio(share):
    return share.number / share.of if share.of else 1.0
