"""The doubts about a source, and where in its file a line of its text is."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from html import unescape
from unicodedata import normalize

from decisions.parsing import Document
from decisions.sources.damage import damaged_lines
from decisions.sources.encodings import doubt_about_encoding, text_in
from decisions.sources.source import HTML, Source

_TAG_OR_WORD = re.compile(r"<[^>]*>?|[^\s<]+|\n")
_MARK = re.compile(r"\s*(?:\d+\.|•|⟦[^⟧]*⟧)\s")
_COMPARED = 40  # characters at the start of a line
_MOST_MISSES = 100  # each reads the page to its end


def with_doubts(source: Source, document: Document) -> Document:
    """Return the document of a source with the doubts about the source as well, each with its line of the file."""
    doubts = [*damaged_lines(source.text), *document.doubts]
    lines = lines_in_file(source, [doubt.line for doubt in doubts])
    doubts = [replace(doubt, line=lines[doubt.line]) for doubt in doubts]
    if doubt := doubt_about_encoding(source.data, source.format, source.encoding):
        doubts.append(doubt)
    return replace(document, doubts=tuple(sorted(doubts, key=lambda doubt: doubt.line)))


def lines_in_file(source: Source, numbers: Iterable[int]) -> dict[int, int]:
    """Return for lines of the text of a source their lines of its file. They differ for a saved page.

    A line whose words are not found in the page has the place of the line before it.
    """
    wanted = {number: number for number in numbers}
    if source.format != HTML or not wanted:
        return wanted
    signs, starts, places = _signs_of_page(text_in(source.data, source.encoding))
    at = misses = 0
    for number, line in enumerate(source.text.split("\n")[: max(wanted)], start=1):
        if misses < _MOST_MISSES:
            found = signs.find(_signs(_MARK.sub("", line, count=1))[:_COMPARED], at)
            misses += found < 0
            at = max(at, found)
        if number in wanted:
            wanted[number] = places[bisect_right(starts, at) - 1]
    return wanted


def _signs_of_page(html: str) -> tuple[str, list[int], list[int]]:
    """Return the words of a page without spaces, where in them each line begins, and the numbers of these lines."""
    signs: list[str] = []
    starts, places = [0], [1]
    length, line = 0, 1
    for part in _TAG_OR_WORD.findall(html):
        if part[0] in "<\n":
            line += part.count("\n")
            continue
        if line != places[-1]:
            starts.append(length)
            places.append(line)
        signs.append(_signs(unescape(part)))
        length += len(signs[-1])
    return "".join(signs), starts, places


def _signs(text: str) -> str:
    return "".join(normalize("NFKC", text).split())
