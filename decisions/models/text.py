"""The text of a decision: sections, and in them numbered paragraphs with their items."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Q

from decisions.models.decision import Decision
from decisions.parsing import document


class Section(models.Model):
    """A heading and the text under it."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="sections")
    position = models.PositiveSmallIntegerField(help_text="Its position in the decision, from 1.")
    heading = models.TextField(blank=True)
    level = models.PositiveSmallIntegerField(default=1)
    lead = models.TextField(blank=True, help_text="Unnumbered text before the first paragraph, one line each.")

    class Meta:
        ordering = ["decision", "position"]
        constraints = [models.UniqueConstraint(fields=["decision", "position"], name="section_position_once")]

    def __str__(self):
        return self.heading or "(no heading)"


class ParagraphQuerySet(models.QuerySet):
    """Paragraphs and their items."""

    def numbered(self):
        """Return the paragraphs, without their items."""
        return self.filter(depth=0)


class Paragraph(models.Model):
    """A numbered paragraph (depth 0), or an item inside one (depth 1 and deeper).

    An item has the number of its paragraph, and a label such as `a` or `•`; a continuation line has
    none. `position` counts paragraphs and items through the whole decision.
    """

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="paragraphs")
    section = models.ForeignKey(Section, models.CASCADE, related_name="paragraphs")
    position = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    label = models.CharField(max_length=10, blank=True)
    depth = models.PositiveSmallIntegerField(default=0)
    text = models.TextField()
    standard = models.ForeignKey(
        "StandardParagraph",
        models.SET_NULL,
        null=True,
        editable=False,
        db_index=False,
        related_name="paragraphs",
        help_text="The standard paragraph that this paragraph with its items matches. Empty for the items.",
    )

    objects = ParagraphQuerySet.as_manager()

    class Meta:
        ordering = ["decision", "position"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "position"], name="paragraph_position_once"),
            models.UniqueConstraint(fields=["decision", "number"], condition=Q(depth=0), name="paragraph_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="paragraph_numbers_from_one"),
            models.CheckConstraint(condition=Q(depth__gt=0) | Q(label=""), name="paragraph_has_no_label"),
        ]
        indexes = [
            models.Index(fields=["standard"], condition=Q(standard__isnull=False), name="paragraph_by_standard"),
        ]

    def __str__(self):
        return f"{self.number}{self.label and f' {self.label}'}"


def wholes(summary: str, rows: Iterable[Paragraph]) -> dict[int, str]:
    """Return `document.wholes` of a decision; `rows` are its paragraphs and items, in order."""
    return document.wholes(summary, ((row.number, row.text) for row in rows))
