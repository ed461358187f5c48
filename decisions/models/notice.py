"""Notices: messages from readers to staff about an error or a removal."""

from django.db import models


class NoticeQuerySet(models.QuerySet):
    """Notices, by whether staff have resolved them."""

    def open(self):
        """Return the notices that are not resolved yet."""
        return self.filter(settled_at=None)

    def settled(self):
        """Return the resolved notices."""
        return self.exclude(settled_at=None)


class Notice(models.Model):
    """A message from a reader. Never public, so it needs no trigger and changes no revision."""

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

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.at:%d %b %Y}"
