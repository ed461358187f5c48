"""One passage of reasons: a paragraph (or the summary), folded, and cut into sentences."""

import re
from bisect import bisect_right
from functools import cached_property

from decisions.grounds.phrases import fold, words

_SENTENCE_END = re.compile(r"[.!?]['\"’”)\]]{0,3}\s+(?=[A-Z0-9'\"‘“(\[])")
_ABBREVIATION = re.compile(r"\b(?:mr|mrs|ms|dr|st|no|nos|para|paras|s|ss|v|e\.g|i\.e|etc|art)\.$")

_CLAUSE_BEGINS = re.compile(
    r"[,;:(\n]|\b(?:because|as|since|that|and|or|but|so|which|therefore|however|also|although)\b"
)
_CLAUSE_WORDS = 8
_CLAUSE_REACH = 90  # characters looked back for where a clause begins


class Passage:
    """The whole text of paragraph `number` (0 = summary) and what the guards ask of it again and again."""

    def __init__(self, number: int, text: str) -> None:
        self.number = number
        self.text = text
        self.folded = fold(text)

    @cached_property
    def words(self) -> list[str]:
        """Its words, folded, in order."""
        return words(self.folded)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each sentence begins. A list that runs on from its introduction is one sentence with it."""
        ends = (match for match in _SENTENCE_END.finditer(self.text) if not self._abbreviated(match.start() + 1))
        return (0, *(match.end() for match in ends))

    def _abbreviated(self, end: int) -> bool:
        return bool(_ABBREVIATION.search(self.folded, max(end - 8, 0), end))

    def sentence(self, offset: int) -> int:
        """Which sentence, counted from 0, the offset stands in."""
        return bisect_right(self.starts, offset) - 1

    def bounds(self, sentence: int) -> tuple[int, int]:
        """Start and end of a sentence."""
        starts = self.starts
        return starts[sentence], starts[sentence + 1] if sentence + 1 < len(starts) else len(self.text)

    def clause(self, start: int) -> int:
        """The start of the clause that words starting here stand in, if it is near: a quotation needs its subject."""
        begin = self.bounds(self.sentence(start))[0]
        window = self.folded[max(begin, start - _CLAUSE_REACH) : start]
        cut = max((match.end() for match in _CLAUSE_BEGINS.finditer(window)), default=-1)
        if cut < 0 and start - begin > _CLAUSE_REACH:
            return start
        clause = window[max(cut, 0) :]
        return start - len(clause.lstrip()) if len(clause.split()) <= _CLAUSE_WORDS else start
