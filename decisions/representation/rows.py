"""Decisions as the archive holds them → their public shape, straight from rows, in one query for facts and text.

The parts of the text come from the database as JSON: put together here, they would take as long as all the rest.
"""

import json
from collections import namedtuple
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import CharField, Expression, Max, OuterRef, QuerySet, Subquery
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast

from decisions.models import Correction, Decision, Finding, Ground, Prepared, among, path_of, snapshot

Shape = dict[str, Any]
encoded = json.JSONEncoder(ensure_ascii=False).encode


class Facts(NamedTuple):
    """What is read of a decision: what the CSV has, the other facts, and its text and mentions, each part as JSON."""

    id: int
    reference: str
    council: str | None
    decision_date: str | None
    document_type: str
    category: str
    subcategory: str
    outcome: str
    summary: str
    council_slug: str | None = None
    council_printed: str = ""
    numbering: str = ""
    closing: str = ""
    source_sha256: str = ""
    imported_at: str = ""
    corrected_at: str | None = None
    sections: str = "[]"
    paragraphs: str = "[]"
    signposts: str = "[]"
    provisions: str = "[]"
    references: str = "[]"


class Found(NamedTuple):
    """A finding with its words."""

    ground: str
    strength: str
    origin: str
    paragraph: int
    start: int
    end: int
    quote: str


_PLACE = {"paragraph": "paragraph_number", "start": "start", "end": '"end"'}
_IN_TEXT = "paragraph_number, start, id"


def _or_null(*names: str) -> dict[str, str]:
    return {name: f"NULLIF({name}, '')" for name in names}


_OWNING = "(SELECT id AS own, position AS place FROM decisions_section) AS owning"
"""Joined, since to look the section up for each paragraph takes a third longer."""
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
"""For each part of the text: its table, its order, and its keys with what stands in them."""
_AS_JSON = {
    "sqlite": ("json_group_array(json_object({}))", "json(to_numbers)"),
    "postgresql": ("coalesce(json_agg(json_build_object({}))::text, '[]')", "to_numbers"),
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


def of(decision: Decision) -> Shape:
    """All that is public of a published decision: facts, grounds with their words, text, mentions. Three queries."""
    with snapshot():
        [found] = _WHOLE.rows([decision.pk])
        findings = findings_of([found], ground_slugs())
    return json.loads(as_line(found, findings.get(found.id, [])))


def facts(keys: Sequence[int]) -> list[Shape]:
    """The shape of these decisions without their text and mentions, in the order of the keys. Three queries."""
    found = {each.id: Facts(*each) for each in _FACTS.rows(keys)}
    findings = findings_of(found.values(), ground_slugs())
    return [_facts(found[key], findings.get(key, [])) for key in keys]


def brief() -> tuple[str | Expression, ...]:
    """What to read of decisions for the first of their `Facts`, those of a row of CSV."""
    return ("pk", "reference", "council__name", Cast("decision_date", CharField()), *Facts._fields[4:9])


def stored() -> tuple[str | Expression, ...]:
    """What to read of decisions for `Facts`, but for their text and mentions."""
    corrections = Correction.objects.of_the_text().filter(decision=OuterRef("pk")).order_by()
    corrected = Subquery(corrections.values("decision").annotate(last=Max("at")).values("last"))
    moments = (Cast("imported_at", CharField()), Cast(corrected, CharField()))
    return (*brief(), "council__slug", *Facts._fields[10:14], *moments)


def text() -> tuple[RawSQL, ...]:
    """What to read of decisions for the rest of `Facts`, in its order."""
    return tuple(_part(*part) for part in _PARTS.values())


def _part(table: str, order: str, keys: Mapping[str, str]) -> RawSQL:
    as_json, numbers = _AS_JSON[connection.vendor]
    pairs = as_json.format(", ".join([f"'{key}', {value}" for key, value in keys.items()])).replace(
        "{numbers}", numbers
    )
    return RawSQL(  # noqa: S611 - nothing in it comes from outside
        f"""SELECT {pairs} FROM (
            SELECT * FROM {table} WHERE decision_id = decisions_decision.id ORDER BY {order}
        ) AS each""",  # noqa: S608
        (),
    )


def findings_of(batch: Iterable[Facts], slugs: Mapping[int, str]) -> dict[int, list[Found]]:
    """The findings of each decision, best first, with their words. One query."""
    summaries = {each.id: each.summary for each in batch}
    condition, parameters = among("finding.decision_id", summaries)
    with connection.cursor() as cursor:
        cursor.execute(_FINDINGS.format(joined=_JOINED[connection.vendor], condition=condition), parameters)
        rows = cursor.fetchall()
    found: dict[int, list[Found]] = {}
    for decision, ground, strength, origin, number, start, end, quote in rows:
        words = quote if number else summaries[decision][start:end]
        found.setdefault(decision, []).append(Found(slugs[ground], strength, origin, number, start, end, words))
    return found


def ground_slugs() -> dict[int, str]:
    """The slug of each ground, by its key."""
    return dict(Ground.objects.values_list("pk", "slug"))


def as_line(found: Facts, findings: list[Found]) -> str:
    """The whole shape as JSON, in one line."""
    parts = "".join([f', "{name}": {part}' for name, part in zip(_PARTS, found[-len(_PARTS) :], strict=True)])
    return f"{encoded(_facts(found, findings))[:-1]}{parts}}}"


def counting(findings: list[Found]) -> list[str]:
    """The grounds that lists and counts go by: the stated ones, and supporting ones where nothing is stated."""
    stated = [each.ground for each in findings if each.strength == Finding.Strength.STATED]
    return list(dict.fromkeys(stated or [each.ground for each in findings]))


def _facts(found: Facts, findings: list[Found]) -> Shape:
    return {
        "reference": found.reference,
        "address": path_of(found.reference),
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
        "grounds": [each._asdict() for each in findings],
    }


def moment(at: datetime) -> str:
    """A moment as data has it: `2026-03-09T10:20:30Z`."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _moment(stored: str) -> str:
    """The same, of a moment as the databases print it: in UTC, with parts of a second."""
    return f"{stored[:10]}T{stored[11:19]}Z"


def _facts_of(keys: RawSQL, *more: RawSQL) -> QuerySet:
    return Decision.objects.filter(pk__in=keys).order_by().values_list(*stored(), *more)


_FACTS = Prepared(namedtuple("Stored", Facts._fields[:16]), _facts_of)
_WHOLE = Prepared(Facts, lambda keys: _facts_of(keys, *text()))
