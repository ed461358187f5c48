"""Patterns: phrases of the phrase language (see `phrases.py`) compiled to regular expressions.

Every repetition in a pattern is bounded, so the time to search grows with the text and no faster.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

_SPACE = r"\s{1,3}"
_GAP = r"(?:(?!because\b)[^\s.;:?!]{1,30}\s{1,3}){0,6}?"
_ANY = r"[^\s.;:?!]{1,30}"
_PIECE = re.compile(r"\[[^\]]*\]|(?:\([^)]*\)|[^\s(\[])+")
_ALLOWED = re.compile(r"[a-z0-9',/()\[\]|?.* -]+")
_MALFORMED = re.compile(
    r"\([^)]*(?:[(\[]|$)|\[[^\]]*(?:\[|$)|^[^(]*\)|^[^\[]*\]"  # a bracket alone, or in another
    r"|(?<![a-z0-9')-])\?"  # nothing that may be missing
    r"|(?<!\S)(?!\.\.\.(?!\S))\S*\."  # a stop that is no gap
)
_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_ATOM = re.compile(r"(?:\(([^)]*)\)|(.))(\??)")
_WORD = re.compile(r"\w+")
_WHOLE_WORD = re.compile(r"(?<![\w*])\w+(?![\w*])")
_PLAIN = tuple(
    (mark, plain)
    for plain, marks in {"'": "‘’‛ʼ`´", '"': "“”„", "-": "‐‑‒–—", " ": "\u00a0\u202f"}.items()
    for mark in marks
)


def fold(text: str) -> str:
    """Return the text in lower case with plain quotes, dashes and spaces.

    It replaces character for character, so that offsets into the folded text are offsets into the text.
    """
    for mark, plain in _PLAIN:
        text = text.replace(mark, plain)
    if text.isascii():
        return text.lower()
    # As bytes, only A to Z have a lower case: that of a letter like İ may be longer than one character.
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


Token = str | tuple[str, str]
"""A word, or two adjacent words."""


def words(folded: str) -> list[str]:
    """Return the words of a folded text, in order."""
    return _WORD.findall(folded)


def tokens(words: list[str]) -> list[Token]:
    """Return the tokens of a text of these words: each, and each two adjacent ones."""
    return [*words, *pairwise(words)]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled phrase.

    required_tokens: groups of tokens; every text that the pattern matches has at least one token of each group.
    """

    required_tokens: tuple[frozenset[Token], ...]
    source: str

    @property
    def regex(self) -> re.Pattern[str]:
        """The regular expression, compiled when it is first used: most patterns of a catalogue seldom are."""
        return _compiled(self.source)

    def spans(self, folded: str) -> Iterator[tuple[int, int]]:
        """Yield the start and end of each match in a folded text, whole words only."""
        for match in self.regex.finditer(folded):
            yield match.span()


@cache
def compile_phrase(text: str) -> Pattern:
    """Compile a phrase of the phrase language. Raises ValueError if it is empty or malformed."""
    if not _ALLOWED.fullmatch(fold(text)) or _MALFORMED.search(text) or "|" in _BRACKETS.sub("", text):
        raise ValueError(f"not a phrase: {text!r}")
    compiled, spaced = [], False
    for piece in _PIECE.findall(fold(text)):
        regex, spaced = _compile_piece(piece, spaced)
        compiled.append(regex)
    return Pattern(_required_tokens(text), r"(?<!\w)" + "".join(compiled) + r"(?!\w)")


_compiled = cache(re.compile)


def _compile_piece(piece: str, spaced: bool) -> tuple[str, bool]:
    """Return a piece as a regular expression, and whether the next one must begin with a space.

    `spaced`: whether this one must.
    """
    if piece == "...":
        return ",?" + _SPACE + _GAP, False
    regex = re.sub(r"\s+", lambda _: _SPACE, piece.strip("[]")).replace("(", "(?:").replace("*", _ANY)
    if piece.startswith("["):
        return (f"(?:{_SPACE}(?:{regex}))?", True) if spaced else (f"(?:(?:{regex}){_SPACE})?", False)
    return (_SPACE if spaced else "") + regex, True


def _required_tokens(text: str) -> tuple[frozenset[Token], ...]:
    """Return, for each piece that no match can lack, the tokens one of which it has.

    A piece that can match without any token (`*`) has no group.
    """
    pieces = [piece for piece in _PIECE.findall(fold(text)) if piece != "..." and piece[0] != "["]
    groups = [frozenset(map(_longest_token, _spellings(piece))) for piece in pieces]
    return tuple(dict.fromkeys(group for group in groups if "" not in group))


def _longest_token(spelling: str) -> Token:
    """Return the longest token of a spelling, since long words are rare; "" if it has none."""
    # A "*" is any word, or the rest of one.
    certain = _WHOLE_WORD.findall(spelling) if "*" in spelling else tokens(words(spelling))
    return max(certain, key=lambda token: len("".join(token)), default="")


def _spellings(piece: str) -> list[str]:
    """Return every way to write a piece out; a `*` stays as it is."""
    spellings = [""]
    for group, letter, optional in _ATOM.findall(piece):
        choices = [spelt for choice in group.split("|") for spelt in _spellings(choice)] if group else [letter]
        spellings = [before + choice for before in spellings for choice in (*choices, *([""] if optional else []))]
    return spellings
