"""Counts of decisions as shares of a total, from the worker's columns and from mentions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from django.db.models import QuerySet
from django.http import QueryDict

from decisions.facets import Archive, Facet, Results
from decisions.filters import NO_GROUND, DecisionFilter
from decisions.models import NOT_STATED, GroupConcat
from decisions.percentages import Share
from decisions.web.paths import list_page


@dataclass(frozen=True, slots=True)
class Tally:
    """A value, and the share of decisions that have it.

    `address`: the list of these decisions, or "". `width`: the length of its bar in per cent of the longest.
    """

    value: str
    label: str
    share: Share
    address: str
    width: float


def counted(archive: Archive, **filters: Iterable[str]) -> Results:
    """Return the counts of the decisions that have, in each facet named, one of the values given."""
    query = QueryDict(mutable=True)
    for name, values in filters.items():
        query.setlist(name, list(values))
    return Results(DecisionFilter(query, archive.labels), archive)


def places_by(archive: Archive, mentions: QuerySet, *fields: str) -> dict[tuple[str, ...], np.ndarray]:
    """Return, by the values of these fields, the places of the published decisions with such a mention. One query.

    Places are indexes of the archive's columns, each once. Values that no published decision has are left out. SQL's
    COUNT(DISTINCT …) would take three times as long, because it collects the decisions seen for each group.
    """
    rows = mentions.order_by().values_list(*fields).annotate(keys=GroupConcat("decision_id"))
    found = {tuple(values): archive.places(_keys(joined)) for *values, joined in rows}
    return {values: places for values, places in found.items() if len(places)}


def places_of(archive: Archive, mentions: QuerySet) -> np.ndarray:
    """Return the places of the published decisions with one of these mentions, each once, newest first. One query."""
    return archive.places(_keys(mentions.order_by().aggregate(keys=GroupConcat("decision_id"))["keys"]))


def number_in(archive: Archive, places: Iterable[np.ndarray]) -> int:
    """Return the number of decisions at these places, each counted once."""
    is_among = np.zeros(len(archive), bool)
    for each in places:
        is_among[each] = True
    return int(np.count_nonzero(is_among))


def _keys(joined: str | None) -> np.ndarray:
    return np.fromstring(joined or "", np.int64, sep=",")


def tallies(facet: Facet, of: int | Facet, most: int | None = None, **filters: str) -> list[Tally]:
    """Return the values of a facet, in its order, as shares of `of` decisions, or of all that have the same value.

    `most`: the number of values; those for no ground and not stated are added to them. `filters`: the parameters of
    the list of the decisions counted.
    """
    wholes = {each.value: each.count for each in of.values} if isinstance(of, Facet) else {}
    found = {each.value: each for each in facet.values if each.count}
    highest = max((each.count for each in found.values()), default=0)
    return [
        Tally(
            value,
            found[value].label,
            Share(n := found[value].count, of if isinstance(of, int) else wholes[value]),
            list_page(**filters, **{facet.name: value}),
            round(100 * n / highest, 1),
        )
        for value in first_named(list(found), most)
    ]


def first_named(values: Sequence[str], most: int | None) -> list[str]:
    """Return the first of these values of a facet, and after them those for no ground and not stated."""
    named = [value for value in values if value not in (NO_GROUND, NOT_STATED)]
    return named[:most] + [value for value in values if value not in named]
