"""How well texts match, as FTS5 has it: BM25 over the texts at hand. Pure."""

from collections.abc import Iterable, Sequence
from itertools import chain
from math import log

Run = tuple[int, int]
"""The places of the first word and the last of words that stand side by side."""

_SATURATION, _LENGTH = 1.2, 0.75
_LEAST = 1e-6  # what a word that most texts have is worth


def hits(terms: Sequence[Sequence[str]], texts: Sequence[Sequence[str]]) -> list[tuple[float, list[Run]]]:
    """For each text (its words) how well it has any of the terms, 0 or less, the less the better, and where."""
    found = [[_runs(term, text) for term in terms] for text in texts]
    usual = sum(map(len, texts)) / max(len(texts), 1)
    worth = [_worth(sum(1 for runs in found if runs[place]), len(texts)) for place in range(len(terms))]
    return [
        (_score(worth, [len(each) for each in runs], len(text) / (usual or 1)), _apart(runs))
        for text, runs in zip(texts, found, strict=True)
    ]


def _runs(term: Sequence[str], text: Sequence[str]) -> list[Run]:
    last = len(term) - 1
    return [
        (place, place + last)
        for place, word in enumerate(text)
        if word == term[0] and list(text[place : place + last + 1]) == list(term)
    ]


def _worth(having: int, texts: int) -> float:
    return max(log((texts - having + 0.5) / (having + 0.5)), _LEAST)


def _score(worth: Sequence[float], times: Sequence[int], length: float) -> float:
    longer = _SATURATION * (1 - _LENGTH + _LENGTH * length)
    return -sum(each * often * (_SATURATION + 1) / (often + longer) for each, often in zip(worth, times, strict=True))


def _apart(runs: Iterable[Iterable[Run]]) -> list[Run]:
    """The runs of every term in order, those that overlap made one."""
    apart: list[Run] = []
    for first, last in sorted(chain.from_iterable(runs)):
        if apart and first <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(last, apart[-1][1])
        else:
            apart.append((first, last))
    return apart
