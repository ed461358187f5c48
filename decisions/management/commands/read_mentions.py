"""`manage.py read_mentions`: read the mentions of decisions whose mentions are missing or out of date."""

from django.core.management.base import BaseCommand

from decisions import ingest
from decisions.management.progress import Progress
from decisions.models import Decision


class Command(BaseCommand):
    """Reads stored texts, not sources. Exit code 0. Can be stopped at any moment and run again."""

    help = "Read what decisions imported before an update mention. Imports do this for new decisions."

    def handle(self, *args, **options):
        progress = Progress(self.stdout, Decision.objects.with_mentions_to_read().count())
        done = ingest.read_mentions(progress.at)
        progress.done()
        self.stdout.write(f"{done:,} decision{'' if done == 1 else 's'} read")
