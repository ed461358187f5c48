"""Words in queries and texts: how they are written in the index (`fold`), and where one ends.

Words end where SQLite's FTS5 tokenizer ends them. The index and queries have folded texts, marks are shown in unaltered
ones (`unfolded`).
"""

import re
import unicodedata
from collections.abc import Iterable

from decisions.highlighting import Span


def fold(text: str) -> str:
    """Return the text as the index has it, so that what looks alike is found alike.

    Figures lose the commas between thousands (`£2,500`), but not between lists or after a nought (`1,2`, `0,500`).
    Compatibility characters become the usual ones (NFKC): ligatures, full-width forms, `½` (1⁄2). Raised digits are
    notes, and stay apart from the figure or word before them (`£150²`); but units have powers (`m²`: m2), and lowered
    digits after a letter belong to it (`CO₂`: CO2).
    """
    return _FOLDED.sub(_as_usual, text) if _may_fold(text) else text


def unfolded(text: str, found: list[Span]) -> list[Span]:
    """Return the spans in a text for spans in the folded text; what was folded as one is within as a whole."""
    if not (found and _may_fold(text)):
        return found
    places: list[Span] = []  # for each character of the folded text, where it comes from
    for each in _FOLDED_OR_NOT.finditer(text):
        places += [each.span()] * len(_as_usual(each))
    return list(dict.fromkeys((places[start][0], places[end - 1][1]) for start, end in found))


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
    """Return the text folded, in lower case and without accents, as the tokenizer leaves it."""
    lower = fold(text).lower()
    if lower.isascii():
        return lower
    return "".join(each for each in unicodedata.normalize("NFD", lower) if not unicodedata.combining(each))


class _Table(dict[int, str]):
    """A table for `str.translate`, filled in as characters come up."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        mapped = self[code] = character if _kind(character) in "LNM" else " "
        return mapped


_RAISED, _LOWERED = "[⁰¹²³⁴-⁹]+", "[₀-₉]+"
_FOLDED = re.compile(
    r"(?P<figure>(?<!\d)(?<!\d[,，.])(?!0)\d{1,3}(?:[,，]\d{3})+(?![,，]?\d))"
    rf"|(?P<whole>(?<![^\W\d_])(?:[ckm]?m|ft)[²³](?!\w)|(?<=[^\W\d_]){_LOWERED})"
    rf"|{_RAISED}|{_LOWERED}|[^\0-\x9f]"
)
_FOLDED_OR_NOT = re.compile(f"{_FOLDED.pattern}|.", re.DOTALL)
_THOUSANDS = re.compile(r"[,，]\d{3}")
_APART = "·"  # parts words as a space does, but not a query
_JOINING = ("Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl")  # categories whose characters may be in the middle of a word

_SHORTEST, _LONGEST = 3, 30  # letters of a word kept for suggestions and prefixes
_MARKS = frozenset(
    "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u030f"
    "\u0311\u031b\u0323\u0324\u0325\u0326\u0327\u0328\u032d\u032e\u0330\u0331"
)
"""Combining marks of Latin letters: any other separates words."""
_TABLE = _Table()
_RUN = re.compile("[^ ]+")


def _may_fold(text: str) -> bool:
    """Return whether `fold` may change a text: a quick look, since it leaves nearly all as they are."""
    return _THOUSANDS.search(text) is not None or not (text.isascii() or unicodedata.is_normalized("NFKC", text))


def _as_usual(found: re.Match[str]) -> str:
    """Return what replaces a match of `_FOLDED`. A character stays unless it becomes a word, or a sign of ASCII."""
    usual = unicodedata.normalize("NFKC", found[0])
    if found["figure"]:
        return usual.replace(",", "")
    kinds = {_kind(character) for character in usual}
    if found["whole"] or unicodedata.category(found[0][0]) in _JOINING:
        return usual if kinds <= {*"LNM"} else found[0]  # no letter may come to part a word
    if usual != found[0] and kinds & {*"LN"}:
        return f"{_APART}{usual}{_APART}"
    return usual if len(usual) == 1 and usual.isascii() else found[0]


def _has_body(run: str) -> bool:
    # To the index a mark without a letter is not a word, and a phrase without words would match nothing.
    return run.isascii() or any(_kind(character) in "LN" for character in run)


def _kind(character: str) -> str:
    """Return what the tokenizer takes it for: letter (L), number (N), mark (M), or a separator (anything else)."""
    category = unicodedata.category(character)
    if category[0] == "M":
        return "M" if character in _MARKS else " "
    return "L" if category == "Co" else category[0]
