"""The facets of every published decision in arrays, newest first, and selections from them. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from math import prod
from operator import getitem

import numpy as np

from decisions.facets.column import Column, Sets, Values

OLDEST = "oldest"
"""The order that `rank_at` does not take for newest first."""
UNDATED = np.iinfo(np.int32).min
"""The day of a decision that states none: lowest, so that it comes last."""


@dataclass(frozen=True, slots=True)
class Row:
    """A decision: its primary key, its date (as `date.toordinal()`, or UNDATED) and its values by facet.

    `changed`: when it was last imported or changed by staff, in UTC without a time zone, since numpy has none.
    """

    id: int
    day: int
    changed: datetime
    values: Mapping[str, Values]


class Archive:
    """Columns over all published decisions at one revision. Immutable: `with_changes` returns another."""

    def __init__(self, table: np.ndarray, sets: Mapping[str, Sets]) -> None:
        """Take a table from `_table`, in any order, and sort it newest first, undated last."""
        order = np.lexsort((-table["id"], -table["day"].astype(np.int64)))
        self.ids = table["id"][order]
        self.days = table["day"][order]
        self.changed = table["changed"][order]
        self.columns = {name: Column(each, each.narrow(table[name][order])) for name, each in sets.items()}

    def __len__(self) -> int:
        return len(self.ids)

    @classmethod
    def of(cls, rows: Iterable[Row], facets: Sequence[str]) -> "Archive":
        """Return the columns of these decisions."""
        sets = {name: Sets() for name in facets}
        return cls(_table(rows, sets), sets)

    def with_changes(self, gone: Iterable[int], rows: Iterable[Row]) -> "Archive":
        """Return columns without the decisions of these keys, and with these rows."""
        sets = {name: column.sets for name, column in self.columns.items()}
        added = _table(rows, sets)
        stays = ~np.isin(self.ids, np.fromiter(gone, np.int64))
        table = np.empty(np.count_nonzero(stays), added.dtype)
        table["id"], table["day"], table["changed"] = self.ids[stays], self.days[stays], self.changed[stays]
        for name, column in self.columns.items():
            table[name] = column.codes[stays]
        return Archive(np.concatenate([table, added]), sets)

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """The label of every value, by facet."""
        return {name: column.sets.labels(column.codes) for name, column in self.columns.items()}

    @cached_property
    def _by_search(self) -> tuple[np.ndarray, np.ndarray]:
        """The keys, sorted, and the place of each."""
        order = np.argsort(self.ids).astype(np.int32)
        return self.ids[order], order

    def places(self, ids: np.ndarray) -> np.ndarray:
        """Return the places of these decisions, sorted, each once, the newest being 0; unknown keys are left out."""
        found = self.at(ids)
        is_among = np.zeros(len(self), bool)
        is_among[found[found >= 0]] = True
        return np.flatnonzero(is_among).astype(np.int32)

    def at(self, ids: np.ndarray) -> np.ndarray:
        """Return the place of each of these keys; -1 for one that is not in the archive."""
        if not (len(self.ids) and len(ids)):
            return np.full(len(ids), -1, np.int32)
        keys, places = self._by_search
        at = np.minimum(np.searchsorted(keys, ids), len(keys) - 1)
        return np.where(keys[at] == ids, places[at], -1)

    def printed(self, name: str, ids: Sequence[int]) -> dict[int, list[str]]:
        """Return the labels of each of these decisions, which must be in the archive, without those of subvalues."""
        places = zip(ids, self.at(np.array(ids, np.int64)).tolist(), strict=True)
        values = {key: self.columns[name].values(place) for key, place in places}
        return {key: [label for value, label in each if label and "/" not in value] for key, each in values.items()}

    def counts(self, name: str, ids: Sequence[int] | None = None) -> dict[str, int]:
        """Count the values of a facet among these decisions (None: all)."""
        return self.columns[name].counts(None if ids is None else self.places(np.array(ids, np.int64)))


class Selection:
    """Decisions with a wanted value in every filtered facet; each facet is counted under all *other* filters."""

    def __init__(self, archive: Archive, places: np.ndarray | None, wanted: Mapping[str, Iterable[str]]) -> None:
        """Take the places of decisions (None: all), and the wanted values by facet; a facet without any is no filter.

        Later calls count and sort those of the decisions that have a wanted value in each facet.
        """
        self._archive = archive
        self._places = places
        self._masks = {name: archive.columns[name].mask(places, values) for name, values in wanted.items() if values}

    @cached_property
    def counts(self) -> dict[str, dict[str, int]]:
        """The count of each value, by facet."""
        return {
            name: column.counts(self._places_without(name) if name in self._masks else self.places)
            for name, column in self._archive.columns.items()
        }

    def cross_tabulate(self, *names: str) -> Counter[tuple[str, ...]]:
        """Count the selected decisions by combination of values, one from each of these facets.

        A decision with several values in a facet is counted under each, so the counts may add up to more than the
        number of decisions.
        """
        columns = [self._archive.columns[name] for name in names]
        sizes = tuple(len(column.sets.in_order) for column in columns)
        codes = tuple(column.codes if self.places is None else column.codes[self.places] for column in columns)
        if not len(codes[0]):
            return Counter()
        numbers = np.bincount(np.ravel_multi_index(codes, sizes), minlength=prod(sizes)).reshape(sizes)
        for column in columns:
            # The first axis, by set, becomes the last, by value; after all columns the order is as before.
            numbers = np.moveaxis(column.sets.by_value(numbers), 0, -1)
        values = [column.sets.values for column in columns]
        found = zip(np.argwhere(numbers).tolist(), numbers[numbers > 0].tolist(), strict=True)
        return Counter({tuple(map(getitem, values, cell)): number for cell, number in found})

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last decision date; None if no selected decision states one."""
        days = self._archive.days[self._in_order]
        dated = days[days != UNDATED]
        return (date.fromordinal(int(dated.min())), date.fromordinal(int(dated.max()))) if len(dated) else None

    @property
    def total(self) -> int:
        """The number of selected decisions."""
        return len(self._in_order)

    def total_without(self, name: str) -> int:
        """Return the number of decisions that would be selected without the filter on a facet."""
        places = self._places_without(name)
        return len(self._archive) if places is None else len(places)

    @cached_property
    def places(self) -> np.ndarray | None:
        """Their places in the archive (None: all of it)."""
        return self._places_without(None)

    def _places_without(self, left_out: str | None) -> np.ndarray | None:
        """Return the places of the decisions that match all filters but one."""
        masks = [mask for name, mask in self._masks.items() if name != left_out]
        if not masks:
            return self._places
        mask = np.logical_and.reduce(masks)
        return np.flatnonzero(mask) if self._places is None else self._places[mask]

    def newest(self, start: int, stop: int) -> list[int]:
        """Return the keys from `start` to `stop`, newest first, undated last."""
        return self._archive.ids[self._in_order[start:stop]].tolist()

    def oldest(self, start: int, stop: int) -> list[int]:
        """Return the keys from `start` to `stop`, oldest first, undated last."""
        places = self._in_order
        dated = int(np.searchsorted(places, np.count_nonzero(self._archive.days != UNDATED)))
        oldest_first = np.concatenate([places[:dated][::-1], places[dated:][::-1]])
        return self._archive.ids[oldest_first[start:stop]].tolist()

    def latest(self, start: int, stop: int) -> list[tuple[int, datetime]]:
        """Return the keys from `start` to `stop` by when they were last changed, which is given too, the latest first.

        Decisions that were changed at the same moment come newest first.
        """
        places = self._in_order
        found = places[np.argsort(-self._archive.changed[places].view(np.int64), kind="stable")[start:stop]]
        moments = [changed.replace(tzinfo=UTC) for changed in self._archive.changed[found].tolist()]
        return list(zip(self._archive.ids[found].tolist(), moments, strict=True))

    def rank_at(self, order: str, day: date | None, key: int) -> int:
        """Return the number of selected decisions ranked at or before (day, key), newest or oldest first.

        The decision of that day and key may be selected or not.
        """
        ordinal = day.toordinal() if day else UNDATED
        places = self._in_order
        days, keys = self._archive.days[places], self._archive.ids[places]
        if order != OLDEST:
            return int(np.count_nonzero((days > ordinal) | ((days == ordinal) & (keys >= key))))
        dated = days != UNDATED
        earlier = dated & (days < ordinal) if day else dated
        return int(np.count_nonzero(earlier | ((days == ordinal) & (keys <= key))))

    def ranked(self, ids: np.ndarray, scores: np.ndarray, start: int, stop: int) -> list[int]:
        """Return the keys from `start` to `stop` by score, the lowest first; of equal scores, the newest first.

        `ids` are the keys that have a score, selected or not.
        """
        places = self._archive.at(ids)
        is_selected = np.zeros(len(self._archive) + 1, bool)  # the last entry is for keys without a place, -1
        is_selected[self._in_order] = True
        left = is_selected[places]
        places, scores = places[left], scores[left]
        if 0 < stop < len(scores):  # no more is sorted than is shown, and what has the same score as the last of it
            shown = scores <= np.partition(scores, stop - 1)[stop - 1]
            places, scores = places[shown], scores[shown]
        return self._archive.ids[places[np.lexsort((places, scores))[start:stop]]].tolist()

    @property
    def _in_order(self) -> np.ndarray:
        return np.arange(len(self._archive)) if self.places is None else self.places


def _table(rows: Iterable[Row], sets: Mapping[str, Sets]) -> np.ndarray:
    """Return a structured array of the rows, with the number of the set of values for each facet; adds new sets."""
    kind = np.dtype(
        [("id", np.int64), ("day", np.int32), ("changed", "datetime64[us]"), *((name, np.int32) for name in sets)]
    )
    numbers = [(each.number, name) for name, each in sets.items()]
    # One growing array: several, or lists, would fragment the memory of a worker.
    return np.fromiter(
        ((row.id, row.day, row.changed, *(number(row.values[name]) for number, name in numbers)) for row in rows), kind
    )
