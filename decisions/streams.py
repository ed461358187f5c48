"""Decisions → lines of CSV and JSON, however many: straight from the database's rows, a batch at a time.

Both are blocks of text, of some hundred lines each, in the order of the query. They tell one state of the archive,
and are to be read to the end or closed; no writer waits for them.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from django.db import connection
from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast
from django.urls import reverse

from decisions.models import Finding, Paragraph, among, snapshot
from decisions.parsing.reference import address

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
_quoted = json.encoder.encode_basestring
_FINDINGS = """
    SELECT finding.decision_id, slug, strength, origin, paragraph_number, start, "end",
        substr(text, start + 1, "end" - start), coalesce(length(text), 0)
    FROM decisions_finding AS finding JOIN decisions_ground AS ground ON ground.id = ground_id
    LEFT JOIN decisions_paragraph AS paragraph ON paragraph.decision_id = finding.decision_id
        AND number = paragraph_number AND depth = 0
    WHERE"""
_BEST_FIRST = "ORDER BY finding.decision_id, finding.position, finding.id"
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")


class _Facts(NamedTuple):
    id: int
    reference: str
    council: str | None
    document_type: str
    category: str
    subcategory: str
    outcome: str
    decision_date: str | None
    summary: str


class _Found(NamedTuple):
    decision: int
    ground: str
    strength: str
    origin: str
    paragraph: int
    start: int
    end: int
    quote: str


_Text = tuple[int, int, str, int, str]
"""A paragraph or an item: decision, number, label, depth, text."""
_FACTS = ("pk", "reference", "council__name", "document_type", "category", "subcategory", "outcome", "day", "summary")
_TEXT = ("decision", "number", "label", "depth", "text")


def as_csv(decisions: QuerySet) -> Iterator[str]:
    """The decisions, in the order they are in, a row each below the row of `COLUMNS`. A query, and one or two a batch.

    A spreadsheet takes a cell that begins with =, + and the like for a formula. So an apostrophe goes before it, and
    before one that begins with an apostrophe: take one away wherever a cell begins with it, and nothing is lost.
    """
    block = io.StringIO()
    write = csv.writer(block).writerow
    write(COLUMNS)
    yield _emptied(block)
    for batch in _batches(decisions):
        found = _findings(batch)
        for facts in batch:
            findings = found.get(facts.id, [])
            evidence = "\n".join(f"{each.ground}, {_place(each)}: {each.quote}" for each in findings)
            _, reference, council, *printed, summary = facts
            grounds = " ".join(_counting(findings))
            cells = (reference, _address(reference), council, *printed, grounds, evidence, summary)
            write([f"'{cell}" if cell and cell.startswith(_FORMULAS) else cell for cell in cells])
        yield _emptied(block)


def as_jsonl(decisions: QuerySet) -> Iterator[str]:
    """The decisions, in the order they are in, an object each with all paragraphs and items.

    A query, and two or three a batch. A fact that no text states is null; a finding has its words beside their place.
    """
    for batch in _batches(decisions):
        found, texts = _findings(batch), _texts(batch)
        lines = (f"{_object(each, found.get(each.id, []), texts.get(each.id, []))}\n" for each in batch)
        yield "".join(lines)


def _object(facts: _Facts, findings: list[_Found], texts: list[_Text]) -> str:
    """A decision as one object. The paragraphs are put together by hand, which halves the time of it all."""
    told = {
        "reference": facts.reference,
        "address": _address(facts.reference),
        "council": facts.council,
        "document_type": facts.document_type,
        "category": facts.category or None,
        "subcategory": facts.subcategory or None,
        "outcome": facts.outcome or None,
        "decision_date": facts.decision_date,
        "summary": facts.summary or None,
        "grounds": [dict(zip(_Found._fields[1:], each[1:], strict=True)) for each in findings],
    }
    paragraphs = ", ".join(
        f'{{"number": {number}, "label": {_quoted(label)}, "depth": {depth}, "text": {_quoted(text)}}}'
        for _, number, label, depth, text in texts
    )
    return f'{_encoded(told)[:-1]}, "paragraphs": [{paragraphs}]}}'


def _batches(decisions: QuerySet) -> Iterator[list[_Facts]]:
    """The facts of the decisions, batch by batch, of one state of the archive."""
    facts = decisions.annotate(day=Cast("decision_date", CharField())).values_list(*_FACTS)
    with snapshot():
        rows = iter(facts.iterator(chunk_size=_BATCH))
        while batch := [_Facts(*row) for row in islice(rows, _BATCH)]:
            yield batch


def _findings(batch: list[_Facts]) -> dict[int, list[_Found]]:
    """The findings of each decision, best first, with their words."""
    summaries = {facts.id: facts.summary for facts in batch}
    condition, ids = among("finding.decision_id", summaries)
    with connection.cursor() as cursor:
        cursor.execute(f"{_FINDINGS} {condition} {_BEST_FIRST}", ids)
        rows = cursor.fetchall()
    beyond = [row[0] for row in rows if row[4] and row[6] > row[8]]  # they reach into the items of their paragraphs
    reached = _by_decision(_paragraphs(beyond).values_list(*_TEXT)) if beyond else {}
    found: dict[int, list[_Found]] = {}
    for decision, *finding, quote, length in rows:
        number, start, end = finding[3:]
        whole = None
        if number == 0:
            whole = summaries[decision]
        elif end > length:
            whole = "\n".join(text for _, each, _, _, text in reached[decision] if each == number)
        found.setdefault(decision, []).append(_Found(decision, *finding, quote if whole is None else whole[start:end]))
    return found


def _texts(batch: list[_Facts]) -> dict[int, list[_Text]]:
    """The paragraphs and items of each decision, in order."""
    return _by_decision(_paragraphs([facts.id for facts in batch]).values_list(*_TEXT))


def _paragraphs(decisions: list[int]) -> QuerySet:
    return Paragraph.objects.filter(decision__in=decisions).order_by("decision", "position")


def _by_decision(rows: Iterable[tuple]) -> dict[int, list]:
    found: dict[int, list] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    return found


def _place(finding: _Found) -> str:
    return f"paragraph {finding.paragraph}" if finding.paragraph else "summary"


def _counting(findings: list[_Found]) -> list[str]:
    """The grounds that lists and counts go by: the stated ones, and supporting ones where nothing is stated."""
    stated = [each.ground for each in findings if each.strength == Finding.Strength.STATED]
    return list(dict.fromkeys(stated or [each.ground for each in findings]))


def _address(reference: str) -> str:
    before, after = _around()
    return f"{before}{address(reference)}{after}"


@cache
def _around() -> list[str]:
    """What stands before and behind a reference in the address of its decision."""
    return reverse("decision", args=["_"]).split("_")


def _emptied(block: io.StringIO) -> str:
    """What was written, which is taken out."""
    text = block.getvalue()
    block.seek(0)
    block.truncate()
    return text
