"""The bodies complained about, nearly all of them councils."""

import re
from hashlib import sha256

from django.db import models
from django.utils.text import slugify

NOT_STATED = "not-stated"
"""The value that stands in an address for a fact no text states."""
_NO_COUNCIL_S_SLUG = ("", NOT_STATED, "none")
"""What stands for something else in an address."""


def slug_of(printed: str) -> str:
    """How a printed name stands in an address: `Children's care services` → `childrens-care-services`.

    A name without a Latin letter keeps its own letters; the empty name has the empty slug.
    """
    return slugify(printed) or slugify(printed, allow_unicode=True)


class CouncilQuerySet(models.QuerySet):
    """Councils by their natural key."""

    def get_by_natural_key(self, slug):
        """The council of this slug."""
        return self.get(slug=slug)


class Council(models.Model):
    """A body complained about, named as the first of its decisions prints it."""

    class Kind(models.TextChoices):
        """What sort of body it is. The name suggests it; staff may say otherwise."""

        COUNCIL = "council", "Council"
        CARE_PROVIDER = "care-provider", "Care provider"
        NHS_BODY = "nhs-body", "NHS body"
        SCHOOL = "school-or-appeal-panel", "School or appeal panel"
        FIRE_SERVICE = "fire-service", "Fire service"
        PARK_AUTHORITY = "park-authority", "Park authority"
        TRANSPORT_BODY = "transport-body", "Transport body"
        OTHER = "other", "Other body"

    name = models.CharField(max_length=250, help_text="As the decisions print it.")
    slug = models.SlugField(max_length=250, unique=True, allow_unicode=True, help_text="Stands in addresses.")
    kind = models.CharField(max_length=30, choices=Kind, default=Kind.OTHER)

    objects = CouncilQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(slug__in=_NO_COUNCIL_S_SLUG),
                name="council_slug_is_its_own",
                violation_error_message="This slug stands for something else in addresses. Choose another.",
            ),
        ]

    def __str__(self):
        return self.name

    def natural_key(self):
        """The slug."""
        return (self.slug,)

    @staticmethod
    def slug_suggested_by(name):
        """How a council of this printed name stands in an address; never empty, nor what stands for something else."""
        slug = slug_of(name) or f"body-{sha256(name.encode()).hexdigest()[:8]}"
        return f"{slug}-body" if slug in _NO_COUNCIL_S_SLUG else slug

    @staticmethod
    def kind_suggested_by(name):
        """The kind a printed name suggests; the first rule that fits decides."""
        return next((kind for kind, words in _KIND_WORDS if words.search(name)), Council.Kind.OTHER)


_KIND_WORDS = [
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for kind, words in [
        (Council.Kind.FIRE_SERVICE, "fire"),
        (Council.Kind.PARK_AUTHORITY, "national park|park authority|broads authority"),
        (Council.Kind.TRANSPORT_BODY, "transport|passenger executive"),
        (Council.Kind.NHS_BODY, "nhs|hospitals?|clinical commissioning group|integrated care board"),
        (Council.Kind.SCHOOL, "schools?|academy|college|appeals? panel|admissions?"),
        (Council.Kind.COUNCIL, "councils?|borough|corporation|greater london authority|combined authority"),
        (Council.Kind.CARE_PROVIDER, r"\w*care|nursing|homes?|house|living|support|limited|ltd|llp|plc"),
    ]
]
