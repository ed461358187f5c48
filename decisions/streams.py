"""Decisions → lines of CSV and JSON, however many: straight from the database's rows, a batch at a time.

Both are blocks of text, of some hundred lines each, in the order of the query. They tell one state of the archive,
and are to be read to the end or closed; no writer waits for them.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from django.db import connection
from django.db.models import CharField, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast

from decisions.models import Finding, Ground, among, path_of, snapshot

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
_encoded = json.JSONEncoder(ensure_ascii=False).encode
_FORMULAS = frozenset("=+-@\t\r\n＝＋－＠'")


class _Facts(NamedTuple):
    id: int
    reference: str
    council: str | None
    document_type: str
    category: str
    subcategory: str
    outcome: str
    summary: str
    decision_date: str | None
    paragraphs: str = "[]"


class _Found(NamedTuple):
    ground: str
    strength: str
    origin: str
    paragraph: int
    start: int
    end: int
    quote: str


_STORED = ("pk", "reference", "council__name", "document_type", "category", "subcategory", "outcome", "summary")
_FACTS = (*_STORED, Cast("decision_date", CharField()))
_TEXT = ("number", "label", "depth", "text")
_AS_JSON = {
    "sqlite": "json_group_array(json_object({}))",
    "postgresql": "coalesce(json_agg(json_build_object({}))::text, '[]')",
}
_JOINED = {"sqlite": "group_concat(text, char(10))", "postgresql": "string_agg(text, chr(10))"}
# Most findings stand in the summary, which is at hand, and nearly all others in the paragraph's own text.
_FINDINGS = """
    SELECT finding.decision_id, ground_id, strength, origin, paragraph_number, start, "end",
        CASE WHEN paragraph_number > 0 THEN (
            SELECT CASE WHEN "end" <= length(text) THEN substr(text, start + 1, "end" - start) ELSE (
                SELECT substr({joined}, start + 1, "end" - start) FROM (
                    SELECT text FROM decisions_paragraph AS part
                    WHERE part.decision_id = finding.decision_id AND part.number = paragraph_number
                    ORDER BY part.position
                ) AS whole
            ) END
            FROM decisions_paragraph AS own
            WHERE own.decision_id = finding.decision_id AND own.number = paragraph_number AND own.depth = 0
        ) END
    FROM decisions_finding AS finding WHERE {condition}
    ORDER BY finding.decision_id, finding.position, finding.id"""


def as_csv(decisions: QuerySet, keys: Sequence[int] | None = None) -> Iterator[str]:
    """The decisions, in the order they are in, or that of `keys`, a row each below the row of `COLUMNS`.

    A spreadsheet takes a cell that begins with =, + and the like for a formula. So an apostrophe goes before it, and
    before one that begins with an apostrophe: take one away wherever a cell begins with it, and nothing is lost.
    """
    yield _row(COLUMNS)
    for batch, found in _batches(decisions.values_list(*_FACTS), keys):
        rows = []
        for facts in batch:
            _, reference, council, kind, *printed, summary, day, _ = facts
            findings = found.get(facts.id, [])
            evidence = "\n".join([f"{each.ground}, {_place(each)}: {each.quote}" for each in findings])
            told = (reference, path_of(reference), council or "", kind, *printed, day or "")
            rows.append(_row((*told, _counting(findings), evidence, summary)))
        yield "".join(rows)


def as_jsonl(decisions: QuerySet, keys: Sequence[int] | None = None) -> Iterator[str]:
    """The decisions, in the order they are in, or that of `keys`, an object each with all paragraphs and items.

    A fact that no text states is null; a finding has its words beside their place.
    """
    for batch, found in _batches(decisions.values_list(*_FACTS, _paragraphs()), keys):
        yield "".join([f"{_object(facts, found.get(facts.id, []))}\n" for facts in batch])


def _row(cells: Iterable[str]) -> str:
    """A row of CSV, every cell in quotes: `csv` looks at each character by itself."""
    safe = [f"'{cell}" if cell[:1] in _FORMULAS else cell for cell in cells]
    return '"' + '","'.join([cell.replace('"', '""') for cell in safe]) + '"\r\n'


def _object(facts: _Facts, findings: list[_Found]) -> str:
    told = {
        "reference": facts.reference,
        "address": path_of(facts.reference),
        "council": facts.council,
        "document_type": facts.document_type,
        "category": facts.category or None,
        "subcategory": facts.subcategory or None,
        "outcome": facts.outcome or None,
        "decision_date": facts.decision_date,
        "summary": facts.summary or None,
        "grounds": [each._asdict() for each in findings],
    }
    return f'{_encoded(told)[:-1]}, "paragraphs": {facts.paragraphs}}}'


def _paragraphs() -> RawSQL:
    """All paragraphs and items of a decision, as JSON: put together here, they would take as long as all the rest."""
    pairs = ", ".join(f"'{name}', {name}" for name in _TEXT)
    return RawSQL(  # noqa: S611 - nothing in it comes from outside
        f"""SELECT {_AS_JSON[connection.vendor].format(pairs)} FROM (
            SELECT {", ".join(_TEXT)} FROM decisions_paragraph WHERE decision_id = decisions_decision.id
            ORDER BY position
        ) AS each""",  # noqa: S608
        (),
    )


def _batches(rows: QuerySet, keys: Sequence[int] | None) -> Iterator[tuple[list[_Facts], dict[int, list[_Found]]]]:
    """Some decisions with their findings at a time, of one state of the archive. A query for each some, and one in all.

    With `keys` it is a query more for each some.
    """
    with snapshot():
        grounds = dict(Ground.objects.values_list("pk", "slug"))
        for batch in _in_order(rows, keys) if keys is not None else _as_they_come(rows):
            yield batch, _findings(batch, grounds)


def _as_they_come(rows: QuerySet) -> Iterator[list[_Facts]]:
    waiting = rows.iterator(chunk_size=_BATCH)
    while batch := [_Facts(*row) for row in islice(waiting, _BATCH)]:
        yield batch


def _in_order(rows: QuerySet, keys: Sequence[int]) -> Iterator[list[_Facts]]:
    for start in range(0, len(keys), _BATCH):
        some = keys[start : start + _BATCH]
        found = {row[0]: _Facts(*row) for row in rows.order_by().filter(pk__in=some)}
        yield [found[key] for key in some]


def _findings(batch: list[_Facts], grounds: Mapping[int, str]) -> dict[int, list[_Found]]:
    """The findings of each decision, best first, with their words."""
    summaries = {facts.id: facts.summary for facts in batch}
    condition, parameters = among("finding.decision_id", summaries)
    with connection.cursor() as cursor:
        cursor.execute(_FINDINGS.format(joined=_JOINED[connection.vendor], condition=condition), parameters)
        rows = cursor.fetchall()
    found: dict[int, list[_Found]] = {}
    for decision, ground, strength, origin, number, start, end, quote in rows:
        words = quote if number else summaries[decision][start:end]
        found.setdefault(decision, []).append(_Found(grounds[ground], strength, origin, number, start, end, words))
    return found


def _place(finding: _Found) -> str:
    return f"paragraph {finding.paragraph}" if finding.paragraph else "summary"


def _counting(findings: list[_Found]) -> str:
    """The grounds that lists and counts go by: the stated ones, and supporting ones where nothing is stated."""
    stated = [each.ground for each in findings if each.strength == Finding.Strength.STATED]
    return " ".join(dict.fromkeys(stated or [each.ground for each in findings]))
