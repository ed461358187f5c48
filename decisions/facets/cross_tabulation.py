"""Cross-tabulation of facets. Pure."""

from collections import Counter
from collections.abc import Sequence
from math import prod
from operator import getitem

import numpy as np

from decisions.facets.column import Column


def cross_tabulate(columns: Sequence[Column], rows: np.ndarray | None) -> Counter[tuple[str, ...]]:
    """Count these rows (None: all) by combination of values, one from each column.

    A decision with several values in a column is counted under each, so the counts may add up to more than the number
    of decisions.
    """
    sizes = tuple(len(column.sets.in_order) for column in columns)
    codes = tuple(column.codes if rows is None else column.codes[rows] for column in columns)
    if not len(codes[0]):
        return Counter()
    numbers = np.bincount(np.ravel_multi_index(codes, sizes), minlength=prod(sizes)).reshape(sizes)
    for (
        column
    ) in columns:  # the first axis, by set, becomes the last, by value; after all columns the order is as before
        numbers = np.moveaxis(column.sets.by_value(numbers), 0, -1)
    names = [column.sets.values for column in columns]
    found = zip(np.argwhere(numbers).tolist(), numbers[numbers > 0].tolist(), strict=True)
    return Counter({tuple(map(getitem, names, cell)): number for cell, number in found})
