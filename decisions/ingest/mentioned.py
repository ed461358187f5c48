"""Mentions → rows: where people were sent instead, the law cited, references."""

from collections.abc import Iterable, Iterator, Sequence

from decisions.mentions import RULES, Mentions, act_slugs, mentions, parts
from decisions.models import Decision, Provision, Reference, Signpost
from decisions.parsing.document import Document

__all__ = ["RULES", "enter", "forget"]


def enter(decisions: Sequence[Decision], documents: Sequence[Document]) -> None:
    """Enter what these decisions, whose documents these are, mention; they have no rows of it yet. Three queries."""
    signposts: list[Signpost] = []
    provisions: list[Provision] = []
    references: list[Reference] = []
    for decision, document in zip(decisions, documents, strict=True):
        found = mentions(document)
        signposts += (Signpost(place=each.place, **_span(decision, each)) for each in found.signposts)
        provisions += _provisions(decision, document, found)
        references += _references(decision, found)
    Signpost.objects.bulk_create(signposts)
    Provision.objects.bulk_create(provisions)
    Reference.objects.bulk_create(references)


def forget(decisions: Iterable[Decision]) -> None:
    """Take out all that these decisions mention."""
    ids = [decision.pk for decision in decisions]
    for model in (Signpost, Provision, Reference):
        model.objects.filter(decision__in=ids).delete()


def _provisions(decision: Decision, document: Document, found: Mentions) -> Iterator[Provision]:
    for each, act_slug in zip(found.provisions, act_slugs(document, found.provisions), strict=True):
        section, rest = parts(each.normalised)
        yield Provision(
            act=each.act or "",
            act_slug=act_slug,
            kind=each.kind,
            number=each.number,
            normalised=each.normalised or "",
            section=section,
            rest=rest,
            **_span(decision, each),
        )


def _references(decision: Decision, found: Mentions) -> Iterator[Reference]:
    for each in found.paragraph_references:
        yield Reference(to_numbers=list(each.numbers), **_span(decision, each))
    for each in found.decision_references:
        yield Reference(to_reference=each.reference, **_span(decision, each))


def _span(decision: Decision, mention) -> dict:
    return {
        "decision": decision,
        "paragraph_number": mention.paragraph,
        "start": mention.start,
        "end": mention.end,
    }
