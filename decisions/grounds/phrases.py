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

_SPACE = r"\s{1,3}"
_GAP = r"(?:(?!because\b)[^\s.;:?!]{1,30}\s{1,3}){0,6}?"
_ANY = r"[^\s.;:?!]{1,30}"
_TOKEN = re.compile(r"\[[^\]]*\]|(?:\([^)]*\)|[^\s(\[])+")
_ALLOWED = re.compile(r"[a-z0-9',/()\[\]|?.* -]+")
_MALFORMED = re.compile(r"\([^)]*(?:[(\[]|$)|\[[^\]]*(?:\[|$)|^[^(]*\)|^[^\[]*\]")
_CERTAIN = re.compile(r"(?:[a-z0-9'/,-](?!\?))*")
_FOLD = {ord(upper): ord(upper) + 32 for upper in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"} | {
    ord(mark): plain
    for plain, marks in {"'": "‘’‛ʼ`´", '"': "“”„", "-": "‐‑‒–—", " ": "\u00a0\u202f"}.items()
    for mark in marks
}


def fold(text: str) -> str:
    """The text in lower case with plain quotes, dashes and spaces, character for character: offsets stay right."""
    return text.translate(_FOLD)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled phrase, and groups of words of each of which every match contains one, to rule out texts cheaply."""

    keys: tuple[tuple[str, ...], ...]
    pattern: re.Pattern[str]

    def may_stand_in(self, folded: str) -> bool:
        """False if the folded text surely lacks the phrase."""
        for group in self.keys:
            for key in group:
                if key in folded:
                    break
            else:
                return False
        return True

    def spans(self, folded: str) -> Iterator[tuple[int, int]]:
        """Start and end of each place a folded text has this phrase in, as whole words."""
        if self.may_stand_in(folded):
            for match in self.pattern.finditer(folded):
                yield match.span()


@cache
def phrase(source: str) -> Phrase:
    """A phrase of the language above, compiled. Raises ValueError if it is empty or not well formed."""
    if not _ALLOWED.fullmatch(fold(source)) or _MALFORMED.search(source):
        raise ValueError(f"not a phrase: {source!r}")
    pieces, spaced = [], False
    for part in _TOKEN.findall(fold(source)):
        piece, spaced = _piece(part, spaced)
        pieces.append(piece)
    try:
        return Phrase(_keys(source), re.compile(r"(?<!\w)" + "".join(pieces) + r"(?!\w)"))
    except re.error as error:
        raise ValueError(f"not a phrase: {source!r}: {error}") from error


def _piece(part: str, spaced: bool) -> tuple[str, bool]:
    """One part as a pattern, and whether a word has been seen before it, so that a space is due."""
    if part == "...":
        return ",?" + _SPACE + _GAP, False
    words = re.sub(r"\s+", lambda _: _SPACE, part.strip("[]")).replace("(", "(?:").replace("*", _ANY)
    if part.startswith("["):
        return (f"(?:{_SPACE}(?:{words}))?", True) if spaced else (f"(?:(?:{words}){_SPACE})?", False)
    return (_SPACE if spaced else "") + words, True


def _keys(source: str) -> tuple[tuple[str, ...], ...]:
    """For each piece no match can lack its choices, the piece whose shortest choice is longest first."""
    certain = [
        _choices(piece) for piece in _TOKEN.findall(fold(source)) if piece not in ("...", "*") and piece[0] != "["
    ]
    telling = [choices for choices in certain if min(map(len, choices), default=0) > 2]
    return tuple(sorted(telling, key=lambda choices: -min(map(len, choices))))


def _choices(piece: str) -> tuple[str, ...]:
    """The letters one of which stands in every match of a piece, up to the first thing that may vary."""
    choices = piece[1 : piece.index(")")].split("|") if piece.startswith("(") else [piece]
    return tuple(match[0] for match in map(_CERTAIN.match, choices) if match)
