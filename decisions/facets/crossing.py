"""Facets counted against one another: how many decisions have each combination of values. Pure."""

from collections import Counter
from collections.abc import Sequence
from itertools import product

import numpy as np

from decisions.facets.column import Column


def crossed(columns: Sequence[Column], rows: np.ndarray | None) -> Counter[tuple[str, ...]]:
    """How many of these rows (None: all) have each combination of values, one of each column.

    A decision that has several values in a column counts under each of them, so that numbers may add up to more than
    there are decisions.
    """
    sizes = [len(column.sets.in_order) for column in columns]
    codes = [column.codes if rows is None else column.codes[rows] for column in columns]
    if not len(codes[0]):
        return Counter()
    combined = np.zeros(len(codes[0]), np.int64)
    for size, each in zip(sizes, codes, strict=True):
        combined = combined * size + each
    found: Counter[tuple[str, ...]] = Counter()
    for combination, number in zip(*(each.tolist() for each in np.unique(combined, return_counts=True)), strict=True):
        sets = []
        for column, size in zip(reversed(columns), reversed(sizes), strict=True):
            combination, code = divmod(combination, size)  # noqa: PLW2901 - peeled off from behind
            sets.append([value for value, _ in column.sets.in_order[code]])
        for values in product(*reversed(sets)):
            found[values] += number
    return found
