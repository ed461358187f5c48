"""What puts a decision on the review list, and taking it off again."""

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
"""What can be in doubt about the grounds of a decision, at most one of these."""
_EXPECTED = {"council": "council", "category": "category", "outcome": "outcome", "decision_date": "decision date"}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a person should look at a decision: a line of its text (None: no one line), and what is in doubt."""

    line: int | None
    text: str


def reasons(document: Document, findings: Iterable[FoundGround], people: Iterable[object] = ()) -> list[Reason]:
    """Everything about a reading that a person should look at; nothing where all is clear.

    `findings` are the machine's, `people` those of people.
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
    """That nobody knows why a complaint was closed, or that why is a guess; None, too, where a person found why."""
    findings = list(findings)
    if list(people):
        return None
    if any(finding.guessed for finding in findings):
        return GUESSED
    return NO_GROUND if fold(document.outcome or "") == _CLOSED and not findings else None


def enter_doubts(reviews: Iterable[tuple[Decision, Iterable[Reason]]]) -> None:
    """Enter what is in doubt about decisions that are new."""
    Doubt.objects.bulk_create(_doubt(decision, reason) for decision, review in reviews for reason in review)


def renew(decision: Decision, review: Iterable[Reason], raised: Iterable[Reason]) -> None:
    """Put the doubts of a new reading in the place of the old ones.

    What somebody settled stays settled, and in the same words it is not opened again. What was `raised` about
    people's work, now or earlier, stays until somebody settles it.
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
    """Record that a person has looked at doubts; how many were open."""
    ids = [doubt.pk for doubt in doubts]
    return Doubt.objects.open().filter(pk__in=ids).update(settled_at=timezone.now(), settled_by=by)
