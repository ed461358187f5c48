"""Mentions: where a decision sends people instead, the law it cites, and its references to paragraphs and decisions.

Each has the words that show it. No Django here.
"""

from decisions.mentions.law_slugs import act_slugs, parts
from decisions.mentions.legislation import ACTS, Act, official_address
from decisions.mentions.mention import DecisionReference, Mentions, ParagraphReference, Provision, Signpost
from decisions.mentions.places import PLACES, Place
from decisions.mentions.provisions import provisions_in
from decisions.mentions.references import decisions_in, paragraphs_in
from decisions.mentions.signposts import signposts
from decisions.parsing.document import ADDED, Document

RULES = 2
"""The version of the rules. Add one when they find other mentions: the archive then reads all its decisions again."""

__all__ = [
    "ACTS",
    "PLACES",
    "RULES",
    "Act",
    "DecisionReference",
    "Mentions",
    "ParagraphReference",
    "Place",
    "Provision",
    "Signpost",
    "act_slugs",
    "mentions",
    "official_address",
    "parts",
]


def mentions(document: Document) -> Mentions:
    """Return all that the document mentions, in the order of the text. Never raises."""
    texts = document.wholes
    # Where the numbers are ours, a printed "paragraph 12" cannot mean them.
    count = 0 if document.numbering == ADDED else len(texts) - 1
    numbered = tuple(enumerate(texts))  # 0 is the summary
    return Mentions(
        signposts=signposts(document),
        provisions=tuple(each for number, text in numbered for each in provisions_in(text, number)),
        paragraph_references=tuple(each for number, text in numbered for each in paragraphs_in(text, number, count)),
        decision_references=tuple(
            each for number, text in numbered for each in decisions_in(text, number, document.reference)
        ),
    )
