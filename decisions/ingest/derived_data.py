"""What follows from a decision's text as it is stored, and must follow it whenever it changes.

Its mentions, and which of its paragraphs are standard ones.
"""

from collections.abc import Callable, Sequence

from django.db import transaction

from decisions.ingest import mention_rows, standard_paragraphs
from decisions.ingest.stored_documents import documents
from decisions.models import Decision

_MOST_DECISIONS = 200  # in one transaction: some two seconds' work


@transaction.atomic
def refresh_derived_data(decisions: Sequence[Decision]) -> None:
    """Find again, in the stored texts of these decisions, what they mention and which paragraphs are standard."""
    stored = documents(decisions)
    mention_rows.forget(decisions)
    mention_rows.enter(decisions, stored)
    standard_paragraphs.link(decisions, stored)
    Decision.objects.filter(pk__in=[decision.pk for decision in decisions]).update(mentions_rules=mention_rows.RULES)


def read_mentions(progress: Callable[[int], None] = lambda count: None) -> int:
    """Read the mentions of all decisions that have none by the rules as they are; how many these were.

    In batches of one transaction each: stopped at any moment, it goes on where it was when called again.
    """
    done = 0
    waiting = Decision.objects.with_mentions_to_read().without_source().select_related("council").order_by("pk")
    while True:
        with transaction.atomic():
            batch = list(waiting.select_for_update(of=("self",))[:_MOST_DECISIONS])
            if not batch:
                return done
            refresh_derived_data(batch)
        done += len(batch)
        progress(done)
