"""Highlights in a text: marks, words found, links, excerpts, and the differences between two texts."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise, takewhile
from typing import Any

Span = tuple[int, int]
"""A half-open range of Unicode characters."""

_ALIKE = 0.5  # the share of words in common below which two texts are not compared word by word
_MOST_STEPS = 500_000  # that comparing word by word may take; two prose texts of some 300 words take as many


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that is marked throughout, or not at all."""

    text: str
    marked: bool
    found: bool = False
    """Whether it matches the search, where that is shown differently from other marks."""
    match: int = 0
    """The number on the page, from 1, of the match that it begins; 0: none."""
    link: str = ""
    """The address that it links to; "" if none."""


def segments(
    text: str,
    marks: Iterable[Span],
    found: Iterable[Span] = (),
    match: int = 0,
    links: Iterable[tuple[int, int, str]] = (),
) -> list[Segment]:
    """Split the text where marks, found words or links (start, end, address) begin and end.

    Spans may overlap, touch, or reach past the text. The first found words get the number `match`, 0 for none. Of links
    that overlap the first one counts.
    """
    begins: dict[int, dict[str, Any]] = {0: {"marked": False, "found": False, "link": ""}, len(text): {}}
    for name, spans, otherwise in (
        ("marked", _united(marks), False),
        ("found", _united(found), False),
        ("link", _apart(links), ""),
    ):
        for start, end, value in spans:
            if (first := max(start, 0)) < (last := min(end, len(text))):
                begins.setdefault(first, {})[name] = value
                begins.setdefault(last, {})[name] = otherwise
    pieces, state = [], {}
    for start, end in pairwise(sorted(begins)):
        state |= begins[start]
        pieces.append(Segment(text[start:end], match=match if state["found"] else 0, **state))
        match = 0 if state["found"] else match
    return pieces


def _united(spans: Iterable[Span]) -> list[tuple[int, int, bool]]:
    """Return the spans in order, those that overlap or touch as one."""
    united: list[tuple[int, int, bool]] = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1]), True
        else:
            united.append((start, end, True))
    return united


def _apart(links: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return the links in order, without those that overlap one before."""
    apart: list[tuple[int, int, str]] = []
    for start, end, address in sorted(links):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end, address))
    return apart


def excerpt(text: str, spans: list[Span], around: int) -> tuple[str, list[Span]]:
    """Return the text shortened to about `around` characters on either side of its first mark, and the marks in it.

    It is cut between words, with an ellipsis at each cut.
    """
    first_start, first_end = min(spans, default=(0, 0))
    start = 0 if first_start <= around else text.rfind(" ", 0, first_start - around) + 1
    end = text.find(" ", first_end + around)
    end = len(text) if end < 0 else end
    lead = "… " if start else ""
    moved = [
        (max(a, start) - start + len(lead), min(b, end) - start + len(lead)) for a, b in spans if a < end and b > start
    ]
    return lead + text[start:end] + (" …" if end < len(text) else ""), moved


def changes(old: str, new: str) -> tuple[list[Segment], list[Segment]]:
    """Return both texts with the words marked that the other does not have; all of them if they have little in common.

    What is between the first difference and the last is compared word by word, or marked throughout if that would take
    too long: the time that `SequenceMatcher` takes grows with the square of its input, and worse.
    """
    places = [[match.span() for match in re.finditer(r"\S+", text)] for text in (old, new)]
    words = [[text[start:end] for start, end in spans] for text, spans in zip((old, new), places, strict=True)]
    blocks = differences(*words)
    differing = sum(last - first for block in blocks for first, last in block)
    if differing > (1 - _ALIKE) * sum(map(len, words)):
        return segments(old, [(0, len(old))]), segments(new, [(0, len(new))])
    marked = ([], [])
    for block in blocks:
        for side, (first, last) in enumerate(block):
            if first < last:
                marked[side].append((places[side][first][0], places[side][last - 1][1]))
    return segments(old, marked[0]), segments(new, marked[1])


def differences(old: list[str], new: list[str]) -> list[tuple[Span, Span]]:
    """Return which words (or lines) of one text, as ranges, replace which of the other.

    What is between the first difference and the last is one range if comparing it would take too long.
    """
    head = _common_length(old, new)
    tail = _common_length(reversed(old[head:]), reversed(new[head:]))
    blocks = _compare(old[head : len(old) - tail], new[head : len(new) - tail])
    return [((a + head, b + head), (c + head, d + head)) for (a, b), (c, d) in blocks]


def _common_length(old: Iterable[str], new: Iterable[str]) -> int:
    """Return how many words two texts have in common before they differ."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _compare(old: list[str], new: list[str]) -> list[tuple[Span, Span]]:
    """Return the differences between two texts; all as one if finding them takes too long, none for empty texts."""
    frequency = Counter(new)
    pairs = sum(frequency[word] for word in old)  # `SequenceMatcher` goes through them once for each run it finds
    if pairs * min(len(old), len(new)) > _MOST_STEPS:
        return [((0, len(old)), (0, len(new)))]
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [((a, b), (c, d)) for kind, a, b, c, d in codes if kind != "equal"]
