"""The review list: doubts that put a decision on it, and settling them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from decisions.grounds import Finding as FoundGround
from decisions.models import Decision, Doubt
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
NO_GROUND = "the complaint was closed, but no ground was found"
GUESSED = "no usual wording of a ground was found; the nearest to one was taken for it"
ABOUT_GROUNDS = (NO_GROUND, GUESSED)
"""The doubts about the grounds of a decision; it has at most one of them."""
_EXPECTED = {"council": "council", "category": "category", "outcome": "outcome", "decision_date": "decision date"}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a person should look at a decision: the line in its text (None: no single line), and the doubt."""

    line: int | None
    text: str


def reasons(document: Document, findings: Iterable[FoundGround], people: Iterable[object] = ()) -> list[Reason]:
    """Return everything in a reading that a person should look at; an empty list where all is clear.

    `findings` are the automatic ones, `people` those of staff.
    """
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
    if doubt := doubt_about_grounds(document, findings, people):
        found.append(Reason(None, doubt))
    return found


def doubt_about_grounds(
    document: Document, findings: Iterable[FoundGround], people: Iterable[object] = ()
) -> str | None:
    """Return NO_GROUND for a closed complaint without a finding, GUESSED for a guess; None if staff found a ground."""
    findings = list(findings)
    if list(people):
        return None
    if any(finding.guessed for finding in findings):
        return GUESSED
    return NO_GROUND if fold(document.outcome or "") == _CLOSED and not findings else None


def enter_doubts(reviews: Iterable[tuple[Decision, Iterable[Reason]]]) -> None:
    """Insert the doubts about new decisions."""
    Doubt.objects.bulk_create(_doubt(decision, reason) for decision, review in reviews for reason in review)


def renew(decision: Decision, review: Iterable[Reason], raised: Iterable[Reason]) -> None:
    """Replace the doubts about a decision by those of a new reading.

    A settled doubt stays settled: the same words do not open it again. Doubts `raised` about the work of staff, now or
    earlier, stay until someone settles them.
    """
    decision.doubts.open().filter(about_peoples_work=False).delete()
    known: dict[str, list[Doubt]] = {}
    for doubt in decision.doubts.all():
        known.setdefault(doubt.reason, []).append(doubt)
    new = []
    for reason in review:
        if settled := known.get(reason.text):
            settled[0].line = reason.line
            settled.pop(0).save(update_fields=["line"])
        else:
            new.append(_doubt(decision, reason))
    new += [_doubt(decision, reason, about_peoples_work=True) for reason in raised if reason.text not in known]
    Doubt.objects.bulk_create(new)


def _doubt(decision: Decision, reason: Reason, **values: bool) -> Doubt:
    return Doubt(decision=decision, line=reason.line, reason=reason.text, **values)


@transaction.atomic
def settle(doubts: Iterable[Doubt], *, by: str) -> int:
    """Mark doubts as settled by a person; return how many were open."""
    ids = [doubt.pk for doubt in doubts]
    return Doubt.objects.open().filter(pk__in=ids).update(settled_at=timezone.now(), settled_by=by)
