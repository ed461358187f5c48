"""Marks in a text: which of its characters a reader's pen has touched."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

Span = tuple[int, int]
"""A half-open range of Unicode characters."""

_ALIKE = 0.5  # of two texts' words, below which nobody wants to see them compared word by word


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that is marked throughout, or not at all."""

    text: str
    marked: bool


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
    """Both texts with the words marked that the other has not; wholly marked where they have little in common."""
    words = [re.findall(r"\s+|[^\s]+", text) for text in (old, new)]
    matcher = SequenceMatcher(None, *words, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return segments(old, [(0, len(old))]), segments(new, [(0, len(new))])
    spans: tuple[list[Span], list[Span]] = ([], [])
    for kind, *places in matcher.get_opcodes():
        for side, (first, last) in enumerate((places[:2], places[2:])):
            if kind != "equal":
                start = len("".join(words[side][:first]))
                spans[side].append((start, start + len("".join(words[side][first:last]))))
    return segments(old, spans[0]), segments(new, spans[1])
