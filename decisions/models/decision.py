"""A decision: its facts, the source text it was read from, and whether the public may read it."""

from functools import cache

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
"""What is missing where a decision has one half of a removal, its date and its reason, and not the other."""


def path_of(reference):
    """Where the page of the decision of a printed reference is: `/decisions/22-015-753/`."""
    return path_maker()(reference)


def path_maker():
    """`path_of` for a great many references: what is the same for all of them is looked up once."""
    before, after = _around(get_urlconf(), get_script_prefix())
    return lambda reference: f"{before}{address(reference)}{after}"


@cache
def _around(urlconf, prefix):
    """What stands before and behind a reference in such an address: looking that up each time takes long."""
    return reverse("decision", urlconf, args=["_"]).split("_")


class DecisionQuerySet(models.QuerySet):
    """Decisions by who may read them."""

    def published(self):
        """The decisions the public may read. Every public door goes through this one gate."""
        return self.filter(removed_at=None)

    def removed(self):
        """The decisions taken down, each leaving a tombstone."""
        return self.exclude(removed_at=None)

    def with_mentions_to_read(self):
        """The decisions whose mentions were never read, or by older rules than ours are now."""
        return self.filter(Q(mentions_rules=None) | Q(mentions_rules__lt=RULES))

    def newest_first(self):
        """By decision date, undated last."""
        return self.order_by(models.F("decision_date").desc(nulls_last=True), "-pk")

    def oldest_first(self):
        """By decision date, undated last."""
        return self.order_by(models.F("decision_date").asc(nulls_last=True), "pk")

    def without_source(self):
        """Without the bytes of the source, which no page shows."""
        return self.defer("source")

    def with_replaced_at(self):
        """With the moment at which its source text was last replaced, None if never: `replaced_at`."""
        replaced = EarlierSource.objects.filter(decision=models.OuterRef("pk")).order_by("-replaced_at")
        return self.annotate(replaced_at=models.Subquery(replaced.values("replaced_at")[:1]))

    def get_by_natural_key(self, reference):
        """The decision of this reference."""
        return self.get(reference=reference)


class SourceText(models.Model):
    """Bytes as they were imported, never edited. One text may answer several references: the hash is not unique."""

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
        """The source as text."""
        return bytes(self.source).decode(self.source_encoding)


class Decision(SourceText):
    """One decision of the Ombudsman. A fact its text does not state is empty (shown as "not stated").

    The slugs and the year follow from the printed facts; `derive` keeps them so.
    """

    class DocumentType(models.TextChoices):
        """The two kinds of paper."""

        STATEMENT = STATEMENT, "Statement"
        REPORT = REPORT, "Report"

    class Numbering(models.TextChoices):
        """Whose the paragraph numbers are."""

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
            # Rows are long: the names and days of a council's decisions are told without reading any.
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
        """The decision's one address."""
        return path_of(self.reference)

    @property
    def address(self):
        """The reference as it stands in addresses."""
        return address(self.reference)

    def natural_key(self):
        """The reference."""
        return (self.reference,)

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
