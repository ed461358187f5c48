"""Exports of any number of decisions as CSV and JSON Lines, straight from database rows, a batch at a time.

Both are generators of blocks of up to 200 lines, in the order of the query, of one state of the archive. Read them to
the end or close them, for they hold a transaction open; no writer waits for it.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from django.db.models import QuerySet

from decisions.data import shape
from decisions.data.fields import CSV
from decisions.data.shape import Row
from decisions.models import CompiledQuery, path_maker, snapshot

BYTE_ORDER_MARK = "\ufeff"
"""The first character of every CSV: without it spreadsheets take UTF-8 for the encoding of the country."""
_BATCH = 200  # decisions, whose paragraphs take a megabyte or two
_FORMULAS = frozenset("=+-@\t\r\n＝＋－＠'")


def as_csv(decisions: QuerySet, keys: Sequence[int] | None = None) -> Iterator[str]:
    """Yield the header and a row for each decision, in the order of the query, or of `keys` where these are given.

    A spreadsheet takes a cell that begins with =, + and the like for a formula. So an apostrophe is put before it, and
    before a cell that begins with an apostrophe: remove one wherever a cell begins with it, and nothing is lost.
    """
    path = path_maker()
    yield heading()
    for batch in batches(decisions.values_list(*shape.csv_columns()), keys):
        yield "".join([row(shape.csv_row(each, path)) for each in batch])


def as_jsonl(decisions: QuerySet, keys: Sequence[int] | None = None) -> Iterator[bytes]:
    """Yield the public shape of each decision as a line of JSON in UTF-8, in the order of the query, or of `keys`."""
    path = path_maker()
    for batch in batches(decisions.values_list(*shape.line_columns()), keys):
        yield b"".join([shape.as_line(each, path) for each in batch])


def batches(found: QuerySet, keys: Sequence[int] | None = None) -> Iterator[list[Row]]:
    """Yield rows of decisions in batches, each row beginning with its primary key, of one state of the archive.

    One query; with `keys` one for each batch.
    """
    with snapshot():
        yield from _in_order(found, keys) if keys is not None else _as_they_come(found)


def heading() -> str:
    """Return how a CSV of decisions begins: the byte order mark and the names of the columns."""
    return BYTE_ORDER_MARK + row([field.name for field in CSV])


def row(values: Sequence[str]) -> str:
    """Return a row of CSV, every cell in quotes. Faster than the `csv` module, which looks at each character."""
    line = '","'.join(values)
    between = 2 * (len(values) - 1)  # quotes between cells; there are rarely others, for the texts have curly ones
    if line.count('"') > between or not _FORMULAS.isdisjoint([cell[:1] for cell in values]):
        safe = [f"'{cell}" if cell[:1] in _FORMULAS else cell for cell in values]
        line = '","'.join([cell.replace('"', '""') for cell in safe])
    return f'"{line}"\r\n'


def _as_they_come(found: QuerySet) -> Iterator[list[Row]]:
    waiting = found.iterator(chunk_size=_BATCH)
    while batch := list(islice(waiting, _BATCH)):
        yield batch


def _in_order(found: QuerySet, keys: Sequence[int]) -> Iterator[list[Row]]:
    query = CompiledQuery(tuple, lambda some: found.order_by().filter(pk__in=some))  # compiled once for all batches
    for start in range(0, len(keys), _BATCH):
        some = keys[start : start + _BATCH]
        rows = {row[0]: row for row in query.rows(some)}
        yield [rows[key] for key in some]
