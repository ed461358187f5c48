"""What staff have to look at: doubts about what was read in a decision, and notices from readers. Never public."""

from django.db import models

from decisions.models.decision import Decision


class ReviewQuerySet(models.QuerySet):
    """Doubts or notices, by whether staff have resolved them."""

    def open(self):
        """Return those not resolved yet."""
        return self.filter(settled_at=None)

    def settled(self):
        """Return the resolved ones."""
        return self.exclude(settled_at=None)


class Doubt(models.Model):
    """Something that had to be assumed, or that a decision should say and does not.

    A decision with an open one is on the review list.
    """

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

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["decision", "line", "pk"]

    def __str__(self):
        return f"{self.decision}: {self.reason}"


class Notice(models.Model):
    """A message from a reader about an error or a removal."""

    class Kind(models.TextChoices):
        """What the reader wants."""

        ERROR = "error", "Something is wrong or does not work"
        REMOVAL = "removal", "Something should be removed"
        OTHER = "other", "Something else"

    kind = models.CharField(max_length=10, choices=Kind)
    about = models.CharField(max_length=200, blank=True, help_text="A reference or an address, if the reader gave one.")
    message = models.TextField(db_column="told")
    reply_to = models.EmailField(blank=True, help_text="Where to send a reply. Empty: no reply wanted.")
    at = models.DateTimeField(db_index=True)
    sender = models.CharField(
        max_length=64,
        blank=True,
        db_index=True,
        editable=False,
        help_text="A keyed hash of address and day, cleared on a later day.",
    )
    answer = models.TextField(blank=True, help_text="What was done, and what was replied.")
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.CharField(
        max_length=150, blank=True, help_text="The username, kept after the account is deleted."
    )

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.at:%d %b %Y}"
