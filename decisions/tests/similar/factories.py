"""Small decisions to be alike or not."""

from decisions import ingest
from decisions.models import Decision

_RECITED = "We cannot investigate late complaints unless we decide there are good reasons. Zebras are recited."


def paper(number, about, assessment="I looked.", category="Planning > Advice", council=None, role=_RECITED):
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


def load(folder, *papers):
    """Import decisions; they are found by their numbers."""
    for place, text in enumerate(papers):
        (folder / f"{place}.txt").write_text(text, encoding="utf-8")
    report = ingest.import_files(sorted(folder.iterdir()))
    assert (report.refused, report.new) == ([], len(papers))
    return list(Decision.objects.order_by("reference"))


_THINGS = ["hedges", "fences", "drains", "kerbs", "planters", "bonfires"]
_THINGS += ["allotments", "moorings", "turbines", "museums", "libraries", "pavilions"]
OTHERS = [
    paper(100 + place, f"It was about {thing}.", category=f"Other{place} > Thing{place}")
    for place, thing in enumerate(_THINGS)
]
"""Twelve decisions that have nothing in common but what all recite."""
