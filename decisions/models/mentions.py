"""What a decision tells besides its reasons: signposts, provisions of law and references, each with its words.

Rules find them, and `ingest` writes them anew whenever the text changes; nobody edits them.
"""

from django.db import models
from django.db.models import Count, F, Q

from decisions.mentions import PLACES
from decisions.models.decision import Decision


class MentionQuerySet(models.QuerySet):
    """Mentions by whose they are."""

    def published(self):
        """Those of decisions that the public may read."""
        return self.filter(decision__removed_at=None)

    def in_order(self):
        """In the order of the text."""
        return self.order_by("decision_id", "paragraph_number", "start", "pk")

    def _counted(self, *fields):
        """How many decisions have each value of these fields, as `decisions`; most first."""
        return (
            self.order_by()
            .values(*fields)
            .annotate(decisions=Count("decision", distinct=True))
            .order_by("-decisions", *fields)
        )


class Mention(models.Model):
    """Words that tell something; their span counts as a finding's does."""

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
        """Those that send people to the place of this slug."""
        return self.filter(place=place)

    def count_by_place(self):
        """How many decisions send people to each place: rows of `place` and `decisions`, most first."""
        return self._counted("place")


class Signpost(Mention):
    """A place where people can go instead."""

    place = models.CharField(max_length=60, help_text="The slug of a place in `decisions.mentions.PLACES`.")

    objects = SignpostQuerySet.as_manager()

    class Meta(Mention.Meta):
        indexes = [models.Index(fields=["place", "decision"], name="signpost_by_place")]

    def __str__(self):
        return f"{self.place}, ¶ {self.paragraph_number}"

    @property
    def title(self):
        """The place in plain words; its slug where the rules no longer know it."""
        known = PLACES.get(self.place)
        return known.title if known else self.place


class ProvisionQuerySet(MentionQuerySet):
    """Provisions by Act and number."""

    def of_act(self, slug):
        """Those of the Act of this address."""
        return self.filter(act_slug=slug)

    def at(self, section, rest=None, kind="section"):
        """Those of this section (`24A`); with `rest`, of this part of it alone (`6`, and "" for the whole)."""
        found = self.filter(kind=kind, section=section)
        return found if rest is None else found.filter(rest=rest)

    def count_by_number(self):
        """How many decisions cite each provision: rows of `act_slug`, `kind`, `section`, `rest`, `decisions`."""
        return self.exclude(section="")._counted("act_slug", "kind", "section", "rest")


class Provision(Mention):
    """A piece of law that is cited.

    `section` is 24A of `24A(6)`, and of a schedule its number; `rest` is 6, and 6/a of `26(6)(a)`. Both are empty where
    a law is cited as a whole, or its number is in doubt.
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
    """References by what they refer to."""

    def to_decision(self, reference):
        """Those to the decision of this reference, whether the archive holds it or not."""
        return self.filter(to_reference=reference)

    def to_decisions(self):
        """Those to other decisions."""
        return self.exclude(to_reference="")

    def to_paragraphs(self):
        """Those to paragraphs of the decision itself."""
        return self.filter(to_reference="")


class Reference(Mention):
    """Words that point at paragraphs of the same decision, or at another decision."""

    to_reference = models.CharField(max_length=12, blank=True, help_text="The decision referred to. Empty: paragraphs.")
    to_numbers = models.JSONField(default=list, blank=True, help_text="The paragraphs referred to. Empty: a decision.")

    objects = ReferenceQuerySet.as_manager()

    class Meta(Mention.Meta):
        indexes = [
            models.Index(fields=["to_reference", "decision"], name="reference_to_decision"),
        ]

    def __str__(self):
        return self.to_reference or f"¶ {', '.join(map(str, self.to_numbers))}"
