"""Document frequencies of words, and the decisions that have a phrase. Both are bounded by a limit."""

import json
from collections.abc import Sequence

import numpy as np

from decisions.search.columns import RECITED, WEIGHTS
from decisions.search.statements import rows

_OF_ITS_OWN = " ".join(column for column in WEIGHTS if column not in ("council", "reference", RECITED))


def frequencies(words: Sequence[str], limit: int) -> list[int]:
    """Count the decisions that have each word (letters only), in any form, up to `limit`. One query."""
    found = rows(
        """SELECT (SELECT count(*) FROM (SELECT 1 FROM decisions_search
                   WHERE decisions_search MATCH '"' || each.value || '"' LIMIT %s))
           FROM json_each(%s) AS each ORDER BY each.key""",
        [limit, json.dumps(words)],
    )
    return [count for (count,) in found]


def ids_by_phrase(phrases: Sequence[str], limit: int) -> list[np.ndarray]:
    """Return, for each phrase (letters and spaces), the ids of at most `limit` decisions with it in words of their own.

    Recited paragraphs and the council's name are not words of their own. One query.
    """
    expressions = [f'{{{_OF_ITS_OWN}}} : "{phrase}"' for phrase in phrases]
    found = rows(
        """SELECT (SELECT group_concat(rowid) FROM (SELECT rowid FROM decisions_search
                   WHERE decisions_search MATCH each.value LIMIT %s))
           FROM json_each(%s) AS each ORDER BY each.key""",
        [limit, json.dumps(expressions)],
    )
    return [np.array(ids.split(",") if ids else [], np.int64) for (ids,) in found]
