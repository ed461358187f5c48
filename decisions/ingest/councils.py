"""Councils: found by the names that decisions print, and added, corrected and merged by staff."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, count

from django.core.exceptions import ValidationError
from django.db import transaction

from decisions.ingest.correction_log import record_on_all
from decisions.models import Correction, Council, CouncilAlias, Decision, FormerSlug
from decisions.public_bodies import body_of
from decisions.sources import is_damaged

_AT_ONCE = 500  # rows in one query


def councils_of(names: Iterable[str | None]) -> dict[str, Council]:
    """Return the council of each printed name: by alias, else by the key that spellings share, else a new council.

    A few queries, however many names. A new council is named as printed, or after its successor where it was
    reorganised. Where several councils share the name's key (staff keep them apart), the name gets a council of its
    own, for staff to merge. A damaged name has no council until staff make it an alias of one.
    """
    wanted = list(dict.fromkeys(name for name in names if name))
    aliases = CouncilAlias.objects.filter(printed__in=wanted).select_related("council")
    found = {alias.printed: alias.council for alias in aliases}
    unknown = [name for name in wanted if name not in found and not is_damaged(name)]
    if not unknown:
        return found
    keys = {body_of(name).key for name in unknown}
    by_key: dict[str, dict[object, Council]] = defaultdict(dict)  # then by primary key
    for alias in CouncilAlias.objects.filter(key__in=keys).select_related("council"):
        by_key[alias.key][alias.council_id] = alias.council
    created: dict[str, Council] = {}
    for name in unknown:
        body = body_of(name)
        matching = by_key[body.key]
        if len(matching) == 1:
            found[name] = next(iter(matching.values()))
        else:
            found[name] = created[name] = Council(
                name=name if matching else body.name, kind=Council.kind_suggested_by(body.name)
            )
            matching[name] = found[name]
    _enter(list(created.values()))
    _add_aliases({council.name: council for council in created.values()} | {name: found[name] for name in unknown})
    return found


@transaction.atomic
def add_council(council: Council) -> None:
    """Save a council that staff created; its name becomes an alias, unless another council has it."""
    council.save()
    _add_aliases({council.name: council})


@transaction.atomic
def change_aliases(council: Council, *, added: Iterable[str] = (), removed: Iterable[CouncilAlias] = ()) -> None:
    """Add and remove aliases of a council, for later imports: decisions already imported stay where they are."""
    CouncilAlias.objects.filter(council=council, pk__in=[alias.pk for alias in removed]).delete()
    CouncilAlias.objects.bulk_create(_alias(council, name) for name in added)


@transaction.atomic
def correct_council(council: Council, *, name: str, kind: str, by: str) -> None:
    """Correct a council's name, with a log entry on each of its decisions, and its kind. Slug and aliases stay."""
    council = Council.objects.select_for_update().get(pk=council.pk)
    old, council.name, council.kind = council.name, name, kind
    council.save()
    if old == name:
        return
    _add_aliases({name: council})
    record_on_all(list(council.decisions.values_list("pk", flat=True)), Correction.COUNCIL_NAME, old, name, by=by)


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


def refresh_keys() -> None:
    """Update the keys of all aliases to the list of public bodies in this version."""
    stale = [alias for alias in CouncilAlias.objects.all() if alias.key != body_of(alias.printed).key]
    for alias in stale:
        alias.key = body_of(alias.printed).key
    CouncilAlias.objects.bulk_update(stale, ["key"], batch_size=_AT_ONCE)


def _alias(council: Council, name: str) -> CouncilAlias:
    return CouncilAlias(council=council, printed=name, key=body_of(name).key)


def _add_aliases(councils: dict[str, Council]) -> None:
    CouncilAlias.objects.bulk_create(
        [_alias(council, name) for name, council in councils.items()], ignore_conflicts=True
    )


def _enter(councils: list[Council]) -> None:
    """Insert new councils, each with a slug that no council has, or had before it was merged."""
    if not councils:
        return
    taken = {slug for model in (Council, FormerSlug) for slug in model.objects.values_list("slug", flat=True)}
    for council in councils:
        slug = Council.slug_suggested_by(council.name)
        numbered = (f"{slug[:240]}-{number}" for number in count(2))
        council.slug = next(free for free in chain([slug], numbered) if free not in taken)
        taken.add(council.slug)
    Council.objects.bulk_create(councils)
