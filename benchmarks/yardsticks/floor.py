"""The floor: the work of a list page in SQLite alone, by Python's own driver, with nothing around it.

One match, one statement for the total and every facet under all the other filters, and 25 rows, from narrow tables
made for it. No page is rendered and no request parsed: anything built on SQLite costs more.
"""

import sqlite3
from pathlib import Path

from benchmarks.queries import FACETS, PAGE_SIZE, Query
from benchmarks.yardsticks.answer import Answer

TITLE = "raw SQLite"
_RANKED = 5_000  # matches; more of them go newest first
_AMONG = "facts.id IN (SELECT rowid FROM decisions_fts WHERE decisions_fts MATCH ?)"
_COLUMNS = ("council", "year", "category", "outcome", "subcategory")


class Floor:
    """A connection to the flat database."""

    def __init__(self, file: Path) -> None:
        self._database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        self._database.executescript("PRAGMA cache_size = -20000; PRAGMA temp_store = MEMORY;")

    def answer(self, query: Query, total: int = 0) -> Answer:  # it finds the total itself
        """Return the answer of the list, doing all its work."""
        counts: dict[str, dict[str, int]] = {name: {} for name in FACETS}
        found = 0
        for name, value, count in self._database.execute(*_counting(query)):
            if name == "total":
                found = count
            elif name in counts:
                counts[name][str(value)] = count
        return Answer(found, counts, [row[0] for row in self._rows(query, found)])

    page = answer

    def total_alone(self, query: Query) -> int:
        """Return the number of decisions that match the words: the least that any list does."""
        if not query.words:
            return self._database.execute("SELECT count(*) FROM facts").fetchone()[0]
        sql = "SELECT count(*) FROM decisions_fts WHERE decisions_fts MATCH ?"
        return self._database.execute(sql, [_match(query)]).fetchone()[0]

    def keyset(self, query: Query, total: int) -> tuple[str, int] | None:
        """Return date and id of the last decision before a query's page, newest first; None for the first page."""
        before = (query.page(total) - 1) * PAGE_SIZE
        if not before:
            return None
        where, values = _where(query, _AMONG)
        sql = f"SELECT decision_date, id FROM facts WHERE {where} ORDER BY decision_date DESC, id DESC LIMIT 1 OFFSET ?"
        return self._database.execute(sql, [*values, before - 1]).fetchone()

    def _rows(self, query: Query, total: int) -> list[tuple]:
        if not total:
            return []
        way = "ASC" if query.sort == "oldest" else "DESC"
        order = f"facts.decision_date {way}, facts.id {way}"
        source, words = "facts", _AMONG
        if query.words and not query.sort and total <= _RANKED:
            source, words = "decisions_fts CROSS JOIN facts ON facts.id = decisions_fts.rowid", "decisions_fts MATCH ?"
            order = f"bm25(decisions_fts, 10.0, 5.0, 1.0), {order}"
        where, values = _where(query, words)
        sql = f"""
            SELECT reference, council, category, outcome, decision_date, grounds, summary FROM decisions
            JOIN (SELECT facts.id AS chosen, row_number() OVER () AS place FROM (
                  SELECT facts.id FROM {source} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?) AS facts)
            ON id = chosen ORDER BY place
        """
        return self._database.execute(sql, [*values, PAGE_SIZE, (query.page(total) - 1) * PAGE_SIZE]).fetchall()


def _match(query: Query) -> str:
    """Return the words as an FTS5 expression: each word or phrase between quotes."""
    parts = query.words.split('"')
    chunks = [[part] if place % 2 else part.split() for place, part in enumerate(parts)]
    return " AND ".join(f'"{chunk}"' for part in chunks for chunk in part if chunk)


def _holds(name: str, values: tuple[str, ...]) -> tuple[str, list]:
    """Return the condition that a row of facts has one of the values."""
    marks = ", ".join("?" * len(values))
    if name == "ground":
        return f"EXISTS (SELECT 1 FROM shown WHERE shown.id = facts.id AND ground IN ({marks}))", list(values)
    return f"facts.{name} IN ({marks})", [int(value) if name == "year" else value for value in values]


def _where(query: Query, words: str) -> tuple[str, list]:
    """Return the whole condition on facts; `words` is the condition for the words."""
    conditions, values = ["1"], []
    if query.words:
        conditions.append(words)
        values.append(_match(query))
    for name, wanted in query.selected.items():
        condition, more = _holds(name, wanted)
        conditions.append(condition)
        values += more
    return " AND ".join(conditions), values


def _counting(query: Query) -> tuple[str, list]:
    """Return one statement for the total and all facets: each match gets a bit mask of the filters that it fails."""
    failed, values = ["0"], []
    for name, wanted in query.selected.items():
        condition, more = _holds(name, wanted)
        failed.append(f"(NOT {condition}) * {1 << FACETS.index(name)}")
        values += more
    source = "facts"
    if query.words:
        source = "(SELECT rowid AS id FROM decisions_fts WHERE decisions_fts MATCH ?) AS hit JOIN facts USING (id)"
        values.append(_match(query))
    parts = [
        f"SELECT '{column}', {column}, count(*) FROM judged WHERE failed & {_others(column)} = 0 GROUP BY {column}"
        for column in _COLUMNS
    ]
    parts += [
        f"SELECT 'ground', ground, count(*) FROM judged JOIN shown USING (id) WHERE failed & {_others('ground')} = 0 "
        "GROUP BY ground",
        "SELECT 'total', 0, count(*) FROM judged WHERE failed = 0",
    ]
    judged = f"SELECT facts.*, {' + '.join(failed)} AS failed FROM {source}"
    return f"WITH judged AS MATERIALIZED ({judged}) {' UNION ALL '.join(parts)}", values


def _others(column: str) -> int:
    """Return the bit mask of all filters but the column's own."""
    name = "category" if column == "subcategory" else column
    return (1 << len(FACETS)) - 1 - (1 << FACETS.index(name))
