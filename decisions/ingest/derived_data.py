"""Data derived from the stored text of a decision, refreshed whenever the text changes.

These are its mentions, and the links of its paragraphs to standard ones.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence

from django.db import transaction

from decisions import search
from decisions.ingest import bulk_rows, standard_paragraphs
from decisions.ingest.document_rows import documents
from decisions.mentions import RULES, Mentions, act_slugs, mentions, parts
from decisions.models import Decision, Provision, Reference, Signpost
from decisions.models.queries import ProvisionRow, ReferenceRow, SignpostRow
from decisions.parsing.document import Document

_MOST_DECISIONS = 200  # in one transaction: some two seconds' work

_Row = tuple[int | str, ...]
"""The key of a decision, then the values of a `SignpostRow`, a `ProvisionRow` or a `ReferenceRow`."""


@transaction.atomic
def refresh_derived_data(decisions: Sequence[Decision]) -> None:
    """Derive mentions and standard paragraphs again from the stored texts of these decisions."""
    stored = documents(decisions)
    forget_mentions(decisions)
    enter_mentions(decisions, stored)
    standard_paragraphs.link(decisions, stored)
    Decision.objects.filter(pk__in=[decision.pk for decision in decisions]).update(mentions_rules=RULES)
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


def enter_mentions(decisions: Sequence[Decision], read: Sequence[Document]) -> None:
    """Insert the mentions of decisions that have none yet, from their documents. Three queries."""
    signposts: list[_Row] = []
    provisions: list[_Row] = []
    references: list[_Row] = []
    for decision, document in zip(decisions, read, strict=True):
        found = mentions(document)
        signposts += ((*_span(decision, each), each.place) for each in found.signposts)
        provisions += _provisions(decision, document, found)
        references += _references(decision, found)
    bulk_rows.insert(Signpost, ("decision_id", *SignpostRow._fields), signposts)
    bulk_rows.insert(Provision, ("decision_id", *ProvisionRow._fields), provisions)
    bulk_rows.insert(Reference, ("decision_id", *ReferenceRow._fields), references)


def forget_mentions(decisions: Iterable[Decision]) -> None:
    """Delete the mentions of these decisions."""
    ids = [decision.pk for decision in decisions]
    for model in (Signpost, Provision, Reference):
        model.objects.filter(decision__in=ids).delete()


def _provisions(decision: Decision, document: Document, found: Mentions) -> Iterator[_Row]:
    for each, act_slug in zip(found.provisions, act_slugs(document, found.provisions), strict=True):
        normalised, placed = each.normalised or "", parts(each.normalised)
        yield *_span(decision, each), each.act or "", act_slug, each.kind, each.number, normalised, *placed


def _references(decision: Decision, found: Mentions) -> Iterator[_Row]:
    for each in found.paragraph_references:
        yield *_span(decision, each), "", json.dumps(each.numbers)
    for each in found.decision_references:
        yield *_span(decision, each), each.reference, "[]"


def _span(decision: Decision, mention) -> tuple[int, int, int, int]:
    return decision.pk, mention.paragraph, mention.start, mention.end
