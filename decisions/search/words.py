"""Tokenizing: the one rule for words in queries and texts.

It is that of SQLite's FTS5 tokenizer. PostgreSQL's own parser takes `and/or` for a file and `v1.2` for a host, so it
gets the words found here, never a text.
"""

import re
import unicodedata
from collections.abc import Iterable

from decisions.highlighting import Span


def normalise(text: str) -> str:
    """Return the text with a space for each character that is not part of a word. Offsets stay the same."""
    return text.translate(_TABLE)


def spans(text: str) -> list[Span]:
    """Return the span of each word: a run of letters, digits and the marks on them."""
    return [found.span() for found in _RUN.finditer(normalise(text)) if _has_body(found.group())]


def words_of(texts: Iterable[str]) -> set[str]:
    """Return the folded words of texts: letters only, three to thirty of them."""
    tokens: set[str] = set()  # most recur, and are handled once
    for text in texts:
        tokens.update(text.split())
    plain = " ".join([token for token in tokens if token.isascii()])  # nearly all, and folded at once
    others = " ".join([token for token in tokens if not token.isascii()])
    words = {*normalise(plain.lower()).split(), *map(folded, normalise(others).split())}
    return {word for word in words if _SHORTEST <= len(word) <= _LONGEST and word.isalpha()}


def folded(text: str) -> str:
    """Return the text in lower case and without accents, as the index has it."""
    lower = text.lower()
    if lower.isascii():
        return lower
    return "".join(each for each in unicodedata.normalize("NFD", lower) if not unicodedata.combining(each))


class _Table(dict[int, str]):
    """A table for `str.translate`, filled in as characters come up."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        mapped = self[code] = character if _kind(character) in "LNM" else " "
        return mapped


_SHORTEST, _LONGEST = 3, 30  # letters of a word kept for suggestions and prefixes
_MARKS = frozenset(
    "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u030f"
    "\u0311\u031b\u0323\u0324\u0325\u0326\u0327\u0328\u032d\u032e\u0330\u0331"
)
"""Combining marks of Latin letters: any other separates words."""
_TABLE = _Table()
_RUN = re.compile("[^ ]+")


def _has_body(run: str) -> bool:
    # To the index a mark without a letter is not a word, and a phrase without words would match nothing.
    return run.isascii() or any(_kind(character) in "LN" for character in run)


def _kind(character: str) -> str:
    """Return what the tokenizer takes it for: letter (L), number (N), mark (M), or a separator (anything else)."""
    category = unicodedata.category(character)
    if category[0] == "M":
        return "M" if character in _MARKS else " "
    return "L" if category == "Co" else category[0]
