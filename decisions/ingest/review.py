"""The review list: doubts that put a decision on it, and settling them."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from decisions.grounds import Finding as FoundGround
from decisions.ingest.document_rows import grouped
from decisions.models import Decision, Doubt
from decisions.parsing.document import Document
from decisions.parsing.lines import fold
from decisions.sources import is_damaged

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
_EXPECTED = ("council", "category", "outcome", "decision_date")


def reasons(document: Document, findings: Iterable[FoundGround], people: Iterable[object] = ()) -> list[Doubt]:
    """Return why a person should look at a reading, as doubts not saved yet; an empty list where all is clear.

    `findings` are the automatic ones, `people` those of staff.
    """
    texts = [f"the text states no {name.replace('_', ' ')}" for name in _EXPECTED if not getattr(document, name)]
    if not document.summary:
        texts.append("the text has no summary")
    for name, usual in (("outcome", _OUTCOMES), ("category", _CATEGORIES)):
        value = getattr(document, name)
        if value and fold(value) not in usual:
            texts.append(f"the {name} “{value}” is not a known one")
    if is_damaged(document.council or ""):
        texts.append(f"the council’s name “{document.council}” looks damaged, so no council is added for it")
    if doubt := doubt_about_grounds(document, findings, people):
        texts.append(doubt)
    found = [Doubt(line=doubt.line, reason=doubt.assumed) for doubt in document.doubts]
    return found + [Doubt(reason=text) for text in texts]


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


def enter_doubts(reviews: Iterable[tuple[Decision, Iterable[Doubt]]]) -> None:
    """Insert new doubts about decisions."""
    doubts = []
    for decision, review in reviews:
        for doubt in review:
            doubt.decision = decision
            doubts.append(doubt)
    Doubt.objects.bulk_create(doubts)


def renew(decision: Decision, review: Iterable[Doubt]) -> None:
    """Replace the doubts about a decision by those of a new reading.

    A settled doubt stays settled: the same words do not open it again. Doubts about the work of staff, raised now or
    earlier, stay until someone settles them.
    """
    decision.doubts.open().filter(about_peoples_work=False).delete()
    known = grouped(decision.doubts.all(), "reason")
    new = []
    for doubt in review:
        settled = known.get(doubt.reason, [])
        if settled and not doubt.about_peoples_work:
            settled[0].line = doubt.line
            settled.pop(0).save(update_fields=["line"])
        elif not (doubt.about_peoples_work and doubt.reason in known):
            new.append(doubt)
    enter_doubts([(decision, new)])


@transaction.atomic
def settle(doubts: Iterable[Doubt], *, by: str) -> int:
    """Mark doubts as settled by a person; return how many were open."""
    ids = [doubt.pk for doubt in doubts]
    return Doubt.objects.open().filter(pk__in=ids).update(settled_at=timezone.now(), settled_by=by)
