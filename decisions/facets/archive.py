"""The facets of every published decision in arrays, newest first, and what filters leave of them. Pure."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from decisions.facets.column import Column, Sets, Values

UNDATED = np.iinfo(np.int32).min
"""Stands for the day of a decision that states none, so that it comes last."""


@dataclass(frozen=True, slots=True)
class Row:
    """A decision: its primary key, the day it was decided (a proleptic ordinal, or UNDATED), its values by facet."""

    id: int
    day: int
    values: Mapping[str, Values]


class Archive:
    """Columns over all published decisions at one revision. Never changed: `changed` makes another."""

    def __init__(self, ids: np.ndarray, days: np.ndarray, columns: Mapping[str, Column]) -> None:
        """Take arrays of one length in any order, and put them newest first, undated last."""
        order = np.lexsort((-ids, -days.astype(np.int64)))
        self.ids = ids[order]
        self.days = days[order]
        self.columns = {name: Column(column.sets, column.codes[order]) for name, column in columns.items()}
        self._by_id = np.argsort(self.ids).astype(np.int32)
        self._sorted_ids = self.ids[self._by_id]

    def __len__(self) -> int:
        return len(self.ids)

    @classmethod
    def of(cls, rows: Iterable[Row], facets: Sequence[str]) -> "Archive":
        """The columns of these decisions."""
        return cls(*_arrays(rows, {name: Sets() for name in facets}))

    def changed(self, gone: Iterable[int], rows: Iterable[Row]) -> "Archive":
        """The columns without the decisions of these keys, and with these rows."""
        stay = ~np.isin(self.ids, np.fromiter(gone, np.int64))
        ids, days, columns = _arrays(rows, {name: column.sets for name, column in self.columns.items()})
        return Archive(
            np.concatenate([self.ids[stay], ids]),
            np.concatenate([self.days[stay], days]),
            {
                name: Column(column.sets, np.concatenate([column.codes[stay], columns[name].codes]))
                for name, column in self.columns.items()
            },
        )

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """How every value is printed, by facet."""
        return {name: column.sets.labels(column.codes) for name, column in self.columns.items()}

    @cached_property
    def _by_key(self) -> np.ndarray | None:
        """The place of each key, -1 where there is none; None where keys are too far apart for a table of them."""
        size = int(self._sorted_ids[-1]) + 1
        if self._sorted_ids[0] < 0 or size > 4 * len(self.ids) + 1000:
            return None
        places = np.full(size, -1, np.int32)
        places[self.ids] = np.arange(len(self.ids), dtype=np.int32)
        return places

    @cached_property
    def _whole(self) -> "Selection":
        return Selection(self, None, {})

    def places(self, ids: np.ndarray) -> np.ndarray:
        """Where these decisions stand, newest first being 0; keys that the archive has not are left out."""
        if not len(self.ids):
            return np.empty(0, np.int32)
        if self._by_key is not None:
            places = self._by_key[ids[(ids >= 0) & (ids < len(self._by_key))]]
            return places[places >= 0]
        at = np.minimum(np.searchsorted(self._sorted_ids, ids), len(self.ids) - 1)
        return self._by_id[at[self._sorted_ids[at] == ids]]

    def values(self, name: str, pk: int) -> Values:
        """The values that a decision which the archive has, given by key, has in a facet."""
        return self.columns[name].values(int(self.places(np.array([pk], np.int64))[0]))

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
        self._kept = {name: archive.columns[name].keep(places, values) for name, values in wanted.items()}

    @cached_property
    def counts(self) -> dict[str, dict[str, int]]:
        """How often each value occurs, by facet."""
        return {
            name: column.counts(self._left_without(name)) if name in self._kept else self._counts_of(column)
            for name, column in self._archive.columns.items()
        }

    def _counts_of(self, column: Column) -> dict[str, int]:
        return column.counts(self.places if self._kept else self._places)

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
        masks = [mask for name, mask in self._kept.items() if name != left_out]
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

    def ranked(self, ids: np.ndarray, scores: np.ndarray, start: int, stop: int) -> list[int]:
        """The keys from place `start` up to `stop` by score, the least first, and of equal scores the newest.

        `ids` are the keys that have a score, whether they are left or not.
        """
        known = np.isin(ids, self._archive.ids)
        ids, scores = ids[known], scores[known]
        places = self._archive.places(ids)
        if self.places is not None:
            left = np.zeros(len(self._archive), bool)
            left[self.places] = True
            places, scores = places[left[places]], scores[left[places]]
        return self._archive.ids[places[np.lexsort((places, scores))[start:stop]]].tolist()

    @cached_property
    def _in_order(self) -> np.ndarray:
        if self.places is None:
            return np.arange(len(self._archive))
        return np.sort(self.places)


def _arrays(rows: Iterable[Row], sets: Mapping[str, Sets]) -> tuple[np.ndarray, np.ndarray, dict[str, Column]]:
    ids, days = array("q"), array("i")  # lists would take ten times the memory while they grow
    codes = {name: array("i") for name in sets}
    for row in rows:
        ids.append(row.id)
        days.append(row.day)
        for name, each in sets.items():
            codes[name].append(each.number(row.values[name]))
    columns = {name: Column(sets[name], np.array(found, np.int32)) for name, found in codes.items()}
    return np.array(ids, np.int64), np.array(days, np.int32), columns
