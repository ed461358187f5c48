"""Decisions → lines of CSV and JSON, however many: straight from the database's rows, a batch at a time.

Both are blocks of text, of some hundred lines each, in the order of the query. They tell one state of the archive,
and are to be read to the end or closed; no writer waits for them.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.db.models import QuerySet

from decisions.models import path_of, snapshot
from decisions.representation import rows
from decisions.representation.rows import Facts, Found

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
Batch = list[tuple[Facts, list[Found]]]


def as_csv(decisions: QuerySet, keys: Sequence[int] | None = None) -> Iterator[str]:
    """The decisions, in the order they are in, or that of `keys`, a row each below the row of `COLUMNS`.

    A spreadsheet takes a cell that begins with =, + and the like for a formula. So an apostrophe goes before it, and
    before one that begins with an apostrophe: take one away wherever a cell begins with it, and nothing is lost.
    """
    yield row(COLUMNS)
    for batch in batches(decisions.values_list(*rows.brief()), keys):
        yield "".join([row(cells(*each)) for each in batch])


def as_jsonl(decisions: QuerySet, keys: Sequence[int] | None = None) -> Iterator[str]:
    """The decisions, in the order they are in, or that of `keys`, each in its public shape: an object a line."""
    for batch in batches(decisions.values_list(*rows.stored(), *rows.text()), keys):
        yield "".join([f"{rows.as_line(*each)}\n" for each in batch])


def cells(facts: Facts, findings: list[Found]) -> tuple[str, ...]:
    """What stands in `COLUMNS` for a decision."""
    evidence = "\n".join([f"{each.ground}, {_place(each)}: {each.quote}" for each in findings])
    return (
        facts.reference,
        path_of(facts.reference),
        facts.council or "",
        facts.document_type,
        facts.category,
        facts.subcategory,
        facts.outcome,
        facts.decision_date or "",
        " ".join(rows.counting(findings)),
        evidence,
        facts.summary,
    )


def batches(found: QuerySet, keys: Sequence[int] | None = None) -> Iterator[Batch]:
    """Some decisions with their findings at a time, of one state of the archive. A query for each some, and one in all.

    With `keys` it is a query more for each some.
    """
    with snapshot():
        slugs = rows.ground_slugs()
        for batch in _in_order(found, keys) if keys is not None else _as_they_come(found):
            findings = rows.findings_of(batch, slugs)
            yield [(each, findings.get(each.id, [])) for each in batch]


def row(told: Iterable[str]) -> str:
    """A row of CSV, every cell in quotes: `csv` looks at each character by itself."""
    safe = [f"'{cell}" if cell[:1] in _FORMULAS else cell for cell in told]
    return '"' + '","'.join([cell.replace('"', '""') for cell in safe]) + '"\r\n'


def _as_they_come(found: QuerySet) -> Iterator[list[Facts]]:
    waiting = found.iterator(chunk_size=_BATCH)
    while batch := [Facts(*row) for row in islice(waiting, _BATCH)]:
        yield batch


def _in_order(found: QuerySet, keys: Sequence[int]) -> Iterator[list[Facts]]:
    for start in range(0, len(keys), _BATCH):
        some = keys[start : start + _BATCH]
        held = {row[0]: Facts(*row) for row in found.order_by().filter(pk__in=some)}
        yield [held[key] for key in some]


def _place(finding: Found) -> str:
    return f"paragraph {finding.paragraph}" if finding.paragraph else "summary"
