"""The help for an empty list: words that no decision has, spelling suggestions, and filters to remove."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from decisions import facets, search
from decisions.listing.parameters import ListQuery
from decisions.search.query import Atom, Query, Term

_MOST_WORDS = 2  # for which other spellings are looked up
_SOME = 100  # matches, of which one is very likely published


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A filter that could be removed: its label, the query string without it, and how many decisions that finds."""

    label: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class SpellingSuggestion:
    """A likely respelling of the query, and its query string."""

    words: str
    address: str


class NoResults:
    """The help for an empty list. At most three small queries."""

    def __init__(self, query: ListQuery) -> None:
        self._query, self.archive_total = query, query.results.archive_size
        groups, has_without = query.parsed.groups, bool(query.parsed.without)
        self.has_filters = query.applied > 0
        is_certain = len(groups) == 1 and not has_without and not self.has_filters  # no decision has the one thing
        self._archive = facets.columns()
        missing = [group for group in groups if is_certain or not self._occurs(group)]
        self.missing_terms = [" or ".join(_text(atom) for atom in group) for group in missing]
        """The words, or phrases, that no decision has."""
        self.relaxations = self._relaxations()
        self.did_you_mean = self._did_you_mean([atom for group in missing for atom in group if isinstance(atom, Term)])
        self.has_several_terms = len(groups) > 1 and not has_without
        """Whether the query has several terms; if none is missing, decisions have each of them but none has all."""

    def _relaxations(self) -> list[Relaxation]:
        labels = {"q": "your search words"} if self._query.parsed else {}
        for name, values in self._query.selected.items():
            if values:
                labels[name] = f"{self._query.filters.declared()[name].label}: {', '.join(values.values())}"
        if len(labels) < 2:  # removing the only one would show the whole archive
            return []
        counts = {name: self._query.results.total_without(name) for name in labels}
        return [
            Relaxation(label, self._query.address(**{name: ""}), counts[name])
            for name, label in labels.items()
            if counts[name] or not self.missing_terms  # where words are missing, dropping others would not help
        ]

    def _did_you_mean(self, missing: Sequence[Term]) -> SpellingSuggestion | None:
        """Return the query as typed, but with missing words in the archive's most frequent spelling near them."""
        respelt = [term.words[0] for term in missing if not term.is_phrase and not term.prefix][:_MOST_WORDS]
        if not respelt:
            return None
        found = search.spellings(respelt)
        candidates = [(word, near) for word, all_near in found.items() for near in all_near]
        counts = [self._number((Term((near,)),)) for _, near in candidates]
        best: dict[str, tuple[int, str]] = {}
        for (word, near), count in zip(candidates, counts, strict=True):
            if count > best.get(word, (0, ""))[0]:
                best[word] = count, near
        typed = self._query.words
        for word, (_, near) in best.items():
            typed = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", near, typed)
        return SpellingSuggestion(typed, self._query.address(q=typed)) if typed != self._query.words else None

    def _occurs(self, group: tuple[Atom, ...]) -> bool:
        """Return whether any published decision has one of the atoms: quickly if many have, since few are read."""
        some = search.some_ids(Query((group,)), _SOME) if all(isinstance(atom, Term) for atom in group) else ()
        return len(self._archive.places(np.array(some, np.int64))) > 0 or self._number(group) > 0

    def _number(self, group: tuple[Atom, ...]) -> int:
        """Return how many published decisions have one of the atoms."""
        return len(self._archive.places(search.ids(Query((group,)))))


def _text(atom: Atom) -> str:
    return str(atom) if not isinstance(atom, Term) else " ".join(atom.words) + ("*" if atom.prefix else "")
