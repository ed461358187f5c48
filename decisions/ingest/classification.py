"""What the machine finds in a document that people have been at: what they struck stays struck. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from decisions.grounds import CATALOGUE, Finding, classify
from decisions.ingest.findings import place_of, shares_words
from decisions.parsing.document import Document

Place = tuple[str, int, int, int]
"""Ground (its slug), paragraph, start and end of a finding."""


@dataclass(frozen=True, slots=True)
class Strike:
    """Words of a paragraph that a person said do not show a ground (its slug)."""

    ground: str
    paragraph: int
    quote: str


def machine_findings(document: Document, people: Collection[Place], strikes: Collection[Strike]) -> tuple[Finding, ...]:
    """What the rules find, best first, less what people struck and what they found themselves in the same words."""
    return tuple(
        finding
        for finding in classify(document)
        if (finding.ground, finding.paragraph, finding.start, finding.end) not in people
        and not _is_struck(finding, document, strikes)
    )


def _is_struck(finding: Finding, document: Document, strikes: Collection[Strike]) -> bool:
    return any(
        (strike.ground, strike.paragraph) == (finding.ground, finding.paragraph)
        and shares_words(finding.start, finding.end, strike.quote, document.whole(finding.paragraph))
        for strike in strikes
    )


def found_again(
    findings: Iterable[Finding], document: Document, before: Collection[tuple[str, str]], strikes: Collection[Strike]
) -> list[str]:
    """What is in doubt where a ground that people struck is found in other words than were there `before`."""
    struck = {strike.ground: strike for strike in strikes}
    doubts = []
    for finding in findings:
        quote = quote_of(finding, document)
        if finding.ground in struck and (finding.ground, quote) not in before:
            strike = struck[finding.ground]
            doubts.append(
                f"staff rejected “{CATALOGUE[finding.ground].title}” in the words “{strike.quote}” of "
                f"{place_of(strike.paragraph)}; it was found again in the words “{quote}” of "
                f"{place_of(finding.paragraph)}"
            )
    return doubts


def quote_of(finding: Finding, document: Document) -> str:
    """The words of a finding."""
    return document.whole(finding.paragraph)[finding.start : finding.end]
