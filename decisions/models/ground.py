"""Grounds for not investigating, findings of them in decisions, and findings that staff rejected."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Length

from decisions.grounds import STATED, SUPPORTING
from decisions.models.decision import Decision


class Ground(models.Model):
    """A ground for not investigating: a row for each of `decisions.grounds.CATALOGUE`, refreshed by `migrate`."""

    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=100)
    position = models.PositiveSmallIntegerField(help_text="Its position in the catalogue.")

    class Meta:
        ordering = ["position"]

    def __str__(self):
        return self.title


class FindingQuerySet(models.QuerySet):
    """Findings, by whether lists count them."""

    def counting(self):
        """Return the findings that lists count: the stated ones; supporting ones if a decision states none."""
        stated = Finding.objects.filter(decision=OuterRef("decision"), strength=Finding.Strength.STATED)
        return self.filter(Q(strength=Finding.Strength.STATED) | ~Exists(stated))


class Finding(models.Model):
    """A ground in a decision, with the words that show it and who found it.

    The span is half-open, in Unicode characters of the whole text of the paragraph of this number
    (its text, then each item's, joined by line ends), or of the summary where the number is 0.
    `quote` has the words of the span, so that downloads need not read the whole text. When a text changes, a finding
    moves with its words; if they are gone, it is deleted. `position` orders a decision's findings, best first.
    """

    class Strength(models.TextChoices):
        """Where in the decision the words are."""

        STATED = STATED, "Stated in the summary or the final decision"
        SUPPORTING = SUPPORTING, "Only in the assessment"

    class Origin(models.TextChoices):
        """Who found it."""

        MACHINE = "machine", "Machine"
        PERSON = "person", "Person"

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="findings", db_index=False)  # see Meta
    ground = models.ForeignKey(Ground, models.PROTECT, related_name="findings")
    paragraph_number = models.PositiveIntegerField("paragraph", help_text="0 is the summary.")
    start = models.PositiveIntegerField(editable=False)
    end = models.PositiveIntegerField(editable=False)
    quote = models.TextField(
        help_text="The words that show it, copied exactly. They must appear only once in that paragraph."
    )
    strength = models.CharField(max_length=10, choices=Strength)
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.MACHINE, editable=False)
    position = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = FindingQuerySet.as_manager()

    class Meta:
        ordering = ["decision", "position", "pk"]
        indexes = [models.Index(fields=["decision", "position"], name="finding_in_order")]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "ground", "paragraph_number", "start", "end"], name="finding_span_once"
            ),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="finding_has_words"),
            models.CheckConstraint(
                condition=Q(start=F("end") - Length("quote")), name="finding_quotes_as_many_characters"
            ),
            models.CheckConstraint(condition=Q(strength__in=[STATED, SUPPORTING]), name="finding_strength_known"),
        ]

    def __str__(self):
        return f"{self.ground}, ¶ {self.paragraph_number}"


class RejectedFinding(models.Model):
    """A finding of the machine that staff rejected: imports and new rules do not find it in these words again.

    It is known by its words, since numbers and offsets change with the text. Adding the finding by hand deletes it.
    """

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="rejected_findings")
    ground = models.ForeignKey(Ground, models.PROTECT, related_name="rejected_findings")
    paragraph_number = models.PositiveIntegerField("paragraph", help_text="0 is the summary.")
    quote = models.TextField(help_text="The words of the finding when it was rejected.")
    by = models.CharField(max_length=150, help_text="The username, kept after the account is deleted. Never public.")
    at = models.DateTimeField()

    class Meta:
        db_table = "decisions_struck"  # as the model was first called; a rename would not be worth its lock
        ordering = ["decision", "pk"]
        verbose_name = "rejected finding"

    def __str__(self):
        return f"{self.ground}, ¶ {self.paragraph_number}"
