"""The public shape of decisions, read straight from database rows, with one query for all parts of it.

The database returns grounds and the parts of the text as JSON: putting them together in Python would take as long as
all the rest.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.db.models import CharField, Expression, F, Max, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, NullIf

from decisions.data.fields import CSV, DATE, FACTS, LIST, MOMENT, PATH, TEXT, TEXT_PARTS, Field
from decisions.grounds import STATED
from decisions.models import CompiledQuery, Correction, Decision, path_maker

Shape = dict[str, Any]
Row = Sequence[Any]
encode = json.JSONEncoder(ensure_ascii=False).encode

_GROUNDS = next(field for field in FACTS if field.name == "grounds")
_IN_CSV = tuple(field for field in _GROUNDS.fields if field.name in ("ground", "strength", "paragraph", "quote"))
_CSV_FACTS = tuple(field for field in CSV if field in FACTS)
_MOMENTS, _CSV_MOMENTS = (
    [place for place, field in enumerate(several) if field.kind == MOMENT] for several in (FACTS, _CSV_FACTS)
)
_GROUND = "(SELECT id AS own, slug FROM decisions_ground) AS ground"
_OWNING = "(SELECT id AS own, position AS place FROM decisions_section) AS owning"
"""Joined, because a subquery for the section of each paragraph takes a third longer."""
_IN_TEXT = "paragraph_number, start, id"
PARTS = {
    "grounds": (f"decisions_finding JOIN {_GROUND} ON own = ground_id", "position, id"),
    "sections": ("decisions_section", "position"),
    "paragraphs": (f"decisions_paragraph JOIN {_OWNING} ON own = section_id", "position"),
    "signposts": ("decisions_signpost", _IN_TEXT),
    "provisions": ("decisions_provision", _IN_TEXT),
    "references": ("decisions_reference", _IN_TEXT),
}
"""For each list of objects: the table of their values, and the order of its rows."""
_PART = """SELECT {as_json} FROM (
    SELECT * FROM {table} WHERE decision_id = decisions_decision.id ORDER BY {order}
) AS each"""
_TEXT_KEYS = [f', "{part.name}": '.encode() for part in TEXT_PARTS]
_AS_JSON = {
    "sqlite": "json_group_array(json_object({}))",
    "postgresql": "coalesce(json_agg(json_build_object({}))::text, '[]')",
}
_LIST = {"sqlite": "json({})", "postgresql": "{}"}


def public_decision(decision: Decision) -> Shape:
    """Return the whole public shape of a published decision: facts, grounds with quotes, text, mentions. One query."""
    [found] = _WHOLE.rows([decision.pk])
    return json.loads(as_line(found, path_maker()))


def facts(keys: Sequence[int]) -> list[Shape]:
    """Return the shapes of these decisions without text and mentions, in the order of the keys. One query."""
    path = path_maker()
    found = {each[0]: each for each in _FACTS.rows(keys)}
    return [_shape(found[key], path) for key in keys]


def line_columns() -> tuple[str | Expression, ...]:
    """Return the columns to select for `as_line`: the key, facts, grounds, text and mentions."""
    return _columns((*FACTS, *TEXT_PARTS))


def csv_columns() -> tuple[str | Expression, ...]:
    """Return the columns to select for `csv_row`: the key, the facts of a row, and the grounds."""
    return _columns((*_CSV_FACTS, replace(_GROUNDS, fields=_IN_CSV)))


def as_line(found: Row, path: Callable[[str], str]) -> bytes:
    """Return the shape as a line of JSON in UTF-8, newline included, made from the values of `line_columns`.

    `path` returns a reference's page.
    """
    pieces = [encode(_shape(found, path))[:-1].encode()]
    for name, part in zip(_TEXT_KEYS, found[len(FACTS) :], strict=True):
        pieces += name, part if isinstance(part, bytes) else part.encode()
    return b"".join([*pieces, b"}\n"])


def csv_row(found: Row, path: Callable[[str], str]) -> list[str]:
    """Return the cells of `fields.CSV`. `found` are the values of `csv_columns`; `path` returns a reference's page."""
    *values, grounds = _values(found, path, _CSV_MOMENTS)
    return _cells(values, json.loads(grounds))


def csv_cells(shape: Shape) -> list[str]:
    """Return the cells of `fields.CSV` for a decision's shape."""
    return _cells([shape[field.name] for field in _CSV_FACTS], shape["grounds"])


def moment(at: datetime) -> str:
    """Return a moment as the data has it: `2026-03-09T10:20:30Z`."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _cells(facts: Iterable[Any], grounds: list[Shape]) -> list[str]:
    """Return the cells of a decision: its facts, and before the last of them, its summary, what shows its grounds."""
    cells = ["" if each is None else str(each) for each in facts]
    counted = [each["ground"] for each in grounds if each["strength"] == STATED] or [each["ground"] for each in grounds]
    cells[-1:-1] = " ".join(dict.fromkeys(counted)), "\n".join([_evidence(each) for each in grounds])
    return cells


def _evidence(finding: Shape) -> str:
    """Return `late-complaint, paragraph 7: the words`, or `late-complaint, summary: the words`."""
    place = f"paragraph {finding['paragraph']}" if finding["paragraph"] else "summary"
    return f"{finding['ground']}, {place}: {finding['quote']}"


def _shape(found: Row, path: Callable[[str], str]) -> Shape:
    """Return the facts and grounds by name."""
    shape = dict(zip([field.name for field in FACTS], _values(found, path, _MOMENTS), strict=False))
    return shape | {"grounds": json.loads(shape["grounds"])}


def _values(found: Row, path: Callable[[str], str], moments: Iterable[int]) -> list[Any]:
    """Return the values found without the key, and the address after the reference.

    `moments`: the places of the moments among them.
    """
    _, reference, *others = found
    values = [reference, path(reference), *others]
    for place in moments:
        at = values[place]
        values[place] = at and f"{at[:10]}T{at[11:19]}Z"  # without fractions of a second
    return values


def _columns(several: Iterable[Field]) -> tuple[str | Expression, ...]:
    """Return the key, and what to select for each field but the address, which follows from the reference."""
    return ("pk", *[_column(field) for field in several if field.kind != PATH])


def _column(field: Field) -> str | Expression:
    if field.name == "corrected_at":
        corrections = Correction.objects.of_the_text().filter(decision=OuterRef("pk")).order_by()
        return Cast(Subquery(corrections.values("decision").annotate(last=Max("at")).values("last")), CharField())
    if field.kind == LIST:
        return _part(field)
    if field.kind in (DATE, MOMENT):
        return Cast(field.source, CharField())
    return NullIf(F(field.source), Value(""), output_field=TextField()) if field.nullable else field.source


def _part(part: Field) -> RawSQL:
    """Return the column with a list of objects as JSON."""
    table, order = PARTS[part.name]
    pairs = ", ".join([f"'{field.name}', {_value(field)}" for field in part.fields])
    as_json = _AS_JSON[connection.vendor].format(pairs)
    if part in TEXT_PARTS and connection.vendor == "sqlite":
        as_json = f"CAST({as_json} AS BLOB)"  # stored as UTF-8 anyway: it is passed on without being decoded
    return RawSQL(_PART.format(as_json=as_json, table=table, order=order), ())  # noqa: S611 - nothing from outside


def _value(field: Field) -> str:
    column = f'"{field.source}"'
    if field.item_kind:
        return _LIST[connection.vendor].format(column)
    return f"NULLIF({column}, '')" if field.nullable and field.kind == TEXT else column


def _of_keys(keys: RawSQL, several: Iterable[Field]) -> QuerySet:
    return Decision.objects.filter(pk__in=keys).order_by().values_list(*_columns(several))


_FACTS = CompiledQuery(tuple, lambda keys: _of_keys(keys, FACTS))
_WHOLE = CompiledQuery(tuple, lambda keys: _of_keys(keys, (*FACTS, *TEXT_PARTS)))
