"""Rows of mentions: signposts, provisions of law, and references to paragraphs and decisions."""

import json
from collections.abc import Iterable, Iterator, Sequence

from decisions.ingest import bulk_rows
from decisions.mentions import RULES, Mentions, act_slugs, mentions, parts
from decisions.models import Decision, Provision, Reference, Signpost
from decisions.models.queries import ProvisionRow, ReferenceRow, SignpostRow
from decisions.parsing.document import Document

__all__ = ["RULES", "enter", "forget"]


Row = tuple[int | str, ...]
"""The key of a decision, then the values of a `SignpostRow`, a `ProvisionRow` or a `ReferenceRow`."""


def enter(decisions: Sequence[Decision], documents: Sequence[Document]) -> None:
    """Insert the mentions of decisions that have none yet, from their documents. Three queries."""
    signposts: list[Row] = []
    provisions: list[Row] = []
    references: list[Row] = []
    for decision, document in zip(decisions, documents, strict=True):
        found = mentions(document)
        signposts += ((*_span(decision, each), each.place) for each in found.signposts)
        provisions += _provisions(decision, document, found)
        references += _references(decision, found)
    bulk_rows.insert(Signpost, ("decision_id", *SignpostRow._fields), signposts)
    bulk_rows.insert(Provision, ("decision_id", *ProvisionRow._fields), provisions)
    bulk_rows.insert(Reference, ("decision_id", *ReferenceRow._fields), references)


def forget(decisions: Iterable[Decision]) -> None:
    """Delete the mentions of these decisions."""
    ids = [decision.pk for decision in decisions]
    for model in (Signpost, Provision, Reference):
        model.objects.filter(decision__in=ids).delete()


def _provisions(decision: Decision, document: Document, found: Mentions) -> Iterator[Row]:
    for each, act_slug in zip(found.provisions, act_slugs(document, found.provisions), strict=True):
        normalised, placed = each.normalised or "", parts(each.normalised)
        yield *_span(decision, each), each.act or "", act_slug, each.kind, each.number, normalised, *placed


def _references(decision: Decision, found: Mentions) -> Iterator[Row]:
    for each in found.paragraph_references:
        yield *_span(decision, each), "", json.dumps(each.numbers)
    for each in found.decision_references:
        yield *_span(decision, each), each.reference, "[]"


def _span(decision: Decision, mention) -> tuple[int, int, int, int]:
    return decision.pk, mention.paragraph, mention.start, mention.end
