"""The query language: from what people type to a `Query`. Pure, and never raises: a note explains what was ignored.

Words are combined by AND. Words between double quotes, straight or curly, are a phrase; an open quote closes at the
end. `OR` (or `|`) is between two alternatives, and binds more tightly than AND. `-word` excludes decisions, `word*` is
any word that starts like this, `summary:word` searches one part of a decision, `law:24A(6)` finds a provision.
Invisible characters are ignored, as in the texts, and all is folded, as in the index (`words.fold`). Any other
character that is not a letter or digit separates words.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from decisions.parsing.lines import INVISIBLE
from decisions.search.words import fold, spans

FIELDS = ("summary", "complaint", "assessment", "final", "council")
"""Names that search one part of a decision when followed by a colon. `law:` is handled apart."""

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″", '"'))
_LONGEST = 500  # characters; more are ignored, to bound the work of the index
_SHORTEST_PREFIX = 2  # letters before a *
_DASHES = "-−–"
_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"?(?P<star>\*?)|(?P<bar>\|)|(?P<bare>[^\s"|]+)')
_FIELD = re.compile(rf"({'|'.join(FIELDS)}|law):(.*)", re.IGNORECASE | re.DOTALL)
_PROVISION = re.compile(
    r"\W*(?:(?i:ss?|sec|sections?)\b\W*|(?i:s))?(?P<number>\d{1,4})"
    r"(?:(?P<letter>[A-Za-z]{1,2})|\s?\((?P<bracketed>[A-Z]{1,2})\))?(?P<rest>(?:[\s(]+[0-9A-Za-z]{1,4}\)?)*)\W*"
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or the words of a phrase, that a decision must have. With `prefix`, the last is the start of a word."""

    words: tuple[str, ...]
    field: str = ""
    """In which part of the decision (one of FIELDS); empty: anywhere."""
    prefix: bool = False

    @property
    def is_phrase(self) -> bool:
        """Whether it has several words, which must be adjacent."""
        return len(self.words) > 1


@dataclass(frozen=True, slots=True)
class ProvisionTerm:
    """A provision that a decision must cite: section `24A`, and its subdivisions, ("6", "a")."""

    section: str
    rest: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.section + "".join(f"({part})" for part in self.rest)


Atom = Term | ProvisionTerm


@dataclass(frozen=True, slots=True)
class Query:
    """What a decision must have: at least one atom of each group, and none of `without`. An empty query is false."""

    groups: tuple[tuple[Atom, ...], ...] = ()
    without: tuple[Atom, ...] = ()
    notes: tuple[str, ...] = field(default=(), compare=False)
    """Sentences for the reader about what was ignored, or may not mean what they think."""

    def __bool__(self) -> bool:
        return bool(self.groups or self.without)

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """Everything that a decision may match, in the order typed."""
        return tuple(dict.fromkeys(atom for group in self.groups for atom in group))

    @property
    def has_fields(self) -> bool:
        """Whether any atom searches only one part of a decision."""
        return any(isinstance(atom, Term) and atom.field for atom in self.atoms)

    @property
    def has_prefixes(self) -> bool:
        """Whether any atom is the start of a word."""
        return any(isinstance(atom, Term) and atom.prefix for atom in self.atoms)

    @property
    def is_plain(self) -> bool:
        """Whether it is only words, without phrases or operators."""
        plain = (isinstance(each, Term) and not (each.is_phrase or each.field or each.prefix) for each in self.atoms)
        return not self.without and all(len(group) == 1 for group in self.groups) and all(plain)


@lru_cache(maxsize=500)
def parse(typed: str) -> Query:
    """Parse what somebody typed."""
    visible = INVISIBLE.sub("", typed)
    text = fold(visible)
    reader = _QueryReader()
    reader.read(text[:_LONGEST].translate(_QUOTES))
    if len(text) > _LONGEST:
        reader.notes.append(f"Only the first {_LONGEST} characters were read.")
    return reader.query(visible)


class _QueryReader:
    """Reads typed text token by token. A field, a minus or an OR applies to the next word or phrase."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self._groups: list[list[Atom]] = []
        self._without: list[Atom] = []
        self._field = ""
        self._minus = False
        self._or = False

    def read(self, text: str) -> None:
        """Read the whole text."""
        for token in _TOKEN.finditer(text):
            if token["bar"] or token["bare"] == "OR":
                self._alternative()
            elif token["bare"] == "AND":
                self.notes.append("You do not need AND: decisions must have every word anyway.")
            elif token["bare"] is None:
                self._take(token["quoted"], star="*" in (token["star"], token["quoted"][-1:]), typed=token[0])
            else:
                self._bare(token["bare"], touches_next=text[token.end() : token.end() + 1] == '"')
        self._end_of_field()
        if self._or:
            self.notes.append("OR at the end was ignored.")

    def query(self, typed: str) -> Query:
        """Return the query that was read."""
        groups = dict.fromkeys(tuple(dict.fromkeys(group)) for group in self._groups)
        found = Query(tuple(groups), tuple(dict.fromkeys(self._without)), tuple(dict.fromkeys(self.notes)))
        if not found and not found.notes and typed.strip():
            return Query(notes=(_nothing_in(typed),))
        return found

    def _bare(self, chunk: str, *, touches_next: bool) -> None:
        if chunk[0] in _DASHES and (any(_words(chunk)) or (touches_next and not chunk.strip(_DASHES))):
            self._end_of_field()
            self._minus = True
            chunk = chunk.lstrip(_DASHES)
        if named := _FIELD.fullmatch(chunk):
            minus = self._minus
            self._end_of_field()
            self._field, self._minus, chunk = named[1].lower(), minus, named[2]
        if chunk == "NOT":
            self.notes.append("NOT was searched for as a word; to leave out decisions with a word, write -word.")
        if chunk:
            self._take(chunk.rstrip("*"), star=chunk.endswith("*"), typed=chunk)

    def _take(self, value: str, *, star: bool, typed: str) -> None:
        """Add a word or a phrase, with the field and the minus before it."""
        name, self._field = self._field, ""
        minus, self._minus = self._minus, False
        words = _words(value)
        if not words:
            if name or minus or star or typed.startswith('"'):
                self.notes.append(_nothing_in(f"{name}{name and ':'}{typed}"))
        elif name == "law":
            self._add(self._provision(value, words), minus)
        else:
            if star and len(words[-1]) < _SHORTEST_PREFIX:
                self.notes.append(
                    f"“{words[-1]}*” was searched for as a word: * needs {_SHORTEST_PREFIX} letters or more before it."
                )
                star = False
            self._add(Term(words, name, star), minus)

    def _provision(self, value: str, words: tuple[str, ...]) -> Atom:
        if (found := _PROVISION.fullmatch(value)) is None:
            self.notes.append(f"law: needs a section such as 24A(6) after it; “{value}” was searched for as words.")
            return Term(words)
        letter = found["letter"] or found["bracketed"] or ""
        return ProvisionTerm(found["number"] + letter.upper(), _words(found["rest"].lower()))

    def _add(self, atom: Atom, minus: bool) -> None:
        if minus:
            if self._or:
                self.notes.append("Words after a minus are left out of all results, also next to OR.")
            self._without.append(atom)
        elif self._or and self._groups:
            self._groups[-1].append(atom)
        else:
            self._groups.append([atom])
        self._or = False

    def _alternative(self) -> None:
        self._end_of_field()
        if self._groups:
            self._or = True
        else:
            self.notes.append("OR at the start was ignored.")

    def _end_of_field(self) -> None:
        if self._field:
            example = " such as 24A(6)" if self._field == "law" else ""
            thing = "a section" if self._field == "law" else "a word"
            self.notes.append(f"{self._field}: needs {thing}{example} after it.")
        self._field, self._minus = "", False


def _nothing_in(typed: str) -> str:
    text = typed.strip()
    return f"There is nothing to search for in “{text[:40]}{'…' if len(text) > 40 else ''}”."


def _words(chunk: str) -> tuple[str, ...]:
    """Return the words of a chunk: one with a hyphen, slash or apostrophe in it is a phrase."""
    return tuple(chunk[start:end] for start, end in spans(chunk))
