"""Sketches: they find near-identical paragraphs without comparing every pair.

A sketch has keys, and only paragraphs that share one are compared. They do if they have a sentence in common, or the
same beginning or end: one change leaves one of these as it was. How alike they are is then worked out from their words.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import pairwise
from zlib import crc32

from decisions.standard.wording import sentences_of_all

ALIKE = 0.8
"""The least share of their words that two near-identical paragraphs have in common."""
_FEWEST_WORDS = 10
"""A paragraph of fewer words is alike only to one of the same words: the few that differ may be all that matters."""
_SHORTEST_SENTENCE = 5
"""A sentence of fewer words is not a key."""
# Lengths, in words, of the beginnings and ends that are keys: each is about one and a half times the one before.
_HALVES = (4, 6, 9, 13, 19, 28, 42, 63, 95, 142)
_NEGATIONS = (b"not", b"no", b"never", b"cannot", b"neither", b"nor", b"unable", b"without", b"refused", b"unlikely")


@dataclass(frozen=True)
class Sketch:
    """A paragraph as it is compared: its sentences, each of words joined by spaces."""

    sentences: tuple[bytes, ...]

    @cached_property
    def words(self) -> list[bytes]:
        """The words that are compared."""
        return b" ".join(self.sentences).split()

    @cached_property
    def counted(self) -> Counter[bytes]:
        """How often each word occurs."""
        return Counter(self.words)

    @cached_property
    def fingerprint(self) -> str:
        """A hash that is the same only for the same words."""
        return blake2b(b". ".join(self.sentences), digest_size=16).hexdigest()

    @cached_property
    def keys(self) -> frozenset[int]:
        """32-bit numbers; only paragraphs that share one are compared."""
        parts = [each for each in self.sentences if each.count(b" ") >= _SHORTEST_SENTENCE - 1]
        words = b" ".join(
            self.sentences
        ).split()  # not `self.words`, which would be stored: most sketches are made for their keys alone
        if len(words) < 2 * _HALVES[0]:
            parts.append(b" ".join(words))
        for half in _halves(len(words)):
            parts += (b"< " + b" ".join(words[:half]), b"> " + b" ".join(words[-half:]))
        return frozenset(map(crc32, parts))


@lru_cache(maxsize=1024)
def _halves(words: int) -> tuple[int, ...]:
    """Return the two longest of `_HALVES` that are at most half the words: a word more or less leaves one of them."""
    for longest, (half, longer) in enumerate(pairwise((*_HALVES, words)), start=1):
        if longer > words // 2:
            return _HALVES[max(0, longest - 2) : longest] if half <= words // 2 else ()
    return _HALVES[-2:]


def sketch(text: str) -> Sketch:
    """Return the sketch of the whole text of a paragraph."""
    return sketches([text])[0]


def sketches(texts: Iterable[str]) -> list[Sketch]:
    """Return the sketches of the whole texts of many paragraphs, which is faster than one by one."""
    return [Sketch(tuple([b" ".join(words) for words in each])) for each in sentences_of_all(texts)]


def likeness(one: Sketch, other: Sketch) -> float:
    """Return how alike two paragraphs are, from 0 to 1: the share of their words that both have.

    It is 1 only for the same words in the same order, and 0 where one denies what the other does not, or where either
    is short and they are not the same.
    """
    if one.sentences == other.sentences:
        return 1.0
    fewer, more = sorted((len(one.words), len(other.words)))
    if fewer < _FEWEST_WORDS or fewer < ALIKE * more:
        return 0.0
    if any(one.counted[word] != other.counted[word] for word in _NEGATIONS):
        return 0.0
    common = sum((one.counted & other.counted).values())
    return min(common / (fewer + more - common), 0.999)
