"""Where the words stand in a text: the one rule for what is typed, for the archive's words, and on PostgreSQL for all.

It is the rule of FTS5's tokenizer, by which SQLite reads texts. PostgreSQL's own parser takes `and/or` for a file
and `v1.2` for a host, so it is never shown a text, only the words found here.
"""

import re
import unicodedata
from collections.abc import Iterable

from decisions.highlighting import Span


def normalise(text: str) -> str:
    """The text with a space for each character that is no part of a word; every other stands where it stood."""
    return text.translate(_TABLE)


def spans(text: str) -> list[Span]:
    """Where each word stands: a run of letters, digits and the marks on them."""
    return [found.span() for found in _RUN.finditer(normalise(text)) if _has_body(found.group())]


def words_of(texts: Iterable[str]) -> set[str]:
    """The words of texts, those of three letters or more, folded."""
    tokens: set[str] = set()  # most come again and again, and are looked at once
    for text in texts:
        tokens.update(text.split())
    plain = " ".join([token for token in tokens if token.isascii()])  # nearly all, and folded at once
    others = " ".join([token for token in tokens if not token.isascii()])
    words = {*normalise(plain.lower()).split(), *map(folded, normalise(others).split())}
    return {word for word in words if _SHORTEST <= len(word) <= _LONGEST and word.isalpha()}


def folded(text: str) -> str:
    """The text in lower case and without accents, as the index sees it."""
    lower = text.lower()
    if lower.isascii():
        return lower
    return "".join(each for each in unicodedata.normalize("NFD", lower) if not unicodedata.combining(each))


class _Table(dict[int, str]):
    """What stands for each character, found out when it first comes up."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        mapped = self[code] = character if _kind(character) in "LNM" else " "
        return mapped


_SHORTEST, _LONGEST = 3, 30  # letters of a word of the archive that is offered, or stands for its beginning
_MARKS = frozenset(
    "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u030f"
    "\u0311\u031b\u0323\u0324\u0325\u0326\u0327\u0328\u032d\u032e\u0330\u0331"
)
"""Those of Latin letters: any other parts words."""
_TABLE = _Table()
_RUN = re.compile("[^ ]+")


def _has_body(run: str) -> bool:
    # A mark on no letter is no word to the index, and a phrase without words would match nothing.
    return run.isascii() or any(_kind(character) in "LN" for character in run)


def _kind(character: str) -> str:
    """What the tokenizer takes it for: a letter (L), number (N), mark on a letter (M), else no part of a word."""
    category = unicodedata.category(character)
    if category[0] == "M":
        return "M" if character in _MARKS else " "
    return "L" if category == "Co" else category[0]
