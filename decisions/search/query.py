"""What people type → terms. Pure, and never raises: every input has a meaning, if only the empty one.

Words mean AND. Words between double quotes, straight or curly, are a phrase; a quote left open
closes at the end. A character that shows nothing is as if it were not there, as in the texts. Whatever
else is no letter or digit parts words and means nothing else.
"""

from dataclasses import dataclass

from decisions.parsing.lines import INVISIBLE
from decisions.search.words import spans

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_LONGEST = 500  # characters; nobody types more, and the index need not see it


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or the words of a phrase, that a decision must have."""

    words: tuple[str, ...]

    @property
    def is_phrase(self) -> bool:
        """Whether the words must stand side by side."""
        return len(self.words) > 1


@dataclass(frozen=True, slots=True)
class Query:
    """The terms, all of which a decision must have. Without a term it asks for nothing."""

    terms: tuple[Term, ...]

    def __bool__(self) -> bool:
        return bool(self.terms)


def parse(typed: str) -> Query:
    """The query that somebody typed."""
    parts = INVISIBLE.sub("", typed)[:_LONGEST].translate(_QUOTES).split('"')
    terms: list[Term] = []
    for index, part in enumerate(parts):
        chunks = [part] if index % 2 else part.split()
        terms += [Term(words) for words in map(_words, chunks) if words]
    return Query(tuple(dict.fromkeys(terms)))


def _words(chunk: str) -> tuple[str, ...]:
    """The runs of letters and digits in a chunk: a word with a hyphen, slash or apostrophe in it is a phrase."""
    return tuple(chunk[start:end] for start, end in spans(chunk))
