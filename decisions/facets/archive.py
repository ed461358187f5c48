"""The facets of every published decision in arrays, newest first, and what filters leave of them. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from decisions.facets.column import Column, Sets, Values
from decisions.facets.cross_tabulation import cross_tabulate

UNDATED = np.iinfo(np.int32).min
"""Stands for the day of a decision that states none, so that it comes last."""
_MANY = 50  # one in so many decisions: from there on ticking them off is quicker than sorting them


@dataclass(frozen=True, slots=True)
class Row:
    """A decision: its primary key, the day it was decided (a proleptic ordinal, or UNDATED), its values by facet."""

    id: int
    day: int
    values: Mapping[str, Values]


class Archive:
    """Columns over all published decisions at one revision. Never changed: `with_changes` makes another."""

    def __init__(self, table: np.ndarray, sets: Mapping[str, Sets]) -> None:
        """Take a table of `_table`, in any order, and put it newest first, undated last."""
        order = np.lexsort((-table["id"], -table["day"].astype(np.int64)))
        self.ids = table["id"][order]
        self.days = table["day"][order]
        self.columns = {name: Column(each, each.narrow(table[name][order])) for name, each in sets.items()}

    def __len__(self) -> int:
        return len(self.ids)

    @classmethod
    def of(cls, rows: Iterable[Row], facets: Sequence[str]) -> "Archive":
        """The columns of these decisions."""
        sets = {name: Sets() for name in facets}
        return cls(_table(rows, sets), sets)

    def with_changes(self, gone: Iterable[int], rows: Iterable[Row]) -> "Archive":
        """The columns without the decisions of these keys, and with these rows."""
        sets = {name: column.sets for name, column in self.columns.items()}
        added = _table(rows, sets)
        stays = ~np.isin(self.ids, np.fromiter(gone, np.int64))
        table = np.empty(np.count_nonzero(stays), added.dtype)
        table["id"], table["day"] = self.ids[stays], self.days[stays]
        for name, column in self.columns.items():
            table[name] = column.codes[stays]
        return Archive(np.concatenate([table, added]), sets)

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """How every value is printed, by facet."""
        return {name: column.sets.labels(column.codes) for name, column in self.columns.items()}

    @cached_property
    def _by_key(self) -> np.ndarray | None:
        """The place of each key, -1 where there is none, and last of all; None where keys are too far apart for it."""
        size = int(self.ids.max()) + 2
        if self.ids.min() < 0 or size > 4 * len(self.ids) + 1000:
            return None
        places = np.full(size, -1, np.int32)
        places[self.ids] = np.arange(len(self.ids), dtype=np.int32)
        return places

    @cached_property
    def _by_search(self) -> tuple[np.ndarray, np.ndarray]:
        """The keys in their order, and the place of each."""
        order = np.argsort(self.ids).astype(np.int32)
        return self.ids[order], order

    @cached_property
    def _whole(self) -> "Selection":
        return Selection(self, None, {})

    def places(self, ids: np.ndarray) -> np.ndarray:
        """Where these decisions stand, in order, newest first being 0, each once; other keys are left out."""
        found = self.at(ids)
        found = found[found >= 0]
        if len(found) < len(self) // _MANY:
            ordered = np.sort(found)
            return ordered[np.flatnonzero(np.diff(ordered, prepend=-1))]
        is_among = np.zeros(len(self), bool)
        is_among[found] = True
        return np.flatnonzero(is_among).astype(np.int32)

    def at(self, ids: np.ndarray) -> np.ndarray:
        """Where each of these decisions stands; -1 for a key that the archive has not."""
        if not (len(self.ids) and len(ids)):
            return np.full(len(ids), -1, np.int32)
        if self._by_key is not None:
            return self._by_key[np.clip(ids, -1, len(self._by_key) - 1)]
        keys, places = self._by_search
        at = np.minimum(np.searchsorted(keys, ids), len(keys) - 1)
        return np.where(keys[at] == ids, places[at], -1)

    def values(self, name: str, ids: Sequence[int]) -> list[Values]:
        """The values that each of these decisions, which the archive has, has in a facet."""
        return [self.columns[name].values(int(place)) for place in self.at(np.array(ids, np.int64))]

    def printed(self, name: str, ids: Sequence[int]) -> list[list[str]]:
        """How the values of each of these decisions in a facet are printed, without those that stand below others."""
        return [[label for value, label in each if label and "/" not in value] for each in self.values(name, ids)]

    def counts(self, name: str, ids: Sequence[int]) -> dict[str, int]:
        """How often each value of a facet occurs among these decisions."""
        return self.columns[name].counts(self.places(np.array(ids, np.int64)))

    def select(self, places: np.ndarray | None, wanted: Mapping[str, Sequence[str]]) -> "Selection":
        """What filters leave of the decisions at these places (None: of all); no values wanted: no filter."""
        wanted = {name: values for name, values in wanted.items() if values}
        if places is None and not wanted:
            return self._whole
        return Selection(self, places, wanted)


class Selection:
    """Decisions that have a wanted value in every facet asked for, counted by facet under all *other* filters."""

    def __init__(self, archive: Archive, places: np.ndarray | None, wanted: Mapping[str, Sequence[str]]) -> None:
        self._archive = archive
        self._places = places
        self._masks = {name: archive.columns[name].mask(places, values) for name, values in wanted.items()}

    @cached_property
    def counts(self) -> dict[str, dict[str, int]]:
        """How often each value occurs, by facet."""
        return {
            name: column.counts(self._left_without(name)) if name in self._masks else self._counts_of(column)
            for name, column in self._archive.columns.items()
        }

    def _counts_of(self, column: Column) -> dict[str, int]:
        return column.counts(self.places if self._masks else self._places)

    def cross_tabulate(self, *names: str) -> Counter[tuple[str, ...]]:
        """How many of them have each combination of values of these facets."""
        return cross_tabulate([self._archive.columns[name] for name in names], self.places)

    @property
    def span(self) -> tuple[date, date] | None:
        """The first day on which one of them was decided, and the last; None where none states a day."""
        days = self._archive.days if self.places is None else self._archive.days[self.places]
        dated = days[days != UNDATED]
        return (date.fromordinal(int(dated.min())), date.fromordinal(int(dated.max()))) if len(dated) else None

    @cached_property
    def total(self) -> int:
        """How many decisions are left."""
        return len(self._archive) if self.places is None else len(self.places)

    @cached_property
    def places(self) -> np.ndarray | None:
        """Where they stand (None: all)."""
        return self._left_without(None)

    def _left_without(self, left_out: str | None) -> np.ndarray | None:
        """Where the decisions stand that one filter left out would leave."""
        masks = [mask for name, mask in self._masks.items() if name != left_out]
        if not masks:
            return self._places
        mask = masks[0] if len(masks) == 1 else np.logical_and.reduce(masks)
        return np.flatnonzero(mask) if self._places is None else self._places[mask]

    def newest(self, start: int, stop: int) -> list[int]:
        """The keys from place `start` up to `stop`, newest first, undated last."""
        return self._archive.ids[self._in_order[start:stop]].tolist()

    def oldest(self, start: int, stop: int) -> list[int]:
        """The keys from place `start` up to `stop`, oldest first, undated last."""
        places = self._in_order
        dated = int(np.searchsorted(places, np.count_nonzero(self._archive.days != UNDATED)))
        upside_down = np.concatenate([places[:dated][::-1], places[dated:][::-1]])
        return self._archive.ids[upside_down[start:stop]].tolist()

    def rank_at(self, day: int, key: int, *, oldest: bool) -> int:
        """How many stand before the place of this day and key in their order, or at it, be there such a one or not."""
        places = self._in_order
        days, keys = self._archive.days[places], self._archive.ids[places]
        if not oldest:
            return int(np.count_nonzero((days > day) | ((days == day) & (keys >= key))))
        dated = days != UNDATED
        earlier = dated if day == UNDATED else dated & (days < day)
        return int(np.count_nonzero(earlier | ((days == day) & (keys <= key))))

    def ranked(self, ids: np.ndarray, scores: np.ndarray, start: int, stop: int) -> list[int]:
        """The keys from place `start` up to `stop` by score, the least first, and of equal scores the newest.

        `ids` are the keys that have a score, whether they are left or not.
        """
        places = self._archive.at(ids)
        left = places >= 0
        if self.places is not None:
            is_left = np.zeros(len(self._archive) + 1, bool)  # the last is for keys without a place
            is_left[self.places] = True
            left = is_left[places]
        places, scores = places[left], scores[left]
        return self._archive.ids[places[np.lexsort((places, scores))[start:stop]]].tolist()

    @property
    def _in_order(self) -> np.ndarray:
        return np.arange(len(self._archive)) if self.places is None else self.places


def _table(rows: Iterable[Row], sets: Mapping[str, Sets]) -> np.ndarray:
    """A row a decision: `id`, `day`, and for each facet the number of its set of values, new sets being added."""
    kind = np.dtype([("id", np.int64), ("day", np.int32), *((name, np.int32) for name in sets)])
    numbers = [(each.number, name) for name, each in sets.items()]
    # One array that grows: several of them, or lists, would leave holes in the memory of a worker.
    return np.fromiter(
        ((row.id, row.day, *(number(row.values[name]) for number, name in numbers)) for row in rows), kind
    )
