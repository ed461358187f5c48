"""The bodies complained about, nearly all of them councils."""

from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify

from decisions.public_bodies import kinds

NOT_STATED = "not-stated"
"""The value that stands in an address for a fact no text states."""
_RESERVED_SLUGS = ("", NOT_STATED, "none")
"""What stands for something else in an address."""


def slug_of(printed: str) -> str:
    """How a printed name stands in an address: `Children's care services` → `childrens-care-services`.

    A name without a Latin letter keeps its own letters; the empty name has the empty slug.
    """
    return slugify(printed) or slugify(printed, allow_unicode=True)


class CouncilQuerySet(models.QuerySet):
    """Councils by their natural key and by the addresses they had."""

    def current_slugs(self, slugs):
        """For each of these slugs that a council had before it was merged, the slug it has now. One query.

        Whatever names a council in an address asks here: the list's `council=`, a page of a council.
        """
        moved = FormerSlug.objects.filter(slug__in=slugs)
        return dict(moved.values_list("slug", "council__slug"))

    def get_by_natural_key(self, slug):
        """The council of this slug."""
        return self.get(slug=slug)


class Council(models.Model):
    """A body complained about.

    Named as the first of its decisions prints it, or as its successor where it was reorganised.
    """

    class Kind(models.TextChoices):
        """What sort of body it is. The name suggests it; staff may say otherwise."""

        COUNCIL = kinds.COUNCIL, "Council"
        CARE_PROVIDER = kinds.CARE_PROVIDER, "Care provider"
        NHS_BODY = kinds.NHS_BODY, "NHS body"
        SCHOOL = kinds.SCHOOL, "School or appeal panel"
        FIRE_SERVICE = kinds.FIRE_SERVICE, "Fire service"
        PARK_AUTHORITY = kinds.PARK_AUTHORITY, "Park authority"
        TRANSPORT_BODY = kinds.TRANSPORT_BODY, "Transport body"
        OTHER = kinds.OTHER, "Other body"

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
        """Refuse an address that leads to another council already."""
        if FormerSlug.objects.filter(slug=self.slug).exists():
            raise ValidationError(
                {"slug": "This address redirects from a merged council to the one that replaced it. Choose another."}
            )

    def natural_key(self):
        """The slug."""
        return (self.slug,)

    @staticmethod
    def slug_suggested_by(name):
        """How a council of this printed name stands in an address; never empty, nor what stands for something else."""
        slug = slug_of(name) or f"body-{sha256(name.encode()).hexdigest()[:8]}"
        return f"{slug}-body" if slug in _RESERVED_SLUGS else slug

    @staticmethod
    def kind_suggested_by(name):
        """The kind a printed name suggests."""
        return Council.Kind(kinds.kind_of(name))


class CouncilAlias(models.Model):
    """A name under which decisions print a council: whatever prints it is that council's.

    The key is what other spellings of the name share (see `decisions.public_bodies`).
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
    """The address of a council that was merged into this one; it leads on, and no other council may take it."""

    council = models.ForeignKey(Council, models.CASCADE, related_name="former_slugs")
    slug = models.SlugField(max_length=250, unique=True, allow_unicode=True)

    class Meta:
        ordering = ["slug"]

    def __str__(self):
        return self.slug
