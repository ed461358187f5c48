"""SQL for queries, with PostgreSQL's tsqueries in it. Nothing typed becomes an operator: every word is a parameter.

Each term is evaluated once, in the common table expression `terms`. The index finds, with `_loose`, decisions that have
all words of a phrase anywhere; `_exact` then checks that they are adjacent, and in the right part of the decision.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from decisions.search.columns import WEIGHTS
from decisions.search.postgres.words import CONFIGURATION, encode_prefix, encode_word
from decisions.search.provisions import provision_in_words
from decisions.search.query import Atom, ProvisionTerm, Query, Term
from decisions.search.words import folded

_MOST_STEMS = 200  # that one prefix expands to
_LAST = "\U0010ffff"
_ANYWHERE = "(" + " || ".join(f"entry.{column}" for column in WEIGHTS) + ")"
_RANK = "(SELECT coalesce(sum(ts_rank('{{1, 1, 1, 1}}', part, {query})), 0) FROM unnest(entry.{column}) AS part)"


@dataclass(frozen=True)
class TsQuery:
    """SQL for a query of words, over `terms`, a row with a tsquery for each term. The query must have a group."""

    query: Query

    @cached_property
    def _terms(self) -> list[Term]:
        return list(dict.fromkeys(t for group in (*self._groups, self._without) for t in group))

    @cached_property
    def _groups(self) -> list[list[Term]]:
        return [terms_of(group) for group in self.query.groups]

    @cached_property
    def _without(self) -> list[Term]:
        return terms_of(self.query.without)

    def row(self) -> tuple[str, list[object]]:
        """Return the common table expression `terms`, and its parameters."""
        every = [_term(term) for term in self._terms]
        columns = ", ".join(f"{sql} AS term{place}" for place, (sql, _) in enumerate(every))
        return f"terms AS MATERIALIZED (SELECT {columns})", [each for _, values in every for each in values]

    def matching(self) -> str:
        """Return SQL for the ids of the matching decisions. Its second half is for those too long for the index."""
        matching = f"SELECT decisions_search_having((SELECT {self._loose} FROM terms)) AS id"  # noqa: S608
        if strict := self._exact(also_plain=False):
            matching = f"SELECT entry.decision_id AS id {_FROM} WHERE entry.decision_id IN ({matching}) AND {strict}"
        return f"""{matching} UNION ALL SELECT entry.decision_id {_FROM}
            WHERE entry.vector IS NULL AND {self._exact(also_plain=True)}"""

    @property
    def score(self) -> str:
        """SQL for the score of `entry`, lower being better. The logarithm keeps long decisions from coming first."""
        ranks = []
        for column, weight in WEIGHTS.items():
            terms = [self._name(each) for group in self._groups for each in group if each.field in ("", column)]
            if terms:
                query = f"({' || '.join(terms)})"
                ranks.append(f"{weight} * {_RANK.format(query=query, column=column)}")
        return f"-({' + '.join(ranks)}) / (1 + ln(1 + entry.length))"

    @property
    def _loose(self) -> str:
        groups = [self._words_of_any(group) for group in self._groups]
        if self._without and all(map(_is_plain, self._without)):
            groups.append(f"!!{self._words_of_any(self._without)}")
        return " && ".join(groups)

    def _words_of_any(self, terms: Sequence[Term]) -> str:
        return f"({' || '.join(f'decisions_search_words({self._name(each)})' for each in terms)})"

    def _exact(self, *, also_plain: bool) -> str:
        """Return the conditions on `entry`; plain words only on request, as `_loose` covers them."""
        conditions = [self._any(group) for group in self._groups if also_plain or not all(map(_is_plain, group))]
        if self._without and (also_plain or not all(map(_is_plain, self._without))):
            conditions.append(f"NOT {self._any(self._without)}")
        return " AND ".join(conditions)

    def _any(self, terms: Iterable[Term]) -> str:
        return f"({' OR '.join(map(self._has, terms))})"

    def _has(self, term: Term) -> str:
        name = self._name(term)
        if term.field:
            return f"{name} @@ ANY (entry.{term.field})"
        # Checked first: detoasting one vector is quicker than all columns, which have no word that it lacks.
        words = f"coalesce(entry.vector @@ decisions_search_words({name}), true)"
        return (
            f"coalesce(entry.vector @@ {name}, {name} @@ ANY ({_ANYWHERE}))"
            if _is_plain(term)
            else f"({words} AND {name} @@ ANY ({_ANYWHERE}))"
        )

    def _name(self, term: Term) -> str:
        return f"terms.term{self._terms.index(term)}"


_FROM = "FROM decisions_search AS entry CROSS JOIN terms"


def terms_of(atoms: Iterable[Atom]) -> list[Term]:
    """Return the terms by which the atoms are found: several for a provision."""
    return [
        term for atom in atoms for term in (provision_in_words(atom) if isinstance(atom, ProvisionTerm) else (atom,))
    ]


def _is_plain(term: Term) -> bool:
    """Return whether the index alone can answer it."""
    return not (term.is_phrase or term.field)


def _term(term: Term) -> tuple[str, list[object]]:
    """Return SQL for a word or for adjacent words, and its parameters."""
    phrase = f"phraseto_tsquery('{CONFIGURATION}', %s)"
    if not term.prefix:
        return phrase, [" ".join(map(encode_word, term.words))]
    *before, letters = term.words
    sql, values = _prefix(letters)
    return (f"{phrase} <-> {sql}", [" ".join(map(encode_word, before)), *values]) if before else (sql, values)


def _prefix(letters: str) -> tuple[str, list[object]]:
    """Return SQL for a prefix: the stems of the archive's words that start with it, and every stem that does.

    The latter only if stemming leaves the prefix as it is: `university*` must not find all that `univers*` finds.
    """
    word, start, lowest = encode_word(letters), encode_prefix(letters), folded(letters)
    sql = f"""((SELECT CASE WHEN whole = ARRAY[%s] THEN (quote_literal(%s) || ':*')::tsquery
                            ELSE phraseto_tsquery('{CONFIGURATION}', %s) END
                FROM tsvector_to_array(to_tsvector('{CONFIGURATION}', %s)) AS whole)
            || coalesce((SELECT string_agg(quote_literal(stem), ' | ')::tsquery FROM (
                SELECT DISTINCT stem FROM decisions_searchword WHERE word >= %s AND word < %s LIMIT {_MOST_STEMS}
            ) AS beginning), ''::tsquery))"""  # noqa: S608
    return sql, [word, start, word, word, lowest, lowest + _LAST]
