"""Many phrases sought at once: only those are tried whose words all stand in the text.

No phrase runs past a stop, so a text is read in stretches from stop to stop.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from decisions.grounds.phrases import Phrase, Sign, signs

_STRETCH = re.compile(r"[^.;:?!]+")
_REMEMBERED = 2048
"""How many stretches a book remembers, since decisions recite the same law in the same words."""
_LONG = 1000
"""Characters; a longer stretch is not remembered."""


class Phrasebook:
    """Phrases in a fixed order; a phrase is named by its place in it, from 0.

    Which phrases may stand in a text is worked out in bits. Every group of signs a phrase needs has one, in rows
    as long as the book: bit `place` of row n is met by any sign of the nth group of the phrase at that place.
    """

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.phrases = tuple(phrases)
        self._find_again = lru_cache(maxsize=_REMEMBERED)(self._find)
        self._rows = max((len(phrase.needs) for phrase in self.phrases), default=0)
        self._met_by: dict[Sign, int] = {}
        self._met_anyway = 0
        for place, phrase in enumerate(self.phrases):
            for row in range(self._rows):
                bit = 1 << (row * len(self.phrases) + place)
                if row >= len(phrase.needs):
                    self._met_anyway |= bit
                    continue
                for sign in phrase.needs[row]:
                    self._met_by[sign] = self._met_by.get(sign, 0) | bit

    def spans(self, folded: str) -> Iterator[tuple[int, int, int]]:
        """Place of the phrase, start and end of each match in a folded text."""
        for stretch in _STRETCH.finditer(folded):
            find = self._find if len(stretch[0]) > _LONG else self._find_again
            for place, start, end in find(stretch[0]):
                yield place, stretch.start() + start, stretch.start() + end

    def _find(self, stretch: str) -> tuple[tuple[int, int, int], ...]:
        return tuple(
            (place, *match.span())
            for place in self.possible(stretch)
            for match in self.phrases[place].pattern.finditer(stretch)
        )

    def possible(self, folded: str) -> Iterator[int]:
        """The places of the phrases that may stand in a folded text: it has a sign of every group they need."""
        met = self._met_anyway
        for sign in self._met_by.keys() & signs(folded):
            met |= self._met_by[sign]
        possible = (1 << len(self.phrases)) - 1
        for row in range(self._rows):
            possible &= met >> (row * len(self.phrases))
        while possible:
            lowest = possible & -possible
            yield lowest.bit_length() - 1
            possible ^= lowest
