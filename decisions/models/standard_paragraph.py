"""Standard paragraphs: wording that stands almost word for word in many decisions."""

from django.db import models
from django.db.models import Count, Min, Q


class StandardParagraphQuerySet(models.QuerySet):
    """Standard paragraphs by how often they stand in decisions."""

    def counted(self):
        """With `decisions`, in how many published ones each stands, and `example`, the first of their references."""
        public = Q(paragraphs__decision__removed_at=None)
        return self.annotate(
            decisions=Count("paragraphs__decision", filter=public, distinct=True),
            example=Min("paragraphs__decision__reference", filter=public),
        ).order_by("-decisions", "fingerprint")


class StandardParagraph(models.Model):
    """A group of near-identical paragraphs. Which ones they are, their own rows say (`Paragraph.standard`)."""

    wording = models.TextField(help_text="As printed in one of the paragraphs.")
    fingerprint = models.CharField(max_length=32, unique=True, help_text="Hash of its words as they are compared.")
    known = models.BooleanField(
        default=False, help_text="In the archive from the start, not found by comparing paragraphs."
    )

    objects = StandardParagraphQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.wording[:80]


class StandardKey(models.Model):
    """A number by which new paragraphs meet a standard one; `standard.sketches` says how."""

    standard = models.ForeignKey(StandardParagraph, models.CASCADE, related_name="keys")
    key = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "standard"], name="standard_key_once")]

    def __str__(self):
        return f"{self.key} of {self.standard_id}"
