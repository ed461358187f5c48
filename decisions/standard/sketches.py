"""Sketches: by which near-identical paragraphs meet, without comparing every pair.

Two paragraphs meet if they share a sentence, or begin alike or end alike: one change leaves one of these as it was.
Whether they are alike then goes by their words.
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
"""How much of the words of two near-identical paragraphs is common to both, at the least."""
_WORDS = 10
"""A paragraph of fewer words is like no other but one of the same words: nearly all of it may be the case's own."""
_SENTENCE = 5
"""A sentence of fewer words makes no paragraphs meet."""
_HALVES = (4, 6, 9, 13, 19, 28, 42, 63, 95, 142)
_DENYING = (b"not", b"no", b"never", b"cannot", b"neither", b"nor", b"unable", b"without", b"refused", b"unlikely")


@dataclass(frozen=True)
class Sketch:
    """A paragraph as it is compared. `keys` are 32-bit numbers; paragraphs that share one meet."""

    sentences: tuple[bytes, ...]

    @cached_property
    def words(self) -> list[bytes]:
        """The words compared."""
        return b" ".join(self.sentences).split()

    @cached_property
    def counted(self) -> Counter[bytes]:
        """How often each word stands in it."""
        return Counter(self.words)

    @cached_property
    def fingerprint(self) -> str:
        """The same for the same words, and for no others."""
        return blake2b(b". ".join(self.sentences), digest_size=16).hexdigest()

    @cached_property
    def keys(self) -> frozenset[int]:
        """What it meets others by."""
        parts = [each for each in self.sentences if each.count(b" ") >= _SENTENCE - 1]
        words = b" ".join(self.sentences).split()  # most sketches are asked for nothing else
        if len(words) < 2 * _HALVES[0]:
            parts.append(b" ".join(words))
        for half in _halves(len(words)):
            parts += (b"< " + b" ".join(words[:half]), b"> " + b" ".join(words[-half:]))
        return frozenset(map(crc32, parts))


@lru_cache(maxsize=1024)
def _halves(words: int) -> tuple[int, ...]:
    """The two longest lengths of at most half the words: a word more or less keeps one of them."""
    for longest, (half, longer) in enumerate(pairwise((*_HALVES, words)), start=1):
        if longer > words // 2:
            return _HALVES[max(0, longest - 2) : longest] if half <= words // 2 else ()
    return _HALVES[-2:]


def sketch(text: str) -> Sketch:
    """The sketch of a paragraph's whole text."""
    return sketches([text])[0]


def sketches(texts: Iterable[str]) -> list[Sketch]:
    """The sketches of many paragraphs' whole texts, which is quicker than one by one."""
    return [Sketch(tuple([b" ".join(words) for words in each])) for each in sentences_of_all(texts)]


def likeness(one: Sketch, other: Sketch) -> float:
    """How alike two paragraphs are, from 0 to 1 (the same words in the same order): the share of words in common.

    0 where one denies what the other does not, and for short ones that are not the same.
    """
    if one.sentences == other.sentences:
        return 1.0
    fewer, more = sorted((len(one.words), len(other.words)))
    if fewer < _WORDS or fewer < ALIKE * more:
        return 0.0
    if any(one.counted[word] != other.counted[word] for word in _DENYING):
        return 0.0
    common = sum((one.counted & other.counted).values())
    return min(common / (fewer + more - common), 0.999)
