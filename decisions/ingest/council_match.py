"""Councils by the names that decisions print: by alias, else by the key that spellings share, else a new council."""

from collections.abc import Iterable

from django.db import transaction

from decisions.models import Council, CouncilAlias, FormerSlug
from decisions.public_bodies import body_of

_AT_ONCE = 500  # rows in one query


def councils_of(names: Iterable[str | None]) -> dict[str, Council]:
    """Return the council of each printed name, created where none matches. A few queries, however many names.

    A new council is named as printed, or after its successor where it was reorganised. Where several councils share
    the name's key (staff keep them apart), the name gets a council of its own, for staff to merge.
    """
    wanted = list(dict.fromkeys(name for name in names if name))
    found = _by_alias(wanted)
    unknown = [name for name in wanted if name not in found]
    if not unknown:
        return found
    by_key = _by_key(unknown)
    created: dict[str, Council] = {}
    for name in unknown:
        body = body_of(name)
        matching = by_key.get(body.key, {})
        if len(matching) == 1:
            found[name] = next(iter(matching.values()))
        else:
            found[name] = created[name] = Council(
                name=name if matching else body.name, kind=Council.kind_suggested_by(body.name)
            )
            by_key.setdefault(body.key, {})[name] = found[name]
    _enter(list(created.values()))
    _add_aliases({council.name: council for council in created.values()} | {name: found[name] for name in unknown})
    return found


def claim(council: Council, name: str) -> None:
    """Make a name an alias of a council, unless it already is an alias of this or another one."""
    _add_aliases({name: council})


@transaction.atomic
def add_council(council: Council) -> None:
    """Save a council that staff created; its name becomes an alias, unless another council has it."""
    council.save()
    claim(council, council.name)


@transaction.atomic
def change_aliases(council: Council, *, added: Iterable[str] = (), removed: Iterable[CouncilAlias] = ()) -> None:
    """Add and remove aliases of a council, for later imports: decisions already imported stay where they are."""
    CouncilAlias.objects.filter(council=council, pk__in=[alias.pk for alias in removed]).delete()
    CouncilAlias.objects.bulk_create(_alias(council, name) for name in added)


def refresh_keys() -> None:
    """Update the keys of all aliases to the list of public bodies in this version."""
    stale = []
    for alias in CouncilAlias.objects.all():
        key = body_of(alias.printed).key
        if key != alias.key:
            alias.key = key
            stale.append(alias)
    CouncilAlias.objects.bulk_update(stale, ["key"], batch_size=_AT_ONCE)


def _alias(council: Council, name: str) -> CouncilAlias:
    return CouncilAlias(council=council, printed=name, key=body_of(name).key)


def _by_alias(names: list[str]) -> dict[str, Council]:
    aliases = CouncilAlias.objects.filter(printed__in=names).select_related("council")
    return {alias.printed: alias.council for alias in aliases}


def _by_key(names: list[str]) -> dict[str, dict[object, Council]]:
    """Return the councils that have a key of these names: by key, then by primary key."""
    found: dict[str, dict[object, Council]] = {}
    aliases = CouncilAlias.objects.filter(key__in={body_of(name).key for name in names}).select_related("council")
    for alias in aliases:
        found.setdefault(alias.key, {})[alias.council_id] = alias.council
    return found


def _add_aliases(councils: dict[str, Council]) -> None:
    CouncilAlias.objects.bulk_create(
        [_alias(council, name) for name, council in councils.items()], ignore_conflicts=True
    )


def _enter(councils: list[Council]) -> None:
    """Insert new councils, each with a slug that no council has, or had before it was merged."""
    if not councils:
        return
    suggested = {Council.slug_suggested_by(council.name) for council in councils}
    taken: set[str] = set()
    for model in (Council, FormerSlug):
        taken |= set(model.objects.filter(slug__in=suggested).values_list("slug", flat=True))
    for council in councils:
        council.slug = _free(Council.slug_suggested_by(council.name), taken)
        taken.add(council.slug)
    Council.objects.bulk_create(councils)


def _free(slug: str, taken: set[str]) -> str:
    """Return the slug, with a number appended where it is taken."""
    number, free = 1, slug
    while free in taken or (number > 1 and _is_taken(free)):
        number += 1
        free = f"{slug[:240]}-{number}"
    return free


def _is_taken(slug: str) -> bool:
    return Council.objects.filter(slug=slug).exists() or FormerSlug.objects.filter(slug=slug).exists()
