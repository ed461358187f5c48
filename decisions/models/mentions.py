"""Mentions in decisions: signposts to other bodies, provisions of law, and references to paragraphs and decisions.

Rules find them, and `ingest` replaces them whenever the text changes. Staff do not edit them.
"""

from django.db import models
from django.db.models import Count, F, Q

from decisions.mentions import PLACES
from decisions.models.decision import Decision


class MentionQuerySet(models.QuerySet):
    """Mentions of any kind."""

    def published(self):
        """Return those in decisions that the public may read."""
        return self.filter(decision__removed_at=None)

    def in_order(self):
        """Order by decision, then as in the text."""
        return self.order_by("decision_id", "paragraph_number", "start", "pk")

    def _counted(self, *fields):
        """Return rows of these fields with `decisions`, the number of decisions that have the values; most first."""
        return (
            self.order_by()
            .values(*fields)
            .annotate(decisions=Count("decision", distinct=True))
            .order_by("-decisions", *fields)
        )


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


class SignpostQuerySet(MentionQuerySet):
    """Signposts by place."""

    def to(self, place):
        """Return those that send people to the place of this slug."""
        return self.filter(place=place)

    def count_by_place(self):
        """Count the decisions that send people to each place: rows of `place` and `decisions`, most first."""
        return self._counted("place")


class Signpost(Mention):
    """Words that send people to another place, such as a tribunal."""

    place = models.CharField(max_length=60, help_text="The slug of a place in `decisions.mentions.PLACES`.")

    objects = SignpostQuerySet.as_manager()

    class Meta(Mention.Meta):
        indexes = [models.Index(fields=["place", "decision"], name="signpost_by_place")]

    def __str__(self):
        return f"{self.place}, ¶ {self.paragraph_number}"

    @property
    def title(self):
        """The name of the place; its slug if the rules no longer have it."""
        known = PLACES.get(self.place)
        return known.title if known else self.place


class ProvisionQuerySet(MentionQuerySet):
    """Provisions by Act and number."""

    def of_act(self, slug):
        """Return those of the Act of this slug."""
        return self.filter(act_slug=slug)

    def at(self, section, rest=None, kind="section"):
        """Return those of a section (`24A`); with `rest`, only of that part (`6`, or "" for the whole section)."""
        cited = self.filter(kind=kind, section=section)
        return cited if rest is None else cited.filter(rest=rest)

    def count_by_number(self):
        """Count the decisions that cite each provision: rows of `act_slug`, `kind`, `section`, `rest`, `decisions`."""
        return self.exclude(section="")._counted("act_slug", "kind", "section", "rest")


class Provision(Mention):
    """A law, or a section, schedule or regulation of one, that a decision cites.

    For `26(6)(a)`, `section` is `26` and `rest` is `6/a`; for a schedule, `section` is its number. Both are empty if
    the law is cited as a whole or the number is in doubt.
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


class ReferenceQuerySet(MentionQuerySet):
    """References, by what they refer to."""

    def to_decision(self, reference):
        """Return those to the decision of this reference, which need not be in the archive."""
        return self.filter(to_reference=reference)

    def to_decisions(self):
        """Return those to other decisions."""
        return self.exclude(to_reference="")

    def to_paragraphs(self):
        """Return those to paragraphs of the decision itself."""
        return self.filter(to_reference="")


class Reference(Mention):
    """Words that refer to paragraphs of the same decision, or to another decision."""

    to_reference = models.CharField(max_length=12, blank=True, help_text="The decision referred to. Empty: paragraphs.")
    to_numbers = models.JSONField(default=list, blank=True, help_text="The paragraphs referred to. Empty: a decision.")

    objects = ReferenceQuerySet.as_manager()

    class Meta(Mention.Meta):
        indexes = [
            models.Index(fields=["to_reference", "decision"], name="reference_to_decision"),
        ]

    def __str__(self):
        return self.to_reference or f"¶ {', '.join(map(str, self.to_numbers))}"
