"""Many patterns searched for at once: only those are tried whose words are all in the text.

No pattern matches past a full stop or the like, so a text is searched in stretches from stop to stop.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Generic, TypeVar

from decisions.grounds.patterns import Pattern, Token, compile_phrase, tokens, words

Label = TypeVar("Label")
_STRETCH = re.compile(r"[^.;:?!]+")
_CACHED_STRETCHES = 2048
"""How many stretches each set caches the matches of: decisions recite the same law in the same words."""
_LONG = 1000
"""Characters; a longer stretch is not cached."""


class PatternSet(Generic[Label]):
    """Patterns in a fixed order, each with a label for what it shows."""

    def __init__(self, phrases: Iterable[tuple[Label, str]]) -> None:
        """Compile the phrases, each given after its label, and index them by the tokens they require.

        Raises ValueError for a malformed phrase.
        """
        self.patterns = tuple((label, compile_phrase(text)) for label, text in phrases)
        self._cached_find = lru_cache(maxsize=_CACHED_STRETCHES)(self._find)
        # A bit mask in rows as long as the set: bit `index` of row n is set if the text has a token of the nth group
        # that the pattern at that index requires. The "and" of all rows leaves the patterns that may match, in a
        # few operations on long integers instead of a loop over the patterns.
        self._rows = max((len(pattern.required_tokens) for _, pattern in self.patterns), default=0)
        self._bits_of: dict[Token, int] = {}
        self._bits_always_set = 0
        self._rare_tokens = _rare_tokens(pattern for _, pattern in self.patterns)
        for index, (_, pattern) in enumerate(self.patterns):
            for row in range(self._rows):
                bit = 1 << (row * len(self.patterns) + index)
                if row >= len(pattern.required_tokens):
                    self._bits_always_set |= bit
                    continue
                for token in pattern.required_tokens[row]:
                    self._bits_of[token] = self._bits_of.get(token, 0) | bit

    def spans(self, folded: str, words_of_text: list[str] | None = None) -> Iterator[tuple[Label, int, int]]:
        """Yield (label, start, end) of each match in a folded text.

        A caller that has the words of the text already passes them as `words_of_text`.
        """
        if self._cannot_match(words(folded) if words_of_text is None else words_of_text):
            return
        for stretch in _STRETCH.finditer(folded):
            find = self._find if len(stretch[0]) > _LONG else self._cached_find
            for label, start, end in find(stretch[0]):
                yield label, stretch.start() + start, stretch.start() + end

    def _find(self, stretch: str) -> tuple[tuple[Label, int, int], ...]:
        return tuple(
            (label, *match.span())
            for label, pattern in self.candidates(stretch)
            for match in pattern.regex.finditer(stretch)
        )

    def candidates(self, folded: str) -> Iterator[tuple[Label, Pattern]]:
        """Yield each pattern that may match in a folded text, since the text has its required tokens, and its label."""
        words_of_text = words(folded)
        if self._cannot_match(words_of_text):
            return
        bits = self._bits_always_set
        for token in self._bits_of.keys() & tokens(words_of_text):
            bits |= self._bits_of[token]
        candidates = (1 << len(self.patterns)) - 1
        for row in range(self._rows):
            candidates &= bits >> (row * len(self.patterns))
        while candidates:
            lowest = candidates & -candidates
            yield self.patterns[lowest.bit_length() - 1]
            candidates ^= lowest

    def _cannot_match(self, words_of_text: list[str]) -> bool:
        """Whether a text of these words has no rare token, so that no pattern matches: true of most texts."""
        return self._rare_tokens is not None and self._rare_tokens.isdisjoint(words_of_text)


def longest(spans: Iterable[tuple[Any, int, int]]) -> list[tuple[Any, int, int]]:
    """Return the longest of overlapping spans of one label, for every label. A span is (label, start, end)."""
    kept: list[tuple[Any, int, int]] = []
    for label, start, end in sorted(spans, key=lambda span: (span[0], span[1], -span[2])):
        last_label, last_start, last_end = kept[-1] if kept else (None, 0, 0)
        if label != last_label or last_end <= start:
            kept.append((label, start, end))
        elif end - start > last_end - last_start:
            kept[-1] = label, start, end
    return kept


def _rare_tokens(patterns: Iterable[Pattern]) -> frozenset[str] | None:
    """Return words one of which is in every text that any pattern matches, chosen to be rare elsewhere.

    None if a pattern requires no token. Most texts have none of these words, which is the quickest way to know that
    nothing can be found.
    """
    rare: set[str] = set()
    for pattern in patterns:
        if not pattern.required_tokens:
            return None
        rare |= min(map(_word_of_each, pattern.required_tokens), key=lambda group: sum(map(_frequency, group)))
    return frozenset(rare)


def _word_of_each(group: frozenset[Token]) -> set[str]:
    return {token if isinstance(token, str) else min(token, key=_frequency) for token in group}


def _frequency(word: str) -> float:
    return _FREQUENCY.get(word, 0.001 if len(word) > 1 else 1.0)  # the s of "council's" is everywhere


# As in `benchmarks/words.txt`. A change here changes what is quick, never what is found.
_COMMONEST = """
    the to not we complaint a council investigate about and will of it is this mr because has in for fault have
    cannot ombudsman her his was that investigation an there decision with would by as he no at care injustice
    evidence ms school appeal its mrs our children be are complainant how which social she on him could should
    child caused consider court considered or from their review agreed planning assessment reasonable so if
    transport outcome complained tribunal matter application had remedy us information been family achieve
    unlikely enough can do right says complaints significant housing they any pay late out way did decisions
    found families services provide into
""".split()  # noqa: SIM905 - a word a line would be two pages
"""The commonest words of decisions, most frequent first."""
_FREQUENCY = {word: 1 / (rank + 3) for rank, word in enumerate(_COMMONEST)}
