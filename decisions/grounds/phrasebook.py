"""Many phrases sought at once: only those are tried whose words all stand in the text.

No phrase runs past a stop, so a text is read in stretches from stop to stop.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from decisions.grounds.phrases import Phrase, Sign, tokens_of, words

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
        self._rows = max((len(phrase.required_tokens) for phrase in self.phrases), default=0)
        self._met_by: dict[Sign, int] = {}
        self._met_anyway = 0
        self._rare_tokens = _rare_tokens(self.phrases)
        for place, phrase in enumerate(self.phrases):
            for row in range(self._rows):
                bit = 1 << (row * len(self.phrases) + place)
                if row >= len(phrase.required_tokens):
                    self._met_anyway |= bit
                    continue
                for sign in phrase.required_tokens[row]:
                    self._met_by[sign] = self._met_by.get(sign, 0) | bit

    def spans(self, folded: str, found: list[str] | None = None) -> Iterator[tuple[int, int, int]]:
        """Place of the phrase, start and end of each match in a folded text; `found` are its words, where known."""
        if self._cannot_match(words(folded) if found is None else found):
            return
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
        found = words(folded)
        if self._cannot_match(found):
            return
        met = self._met_anyway
        for sign in self._met_by.keys() & tokens_of(found):
            met |= self._met_by[sign]
        possible = (1 << len(self.phrases)) - 1
        for row in range(self._rows):
            possible &= met >> (row * len(self.phrases))
        while possible:
            lowest = possible & -possible
            yield lowest.bit_length() - 1
            possible ^= lowest

    def _cannot_match(self, found: list[str]) -> bool:
        """Whether no phrase stands in a text of these words, as is known at once of most texts."""
        return self._rare_tokens is not None and self._rare_tokens.isdisjoint(found)


def _rare_tokens(phrases: Iterable[Phrase]) -> frozenset[str] | None:
    """Words one of which stands wherever any of the phrases does, and seldom elsewhere; None where there are none.

    Most texts have none of them, which is the quickest way to know that nothing can be found.
    """
    found: set[str] = set()
    for phrase in phrases:
        if not phrase.required_tokens:
            return None
        found |= min(map(_a_word_of_each, phrase.required_tokens), key=lambda group: sum(map(_frequency, group)))
    return frozenset(found)


def _a_word_of_each(group: frozenset[Sign]) -> set[str]:
    return {sign if isinstance(sign, str) else min(sign, key=_frequency) for sign in group}


def _frequency(word: str) -> float:
    return _FREQUENT.get(word, 0.001 if len(word) > 1 else 1.0)  # the s of "council's" is everywhere


# As `benchmarks/words.txt` has them; how they stand here changes what is quick, never what is found.
_COMMONEST = """
    the to not we complaint a council investigate about and will of it is this mr because has in for fault have
    cannot ombudsman her his was that investigation an there decision with would by as he no at care injustice
    evidence ms school appeal its mrs our children be are complainant how which social she on him could should
    child caused consider court considered or from their review agreed planning assessment reasonable so if
    transport outcome complained tribunal matter application had remedy us information been family achieve
    unlikely enough can do right says complaints significant housing they any pay late out way did decisions
    found families services provide into
""".split()  # noqa: SIM905 - a word a line would be two pages
"""The commonest words of decisions, the commonest first."""
_FREQUENT = {word: 1 / (rank + 3) for rank, word in enumerate(_COMMONEST)}
