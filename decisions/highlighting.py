"""Marks in a text: which of its characters a reader's pen has touched."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise, takewhile

Span = tuple[int, int]
"""A half-open range of Unicode characters."""

_ALIKE = 0.5  # of two texts' words, below which nobody wants to see them compared word by word
_MOST_WORK = 500_000  # steps that comparing word by word may take; two prose texts of some 300 words take as many


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that is marked throughout, or not at all."""

    text: str
    marked: bool
    found: bool = False
    """Whether it is what somebody searched for, where that is told from other marks."""
    match: int = 0
    """Which match it begins, counted from 1 through the page; 0: none."""
    link: str = ""
    """The address it leads to; empty: none."""


def merge_highlights(text: str, marks: Iterable[Span], found: Iterable[Span], match: int = 0) -> list[Segment]:
    """The text cut where marks or found words begin and end; the first found words bear the number of the match."""
    marks, found = list(marks), list(found)
    if not marks and not found:
        return [Segment(text, False)] if text else []
    under = segments(text, found)
    over = segments(text, marks)
    cut = []
    at = 0
    while under and over:
        length = min(len(under[0].text), len(over[0].text))
        is_found = under[0].marked
        cut.append(Segment(text[at : at + length], over[0].marked, is_found, match if is_found else 0))
        match = 0 if is_found else match
        at += length
        for layer in (under, over):
            rest = layer[0].text[length:]
            layer[:1] = [Segment(rest, layer[0].marked)] if rest else []
    return cut


def add_links(cut: Iterable[Segment], links: Iterable[tuple[int, int, str]]) -> list[Segment]:
    """The segments cut where links (start, end, address) begin and end. Of links that overlap the first one counts."""
    waiting = sorted(links)
    if not waiting:
        return list(cut)
    borders: list[tuple[int, int, str]] = []
    for start, end, address in waiting:
        if not borders or start >= borders[-1][1]:
            borders.append((start, end, address))
    found: list[Segment] = []
    at = 0
    for segment in cut:
        found += _cut_at(segment, [(start - at, end - at, address) for start, end, address in borders])
        at += len(segment.text)
    return found


def _cut_at(segment: Segment, links: Iterable[tuple[int, int, str]]) -> list[Segment]:
    length = len(segment.text)
    inside = [(max(start, 0), min(end, length), address) for start, end, address in links if end > 0 and start < length]
    edges = sorted({0, length, *(edge for start, end, _ in inside for edge in (start, end))})
    pieces = []
    for start, end in pairwise(edges):
        link = next((address for first, last, address in inside if first <= start and end <= last), "")
        match = 0 if start else segment.match
        pieces.append(replace(segment, text=segment.text[start:end], match=match, link=link))
    return pieces


def segments(text: str, spans: Iterable[Span]) -> list[Segment]:
    """The text cut where marks begin and end. Spans may overlap, touch, or reach past the text."""
    cut = []
    at = 0
    for first, last in sorted(spans):
        start, end = max(first, at), min(last, len(text))
        if start >= end:
            continue
        if start > at:
            cut.append(Segment(text[at:start], False))
        if cut and cut[-1].marked:
            cut[-1] = Segment(cut[-1].text + text[start:end], True)
        else:
            cut.append(Segment(text[start:end], True))
        at = end
    if at < len(text):
        cut.append(Segment(text[at:], False))
    return cut


def excerpt(text: str, spans: list[Span], around: int) -> tuple[str, list[Span]]:
    """The text shortened to about `around` characters either side of its first mark, and the marks moved along.

    Cuts fall between words, and an ellipsis shows each.
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
    """Both texts with the words marked that the other has not; wholly marked where they have little in common.

    What stands between the first difference and the last is compared word by word, or marked throughout where that
    would take long: the comparer's time grows with the square of what it is given, and worse.
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
    """Which words (or lines) of either text, as ranges, stand in the place of which of the other.

    What stands between the first difference and the last is one range where comparing it would take long.
    """
    head = _alike(old, new)
    tail = _alike(reversed(old[head:]), reversed(new[head:]))
    blocks = _compared(old[head : len(old) - tail], new[head : len(new) - tail])
    return [((a + head, b + head), (c + head, d + head)) for (a, b), (c, d) in blocks]


def _alike(old: Iterable[str], new: Iterable[str]) -> int:
    """How many words two texts have in common before they differ."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _compared(old: list[str], new: list[str]) -> list[tuple[Span, Span]]:
    """The differences of two texts one by one; all as one where that takes long, none where there is no text."""
    often = Counter(new)
    pairs = sum(often[word] for word in old)  # the comparer goes through them once for each run it finds
    if pairs * min(len(old), len(new)) > _MOST_WORK:
        return [((0, len(old)), (0, len(new)))]
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [((a, b), (c, d)) for kind, a, b, c, d in codes if kind != "equal"]
