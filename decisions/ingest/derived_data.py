"""Data derived from the stored text of a decision, refreshed whenever the text changes.

These are its mentions, and the links of its paragraphs to standard ones.
"""

from collections.abc import Callable, Sequence

from django.db import transaction

from decisions import search
from decisions.ingest import mention_rows, standard_paragraphs
from decisions.ingest.stored_documents import documents
from decisions.models import Decision

_MOST_DECISIONS = 200  # in one transaction: some two seconds' work


@transaction.atomic
def refresh_derived_data(decisions: Sequence[Decision]) -> None:
    """Derive mentions and standard paragraphs again from the stored texts of these decisions."""
    stored = documents(decisions)
    mention_rows.forget(decisions)
    mention_rows.enter(decisions, stored)
    standard_paragraphs.link(decisions, stored)
    Decision.objects.filter(pk__in=[decision.pk for decision in decisions]).update(mentions_rules=mention_rows.RULES)
    transaction.on_commit(search.try_to_follow)


def read_mentions(progress: Callable[[int], None] = lambda count: None) -> int:
    """Read the mentions of all decisions whose mentions are not by the present rules; return how many.

    Each batch is a transaction: it can be stopped at any moment, and continues from there when called again.
    `progress` gets the number of decisions done so far.
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
