"""Texts of small decisions, similar or not."""

from decisions import ingest
from decisions.models import Decision

_RECITED = "We cannot investigate late complaints unless we decide there are good reasons. Zebras are recited."


def decision_text(number, about, assessment="I looked.", category="Planning > Advice", council=None, role=_RECITED):
    """A decision: what it is about, what the Ombudsman found, and what is recited in it."""
    return f"""{council or f"Ashby{number} Council"} (22 015 {number:03})
Category : {category}
Decision : Closed after initial enquiries
Decision date : 09 Mar 2023
The Ombudsman's final decision:
Summary: {about}
The complaint
- Someone complained.
The Ombudsman's role and powers
- {role}
My assessment
- {assessment}
Final decision
- We will not investigate.
"""


def load(folder, *texts):
    """Import decisions; they are found by their numbers."""
    for place, text in enumerate(texts):
        (folder / f"{place}.txt").write_text(text, encoding="utf-8")
    report = ingest.import_files(sorted(folder.iterdir()))
    assert (report.refused, report.new) == ([], len(texts))
    return list(Decision.objects.order_by("reference"))


_THINGS = ["hedges", "fences", "drains", "kerbs", "planters", "bonfires"]
_THINGS += ["allotments", "moorings", "turbines", "museums", "libraries", "pavilions"]
OTHERS = [
    decision_text(100 + place, f"It was about {thing}.", category=f"Other{place} > Thing{place}")
    for place, thing in enumerate(_THINGS)
]
"""The texts of twelve decisions that have only recited law in common."""
