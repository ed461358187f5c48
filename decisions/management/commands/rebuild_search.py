"""`manage.py rebuild_search`: make the search index again."""

from django.core.management.base import BaseCommand, CommandError

from decisions import search
from decisions.management.progress import Progress
from decisions.models import Decision


class Command(BaseCommand):
    """Exit code 0; 1 if the index cannot be written. Can be stopped at any moment: searches and imports finish it."""

    help = "Make the search index of this host again from the decisions."

    def handle(self, *args, **options):
        progress = Progress(self.stdout, Decision.objects.count())
        try:
            done = search.rebuild(progress.at)
        except search.IndexUnavailableError as error:
            raise CommandError(f"The search index was not made: {error.__cause__ or error}") from error
        progress.done()
        self.stdout.write(f"{done:,} decision{'' if done == 1 else 's'} indexed")
