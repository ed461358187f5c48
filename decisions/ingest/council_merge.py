"""Merging councils: for staff, where the archive could not know that two names mean one body."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction

from decisions.ingest.correction_log import record_on_all
from decisions.models import Correction, Council, CouncilAlias, Decision, FormerSlug


@transaction.atomic
def merge_councils(target: Council, others: Iterable[Council], *, by: str) -> int:
    """Merge councils into `target`, and return how many decisions moved.

    Their decisions keep the printed name and log the change; their aliases and slugs, former ones too,
    become the target's, and they are deleted. Raises ValidationError where there is no other council to merge, or
    where one of them is no longer there.
    """
    ids = {council.pk for council in others} - {target.pk}
    merged = list(Council.objects.select_for_update().filter(pk__in=ids))
    if not ids or len(merged) < len(ids) or not Council.objects.filter(pk=target.pk).exists():
        raise ValidationError("Choose two or more councils. If you did, someone has just merged one of them.")
    moved = 0
    for council in merged:
        decisions = Decision.objects.filter(council=council)
        moving = list(decisions.values_list("pk", flat=True))
        decisions.update(council=target)
        record_on_all(moving, Correction.COUNCIL_MERGED, council.name, target.name, by=by)
        moved += len(moving)
    CouncilAlias.objects.filter(council__in=merged).update(council=target)
    FormerSlug.objects.filter(council__in=merged).update(council=target)
    Council.objects.filter(pk__in=ids).delete()
    FormerSlug.objects.bulk_create(FormerSlug(council=target, slug=council.slug) for council in merged)
    return moved
