"""The review list: what a reading of a decision left in doubt, for staff to look at and settle."""

from django.db import models

from decisions.models.decision import Decision


class DoubtQuerySet(models.QuerySet):
    """Doubts by whether somebody has looked at them."""

    def open(self):
        """The doubts still to be looked at: a decision with one is on the review list."""
        return self.filter(settled_at=None)

    def settled(self):
        """The doubts that somebody has looked at."""
        return self.exclude(settled_at=None)


class Doubt(models.Model):
    """Something that had to be assumed, or that a decision ought to say and does not. Never public."""

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
