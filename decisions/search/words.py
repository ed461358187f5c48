"""Where the words stand in a text: the one rule for what is typed, for PostgreSQL's index and for its marks.

It is the rule of FTS5's tokenizer, by which SQLite reads texts. PostgreSQL's own parser takes `and/or` for a file
and `v1.2` for a host, so it is never shown a text, only the words found here.
"""

import re
import unicodedata

from decisions.marking import Span


def normalise(text: str) -> str:
    """The text with a space for each character that is no part of a word; every other stands where it stood."""
    return text.translate(_TABLE)


def spans(text: str) -> list[Span]:
    """Where each word stands: a run of letters, digits and the marks on them."""
    return [found.span() for found in _RUN.finditer(normalise(text)) if _has_body(found.group())]


class _Table(dict[int, str]):
    """What stands for each character, found out when it first comes up."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kept = self[code] = character if _kind(character) in "LNM" else " "
        return kept


_TABLE = _Table()
_RUN = re.compile("[^ ]+")


def _has_body(run: str) -> bool:
    # A mark on no letter is no word to the index, and a phrase without words would match nothing.
    return run.isascii() or any(_kind(character) in "LN" for character in run)


def _kind(character: str) -> str:
    """What the tokenizer takes it for: a letter (L), number (N), mark on a letter (M), else no part of a word."""
    category = unicodedata.category(character)
    return "L" if category == "Co" else category[0]
