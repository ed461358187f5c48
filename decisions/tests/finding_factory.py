"""Findings made by hand, past `ingest`: with the words that stand where they point."""

from decisions.models import Finding, Ground, wholes


def put(decision, slug, number, start, end, **more):
    """A finding of the ground in this span of paragraph `number` (0: the summary)."""
    whole = wholes(decision.summary, decision.paragraphs.order_by("position"))[number]
    values = {"strength": Finding.Strength.SUPPORTING, "quote": whole[start:end], **more}
    ground = Ground.objects.get(slug=slug)
    return Finding.objects.create(
        decision=decision, ground=ground, paragraph_number=number, start=start, end=end, **values
    )


def narrow(finding):
    """Have a finding begin a character later."""
    Finding.objects.filter(pk=finding.pk).update(start=finding.start + 1, quote=finding.quote[1:])


def misquoted():
    """The findings whose words are not those that stand where they point."""
    found = []
    for finding in Finding.objects.select_related("decision"):
        texts = wholes(finding.decision.summary, finding.decision.paragraphs.order_by("position"))
        if texts.get(finding.paragraph_number, "")[finding.start : finding.end] != finding.quote:
            found.append(finding)
    return found
