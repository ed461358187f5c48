"""Mentions in decisions: signposts to other bodies, provisions of law, and references to paragraphs and decisions.

Rules find them, and `ingest` replaces them whenever the text changes. Staff do not edit them.
"""

from django.db import models
from django.db.models import F, Q

from decisions.models.decision import Decision


class MentionQuerySet(models.QuerySet):
    """Mentions of any kind."""

    def published(self):
        """Return those in decisions that the public may read."""
        return self.filter(decision__removed_at=None)

    def in_order(self):
        """Order by decision, then as in the text."""
        return self.order_by("decision_id", "paragraph_number", "start", "pk")


class Mention(models.Model):
    """A span of words in a paragraph, counted as a finding's is."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="%(class)ss")
    paragraph_number = models.PositiveIntegerField("paragraph", help_text="0 is the summary.")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        abstract = True
        ordering = ["decision", "paragraph_number", "start", "pk"]
        constraints = [models.CheckConstraint(condition=Q(start__lt=F("end")), name="%(class)s_has_words")]


class Signpost(Mention):
    """Words that send people to another place, such as a tribunal."""

    place = models.CharField(max_length=60, help_text="The slug of a place in `decisions.mentions.PLACES`.")

    objects = MentionQuerySet.as_manager()

    class Meta(Mention.Meta):
        indexes = [models.Index(fields=["place", "decision"], name="signpost_by_place")]

    def __str__(self):
        return f"{self.place}, ¶ {self.paragraph_number}"


class ProvisionQuerySet(MentionQuerySet):
    """Provisions by Act and number."""

    def of_act(self, slug):
        """Return those of the Act of this slug."""
        return self.filter(act_slug=slug)

    def at(self, section, rest=None, kind="section"):
        """Return those of a section (`24A`); with `rest`, only of that part (`6`, or "" for the whole section)."""
        cited = self.filter(kind=kind, section=section)
        return cited if rest is None else cited.filter(rest=rest)


class Provision(Mention):
    """A law, or a section, schedule or regulation of one, that a decision cites.

    For `26(6)(a)`, `section` is `26` and `rest` is `6/a`; for a schedule, `section` is its number. Both are empty if
    the law is cited as a whole or the number is in doubt. A case has the kind `case`, its name in `act`, and its
    neutral citation, if any, in `normalised`.
    """

    act = models.TextField(blank=True, help_text="As printed. Empty if the words do not name it.")
    act_slug = models.CharField(
        max_length=200, blank=True, help_text="Used in the addresses of pages. Empty if in doubt."
    )
    kind = models.CharField(max_length=20)
    number = models.TextField(blank=True, help_text="As printed. Empty for a law cited as a whole.")
    normalised = models.TextField(blank=True, help_text="In a standard spelling. Empty if in doubt.")
    section = models.CharField(max_length=20, blank=True)
    rest = models.CharField(max_length=100, blank=True)

    objects = ProvisionQuerySet.as_manager()

    class Meta(Mention.Meta):
        indexes = [
            models.Index(fields=["section", "rest", "kind", "decision"], name="provision_by_number"),
            models.Index(fields=["act_slug", "kind", "section", "rest", "decision"], name="provision_by_act"),
        ]

    def __str__(self):
        return " ".join(filter(None, [self.act, self.kind, self.number]))


class Reference(Mention):
    """Words that refer to paragraphs of the same decision, or to another decision."""

    to_reference = models.CharField(max_length=12, blank=True, help_text="The decision referred to. Empty: paragraphs.")
    to_numbers = models.JSONField(default=list, blank=True, help_text="The paragraphs referred to. Empty: a decision.")

    objects = MentionQuerySet.as_manager()

    class Meta(Mention.Meta):
        indexes = [
            models.Index(fields=["to_reference", "decision"], name="reference_to_decision"),
        ]

    def __str__(self):
        return self.to_reference or f"¶ {', '.join(map(str, self.to_numbers))}"
