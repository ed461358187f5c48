"""The phrase language: how a ground says which words show it.

    not enough evidence      these words, whatever white space stands between them
    (find|finding) fault     one of several
    [significant] injustice  a word, or several, that may be missing
    complaints?              a last letter that may be missing
    mr * has                 any one word
    unlikely ... fault       a gap of up to six words, commas or not, never past the end of a sentence or a "because"

Upper and lower case, and curly and straight quotes, are the same. A phrase begins and ends at the
edge of a word. Every repetition is bounded, so the time to search grows with the text and no faster.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

_SPACE = r"\s{1,3}"
_GAP = r"(?:(?!because\b)[^\s.;:?!]{1,30}\s{1,3}){0,6}?"
_ANY = r"[^\s.;:?!]{1,30}"
_TOKEN = re.compile(r"\[[^\]]*\]|(?:\([^)]*\)|[^\s(\[])+")
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
    """The text in lower case with plain quotes, dashes and spaces, character for character: offsets stay right."""
    for mark, plain in _PLAIN:
        text = text.replace(mark, plain)
    if text.isascii():
        return text.lower()
    # As bytes, only A to Z have a lower case: that of a letter like İ may be longer than one character.
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


Sign = str | tuple[str, str]
"""A word, or two words side by side: what a text must have for a phrase to stand in it."""


def words(folded: str) -> list[str]:
    """The words of a folded text, in order."""
    return _WORD.findall(folded)


def tokens(folded: str) -> list[Sign]:
    """Every sign of a folded text."""
    return tokens_of(words(folded))


def tokens_of(found: list[str]) -> list[Sign]:
    """Every sign of a folded text of these words."""
    return [*found, *pairwise(found)]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as a regular expression, and the groups of signs it needs: every match has a sign of each group."""

    required_tokens: tuple[frozenset[Sign], ...]
    regex: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression compiled: when it is first wanted, since most phrases of a catalogue seldom are."""
        return _compiled(self.regex)

    def spans(self, folded: str) -> Iterator[tuple[int, int]]:
        """Start and end of each place a folded text has this phrase in, as whole words."""
        for match in self.pattern.finditer(folded):
            yield match.span()


@cache
def phrase(source: str) -> Phrase:
    """A phrase of the language above, compiled. Raises ValueError if it is empty or not well formed."""
    if not _ALLOWED.fullmatch(fold(source)) or _MALFORMED.search(source) or "|" in _BRACKETS.sub("", source):
        raise ValueError(f"not a phrase: {source!r}")
    pieces, spaced = [], False
    for part in _TOKEN.findall(fold(source)):
        piece, spaced = _piece(part, spaced)
        pieces.append(piece)
    return Phrase(_required_tokens(source), r"(?<!\w)" + "".join(pieces) + r"(?!\w)")


_compiled = cache(re.compile)


def _piece(part: str, spaced: bool) -> tuple[str, bool]:
    """One part as a pattern, and whether a word has been seen before it, so that a space is due."""
    if part == "...":
        return ",?" + _SPACE + _GAP, False
    said = re.sub(r"\s+", lambda _: _SPACE, part.strip("[]")).replace("(", "(?:").replace("*", _ANY)
    if part.startswith("["):
        return (f"(?:{_SPACE}(?:{said}))?", True) if spaced else (f"(?:(?:{said}){_SPACE})?", False)
    return (_SPACE if spaced else "") + said, True


def _required_tokens(source: str) -> tuple[frozenset[Sign], ...]:
    """For each piece that no match can lack, the signs one of which it has; none for a piece that may have no sign."""
    pieces = [piece for piece in _TOKEN.findall(fold(source)) if piece != "..." and piece[0] != "["]
    groups = [frozenset(map(_token, _spellings(piece))) for piece in pieces]
    return tuple(dict.fromkeys(group for group in groups if "" not in group))


def _token(spelt: str) -> Sign:
    """The longest sign of a spelling, as the most telling one; "" if it has none."""
    # A "*" stands for any word, or for the rest of one.
    sure = _WHOLE_WORD.findall(spelt) if "*" in spelt else tokens(spelt)
    return max(sure, key=lambda sign: len("".join(sign)), default="")


def _spellings(piece: str) -> list[str]:
    """Every way to write a piece out; a `*` stays as it is."""
    found = [""]
    for group, letter, maybe in _ATOM.findall(piece):
        choices = [spelt for choice in group.split("|") for spelt in _spellings(choice)] if group else [letter]
        found = [before + choice for before in found for choice in (*choices, *([""] if maybe else []))]
    return found
