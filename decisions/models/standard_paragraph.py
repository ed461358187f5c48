"""Standard paragraphs: wording that many decisions repeat almost word for word."""

from django.db import models
from django.db.models import Count, Min, Q


class StandardParagraphQuerySet(models.QuerySet):
    """Standard paragraphs, by how many decisions have them."""

    def counted(self):
        """Add `decisions`, how many published ones have each, and `example`, the lowest of their references."""
        public = Q(paragraphs__decision__removed_at=None)
        return self.annotate(
            decisions=Count("paragraphs__decision", filter=public, distinct=True),
            example=Min("paragraphs__decision__reference", filter=public),
        ).order_by("-decisions", "fingerprint")


class StandardParagraph(models.Model):
    """A group of near-identical paragraphs, which point to it by `Paragraph.standard`."""

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
    """A hash shared by paragraphs alike, by which new ones find a standard one; see `decisions.standard.sketches`."""

    standard = models.ForeignKey(StandardParagraph, models.CASCADE, related_name="keys")
    key = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "standard"], name="standard_key_once")]

    def __str__(self):
        return f"{self.key} of {self.standard_id}"
