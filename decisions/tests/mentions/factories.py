"""Small documents and sentences to find mentions in."""

from decisions.mentions import Mentions, mentions
from decisions.mentions.provisions import provisions_in
from decisions.parsing.document import Document
from decisions.tests.grounds.factories import assessed


def signposts(document: Document) -> list[tuple[str, int, str]]:
    """Each signpost as (place, paragraph, the words)."""
    return [(each.place, each.paragraph, quote(document, each)) for each in mentions(document).signposts]


def places(text: str) -> list[str]:
    """Where an assessment of this text sends people."""
    return [each.place for each in mentions(assessed(text)).signposts]


def cited(text: str) -> list[tuple[str | None, str, str, str | None]]:
    """The provisions of a text as (act, kind, number as printed, normalised)."""
    return [(each.act, each.kind, each.number, each.normalised) for each in provisions_in(text, 1)]


def quote(document: Document, mention: object) -> str:
    """The words of a mention."""
    return document.whole(mention.paragraph)[mention.start : mention.end]  # type: ignore[attr-defined]


def everything(found: Mentions) -> list[object]:
    """All mentions of a document."""
    return [*found.signposts, *found.provisions, *found.paragraph_references, *found.decision_references]
