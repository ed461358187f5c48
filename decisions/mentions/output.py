"""Mentions as data, and as lines of a print."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from decisions.mentions.mention import DecisionReference, Mentions, ParagraphReference, Provision, Signpost
from decisions.parsing.document import Document

_Mention = Signpost | Provision | ParagraphReference | DecisionReference


def as_data(document: Document, mentions: Mentions) -> dict[str, list[dict[str, Any]]]:
    """The lists `signposts`, `provisions` and `references` as JSON has them, each mention with its quote.

    A reference is of the kind `paragraph` or `decision`; both kinds stand in one list, in the order of the text.
    """
    wholes = _wholes(document)
    return {
        "signposts": [_entry(wholes, each) for each in mentions.signposts],
        "provisions": [_entry(wholes, each) for each in mentions.provisions],
        "references": [
            {"kind": "paragraph" if isinstance(each, ParagraphReference) else "decision"} | _entry(wholes, each)
            for each in _references(mentions)
        ],
    }


def as_lines(document: Document, mentions: Mentions) -> list[str]:
    """The mentions as the print of a decision has them: a heading a kind, a line a mention, the words below it."""
    wholes = _wholes(document)
    lines = ["signposts"]
    for post in mentions.signposts:
        lines += _lines(wholes, post, post.place)
    lines += ["", "provisions"]
    for provision in mentions.provisions:
        number = provision.normalised or (f"{provision.number} (as printed)" if provision.number else "")
        name = " ".join(part for part in (provision.kind, number) if part)
        lines += _lines(wholes, provision, f"{provision.act or 'Act not named'}: {name}")
    lines += ["", "references"]
    for each in _references(mentions):
        lines += _lines(wholes, each, _aim(each))
    return lines


def _aim(reference: ParagraphReference | DecisionReference) -> str:
    if isinstance(reference, DecisionReference):
        return f"to decision {reference.reference}"
    word = "paragraph" if len(reference.numbers) == 1 else "paragraphs"
    return f"to {word} {', '.join(map(str, reference.numbers))}"


def _lines(wholes: list[str], mention: _Mention, name: str) -> Iterator[str]:
    place = f"paragraph {mention.paragraph}" if mention.paragraph else "summary"
    yield f"    {name}, {place}, {mention.start}-{mention.end}"
    yield f"        “{' '.join(_quote(wholes, mention).split())}”"


def _references(mentions: Mentions) -> list[ParagraphReference | DecisionReference]:
    both: list[ParagraphReference | DecisionReference] = [*mentions.paragraph_references]
    both += mentions.decision_references
    return sorted(both, key=lambda each: (each.paragraph, each.start))


def _entry(wholes: list[str], mention: _Mention) -> dict[str, Any]:
    fields = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(mention).items()}
    return fields | {"quote": _quote(wholes, mention)}


def _quote(wholes: list[str], mention: _Mention) -> str:
    return wholes[mention.paragraph][mention.start : mention.end]


def _wholes(document: Document) -> list[str]:
    """The texts that offsets count in, by paragraph number; 0 is the summary."""
    return [document.summary or "", *(paragraph.whole for paragraph in document.paragraphs)]
