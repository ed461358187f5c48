"""Highlights in a text: marks, words found, links, excerpts, and the differences between two texts."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise, takewhile

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


def merge_highlights(text: str, marks: Iterable[Span], found: Iterable[Span], match: int = 0) -> list[Segment]:
    """Split the text where marks or found words begin and end.

    The first found words get the number `match`, 0 for none.
    """
    marks, found = list(marks), list(found)
    if not marks and not found:
        return [Segment(text, False)] if text else []
    under = segments(text, found)
    over = segments(text, marks)
    merged = []
    at = 0
    while under and over:
        length = min(len(under[0].text), len(over[0].text))
        is_found = under[0].marked
        merged.append(Segment(text[at : at + length], over[0].marked, is_found, match if is_found else 0))
        match = 0 if is_found else match
        at += length
        for layer in (under, over):
            rest = layer[0].text[length:]
            layer[:1] = [Segment(rest, layer[0].marked)] if rest else []
    return merged


def add_links(pieces: Iterable[Segment], links: Iterable[tuple[int, int, str]]) -> list[Segment]:
    """Split segments where links (start, end, address) begin and end. Of links that overlap the first one counts."""
    separate: list[tuple[int, int, str]] = []
    for start, end, address in sorted(links):
        if not separate or start >= separate[-1][1]:
            separate.append((start, end, address))
    if not separate:
        return list(pieces)
    linked: list[Segment] = []
    at = 0
    for segment in pieces:
        linked += _split_at(segment, [(start - at, end - at, address) for start, end, address in separate])
        at += len(segment.text)
    return linked


def _split_at(segment: Segment, links: Iterable[tuple[int, int, str]]) -> list[Segment]:
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
    """Split the text where marks begin and end. Spans may overlap, touch, or reach past the text."""
    pieces = []
    at = 0
    for first, last in sorted(spans):
        start, end = max(first, at), min(last, len(text))
        if start >= end:
            continue
        if start > at:
            pieces.append(Segment(text[at:start], False))
        if pieces and pieces[-1].marked:
            pieces[-1] = Segment(pieces[-1].text + text[start:end], True)
        else:
            pieces.append(Segment(text[start:end], True))
        at = end
    if at < len(text):
        pieces.append(Segment(text[at:], False))
    return pieces


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
