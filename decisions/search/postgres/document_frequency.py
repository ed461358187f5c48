"""Document frequencies of words, and the decisions that have a phrase, on PostgreSQL. Both are bounded by a limit."""

from collections.abc import Sequence

import numpy as np
from django.db import connection

from decisions.search.columns import RECITED, WEIGHTS
from decisions.search.postgres.words import CONFIGURATION, encode_text

_MOST_LOOKED_AT, _FOR_ONE = 30_000, 2_500  # decisions, for all phrases and for one of them
_ANYWHERE = " || ".join(WEIGHTS)
_OF_ITS_OWN = [column for column in WEIGHTS if column not in ("council", "reference", RECITED)]
_OWN = " OR ".join(f"given.query @@ ANY ({column})" for column in _OF_ITS_OWN)
_GIVEN = f"""(SELECT place, phraseto_tsquery('{CONFIGURATION}', words) AS query
    FROM unnest(%s::text[]) WITH ORDINALITY AS each (words, place)) AS given"""  # noqa: S608


def frequencies(words: Sequence[str], limit: int) -> list[int]:
    """Count the decisions that have each word (letters only), in any form, up to `limit`. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT (SELECT count(*) FROM (
                    SELECT 1 FROM decisions_search WHERE vector @@ given.query
                    UNION ALL
                    SELECT 1 FROM decisions_search WHERE vector IS NULL AND given.query @@ ANY ({_ANYWHERE})
                    LIMIT %s) AS found)
                FROM {_GIVEN} ORDER BY place""",  # noqa: S608
            [limit, [encode_text(word) for word in words]],
        )
        return [row[0] for row in cursor.fetchall()]


def ids_by_phrase(phrases: Sequence[str], limit: int) -> list[np.ndarray]:
    """Return, for each phrase (letters and spaces), the ids of at most `limit` decisions with it in words of their own.

    Recited paragraphs and the council's name are not words of their own. One query.
    The index says which decisions have all the words of a phrase; only the latest are checked for the phrase itself.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT ARRAY(
                    SELECT decision_id FROM (
                        SELECT * FROM decisions_search WHERE vector @@ decisions_search_words(given.query)
                        ORDER BY decision_id DESC LIMIT %s
                    ) AS latest WHERE {_OWN}
                    UNION ALL
                    SELECT decision_id FROM decisions_search WHERE vector IS NULL AND ({_OWN})
                    LIMIT %s)
                FROM {_GIVEN} ORDER BY place""",  # noqa: S608
            [
                min(_MOST_LOOKED_AT // max(len(phrases), 1), _FOR_ONE),
                limit,
                [encode_text(phrase) for phrase in phrases],
            ],
        )
        return [np.array(ids, np.int64) for (ids,) in cursor.fetchall()]
