"""Keywords of a text: its most frequent words and phrases, without stopwords. No database."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import normalize

from decisions.search.in_memory_fts import stems
from decisions.search.stopwords import WORDS
from decisions.search.words import folded

_RUN = re.compile(r"[^\W_]+(?: [^\W_]+)*")  # words with nothing but a space between
_WORD = re.compile(r"[^\W\d_]{3,30}")
_MOST = 60
"""Keywords of a text that are looked up in the index: so few that a text of any length costs the same."""
_MOST_PHRASES = 12


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word as it is printed first, the same folded, and its weighted count in all its forms."""

    printed: str
    word: str
    count: float


class Keywords:
    """The keywords of texts, the most frequent first in `top`, and the pairs of them that are side by side."""

    def __init__(self, texts: Iterable[tuple[str, float]], excluded: str = "") -> None:
        """Count the words of texts, each with its weight; the words of `excluded` do not count."""
        by_weight: dict[float, Counter[str]] = defaultdict(Counter)
        self._pairs: Counter[tuple[str, str]] = Counter()
        for text, weight in texts:
            for run in _RUN.findall(normalize("NFC", text)):
                words = run.split(" ")
                by_weight[weight].update(words)
                self._pairs.update(pairwise(words))
        self._common = WORDS | {folded(each) for run in _RUN.findall(excluded) for each in run.split(" ")}
        self._counts: Counter[str] = Counter()
        self._printed: dict[str, str] = {}
        self._folded: dict[str, str] = {}
        for weight, printed in by_weight.items():
            self._count(weight, printed)
        self.top = self._top()

    def phrases(self, words: Collection[str]) -> list[tuple[str, str]]:
        """Return pairs of neighbouring words: first those with one of these words, then the most frequent."""
        counts: Counter[tuple[str, str]] = Counter()
        for (first, second), count in self._pairs.items():
            pair = self._folded.get(first), self._folded.get(second)
            if pair[0] and pair[1]:
                counts[pair] += count
        wanted = {form for form, word in self._stem.items() if word in words}
        return sorted(counts, key=lambda pair: (wanted.isdisjoint(pair), -counts[pair], pair))[:_MOST_PHRASES]

    def representative(self, word: str) -> str | None:
        """Return the form of a word that `top` has, for *badges* perhaps *badge*; None where it has none."""
        return self._stem.get(word)

    def printed(self, word: str) -> str:
        """Return a word as the texts print it first, in lower case if they ever do."""
        return self._printed[word]

    def _count(self, weight: float, printed: Counter[str]) -> None:
        for each, count in printed.items():
            word = folded(each)
            if word in self._common or not _WORD.fullmatch(word):
                continue
            self._counts[word] += weight * count
            self._folded[each] = word
            if each.islower() or word not in self._printed:
                self._printed[word] = each  # a capital at the start of a sentence is no part of the word

    def _top(self) -> list[Keyword]:
        words = [word for word, _ in self._counts.most_common(3 * _MOST)]
        forms: dict[str, list[str]] = defaultdict(list)
        for word, stem in zip(words, stems(words), strict=True):
            forms[stem].append(word)
        self._stem = {word: several[0] for several in forms.values() for word in several}
        counts = [
            Keyword(self._printed[several[0]], several[0], sum(self._counts[word] for word in several))
            for several in forms.values()
        ]
        return sorted(counts, key=lambda each: -each.count)[:_MOST]
