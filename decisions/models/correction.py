"""Corrections: what staff changed in a decision, so that its page can show the old text beside the new."""

from django.db import models
from django.db.models.functions import Coalesce, Greatest

from decisions.models.decision import Decision


class CorrectionQuerySet(models.QuerySet):
    """Corrections, by what they change."""

    def of_the_text(self):
        """Return corrections of what the decision says, without those of its removal and return."""
        return self.exclude(field=Correction.REMOVAL)

    def guarding_the_text(self):
        """Return the corrections that a new text of the decision would undo.

        Renaming and merging councils is not among them: imports leave both alone.
        """
        return self.of_the_text().exclude(field__in=[Correction.COUNCIL_NAME, Correction.COUNCIL_MERGED])


class Correction(models.Model):
    """One changed field: its old and new value, who changed it and when."""

    REMOVAL = "removal"
    COUNCIL_NAME = "council’s name"
    COUNCIL_MERGED = "council, merged into another"

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="corrections")
    field = models.CharField(max_length=200, help_text="What was corrected, in words: “outcome” or “paragraph 7”.")
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)
    by = models.CharField(
        max_length=150,
        blank=True,
        help_text="The username, kept after the account is deleted. Empty: the program itself. Never public.",
    )
    at = models.DateTimeField()

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["decision", "at", "pk"]

    def __str__(self):
        return f"{self.decision}: {self.field}"


def changed_at():
    """Return an expression for when a decision's text was last imported or staff last changed it, whichever is later.

    Being removed and coming back are changes too.
    """
    latest_first = Correction.objects.filter(decision=models.OuterRef("pk")).order_by("-at")
    return Greatest("imported_at", Coalesce(models.Subquery(latest_first.values("at")[:1]), "imported_at"))
