"""The public shape of decisions, read straight from database rows, with one query for all parts of it.

The database returns grounds and the parts of the text as JSON: putting them together in Python would take as long as
all the rest.
"""

import json
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import CharField, Expression, Max, OuterRef, QuerySet, Subquery
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast

from decisions.models import CompiledQuery, Correction, Decision, path_maker

Shape = dict[str, Any]
encode = json.JSONEncoder(ensure_ascii=False).encode


class Facts(NamedTuple):
    """The columns read of a decision: its facts, and its grounds, text and mentions, each part as JSON.

    JSON parts are bytes in UTF-8 from SQLite and str from PostgreSQL. The fields from `council_printed` to
    `source_sha256` have the names of their columns: put a further column of the decision among them.
    """

    id: int
    reference: str
    council: str | None
    decision_date: str | None
    document_type: str
    category: str
    subcategory: str
    outcome: str
    summary: str
    council_slug: str | None
    council_printed: str
    numbering: str
    closing: str
    source_sha256: str
    imported_at: str
    corrected_at: str | None
    grounds: str
    sections: str | bytes = "[]"
    paragraphs: str | bytes = "[]"
    signposts: str | bytes = "[]"
    provisions: str | bytes = "[]"
    references: str | bytes = "[]"


_NAMES = Facts._fields
_OWN = _NAMES[_NAMES.index("council_printed") : _NAMES.index("imported_at")]
_WITHOUT_TEXT = _NAMES[: _NAMES.index("sections")]
_PLACE = {"paragraph": "paragraph_number", "start": "start", "end": '"end"'}
_IN_TEXT = "paragraph_number, start, id"


def _or_null(*names: str) -> dict[str, str]:
    return {name: f"NULLIF({name}, '')" for name in names}


_OWNING = "(SELECT id AS own, position AS place FROM decisions_section) AS owning"
"""Joined, because a subquery for the section of each paragraph takes a third longer."""
_PART = """SELECT {pairs} FROM (
    SELECT * FROM {table} WHERE decision_id = decisions_decision.id ORDER BY {order}
) AS each"""
_PARTS: dict[str, tuple[str, str, dict[str, str]]] = {
    "sections": ("decisions_section", "position", {**_or_null("heading"), "level": "level", **_or_null("lead")}),
    "paragraphs": (
        f"decisions_paragraph JOIN {_OWNING} ON own = section_id",
        "position",
        {
            "section": "place",
            **{name: name for name in ("number", "label", "depth", "text")},
        },
    ),
    "signposts": ("decisions_signpost", _IN_TEXT, {"place": "place", **_PLACE}),
    "provisions": (
        "decisions_provision",
        _IN_TEXT,
        {**_or_null("act", "act_slug"), "kind": "kind", **_or_null("number", "normalised"), **_PLACE},
    ),
    "references": (
        "decisions_reference",
        _IN_TEXT,
        {"decision": "NULLIF(to_reference, '')", "paragraphs": "{numbers}", **_PLACE},
    ),
}
"""For each part of the text: its table, its order, and its JSON keys with the SQL of their values."""
_JSON_KEYS = [f', "{name}": '.encode() for name in ("grounds", *_PARTS)]
# As BLOB from SQLite, which stores text as UTF-8 anyway: most of an export is passed on without being decoded.
_AS_JSON = {
    "sqlite": ("CAST(json_group_array(json_object({})) AS BLOB)", "json(to_numbers)"),
    "postgresql": ("coalesce(json_agg(json_build_object({}))::text, '[]')", "to_numbers"),
}
_CONCAT = {"sqlite": "group_concat", "postgresql": "string_agg"}
_AS_STRING = {"sqlite": "json_quote(quote)", "postgresql": "to_json(quote)::text"}
_NEW_LINE = {"sqlite": "char(10)", "postgresql": "chr(10)"}
_FINDINGS = """
    SELECT slug, strength, origin, paragraph_number, start, "end", quote
    FROM decisions_finding AS finding JOIN decisions_ground AS ground ON ground.id = ground_id
    WHERE finding.decision_id = decisions_decision.id ORDER BY finding.position, finding.id"""
_GROUNDS = """
    SELECT '[' || coalesce({concat}(
        '{{"ground": "' || slug || '", "strength": "' || strength || '", "origin": "' || origin
        || '", "paragraph": ' || paragraph_number || ', "start": ' || start || ', "end": ' || "end"
        || ', "quote": ' || {as_string} || '}}', ', '
    ), '') || ']' FROM ({found}) AS each"""
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
    found = {each.id: each for each in _FACTS.rows(keys)}
    return [_facts(found[key], path) | {"grounds": json.loads(found[key].grounds)} for key in keys]


def csv_columns() -> tuple[str | Expression, ...]:
    """Return the columns to select for the first nine fields of `Facts`, which a row of CSV has."""
    return ("pk", "reference", "council__name", Cast("decision_date", CharField()), *Facts._fields[4:9])


def fact_columns() -> tuple[str | Expression, ...]:
    """Return the columns to select for `Facts` without text and mentions."""
    corrections = Correction.objects.of_the_text().filter(decision=OuterRef("pk")).order_by()
    corrected = Subquery(corrections.values("decision").annotate(last=Max("at")).values("last"))
    moments = (Cast("imported_at", CharField()), Cast(corrected, CharField()))
    return (*csv_columns(), "council__slug", *_OWN, *moments, _of_findings(_GROUNDS))


def evidence_sql() -> RawSQL:
    """Return the column to select for the grounds that lists count by, best first, and their evidence.

    Its value is the slugs of the stated grounds, or of all where none is stated, separated by spaces; then `|`; then a
    line for each finding, as `late-complaint, paragraph 7: the words` or `late-complaint, summary: the words`.
    """
    return _of_findings(_EVIDENCE)


def _of_findings(sql: str) -> RawSQL:
    vendor = connection.vendor
    words = {"concat": _CONCAT[vendor], "new_line": _NEW_LINE[vendor], "as_string": _AS_STRING[vendor]}
    return _column(sql.format(**words, found=_FINDINGS))


def text_columns() -> tuple[RawSQL, ...]:
    """Return the columns to select for the text and the mentions, in the order of `Facts`."""
    return tuple(_part(*part) for part in _PARTS.values())


def _part(table: str, order: str, keys: Mapping[str, str]) -> RawSQL:
    as_json, numbers = _AS_JSON[connection.vendor]
    pairs = as_json.format(", ".join([f"'{key}', {value}" for key, value in keys.items()]))
    pairs = pairs.replace("{numbers}", numbers)
    return _column(_PART.format(pairs=pairs, table=table, order=order))


def _column(sql: str) -> RawSQL:
    return RawSQL(sql, ())  # noqa: S611 - nothing in it comes from outside


def as_line(found: Facts, path: Callable[[str], str]) -> bytes:
    """Return the whole shape as a line of JSON in UTF-8, newline included. `path` returns a reference's page."""
    pieces = [encode(_facts(found, path))[:-1].encode()]
    for name, part in zip(_JSON_KEYS, found[-len(_JSON_KEYS) :], strict=True):
        pieces += name, part if isinstance(part, bytes) else part.encode()
    return b"".join([*pieces, b"}\n"])


def _facts(found: Facts, path: Callable[[str], str]) -> Shape:
    return {
        "reference": found.reference,
        "address": path(found.reference),
        "council": found.council,
        "council_slug": found.council_slug,
        "council_printed": found.council_printed or None,
        "document_type": found.document_type,
        "category": found.category or None,
        "subcategory": found.subcategory or None,
        "outcome": found.outcome or None,
        "decision_date": found.decision_date,
        "numbering": found.numbering,
        "summary": found.summary or None,
        "closing": found.closing or None,
        "source_sha256": found.source_sha256,
        "imported_at": _moment(found.imported_at),
        "corrected_at": found.corrected_at and _moment(found.corrected_at),
    }


def moment(at: datetime) -> str:
    """Return a moment as the data has it: `2026-03-09T10:20:30Z`."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _moment(stored: str) -> str:
    """Return the same from a moment as the databases print it: in UTC, with fractions of a second."""
    return f"{stored[:10]}T{stored[11:19]}Z"


def _facts_of(keys: RawSQL, *more: RawSQL) -> QuerySet:
    return Decision.objects.filter(pk__in=keys).order_by().values_list(*fact_columns(), *more)


_FACTS = CompiledQuery(namedtuple("Stored", _WITHOUT_TEXT), _facts_of)
_WHOLE = CompiledQuery(Facts, lambda keys: _facts_of(keys, *text_columns()))
