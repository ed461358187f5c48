"""The vocabulary of made-up decisions: real words, then invented ones, drawn with Zipf frequencies.

The commonest thousand are those of real decisions, in order. The rest are built from syllables, since no list of words
has the fifty thousand rare ones (names, streets, typing errors) of real archives.
"""

import random
from functools import cache
from itertools import accumulate
from pathlib import Path

FILE = Path(__file__).with_name("words.txt")
"""The words of real decisions, the commonest first."""
SIZE = 70_000
_STEEPNESS = 1.05  # of the curve: the word of rank r comes up 1 / (r + _FLAT) ** _STEEPNESS as often
_FLAT = 2.7
_STARTS = "b br c ch d dr f g gr h k l m n p pl r s sh st t tr v w".split()
_VOWELS = "a e i o u ai ea oo".split()
_ENDS = " n l r m ck nd rt".split(" ")


@cache
def vocabulary() -> list[str]:
    """Return every word, the commonest first."""
    real = FILE.read_text(encoding="ascii").split()
    syllables = [start + vowel + end for start in _STARTS for vowel in _VOWELS for end in _ENDS]
    random.Random("syllables").shuffle(syllables)
    words = dict.fromkeys(real)
    number = len(syllables)  # so that each has two syllables or more
    while len(words) < SIZE:
        words[_spell(number, syllables)] = None
        number += 1
    return list(words)


def word(rank: int) -> str:
    """Return the word of this rank, from 1."""
    return vocabulary()[rank - 1]


@cache
def _heights() -> list[float]:
    return list(accumulate(1 / (rank + _FLAT) ** _STEEPNESS for rank in range(1, SIZE + 1)))


def draw(rng: random.Random, count: int) -> list[str]:
    """Draw words at random, each with the frequency of its rank."""
    return rng.choices(vocabulary(), cum_weights=_heights(), k=count)


def _spell(number: int, syllables: list[str]) -> str:
    spelling = ""
    while number:
        number, place = divmod(number, len(syllables))
        spelling += syllables[place]
    return spelling
