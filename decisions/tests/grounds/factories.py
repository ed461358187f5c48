"""Small documents to try the classifier on."""

from decisions.grounds import classify
from decisions.parsing.document import Document, Paragraph, Section

CLOSED = "Closed after initial enquiries"


def document_of(*sections: tuple[str, str], summary: str | None = None, outcome: str | None = CLOSED) -> Document:
    """A document of (heading, text) sections of one paragraph each."""
    return Document(
        reference="22 015 753",
        council="Anyshire Council",
        outcome=outcome,
        summary=summary,
        sections=tuple(_section(number, *section) for number, section in enumerate(sections, start=1)),
    )


def _section(number: int, heading: str, text: str) -> Section:
    level = 2 if heading.startswith("> ") else 1
    return Section(heading.removeprefix("> "), level, (), (Paragraph(number, text),))


def decided(text: str, outcome: str | None = CLOSED) -> Document:
    """A document whose Final decision is the text."""
    return document_of(("Final decision", text), outcome=outcome)


def assessed(text: str) -> Document:
    """A document whose assessment is the text, in which nothing is stated."""
    return document_of(("My assessment", text), ("Final decision", "We will not investigate this complaint."))


def grounds(document: Document) -> set[str]:
    """The slugs of the grounds found in the document."""
    return {finding.ground for finding in classify(document)}


def quotes(document: Document) -> list[tuple[str, str, int, str]]:
    """Each finding as (ground, strength, paragraph, the words)."""
    return [
        (
            finding.ground,
            finding.strength,
            finding.paragraph,
            document.whole(finding.paragraph)[finding.start : finding.end],
        )
        for finding in classify(document)
    ]
