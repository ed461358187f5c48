"""The review list: doubts about what was read in a decision, for staff to check and resolve."""

from django.db import models

from decisions.models.decision import Decision


class DoubtQuerySet(models.QuerySet):
    """Doubts, by whether staff have resolved them."""

    def open(self):
        """Return the doubts not resolved yet. A decision with one is on the review list."""
        return self.filter(settled_at=None)

    def settled(self):
        """Return the resolved doubts."""
        return self.exclude(settled_at=None)


class Doubt(models.Model):
    """Something that had to be assumed, or that a decision should say and does not. Never public."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="doubts")
    line = models.PositiveIntegerField(
        null=True, help_text="Line of the source text. Empty if no single line is the cause."
    )
    reason = models.TextField()
    about_peoples_work = models.BooleanField(
        default=False, help_text="Raised because a new text or new rules touched what staff did. Kept until resolved."
    )
    settled_at = models.DateTimeField(null=True)
    settled_by = models.CharField(max_length=150, blank=True)

    objects = DoubtQuerySet.as_manager()

    class Meta:
        ordering = ["decision", "line", "pk"]

    def __str__(self):
        return f"{self.decision}: {self.reason}"
