"""Councils and the other bodies complained about, with their aliases and former addresses."""

from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify

from decisions.public_bodies import kind_of

NOT_STATED = "not-stated"
"""The value in an address for a fact that the decision does not state."""
_RESERVED_SLUGS = ("", NOT_STATED, "none")
"""Slugs that mean something else in an address."""


def slug_of(printed: str) -> str:
    """Return the slug of a printed name: `Children's care services` → `childrens-care-services`.

    A name without a Latin letter keeps its own letters; the empty name has the empty slug.
    """
    return slugify(printed) or slugify(printed, allow_unicode=True)


class CouncilQuerySet(models.QuerySet):
    """Councils by former address."""

    def current_slugs(self, slugs):
        """Map each of these slugs that belonged to a merged council to its council's slug now. One query.

        Used wherever an address names a council: the list's `council=`, a council's page.
        """
        printable = [slug for slug in slugs if slug.isprintable()]  # PostgreSQL refuses NUL
        moved = FormerSlug.objects.filter(slug__in=printable)
        return dict(moved.values_list("slug", "council__slug"))


class Council(models.Model):
    """A body complained about.

    Its name is as printed in the first of its decisions, or that of the body which replaced it.
    """

    class Kind(models.TextChoices):
        """What sort of body it is: suggested by the name, and editable by staff."""

        COUNCIL = "council", "Council"
        CARE_PROVIDER = "care-provider", "Care provider"
        NHS_BODY = "nhs-body", "NHS body"
        SCHOOL = "school-or-appeal-panel", "School or appeal panel"
        FIRE_SERVICE = "fire-service", "Fire service"
        PARK_AUTHORITY = "park-authority", "Park authority"
        TRANSPORT_BODY = "transport-body", "Transport body"
        OTHER = "other", "Other body"

    name = models.CharField(max_length=250, help_text="As printed in the decisions.")
    slug = models.SlugField(
        max_length=250, unique=True, allow_unicode=True, help_text="Used in the addresses of pages."
    )
    kind = models.CharField(max_length=30, choices=Kind, default=Kind.OTHER)

    objects = CouncilQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(slug__in=_RESERVED_SLUGS),
                name="council_slug_is_its_own",
                violation_error_message="Addresses use this slug for something else. Choose another.",
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        """Refuse a slug that redirects to another council."""
        if FormerSlug.objects.filter(slug=self.slug).exists():
            raise ValidationError(
                {"slug": "This address redirects from a merged council to the one that replaced it. Choose another."}
            )

    @staticmethod
    def slug_suggested_by(name):
        """Return the slug for a council of this printed name: never empty, never a reserved slug."""
        slug = slug_of(name) or f"body-{sha256(name.encode()).hexdigest()[:8]}"
        return f"{slug}-body" if slug in _RESERVED_SLUGS else slug

    @staticmethod
    def kind_suggested_by(name):
        """Return the kind of body that a printed name suggests."""
        return Council.Kind(kind_of(name))


class CouncilAlias(models.Model):
    """A name under which decisions print a council. Imports give decisions with that name to that council.

    `key` is the same for every spelling of the name (see `decisions.public_bodies`).
    """

    council = models.ForeignKey(Council, models.CASCADE, related_name="aliases")
    printed = models.CharField(
        "name as printed",
        max_length=250,
        unique=True,
        error_messages={
            "unique": "Another council already has this name. Remove it there first, or merge the two councils."
        },
    )
    key = models.TextField(editable=False, db_index=True)

    class Meta:
        ordering = ["printed", "pk"]
        verbose_name = "alias"
        verbose_name_plural = "aliases"

    def __str__(self):
        return self.printed


class FormerSlug(models.Model):
    """The slug of a council that was merged into this one. It redirects here, and no other council may use it."""

    council = models.ForeignKey(Council, models.CASCADE, related_name="former_slugs")
    slug = models.SlugField(max_length=250, unique=True, allow_unicode=True)

    class Meta:
        ordering = ["slug"]

    def __str__(self):
        return self.slug
