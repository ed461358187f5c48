"""What staff changed in a decision, so that the page can say so and show what it was."""

from django.db import models

from decisions.models.decision import Decision


class CorrectionQuerySet(models.QuerySet):
    """Corrections by what the public is shown."""

    def of_the_text(self):
        """Corrections of what the decision says, leaving out its removal and return."""
        return self.exclude(field=Correction.REMOVAL)

    def guarding_the_text(self):
        """Corrections that a new text of the decision would undo.

        A council keeps its new name, and stays merged, whatever is imported.
        """
        return self.of_the_text().exclude(field__in=[Correction.COUNCIL_NAME, Correction.COUNCIL_MERGED])


class Correction(models.Model):
    """One field, as it was and as it is, who changed it and when."""

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
