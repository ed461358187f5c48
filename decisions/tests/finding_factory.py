"""Findings created in tests without `ingest`, with the words of their span as the quote."""

from decisions.models import Finding, Ground, wholes


def put(decision, slug, number, start, end, **more):
    """Create a finding of the ground in this span of paragraph `number` (0: the summary)."""
    whole = wholes(decision.summary, decision.paragraphs.order_by("position"))[number]
    values = {"strength": Finding.Strength.SUPPORTING, "quote": whole[start:end], **more}
    ground = Ground.objects.get(slug=slug)
    return Finding.objects.create(
        decision=decision, ground=ground, paragraph_number=number, start=start, end=end, **values
    )


def narrow(finding):
    """Move the start of a finding by one character."""
    Finding.objects.filter(pk=finding.pk).update(start=finding.start + 1, quote=finding.quote[1:])


def misquoted():
    """Return the findings whose quote is not the text of their span."""
    found = []
    for finding in Finding.objects.select_related("decision"):
        texts = wholes(finding.decision.summary, finding.decision.paragraphs.order_by("position"))
        if texts.get(finding.paragraph_number, "")[finding.start : finding.end] != finding.quote:
            found.append(finding)
    return found
