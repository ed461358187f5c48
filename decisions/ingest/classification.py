"""Classification of a document that staff have edited: findings that they rejected stay rejected. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from decisions.grounds import CATALOGUE, Finding, classify
from decisions.ingest.findings import place_of, shares_words
from decisions.parsing.document import Document

Place = tuple[str, int, int, int]
"""Ground (its slug), paragraph, start and end of a finding."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """Words of a paragraph that, as staff have decided, do not show a ground (its slug)."""

    ground: str
    paragraph: int
    quote: str


def machine_findings(
    document: Document, people: Collection[Place], rejections: Collection[Rejection]
) -> tuple[Finding, ...]:
    """Return what the rules find, best first, without what staff rejected or found themselves in the same words."""
    return tuple(
        finding
        for finding in classify(document)
        if (finding.ground, finding.paragraph, finding.start, finding.end) not in people
        and not _is_rejected(finding, document, rejections)
    )


def _is_rejected(finding: Finding, document: Document, rejections: Collection[Rejection]) -> bool:
    return any(
        (rejection.ground, rejection.paragraph) == (finding.ground, finding.paragraph)
        and shares_words(finding.start, finding.end, rejection.quote, document.whole(finding.paragraph))
        for rejection in rejections
    )


def found_again(
    findings: Iterable[Finding],
    document: Document,
    before: Collection[tuple[str, str]],
    rejections: Collection[Rejection],
) -> list[str]:
    """Return a doubt for each rejected ground that is found in words not found `before` (pairs of ground, quote)."""
    rejected = {rejection.ground: rejection for rejection in rejections}
    doubts = []
    for finding in findings:
        quote = quote_of(finding, document)
        if finding.ground in rejected and (finding.ground, quote) not in before:
            rejection = rejected[finding.ground]
            doubts.append(
                f"staff rejected “{CATALOGUE[finding.ground].title}” in the words “{rejection.quote}” of "
                f"{place_of(rejection.paragraph)}; it was found again in the words “{quote}” of "
                f"{place_of(finding.paragraph)}"
            )
    return doubts


def quote_of(finding: Finding, document: Document) -> str:
    """Return the words of a finding."""
    return document.whole(finding.paragraph)[finding.start : finding.end]
