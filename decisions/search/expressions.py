"""FTS5 expressions for queries. Nothing typed becomes an operator: every word is put between double quotes.

The index has only stems, and a prefix is not always one of a stem (`universit*`, but `univers`). So a prefix becomes
the stems of all words in the archive that start with it, or of the words in the texts to be highlighted.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from decisions.search.in_memory_fts import stems
from decisions.search.index_file import rows
from decisions.search.provisions import provision_in_words
from decisions.search.query import Atom, ProvisionTerm, Query
from decisions.search.words import folded

_MOST_STEMS = 200  # that one prefix expands to
_LAST = "\U0010ffff"
_BEGINNING = """SELECT min(word) FROM decisions_searchword
    WHERE word >= ? AND word < ? AND NOT (? AND substr(stem, 1, ?) = ?) GROUP BY stem LIMIT ?"""


@dataclass(frozen=True, slots=True)
class Prefix:
    """The start of a word, and the words before it in its phrase."""

    before: tuple[str, ...]
    letters: str

    @property
    def is_stem(self) -> bool:
        """Whether stemming leaves it as it is, so that it can be a prefix of stems."""
        return stems([folded(self.letters)]) == [folded(self.letters)]

    def phrase(self, word: str) -> str:
        """Return the phrase with a whole word in place of the prefix."""
        return f'"{" ".join([*self.before, word])}"'


Piece = str | Prefix


def all_of(query: Query) -> list[Piece]:
    """Return what a decision must match: an atom of each group, and none excluded. The query must have a group."""
    wanted = _joined(" AND ", ([*_group(group)] for group in query.groups))
    return [*wanted, " NOT (", *any_of(query.without), ")"] if query.without else wanted


def any_of(atoms: Iterable[Atom]) -> list[Piece]:
    """Return what a text with any of the atoms matches."""
    return _joined(" OR ", (_atom(atom) for atom in atoms))


def as_text(pieces: Iterable[Piece], words: Sequence[str] | None = None) -> str:
    """Return the expression; a prefix becomes those of the words (folded; None: of the archive) that start with it."""
    parts = []

    def beginning(prefix: Prefix) -> Iterable[str]:
        if words is None:
            return _in_archive(prefix)
        return (word for word in words if word.startswith(folded(prefix.letters)))

    for piece in pieces:
        if isinstance(piece, str):
            parts.append(piece)
        else:
            phrases = map(piece.phrase, [*islice(beginning(piece), _MOST_STEMS), piece.letters])
            parts.append(f"{' OR '.join(phrases)}{' *' if piece.is_stem else ''}")
    return "".join(parts)


def _in_archive(prefix: Prefix) -> Iterator[str]:
    """Yield a word of the archive for each stem of those that start with a prefix, if the stem does not itself."""
    letters = folded(prefix.letters)
    found = rows(_BEGINNING, [letters, letters + _LAST, prefix.is_stem, len(letters), letters, _MOST_STEMS])
    return (word for (word,) in found)


def _group(atoms: Sequence[Atom]) -> list[Piece]:
    return ["(", *any_of(atoms), ")"]


def _atom(atom: Atom) -> list[Piece]:
    if isinstance(atom, ProvisionTerm):
        return ["(", *any_of(provision_in_words(atom)), ")"]
    found: list[Piece] = [f'"{" ".join(atom.words)}"']
    if atom.prefix:
        found = ["(", Prefix(atom.words[:-1], atom.words[-1]), ")"]
    return [f"{{{atom.field}}} : ", *found] if atom.field else found


def _joined(word: str, parts: Iterable[list[Piece]]) -> list[Piece]:
    joined: list[Piece] = []
    for part in parts:
        joined += [word, *part] if joined else part
    return joined
