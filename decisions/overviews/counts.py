"""Numbers of decisions, each with what it is of; and how the columns are asked for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from django.db.models import QuerySet
from django.http import QueryDict

from decisions import facets
from decisions.facets import Archive, ColumnCounts, Facet, FacetValue
from decisions.filters import NO_GROUND, DecisionFilter
from decisions.models import NOT_STATED, Decision, GroupConcat
from decisions.percentages import Share
from decisions.web.paths import list_page


@dataclass(frozen=True, slots=True)
class PageMoved:
    """A page has another address now."""

    address: str


@dataclass(frozen=True, slots=True)
class Tally:
    """A value that decisions have, and how many have it.

    `address`: the list of them. `width`: how long its bar is, in hundredths of the longest one's.
    """

    value: str
    label: str
    share: Share
    address: str
    width: float


def counted(archive: Archive, **filters: Iterable[str]) -> ColumnCounts:
    """The decisions that have one of the values asked for in every facet named, counted."""
    query = QueryDict(mutable=True)
    for name, values in filters.items():
        query.setlist(name, list(values))
    return facets.count(DecisionFilter(query, Decision.objects.published(), archive.labels), archive)


def places_by(archive: Archive, mentions: QuerySet, *fields: str) -> dict[tuple[str, ...], np.ndarray]:
    """By the values of these fields: where the published decisions stand that have such a mention. One query.

    Each place comes once. Values that no published decision has are left out. To have SQL count decisions apart takes
    three times as long: it keeps a list of those that it has seen, for each group anew.
    """
    rows = mentions.order_by().values_list(*fields).annotate(keys=GroupConcat("decision_id"))
    found = {tuple(values): archive.places(_keys(joined)) for *values, joined in rows}
    return {values: places for values, places in found.items() if len(places)}


def places_of(archive: Archive, mentions: QuerySet) -> np.ndarray:
    """Where the published decisions stand that have one of these mentions, each once, newest first. One query."""
    return archive.places(_keys(mentions.order_by().aggregate(keys=GroupConcat("decision_id"))["keys"]))


def number_in(archive: Archive, places: Iterable[np.ndarray]) -> int:
    """How many decisions stand at these places, each counted once."""
    is_among = np.zeros(len(archive), bool)
    for each in places:
        is_among[each] = True
    return int(np.count_nonzero(is_among))


def _keys(joined: str | None) -> np.ndarray:
    return np.fromstring(joined or "", np.int64, sep=",")


def tallies(facet: Facet, of: int | Facet, most: int | None = None, **filters: str) -> list[Tally]:
    """The values of a facet, in its order, each as a share of so many decisions, or of all that have the value.

    `most`: how many; what stands for no value (none found, not stated) comes besides. `asked`: what the list of the
    decisions counted asks for.
    """
    wholes = {each.value: each.count for each in of.values} if isinstance(of, Facet) else {}
    found = [each for each in facet.values if each.count]
    highest = max((each.count for each in found), default=0)
    return [
        Tally(
            each.value,
            each.label,
            Share(each.count, of if isinstance(of, int) else wholes[each.value]),
            list_page(**filters, **{facet.name: each.value}),
            round(100 * each.count / highest, 1),
        )
        for each in _first(found, most)
    ]


def _first(values: Sequence[FacetValue], most: int | None) -> list[FacetValue]:
    """The first of these values, and after them what stands for no value."""
    named = [each for each in values if each.value not in (NO_GROUND, NOT_STATED)]
    return named[:most] + [each for each in values if each not in named]
