"""`manage.py reclassify [REFERENCE …] [--dry-run]`: find grounds again after the rules have changed."""

from collections import Counter

from django.core.management.base import BaseCommand, CommandError

from decisions import ingest
from decisions.grounds import CATALOGUE
from decisions.management.progress import Progress
from decisions.models import Decision
from decisions.parsing.reference import normalise


class Command(BaseCommand):
    """Reads stored decisions, not their sources. Exit code 0: done; 2: wrong usage."""

    help = "Find the rejection grounds of all decisions again. Findings that staff added or rejected are kept."

    def add_arguments(self, parser):
        parser.add_argument(
            "references",
            nargs="*",
            metavar="REFERENCE",
            help="such as 22-015-753; by default all decisions",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would change, but write nothing")

    def handle(self, *args, references, dry_run, **options):
        references = self._in_archive(references)
        progress = Progress(self.stdout, len(references) if references is not None else Decision.objects.count())
        totals = Counter()
        decisions = changed = 0
        for decisions, batch in ingest.reclassify(references, dry_run=dry_run):
            progress.at(decisions)
            if batch:
                progress.done()
            for each in batch:
                self._show(each)
                totals.update((shift.ground, shift.kind) for shift in each.shifts)
            changed += len(batch)
        progress.done()
        for slug in [*CATALOGUE, *sorted({slug for slug, _ in totals} - set(CATALOGUE))]:
            counts = [f"{totals[slug, kind]} {kind}" for kind in ingest.SHIFTS if totals[slug, kind]]
            if counts:
                self.stdout.write(f"{slug}: {', '.join(counts)}")
        self.stdout.write(f"{decisions} read, {changed} changed{' (dry run: nothing was written)' if dry_run else ''}")

    def _in_archive(self, references):
        """Return the references in the form of the archive; None for all decisions."""
        if not references:
            return None
        printed = {reference: normalise(reference) for reference in references}
        stored = set(
            Decision.objects.filter(reference__in=filter(None, printed.values())).values_list("reference", flat=True)
        )
        for given, reference in printed.items():
            if reference is None:
                raise CommandError(f"“{given}” is not a reference such as 22-015-753", returncode=2)
            if reference not in stored:
                raise CommandError(f"{reference}: not in this archive; import it first", returncode=2)
        return sorted(stored)

    def _show(self, changed):
        self.stdout.write(changed.reference)
        for shift in changed.shifts:
            place = f"paragraph {shift.paragraph}" if shift.paragraph else "the summary"
            self.stdout.write(f"  {shift.kind} {shift.ground}, {place}: “{shift.quote}”")
        for text in changed.raised:
            self.stdout.write(f"  to review: {text}")
        for text in changed.cleared:
            self.stdout.write(f"  no longer to review: {text}")
        if not (changed.shifts or changed.raised or changed.cleared):
            self.stdout.write("  the same findings in another order")
