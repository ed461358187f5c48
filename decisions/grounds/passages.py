"""Passages: the paragraphs in which the Ombudsman gives reasons, and the summary, each split into sentences.

The summary and the Final decision state reasons; the assessment supports them. Everywhere else the decision retells the
complaint or recites tests that were not applied.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from decisions.grounds.patterns import fold, words
from decisions.parsing.document import Document
from decisions.parsing.section_parts import Part, section_parts

_SENTENCE_END = re.compile(r"[.!?]['\"’”)\]]{0,3}\s+(?=[A-Z0-9'\"‘“(\[])")
_ABBREVIATION = re.compile(r"\b(?:mr|mrs|ms|dr|st|no|nos|para|paras|s|ss|v|e\.g|i\.e|etc|art)\.$")

_CLAUSE_BEGINS = re.compile(
    r"[,;:(\n]|\b(?:because|as|since|that|and|or|but|so|which|therefore|however|also|although)\b"
)
_CLAUSE_WORDS = 8  # the most words that a quotation is extended by
_CLAUSE_REACH = 90  # the most characters before the words that are searched for the start of their clause


class Passage:
    """The whole text of paragraph `number` (0 = summary), with what the guards need of it computed once."""

    def __init__(self, number: int, text: str, in_assessment: bool = False) -> None:
        self.number = number
        self.text = text
        self.in_assessment = in_assessment
        self.folded = fold(text)

    @cached_property
    def words(self) -> list[str]:
        """The folded words, in order."""
        return words(self.folded)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset at which each sentence starts. A list is one sentence with the introduction that it continues."""
        ends = (match for match in _SENTENCE_END.finditer(self.text) if not self._abbreviated(match.start() + 1))
        return (0, *(match.end() for match in ends))

    def _abbreviated(self, end: int) -> bool:
        return bool(_ABBREVIATION.search(self.folded, max(end - 8, 0), end))

    def sentence(self, offset: int) -> int:
        """Return the index of the sentence that the offset is in."""
        return bisect_right(self.starts, offset) - 1

    def bounds(self, sentence: int) -> tuple[int, int]:
        """Return the start and end of the sentence at this index."""
        starts = self.starts
        return starts[sentence], starts[sentence + 1] if sentence + 1 < len(starts) else len(self.text)

    def clause_start(self, start: int) -> int:
        """Return the start of the clause around words that start here, so that a quotation has its subject.

        It is `start` itself where the clause begins too far back.
        """
        begin = self.bounds(self.sentence(start))[0]
        window = self.folded[max(begin, start - _CLAUSE_REACH) : start]
        cut = max((match.end() for match in _CLAUSE_BEGINS.finditer(window)), default=-1)
        if cut < 0 and start - begin > _CLAUSE_REACH:
            return start
        clause = window[max(cut, 0) :]
        return start - len(clause.lstrip()) if len(clause.split()) <= _CLAUSE_WORDS else start


def passages(document: Document) -> Iterator[Passage]:
    """Yield every passage in which the decision gives reasons, in the order of the text."""
    if document.summary:
        yield Passage(0, document.summary)
    headings = [(section.heading or "", section.level) for section in document.sections]
    for section, (part, recital) in zip(document.sections, section_parts(headings), strict=True):
        if recital is None and part in (Part.FINAL, Part.ASSESSMENT):
            yield from (Passage(each.number, each.whole, part is Part.ASSESSMENT) for each in section.paragraphs)
