"""How often single words stand in decisions, on PostgreSQL: not written yet, so nothing is found similar there."""

from collections.abc import Sequence

import numpy as np


def frequencies(words: Sequence[str], most: int) -> list[int]:
    """In how many decisions each word stands, at most `most`: in none, as far as is known."""
    return [0] * len(words)


def having(phrases: Sequence[str], most: int) -> list[np.ndarray]:
    """The ids of the decisions, `most` of them, that have each phrase in words of their own: none are known."""
    return [np.empty(0, np.int64) for _ in phrases]
