"""Facets counted against one another: how many decisions have each combination of values. Pure."""

from collections import Counter
from collections.abc import Sequence
from math import prod
from operator import getitem

import numpy as np

from decisions.facets.column import Column


def cross_tabulate(columns: Sequence[Column], rows: np.ndarray | None) -> Counter[tuple[str, ...]]:
    """How many of these rows (None: all) have each combination of values, one of each column.

    A decision that has several values in a column counts under each of them, so that numbers may add up to more than
    there are decisions.
    """
    sizes = tuple(len(column.sets.in_order) for column in columns)
    codes = tuple(column.codes if rows is None else column.codes[rows] for column in columns)
    if not len(codes[0]):
        return Counter()
    numbers = np.bincount(np.ravel_multi_index(codes, sizes), minlength=prod(sizes)).reshape(sizes)
    for column in columns:  # of each in turn, the axis of its sets in front becomes one of its values behind
        numbers = np.moveaxis(column.sets.by_value(numbers), 0, -1)
    names = [column.sets.values for column in columns]
    found = zip(np.argwhere(numbers).tolist(), numbers[numbers > 0].tolist(), strict=True)
    return Counter({tuple(map(getitem, names, cell)): number for cell, number in found})
