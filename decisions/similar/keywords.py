"""Text → the words that tell what it is about, as far as the text itself shows. Pure."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import normalize

from decisions.search.sqlite.in_memory_fts import stems
from decisions.search.stopwords import WORDS
from decisions.search.words import folded

_RUN = re.compile(r"[^\W_]+(?: [^\W_]+)*")  # words with nothing but a space between
_WORD = re.compile(r"[^\W\d_]{3,30}")
_MOST = 60
"""Words of a text that the index is asked about: those said most, so that a text of any length costs the same."""
_MOST_PHRASES = 12


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word as it is printed first, folded, and how often it is said, in whatever form."""

    printed: str
    word: str
    count: float


class Keywords:
    """The words of texts that may tell what they are about, the most said first, and which stand side by side."""

    def __init__(self, texts: Iterable[tuple[str, float]], excluded: str = "") -> None:
        """Take texts, each with how much a word in it counts; words of `leaving_out` tell nothing."""
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
        """Pairs that stand side by side: those with one of these words first, then the most said."""
        counts: Counter[tuple[str, str]] = Counter()
        for (first, second), count in self._pairs.items():
            pair = self._folded.get(first), self._folded.get(second)
            if pair[0] and pair[1]:
                counts[pair] += count
        wanted = {form for form, word in self._stem.items() if word in words}
        return sorted(counts, key=lambda pair: (wanted.isdisjoint(pair), -counts[pair], pair))[:_MOST_PHRASES]

    def representative(self, word: str) -> str | None:
        """The word that stands for this one among `said`, if any does: for *badges*, *badge*."""
        return self._stem.get(word)

    def printed(self, word: str) -> str:
        """A word of the texts as it is printed there first."""
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
