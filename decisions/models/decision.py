"""Decisions: their facts, the source texts they were read from, and whether the public may read them."""

from functools import cache
from string import ascii_lowercase

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import get_script_prefix, get_urlconf, reverse

from decisions.mentions import RULES
from decisions.models.council import Council, slug_of
from decisions.parsing.document import ADDED, PRINTED, REPORT, STATEMENT
from decisions.parsing.reference import address

NEEDS_REASON = "Give the reason for taking it down: the public page shows it."
NEEDS_DATE = "Enter the date it was taken down: without one it stays public. To keep it public, clear the reason."
"""Messages for a removal that has a date and no reason, or a reason and no date."""


def path_of(reference):
    """Return the path of a decision's page from its printed reference: `/decisions/22-015-753/`."""
    return path_maker()(reference)


def path_maker():
    """Return a fast `path_of` for many references: the URL is reversed once, not once for each."""
    before, after = _around(get_urlconf(), get_script_prefix())
    return lambda reference: f"{before}{address(reference)}{after}"


@cache
def _around(urlconf, prefix):
    """Return the parts of such a path before and after the reference. Cached, since `reverse` is slow."""
    return reverse("decision", urlconf, args=["_"]).split("_")


class DecisionQuerySet(models.QuerySet):
    """Decisions by who may read them, and in which order."""

    def published(self):
        """Return the decisions the public may read. Every public view starts from this."""
        return self.filter(removed_at=None)

    def removed(self):
        """Return the decisions taken down. Each leaves a page that gives the reason."""
        return self.exclude(removed_at=None)

    def of_reference(self, printed):
        """Return the decision of a printed reference, and those of a joint case that add a letter to it, in order."""
        letters = [printed + letter for letter in ascii_lowercase] if printed[-1].isdigit() else []
        return self.filter(reference__in=[printed, *letters]).order_by("reference")

    def with_mentions_to_read(self):
        """Return the decisions whose mentions have not been read by the present rules."""
        return self.filter(Q(mentions_rules=None) | Q(mentions_rules__lt=RULES))

    def newest_first(self):
        """Order by decision date, newest first and undated last."""
        return self.order_by(models.F("decision_date").desc(nulls_last=True), "-pk")

    def oldest_first(self):
        """Order by decision date, oldest first and undated last."""
        return self.order_by(models.F("decision_date").asc(nulls_last=True), "pk")

    def without_source(self):
        """Defer the bytes of the source, which no page shows."""
        return self.defer("source")

    def with_replaced_at(self):
        """Add `replaced_at`: when the source text was last replaced, None if never."""
        replaced = EarlierSource.objects.filter(decision=models.OuterRef("pk")).order_by("-replaced_at")
        return self.annotate(replaced_at=models.Subquery(replaced.values("replaced_at")[:1]))


class SourceText(models.Model):
    """Bytes as imported, never edited. One text may decide several complaints, so the hash is not unique."""

    source = models.BinaryField()
    source_format = models.CharField(max_length=10)
    source_encoding = models.CharField(max_length=20)
    source_sha256 = models.CharField("SHA-256 of the source", max_length=64, db_index=True)
    came_from = models.CharField(max_length=1000)
    imported_at = models.DateTimeField()

    class Meta:
        abstract = True

    @property
    def source_text(self):
        """The source, decoded."""
        return bytes(self.source).decode(self.source_encoding)


class Decision(SourceText):
    """One decision of the Ombudsman. A fact that its text does not state is empty (shown as "not stated").

    The slugs and the year are derived from the printed facts: call `derive` after changing those.
    """

    class DocumentType(models.TextChoices):
        """The two types of document."""

        STATEMENT = STATEMENT, "Statement"
        REPORT = REPORT, "Report"

    class Numbering(models.TextChoices):
        """Where the paragraph numbers come from."""

        PRINTED = PRINTED, "Printed on the official pages"
        ADDED = ADDED, "Added by this archive"

    reference = models.CharField(
        max_length=12,
        unique=True,
        validators=[RegexValidator(r"^\d\d \d{3} \d{3}[a-z]?$", "Enter the reference as 22 015 753.")],
    )
    council = models.ForeignKey(
        Council, models.PROTECT, null=True, blank=True, related_name="decisions", help_text="The body complained about."
    )
    council_printed = models.CharField(
        max_length=250, blank=True, editable=False, help_text="The body’s name as printed in this decision."
    )
    document_type = models.CharField(max_length=10, choices=DocumentType, default=DocumentType.STATEMENT)
    category = models.CharField(max_length=200, blank=True)
    category_slug = models.CharField(max_length=200, blank=True, editable=False, db_index=True)
    subcategory = models.CharField(max_length=200, blank=True)
    subcategory_slug = models.CharField(max_length=200, blank=True, editable=False)
    outcome = models.CharField(max_length=200, blank=True)
    outcome_slug = models.CharField(max_length=200, blank=True, editable=False, db_index=True)
    decision_date = models.DateField(null=True, blank=True)
    decision_year = models.PositiveSmallIntegerField(null=True, editable=False, db_index=True)
    numbering = models.CharField(
        max_length=10, choices=Numbering, default=Numbering.PRINTED, help_text="Where the paragraph numbers come from."
    )
    summary = models.TextField(blank=True)
    closing = models.TextField(blank=True, help_text="One line each, as printed.")
    mentions_rules = models.PositiveIntegerField(
        null=True,
        editable=False,
        db_index=True,
        help_text="Version of the rules that last read its mentions. Empty: not yet read.",
    )
    removed_at = models.DateTimeField(null=True, blank=True, help_text="When it was taken down. Empty: it is public.")
    removal_reason = models.TextField(blank=True, help_text="Shown to the public in place of the decision.")

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = [models.F("decision_date").desc(nulls_last=True), "-pk"]
        indexes = [
            models.Index(fields=["decision_date", "id"]),
            # Rows are long: this index alone answers under which names, from when to when, a council was printed.
            models.Index(fields=["council", "council_printed", "decision_date", "removed_at"], name="decision_by_name"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(removed_at=None) | ~Q(removal_reason=""),
                name="decision_removed_with_a_reason",
                violation_error_message=NEEDS_REASON,
            ),
            models.CheckConstraint(
                condition=~Q(removed_at=None) | Q(removal_reason=""),
                name="decision_removed_with_a_date",
                violation_error_message=NEEDS_DATE,
            ),
        ]

    def __str__(self):
        return self.reference

    def get_absolute_url(self):
        """Return the path of the decision's page."""
        return path_of(self.reference)

    @property
    def address(self):
        """The reference as used in addresses: `22-015-753`."""
        return address(self.reference)

    def derive(self):
        """Set the slugs and the year from the printed facts."""
        self.category_slug = slug_of(self.category)
        self.subcategory_slug = slug_of(self.subcategory)
        self.outcome_slug = slug_of(self.outcome)
        self.decision_year = self.decision_date.year if self.decision_date else None


class EarlierSource(SourceText):
    """A source text that a later import replaced."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="earlier_sources")
    replaced_at = models.DateTimeField()

    class Meta:
        ordering = ["decision", "replaced_at", "pk"]

    def __str__(self):
        return f"{self.decision}, until {self.replaced_at:%d %b %Y}"
