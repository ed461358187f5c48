"""Decisions → lines of CSV and JSON, however many: straight from the database's rows, a batch at a time.

Both come in blocks of some hundred lines each, in the order of the query. They tell one state of the archive,
and are to be read to the end or closed; no writer waits for them.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from decisions.data import shape
from decisions.data.shape import Facts
from decisions.models import path_maker, snapshot

COLUMNS = (
    "reference",
    "address",
    "council",
    "document_type",
    "category",
    "subcategory",
    "outcome",
    "decision_date",
    "grounds",
    "evidence",
    "summary",
)
"""The columns of the CSV. A fact that no text states is empty.

grounds: slugs of the grounds that lists count by, best first, with spaces between. evidence: a line for each finding,
as `late-complaint, paragraph 7: the words` or `late-complaint, summary: the words`.
"""
_BATCH = 200  # decisions: their paragraphs take a megabyte or two
_FORMULAS = frozenset("=+-@\t\r\n＝＋－＠'")
Row = tuple[Any, ...]


def as_csv(decisions: QuerySet, keys: Sequence[int] | None = None) -> Iterator[str]:
    """The decisions, in the order they are in, or that of `keys`, a row each below the row of `COLUMNS`.

    A spreadsheet takes a cell that begins with =, + and the like for a formula. So an apostrophe goes before it, and
    before one that begins with an apostrophe: take one away wherever a cell begins with it, and nothing is lost.
    """
    path = path_maker()
    yield row(COLUMNS)
    for batch in batches(decisions.values_list(*shape.csv_columns(), shape.evidence_sql()), keys):
        yield "".join([row(cells(each, path)) for each in batch])


def as_jsonl(decisions: QuerySet, keys: Sequence[int] | None = None) -> Iterator[bytes]:
    """The decisions, in the order they are in, or that of `keys`: the public shape of each in a line, in UTF-8."""
    path = path_maker()
    for batch in batches(decisions.values_list(*shape.fact_columns(), *shape.text_columns()), keys):
        yield b"".join([shape.as_line(Facts._make(each), path) for each in batch])


def cells(values: Row, path: Callable[[str], str]) -> tuple[str, ...]:
    """What stands in `COLUMNS` for a decision, of which `rows.csv_columns()` and then `rows.evidence_sql()` were read.

    `path` tells the address of a reference.
    """
    _, reference, council, decision_date, document_type, category, subcategory, outcome, summary, evidence_sql = values
    slugs, _, evidence = evidence_sql.partition("|")
    grounds = " ".join(dict.fromkeys(slugs.split(" "))) if " " in slugs else slugs
    return (
        reference,
        path(reference),
        council or "",
        document_type,
        category,
        subcategory,
        outcome,
        decision_date or "",
        grounds,
        evidence,
        summary,
    )


def batches(found: QuerySet, keys: Sequence[int] | None = None) -> Iterator[list[Row]]:
    """Some rows of decisions at a time, each beginning with its key, of one state of the archive. One query.

    With `keys` it is a query for each some.
    """
    with snapshot():
        yield from _in_order(found, keys) if keys is not None else _as_they_come(found)


def row(values: Sequence[str]) -> str:
    """A row of CSV, every cell in quotes: `csv` looks at each character by itself."""
    line = '","'.join(values)
    between = 2 * (
        len(values) - 1
    )  # quotes that stand between cells; there are rarely others, the texts have curly ones
    if line.count('"') > between or not _FORMULAS.isdisjoint([cell[:1] for cell in values]):
        safe = [f"'{cell}" if cell[:1] in _FORMULAS else cell for cell in values]
        line = '","'.join([cell.replace('"', '""') for cell in safe])
    return f'"{line}"\r\n'


def _as_they_come(found: QuerySet) -> Iterator[list[Row]]:
    waiting = found.iterator(chunk_size=_BATCH)
    while batch := list(islice(waiting, _BATCH)):
        yield batch


def _in_order(found: QuerySet, keys: Sequence[int]) -> Iterator[list[Row]]:
    for start in range(0, len(keys), _BATCH):
        some = keys[start : start + _BATCH]
        rows = {row[0]: row for row in found.order_by().filter(pk__in=some)}
        yield [rows[key] for key in some]
