"""Mentions as JSON data, and as lines of text."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from decisions.mentions.mention import DecisionReference, Mentions, ParagraphReference, Provision, Signpost
from decisions.parsing.document import Document

_Mention = Signpost | Provision | ParagraphReference | DecisionReference


def as_data(document: Document, mentions: Mentions) -> dict[str, list[dict[str, Any]]]:
    """Return the lists `signposts`, `provisions` and `references` as for JSON, each mention with its quote.

    A reference is of the kind `paragraph` or `decision`; both kinds are in one list, in the order of the text.
    """
    texts = document.wholes
    return {
        "signposts": [_entry(texts, each) for each in mentions.signposts],
        "provisions": [_entry(texts, each) for each in mentions.provisions],
        "references": [
            {"kind": "paragraph" if isinstance(each, ParagraphReference) else "decision"} | _entry(texts, each)
            for each in _references(mentions)
        ],
    }


def as_lines(document: Document, mentions: Mentions) -> list[str]:
    """Return lines of text: a heading for each kind, and a line for each mention with its words below."""
    texts = document.wholes
    lines = ["signposts"]
    for post in mentions.signposts:
        lines += _lines(texts, post, post.place)
    lines += ["", "provisions"]
    for provision in mentions.provisions:
        number = provision.normalised or (f"{provision.number} (as printed)" if provision.number else "")
        name = " ".join(part for part in (provision.kind, number) if part)
        lines += _lines(texts, provision, f"{provision.act or 'Act not named'}: {name}")
    lines += ["", "references"]
    for each in _references(mentions):
        lines += _lines(texts, each, _target(each))
    return lines


def _target(reference: ParagraphReference | DecisionReference) -> str:
    if isinstance(reference, DecisionReference):
        return f"to decision {reference.reference}"
    word = "paragraph" if len(reference.numbers) == 1 else "paragraphs"
    return f"to {word} {', '.join(map(str, reference.numbers))}"


def _lines(texts: list[str], mention: _Mention, name: str) -> Iterator[str]:
    place = f"paragraph {mention.paragraph}" if mention.paragraph else "summary"
    yield f"    {name}, {place}, {mention.start}-{mention.end}"
    yield f"        “{' '.join(_quote(texts, mention).split())}”"


def _references(mentions: Mentions) -> list[ParagraphReference | DecisionReference]:
    both: list[ParagraphReference | DecisionReference] = [*mentions.paragraph_references]
    both += mentions.decision_references
    return sorted(both, key=lambda each: (each.paragraph, each.start))


def _entry(texts: list[str], mention: _Mention) -> dict[str, Any]:
    fields = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(mention).items()}
    return fields | {"quote": _quote(texts, mention)}


def _quote(texts: list[str], mention: _Mention) -> str:
    return texts[mention.paragraph][mention.start : mention.end]
