"""What puts a decision on the review list, and taking it off again."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from decisions.grounds import Finding
from decisions.models import Doubt
from decisions.parsing.document import Document
from decisions.parsing.lines import fold

# As the Ombudsman prints them; no others were seen in some 450 decisions of 2016-2026.
_CLOSED = "closed after initial enquiries"
_OUTCOMES = {_CLOSED, "upheld", "not upheld"}
_CATEGORIES = {
    "adult care services",
    "benefits and tax",
    "children's care services",
    "education",
    "environment and regulation",
    "health",
    "housing",
    "other categories",
    "planning",
    "transport and highways",
}
_EXPECTED = {"council": "council", "category": "category", "outcome": "outcome", "decision_date": "decision date"}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a person should look at a decision: a line of its text (None: no one line), and what is in doubt."""

    line: int | None
    text: str


def reasons(document: Document, findings: Iterable[Finding]) -> list[Reason]:
    """Everything about a reading that a person should look at; nothing where all is clear."""
    found = [Reason(doubt.line, doubt.assumed) for doubt in document.doubts]
    found += [
        Reason(None, f"the text states no {name}") for fact, name in _EXPECTED.items() if not getattr(document, fact)
    ]
    if not document.summary:
        found.append(Reason(None, "the text has no summary"))
    outcome, category = fold(document.outcome or ""), fold(document.category or "")
    if outcome and outcome not in _OUTCOMES:
        found.append(Reason(None, f"the outcome “{document.outcome}” is not a known one"))
    if category and category not in _CATEGORIES:
        found.append(Reason(None, f"the category “{document.category}” is not a known one"))
    if outcome == _CLOSED and not list(findings):
        found.append(Reason(None, "the complaint was closed, but no ground was found"))
    return found


@transaction.atomic
def settle(doubts: Iterable[Doubt], *, by: str) -> int:
    """Record that a person has looked at doubts; how many were open."""
    ids = [doubt.pk for doubt in doubts]
    return Doubt.objects.open().filter(pk__in=ids).update(settled_at=timezone.now(), settled_by=by)
