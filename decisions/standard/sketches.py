"""Sketches: they find near-identical paragraphs without comparing every pair.

A sketch has keys, and only paragraphs that share one are compared. They do if they have a sentence in common, or the
same beginning or end: one change leaves one of these as it was. How alike they are is then worked out from their words.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from zlib import crc32

from decisions.standard.wording import sentences

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
        words = b" ".join(self.sentences).split()  # not self.words, which stay in memory: few sketches need them
        if len(words) < 2 * _HALVES[0]:
            parts.append(b" ".join(words))
        for half in [half for half in _HALVES if 2 * half <= len(words)][-2:]:
            parts += (b"< " + b" ".join(words[:half]), b"> " + b" ".join(words[-half:]))
        return frozenset(map(crc32, parts))


def sketch(text: str) -> Sketch:
    """Return the sketch of the whole text of a paragraph."""
    return Sketch(sentences(text))


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
