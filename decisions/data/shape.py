"""The public shape of decisions, read straight from database rows, with one query for all parts of it.

The database returns grounds and the parts of the text as JSON: putting them together in Python would take as long as
all the rest.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.db.models import CharField, Expression, F, Max, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, NullIf

from decisions.data.fields import CSV, DATE, DECISION, FACTS, GROUNDS, MOMENT, NUMBER, PATH, TEXT, TEXT_PARTS, Field
from decisions.models import CompiledQuery, Correction, Decision, path_maker

Shape = dict[str, Any]
Row = Sequence[Any]
encode = json.JSONEncoder(ensure_ascii=False).encode

_PLAIN = tuple(field for field in FACTS if not field.fields)
_OF_CSV = tuple(field for field in FACTS if field.in_csv)
_MOMENTS = {field.name for field in FACTS if field.kind == MOMENT}
_OWNING = "(SELECT id AS own, position AS place FROM decisions_section) AS owning"
"""Joined, because a subquery for the section of each paragraph takes a third longer."""
_IN_TEXT = "paragraph_number, start, id"
PARTS = {
    "sections": ("decisions_section", "position"),
    "paragraphs": (f"decisions_paragraph JOIN {_OWNING} ON own = section_id", "position"),
    "signposts": ("decisions_signpost", _IN_TEXT),
    "provisions": ("decisions_provision", _IN_TEXT),
    "references": ("decisions_reference", _IN_TEXT),
}
"""For each part of the text: its table, and the order of its rows. `fields.TEXT_PARTS` names their columns."""
_PART = """SELECT {as_json} FROM (
    SELECT * FROM {table} WHERE decision_id = decisions_decision.id ORDER BY {order}
) AS each"""
_JSON_KEYS = [f', "{field.name}": '.encode() for field in DECISION if field.fields]
# As BLOB from SQLite, which stores text as UTF-8 anyway: most of an export is passed on without being decoded.
_AS_JSON = {
    "sqlite": "CAST(json_group_array(json_object({})) AS BLOB)",
    "postgresql": "coalesce(json_agg(json_build_object({}))::text, '[]')",
}
_LIST = {"sqlite": "json({})", "postgresql": "{}"}
_CONCAT = {"sqlite": "group_concat", "postgresql": "string_agg"}
_AS_STRING = {"sqlite": "json_quote(quote)", "postgresql": "to_json(quote)::text"}
_NEW_LINE = {"sqlite": "char(10)", "postgresql": "chr(10)"}
_FINDINGS = """
    SELECT slug, strength, origin, paragraph_number, start, "end", quote
    FROM decisions_finding AS finding JOIN decisions_ground AS ground ON ground.id = ground_id
    WHERE finding.decision_id = decisions_decision.id ORDER BY finding.position, finding.id"""
_GROUNDS = "SELECT '[' || coalesce({concat}('{{' || {pairs} || '}}', ', '), '') || ']' FROM ({found}) AS each"
_EVIDENCE = """
    SELECT coalesce({concat}(slug, ' ') FILTER (WHERE strength = 'stated'), {concat}(slug, ' '), '') || '|' || coalesce(
        {concat}(
            slug || CASE paragraph_number WHEN 0 THEN ', summary: ' ELSE ', paragraph ' || paragraph_number || ': ' END
            || quote, {new_line}
        ), ''
    ) FROM ({found}) AS each"""


def public_decision(decision: Decision) -> Shape:
    """Return the whole public shape of a published decision: facts, grounds with quotes, text, mentions. One query."""
    [found] = _WHOLE.rows([decision.pk])
    return json.loads(as_line(found, path_maker()))


def facts(keys: Sequence[int]) -> list[Shape]:
    """Return the shapes of these decisions without text and mentions, in the order of the keys. One query."""
    path = path_maker()
    found = {each[0]: each for each in _FACTS.rows(keys)}
    return [_shape(_PLAIN, found[key], path) | {"grounds": json.loads(found[key][-1])} for key in keys]


def line_columns() -> tuple[str | Expression, ...]:
    """Return the columns to select for `as_line`: the key, facts, grounds, text and mentions."""
    return (*_fact_columns(), *[_part(field) for field in TEXT_PARTS])


def csv_columns() -> tuple[str | Expression, ...]:
    """Return the columns to select for `csv_cells`: the key, the facts of a row, and `evidence_sql`."""
    return ("pk", *_columns(_OF_CSV), evidence_sql())


def evidence_sql() -> RawSQL:
    """Return the column to select for the grounds that lists count by, best first, and their evidence.

    Its value is the slugs of the stated grounds, or of all where none is stated, separated by spaces; then `|`; then a
    line for each finding, as `late-complaint, paragraph 7: the words` or `late-complaint, summary: the words`.
    """
    return _of_findings(_EVIDENCE)


def as_line(found: Row, path: Callable[[str], str]) -> bytes:
    """Return the shape as a line of JSON in UTF-8, newline included. `path` returns a reference's page.

    `found` are the values of `line_columns`; where those of the text are missing, so are its parts.
    """
    pieces = [encode(_shape(_PLAIN, found, path))[:-1].encode()]
    for name, part in zip(_JSON_KEYS, found[len(_PLAIN) :], strict=False):
        pieces += name, part if isinstance(part, bytes) else part.encode()
    return b"".join([*pieces, b"}\n"])


def csv_row(found: Row, path: Callable[[str], str]) -> tuple[str, ...]:
    """Return the cells of `fields.CSV`. `found` are the values of `csv_columns`; `path` returns a reference's page."""
    return csv_cells(_shape(_OF_CSV, found, path), found[-1])


def csv_cells(shape: Shape, evidence: str) -> tuple[str, ...]:
    """Return the cells of `fields.CSV` for a decision; `evidence` is the value of `evidence_sql`."""
    slugs, _, lines = evidence.partition("|")
    values = shape | {"grounds": " ".join(dict.fromkeys(slugs.split(" "))), "evidence": lines}
    return tuple([values[field.name] or "" for field in CSV])


def moment(at: datetime) -> str:
    """Return a moment as the data has it: `2026-03-09T10:20:30Z`."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _shape(several: Sequence[Field], found: Row, path: Callable[[str], str]) -> Shape:
    """Return these facts by name. `found` are the key, the reference, and the other facts but the address."""
    _, reference, *others = found
    shape = dict(zip([field.name for field in several], (reference, path(reference), *others), strict=False))
    for name in _MOMENTS & shape.keys():
        shape[name] = shape[name] and f"{shape[name][:10]}T{shape[name][11:19]}Z"  # without fractions of a second
    return shape


def _columns(several: Iterable[Field]) -> list[str | Expression]:
    """Return what to select for each of these facts, but for the address, which follows from the reference."""
    return [_column(field) for field in several if field.kind != PATH]


def _column(field: Field) -> str | Expression:
    if field.name == "corrected_at":
        corrections = Correction.objects.of_the_text().filter(decision=OuterRef("pk")).order_by()
        return Cast(Subquery(corrections.values("decision").annotate(last=Max("at")).values("last")), CharField())
    if field.kind in (DATE, MOMENT):
        return Cast(field.source, CharField())
    return NullIf(F(field.source), Value(""), output_field=TextField()) if field.nullable else field.source


def _fact_columns() -> tuple[str | Expression, ...]:
    return ("pk", *_columns(_PLAIN), _of_findings(_GROUNDS))


def _of_findings(sql: str) -> RawSQL:
    vendor = connection.vendor
    pairs = " || ', ' || ".join([_pair(field) for field in GROUNDS])
    return _raw(sql.format(concat=_CONCAT[vendor], new_line=_NEW_LINE[vendor], pairs=pairs, found=_FINDINGS))


def _pair(field: Field) -> str:
    """Return SQL for a field of a finding as JSON. Of its texts only the quote has what JSON must escape."""
    value = f'"{field.source}"'
    if field.name == "quote":
        value = _AS_STRING[connection.vendor]
    elif field.kind != NUMBER:
        value = f"""'"' || {value} || '"'"""
    return f"""'"{field.name}": ' || {value}"""


def _part(part: Field) -> RawSQL:
    table, order = PARTS[part.name]
    pairs = ", ".join([f"'{field.name}', {_value(field)}" for field in part.fields])
    as_json = _AS_JSON[connection.vendor].format(pairs)
    return _raw(_PART.format(as_json=as_json, table=table, order=order))


def _value(field: Field) -> str:
    column = f'"{field.source}"'
    if field.item_kind:
        return _LIST[connection.vendor].format(column)
    return f"NULLIF({column}, '')" if field.nullable and field.kind == TEXT else column


def _raw(sql: str) -> RawSQL:
    return RawSQL(sql, ())  # noqa: S611 - nothing in it comes from outside


def _of_keys(keys: RawSQL, columns: Iterable[str | Expression]) -> QuerySet:
    return Decision.objects.filter(pk__in=keys).order_by().values_list(*columns)


_FACTS = CompiledQuery(tuple, lambda keys: _of_keys(keys, _fact_columns()))
_WHOLE = CompiledQuery(tuple, lambda keys: _of_keys(keys, line_columns()))
