"""One facet of every decision as an array of numbers, each for a set of values."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

Values = tuple[tuple[str, str], ...]
"""The values of a decision in one facet, each with its label."""


@dataclass(slots=True)
class Sets:
    """Every set of values that occurs in one facet, numbered in order of appearance. A column holds these numbers.

    Decisions share sets: 100,000 decisions have some hundred councils and some thousand combinations of grounds.
    """

    numbers: dict[Values, int] = field(default_factory=dict)
    in_order: list[Values] = field(default_factory=list)
    _values: dict[str, int] = field(default_factory=dict)
    _pairs: tuple[np.ndarray, np.ndarray] | None = None

    def number(self, values: Values) -> int:
        """Return the number of this set, adding it if it is new."""
        found = self.numbers.get(values)
        if found is None:
            found = self.numbers[values] = len(self.numbers)
            self.in_order.append(values)
            self._pairs = None
            for value, _ in values:
                self._values.setdefault(value, len(self._values))
        return found

    def narrow(self, codes: np.ndarray) -> np.ndarray:
        """Return these codes in the smallest integer type that holds them."""
        return codes.astype(np.min_scalar_type(-len(self.numbers) - 1))

    def having(self, wanted: Iterable[str]) -> np.ndarray:
        """Return an array of booleans: whether each set has any of the wanted values."""
        numbers = {self._values[value] for value in wanted if value in self._values}
        sets, values = self._members()
        has = np.zeros(len(self.numbers), bool)
        has[sets[np.isin(values, list(numbers))]] = True
        return has

    def counts(self, codes: np.ndarray) -> dict[str, int]:
        """Count the values among these codes; values that do not occur are left out."""
        per_value = self.by_value(np.bincount(codes, minlength=len(self.numbers)))
        return {value: count for value, count in zip(self._values, per_value.tolist(), strict=True) if count}

    @property
    def values(self) -> list[str]:
        """Every value, in order of appearance."""
        return list(self._values)

    def by_value(self, per_set: np.ndarray) -> np.ndarray:
        """Turn counts by set, along the first axis, into counts by value, in the order of `values`."""
        sets, values = self._members()
        per_value = np.zeros((len(self._values), *per_set.shape[1:]), per_set.dtype)
        np.add.at(per_value, values, per_set[sets])
        return per_value

    def labels(self, codes: np.ndarray) -> dict[str, str]:
        """Return the label of each value that occurs among these codes: its usual one, else the first by alphabet."""
        per_set = np.bincount(codes, minlength=len(self.numbers))
        printed: dict[str, Counter[str]] = {}
        for values, number in self.numbers.items():
            if per_set[number]:
                for value, label in values:
                    printed.setdefault(value, Counter())[label] += int(per_set[number])
        return {value: min(labels, key=lambda each: (-labels[each], each)) for value, labels in printed.items()}

    def _members(self) -> tuple[np.ndarray, np.ndarray]:
        """Return two parallel arrays, of set numbers and of value numbers: a pair for each value in each set."""
        if self._pairs is None:
            pairs = [(number, self._values[value]) for values, number in self.numbers.items() for value, _ in values]
            array = np.array(pairs, np.int64).reshape(-1, 2)
            self._pairs = array[:, 0], array[:, 1]
        return self._pairs


@dataclass(frozen=True, slots=True)
class Column:
    """One facet of all decisions: the number of each one's set, in the order of the archive."""

    sets: Sets
    codes: np.ndarray

    def counts(self, rows: np.ndarray | None) -> dict[str, int]:
        """Count the values in these rows (None: in all)."""
        return self.sets.counts(self.codes if rows is None else self.codes[rows])

    def mask(self, rows: np.ndarray | None, wanted: Sequence[str]) -> np.ndarray:
        """Return an array of booleans: which of these rows (None: of all) have a wanted value."""
        return self.sets.having(wanted)[self.codes if rows is None else self.codes[rows]]

    def values(self, row: int) -> Values:
        """Return the values of the decision in this row."""
        return self.sets.in_order[self.codes[row]]
