"""FTS5 expressions for queries. Nothing typed becomes an operator: every word is put between double quotes.

The index has only stems, and a prefix is not always one of a stem (`universit*`, but `univers`). So a prefix becomes
the stems of all words in the archive that start with it, looked up within the search statement, or of the words in
the texts to be highlighted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from decisions.search.in_memory_fts import stems
from decisions.search.provisions import provision_in_words
from decisions.search.query import Atom, ProvisionTerm, Query
from decisions.search.words import folded

_MOST_STEMS = 200  # that one prefix expands to
_LAST = "\U0010ffff"


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


def as_sql(pieces: Iterable[Piece]) -> tuple[str, list[object]]:
    """Return the expression as SQL with parameters; prefixes are looked up in the archive's words."""
    parts: list[str] = []
    parameters: list[object] = []
    for piece in _merged(pieces):
        sql, values = ("?", [piece]) if isinstance(piece, str) else _lookup(piece)
        parts.append(sql)
        parameters += values
    return f"({' || '.join(parts)})", parameters


def as_text(pieces: Iterable[Piece], words: Sequence[str]) -> str:
    """Return the expression as text; a prefix becomes those of the words (folded) that start with it."""
    return "".join(piece if isinstance(piece, str) else _any_word(piece, words) for piece in pieces)


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


def _merged(pieces: Iterable[Piece]) -> list[Piece]:
    """Join neighbouring texts, since SQLite allows no expression more than a thousand deep."""
    merged: list[Piece] = []
    for piece in pieces:
        if merged and isinstance(piece, str) and isinstance(merged[-1], str):
            merged[-1] += piece
        else:
            merged.append(piece)
    return merged


def _lookup(prefix: Prefix) -> tuple[str, list[object]]:
    letters = folded(prefix.letters)
    parameters: list[object] = [prefix.phrase("")[:-1], letters, letters + _LAST]
    if prefix.is_stem:
        first, others = f"{prefix.phrase(prefix.letters)} *", "AND substr(stem, 1, ?) <> ?"
        parameters += [len(letters), letters]
    else:
        first, others = prefix.phrase(prefix.letters), ""
    sql = f"""coalesce((SELECT group_concat(? || word || '" OR ', '') FROM (
        SELECT min(word) AS word FROM decisions_searchword WHERE word >= ? AND word < ? {others}
        GROUP BY stem LIMIT {_MOST_STEMS})), '') || ?"""  # noqa: S608
    return sql, [*parameters, first]


def _any_word(prefix: Prefix, words: Sequence[str]) -> str:
    letters = folded(prefix.letters)
    alternatives = [f"{prefix.phrase(prefix.letters)}{' *' if prefix.is_stem else ''}"]
    alternatives += [prefix.phrase(word) for word in words if word.startswith(letters)][:_MOST_STEMS]
    return " OR ".join(alternatives)
