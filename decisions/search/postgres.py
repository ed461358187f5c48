"""Search on PostgreSQL: a text search vector for each decision, in `decisions_search`.

The table, its functions and the configuration were made by a migration. A vector keeps 255 places of a word and
16,383 in all, so a decision too long for that has its words a second time, in `parts` that overlap: there its
phrases are looked up, however late they come.

PostgreSQL is given words as `words.spans` finds them, spelt in small letters and digits, so that its parser takes
each for one word; its configuration brings the endings of a word together.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from django.db import connection
from django.db.models.expressions import RawSQL

from decisions.marking import Span
from decisions.search import relevance
from decisions.search.query import Query, Term
from decisions.search.words import spans

_LONGEST = 2000  # characters of a word as spelt; PostgreSQL drops one of 2,047
_GAP = "x110000"  # parts title, summary and body, so that no phrase spans two; nothing is spelt like this
_WEIGHTS = "{0.1, 0.1, 0.5, 1.0}"  # body, unused, summary, title
_AT_ONCE = 10_000  # words, to keep within the 16,383 places of a vector
_CONFIGURATION = "decisions_english"
_VECTOR = f"to_tsvector('{_CONFIGURATION}', %s)"


def matching(query: Query) -> RawSQL:
    """The ids of the decisions that have every term, as a subquery for `pk__in`."""
    sql, words = _matching(query)
    return RawSQL(sql, words)  # noqa: S611 - all that was typed is parameters


def ranked(query: Query, decisions, start: int, stop: int) -> list[int]:
    """The ids from place `start` up to `stop` among the decisions (a queryset) with every term, most relevant first."""
    ids, parameters = decisions.order_by().values("pk").query.sql_with_params()
    matched, terms = _matching(query)
    asked, words = _any_of(query)
    # Equal scores go newest first. Division by the length's logarithm keeps long decisions from coming first.
    sql = f"""
        SELECT entry.decision_id
        FROM decisions_search AS entry
        JOIN decisions_decision AS decision ON decision.id = entry.decision_id
        WHERE entry.decision_id IN ({matched}) AND entry.decision_id IN ({ids})
        ORDER BY coalesce(ts_rank('{_WEIGHTS}', entry.vector, {asked}, 1), 0) DESC,
                 decision.decision_date DESC NULLS LAST, entry.decision_id DESC
        LIMIT %s OFFSET %s
    """  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [*terms, *parameters, *words, stop - start, start])
        return [row[0] for row in cursor.fetchall()]


def index(rows: Iterable[tuple[int, str, str, str]]) -> None:
    """Enter decisions, each as id, title, summary and body, in place of what stood there."""
    with connection.cursor() as cursor:
        cursor.executemany(
            """INSERT INTO decisions_search (decision_id, vector, parts)
               SELECT %s, entry.* FROM decisions_search_entry(%s, %s, %s) AS entry
               ON CONFLICT (decision_id) DO UPDATE SET vector = excluded.vector, parts = excluded.parts""",
            [
                (pk, f"{_words_of(title)} {_GAP}", f"{_words_of(summary)} {_GAP}", _words_of(body))
                for pk, title, summary, body in rows
            ],
        )


def mark(query: Query, texts: Sequence[str]) -> list[tuple[float, list[Span]]]:
    """For each text how well it matches any term (the less the better; 0: not at all), and the spans that do.

    The index's own dictionaries say which words are the same, so marks and matches never disagree. One query.
    """
    if not query or not texts:
        return [(0.0, [])] * len(texts)
    places = [spans(text) for text in texts]
    words = [[spelt(text[start:end]) for start, end in found] for text, found in zip(texts, places, strict=True)]
    terms = [[spelt(word) for word in term.words] for term in query.terms]
    stems = _stems({word for group in (words, terms) for each in group for word in each})
    terms, words = ([[stems[word] for word in each] for each in group] for group in (terms, words))
    return [
        (score, [(found[first][0], found[last][1]) for first, last in runs])
        for found, (score, runs) in zip(places, relevance.hits(terms, words), strict=True)
    ]


@lru_cache(maxsize=100_000)
def spelt(word: str) -> str:
    """A word as PostgreSQL is given it: small letters without accents; any other sign by its number.

    One with a digit begins with a letter more: PostgreSQL parts `1e5a`, which it takes for a number, from no letter on.
    """
    plain = "".join(map(_plain, word.lower()))
    return (plain if plain.isalpha() else f"n{plain}")[:_LONGEST]


def _plain(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0]
    if base.isascii():
        return base
    return "" if unicodedata.category(character)[0] == "M" else f"x{ord(character):04x}"


def _words_of(text: str) -> str:
    return " ".join(spelt(text[start:end]) for start, end in spans(text))


def _stems(words: set[str]) -> dict[str, str]:
    """What the index keeps of each word."""
    every = sorted(words)
    stems = {}
    with connection.cursor() as cursor:
        for start in range(0, len(every), _AT_ONCE):
            some = every[start : start + _AT_ONCE]
            cursor.execute(f"SELECT lexeme, positions FROM unnest({_VECTOR})", [" ".join(some)])  # noqa: S608
            stems |= {some[place - 1]: lexeme for lexeme, places in cursor.fetchall() for place in places}
    return stems


def _matching(query: Query) -> tuple[str, list[str]]:
    """SQL for the ids of the decisions that have every term, and its parameters."""
    each = [_asked(term) for term in query.terms]
    terms, words = ", ".join(sql for sql, _ in each), [words for _, words in each]
    return f"SELECT decisions_search_matching(ARRAY[{terms}])", words


def _any_of(query: Query) -> tuple[str, list[str]]:
    each = [_asked(term) for term in query.terms]
    return f"({' || '.join(sql for sql, _ in each)})", [words for _, words in each]


def _asked(term: Term) -> tuple[str, str]:
    """SQL for a word, or for words that stand side by side, and its parameter: nothing typed is ever an operator."""
    return f"phraseto_tsquery('{_CONFIGURATION}', %s)", " ".join(map(spelt, term.words))
