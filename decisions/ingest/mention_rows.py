"""Rows of mentions: signposts, provisions of law, and references to paragraphs and decisions."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from decisions.ingest import bulk_rows
from decisions.mentions import RULES, Mentions, act_slugs, mentions, parts
from decisions.models import Decision, Provision, Reference, Signpost
from decisions.parsing.document import Document

__all__ = ["RULES", "enter", "forget"]


class NewSignpost(NamedTuple):
    """The columns of a signpost."""

    decision_id: int
    paragraph_number: int
    start: int
    end: int
    place: str


class NewProvision(NamedTuple):
    """The columns of a provision."""

    decision_id: int
    paragraph_number: int
    start: int
    end: int
    act: str
    act_slug: str
    kind: str
    number: str
    normalised: str
    section: str
    rest: str


class NewReference(NamedTuple):
    """The columns of a reference; `to_numbers` is a JSON list."""

    decision_id: int
    paragraph_number: int
    start: int
    end: int
    to_reference: str
    to_numbers: str


def enter(decisions: Sequence[Decision], documents: Sequence[Document]) -> None:
    """Insert the mentions of decisions that have none yet, from their documents. Three queries."""
    signposts: list[NewSignpost] = []
    provisions: list[NewProvision] = []
    references: list[NewReference] = []
    for decision, document in zip(decisions, documents, strict=True):
        found = mentions(document)
        signposts += (NewSignpost(*_span(decision, each), each.place) for each in found.signposts)
        provisions += _provisions(decision, document, found)
        references += _references(decision, found)
    bulk_rows.insert(Signpost, signposts)
    bulk_rows.insert(Provision, provisions)
    bulk_rows.insert(Reference, references)


def forget(decisions: Iterable[Decision]) -> None:
    """Delete the mentions of these decisions."""
    ids = [decision.pk for decision in decisions]
    for model in (Signpost, Provision, Reference):
        model.objects.filter(decision__in=ids).delete()


def _provisions(decision: Decision, document: Document, found: Mentions) -> Iterator[NewProvision]:
    for each, act_slug in zip(found.provisions, act_slugs(document, found.provisions), strict=True):
        normalised, placed = each.normalised or "", parts(each.normalised)
        yield NewProvision(
            *_span(decision, each), each.act or "", act_slug, each.kind, each.number, normalised, *placed
        )


def _references(decision: Decision, found: Mentions) -> Iterator[NewReference]:
    for each in found.paragraph_references:
        yield NewReference(*_span(decision, each), "", json.dumps(each.numbers))
    for each in found.decision_references:
        yield NewReference(*_span(decision, each), each.reference, "[]")


def _span(decision: Decision, mention) -> tuple[int, int, int, int]:
    return decision.pk, mention.paragraph, mention.start, mention.end
