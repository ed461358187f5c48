"""Alignment of an old list of texts with a new one. Pure, and never quadratic in the length of a decision."""

from bisect import bisect_right
from collections import Counter

from decisions.highlighting import Span, differences

_ALIKE = 0.5  # share of common words; below it two texts are different texts, not one text that was changed
_SURELY = 0.85  # share of common words; from here on the search for a more similar text stops
_MOST_LOOKED_AT = 200  # texts that one changed text is compared with
_MOST_COMPARED = 20_000  # pairs of texts in all, about half a second's work; further changed ones count as gone


class Pairing:
    """An alignment of the texts of `base` with those of `theirs`, asked for one text at a time.

    `ours` has the texts of `base` as people corrected them, in the same places.
    """

    def __init__(self, base: list[str], ours: list[str], theirs: list[str]) -> None:
        self._base, self._ours, self._theirs = base, ours, theirs
        self._blocks = differences(base, theirs)
        self._starts = [old[0] for old, _ in self._blocks]
        self._words: dict[int, Counter[str]] = {}
        self._only: dict[str, int | None] = {}
        for place in (place for _, new in self._blocks for place in range(*new)):
            self._only[theirs[place]] = None if theirs[place] in self._only else place
        self._taken: dict[int, int | None] = {}  # by place in the old list, as far as asked for
        self._given: set[int] = set()
        self._left = _MOST_COMPARED

    def place(self, at: int) -> int | None:
        """Return the index in the new list of the text at index `at` of the old one, or None if it is gone.

        A changed text is recognised where at least half of its words are the same. No two texts share an index: the
        first one asked for gets it.
        """
        if at not in self._taken:
            self._taken[at] = place = self._found(at)
            if place is not None:
                self._given.add(place)
        return self._taken[at]

    def _found(self, at: int) -> int | None:
        nearest = bisect_right(self._starts, at) - 1
        old, new = self._blocks[nearest] if nearest >= 0 else ((0, 0), (0, 0))
        if at >= old[1]:  # outside the differences, which shift what follows them
            return at - old[1] + new[1]
        for text in (self._base[at], self._ours[at]):
            if (place := self._only.get(text)) is not None and place not in self._given:
                return place
        return self._most_alike(at, old, new)

    def _most_alike(self, at: int, old: Span, new: Span) -> int | None:
        """Return the index of the most similar text in the range that replaced the old one; nearest indexes first."""
        middle = new[0] + min(at - old[0], new[1] - new[0])
        first, last = max(new[0], middle - _MOST_LOOKED_AT // 2), min(new[1], middle + _MOST_LOOKED_AT // 2)
        mine = [Counter(text.split()) for text in {self._base[at], self._ours[at]}]
        best = (0.0, 0)
        for place in sorted(range(first, last), key=lambda place: abs(place - middle)):
            if place in self._given or not self._left:
                continue
            self._left -= 1
            best = max(best, (max(_likeness(each, self._words_of(place)) for each in mine), -place))
            if best[0] >= _SURELY:
                break
        return -best[1] if best[0] >= _ALIKE else None

    def _words_of(self, place: int) -> Counter[str]:
        if place not in self._words:
            self._words[place] = Counter(self._theirs[place].split())
        return self._words[place]


def _likeness(old: Counter[str], new: Counter[str]) -> float:
    """Return the share of words that two texts have in common, from 0 to 1."""
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else 0.0
