"""The help for an empty list: words that no decision has, spelling suggestions, and filters to remove."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db import connection

from decisions import search
from decisions.filters import DecisionFilter
from decisions.models import Decision
from decisions.search.query import Query, Term

_MOST_WORDS = 2  # for which other spellings are looked up
# PostgreSQL before 16, unlike SQLite, demands a name for a subquery.
_SCALARS = {"COUNT": "(SELECT COUNT(*) FROM ({decisions}) AS found)", "EXISTS": "EXISTS ({decisions})"}


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
    """The help for an empty list. `archive_total`: how many decisions the archive has. At most four small queries."""

    def __init__(self, filters: DecisionFilter, address: Callable[..., str], archive_total: int) -> None:
        self._filters, self._address, self.archive_total = filters, address, archive_total
        query = search.parse(filters.words)
        applied = [name for name, values in filters.selected.items() if values]
        droppable = [*(["q"] if query else []), *applied]
        self.has_filters = bool(applied)
        droppable = droppable if len(droppable) > 1 else []  # removing the only one would show the whole archive
        is_certain = len(query.groups) == 1 and not query.without and not applied  # no decision has the one thing
        unsure = () if is_certain else query.groups
        counted = _scalars(
            ["COUNT"] * len(droppable) + ["EXISTS"] * len(unsure),
            [*map(filters.matching, droppable), *map(_having, unsure)],
        )
        occurs = [False] if is_certain else counted[len(droppable) :]
        missing = [group for group, does in zip(query.groups, occurs, strict=True) if not does]
        self.missing_terms = [" or ".join(_text(atom) for atom in group) for group in missing]
        """The words, or phrases, that no decision has."""
        self.relaxations = self._relaxations(dict(zip(droppable, counted, strict=False)))
        self.did_you_mean = self._did_you_mean([atom for group in missing for atom in group if isinstance(atom, Term)])
        self.has_several_terms = len(query.groups) > 1 and not query.without
        """Whether the query has several terms; if none is missing, decisions have each of them but none has all."""

    def _relaxations(self, counts: dict[str, int]) -> list[Relaxation]:
        if len(counts) < 2:
            return []
        relaxations = []
        for name, count in counts.items():
            if self.missing_terms and not count:
                continue  # dropping it would not help
            values = self._filters.selected.get(name, {})
            label = (
                f"{self._filters.facets[name].label}: {', '.join(values.values())}" if values else "your search words"
            )
            relaxations.append(Relaxation(label, self._address(**{name: ""}), count))
        return relaxations

    def _did_you_mean(self, missing: Sequence[Term]) -> SpellingSuggestion | None:
        """Return the query as typed, but with missing words in the archive's most frequent spelling near them."""
        respelt = [term.words[0] for term in missing if not term.is_phrase and not term.prefix][:_MOST_WORDS]
        if not respelt:
            return None
        found = search.spellings(respelt)
        candidates = [(word, near) for word, all_near in found.items() for near in all_near]
        counts = _scalars(
            ["COUNT"] * len(candidates),
            [_having((Term((near,)),)) for _, near in candidates],
        )
        best: dict[str, tuple[int, str]] = {}
        for (word, near), count in zip(candidates, counts, strict=True):
            if count > best.get(word, (0, ""))[0]:
                best[word] = count, near
        typed = self._filters.words
        for word, (_, near) in best.items():
            typed = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", near, typed)
        return SpellingSuggestion(typed, self._address(q=typed)) if best and typed != self._filters.words else None


def _having(group):
    """Return the published decisions that match any atom of a group."""
    return Decision.objects.published().filter(pk__in=search.matching(Query((group,))))


def _text(atom) -> str:
    return str(atom) if not isinstance(atom, Term) else " ".join(atom.words) + ("*" if atom.prefix else "")


def _scalars(kinds: Sequence[str], querysets: Sequence) -> list[int]:
    """Return each queryset's number of decisions (COUNT), or whether it has any (EXISTS), in one query."""
    if not querysets:
        return []
    parts, parameters = [], []
    for kind, decisions in zip(kinds, querysets, strict=True):
        sql, values = decisions.order_by().values("pk").query.sql_with_params()
        parts.append(_SCALARS[kind].format(decisions=sql))
        parameters += values
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", parameters)
        return list(cursor.fetchone())
