"""Queries for what pages show of decisions, as plain rows: a tenth of the time of model instances."""

import json
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar

from django.db import connection
from django.db.models import Aggregate, CharField, F, QuerySet, TextField
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast

from decisions.models.decision import Decision
from decisions.models.ground import Finding
from decisions.models.mentions import Provision, Reference, Signpost
from decisions.models.text import Paragraph, Section

Row = TypeVar("Row", bound=Any)  # a NamedTuple
_KEYS = {"sqlite": "SELECT value FROM json_each(%s)", "postgresql": "SELECT unnest(%s::bigint[])"}
_KEYS_HERE = object()  # among the parameters of a compiled query: put the keys here


def any_of(keys: Iterable[int]) -> RawSQL:
    """Return an expression for the keys, to be used after `__in`. It has one parameter, however many keys."""
    return RawSQL(_KEYS[connection.vendor], [_parameter(keys)])  # noqa: S611 - the keys are a parameter


def _parameter(keys: Iterable[int]) -> list[int] | str:
    values = list(keys)
    return values if connection.vendor == "postgresql" else json.dumps(values)


class GroupConcat(Aggregate):
    """The keys of a group as one text, joined by commas, in no order and with repetitions. None if there are no rows.

    One text is faster to fetch than a row for each key.
    """

    function = "GROUP_CONCAT"
    output_field = TextField()

    def as_postgresql(self, compiler, connection, **context):
        """Use STRING_AGG, which takes only texts."""
        template = "STRING_AGG(%(expressions)s::text, ',')"
        return self.as_sql(compiler, connection, template=template, **context)


class CompiledQuery(Generic[Row]):
    """A query for rows by keys whose SQL is compiled once. Rows are named tuples of the driver's own values.

    `make` gets an expression for the keys, to be used once, after `__in`; it returns a `values_list` queryset in the
    order of the tuple's fields. Dates need a Cast to text, since SQLite's driver returns text anyway.
    """

    def __init__(self, kind: type[Row], make: Callable[[RawSQL], QuerySet]) -> None:
        self._kind, self._make = kind, make
        self._compiled: dict[str, tuple[str, list]] = {}

    def rows(self, keys: Iterable[int]) -> list[Row]:
        """Return the rows for these keys. One query."""
        sql, parameters = self._compiled.get(connection.vendor) or self._compile()
        value = _parameter(keys)
        with connection.cursor() as cursor:
            cursor.execute(sql, [value if each is _KEYS_HERE else each for each in parameters])
            return list(map(partial(tuple.__new__, self._kind), cursor.fetchall()))

    def _compile(self) -> tuple[str, list]:
        keys = RawSQL(_KEYS[connection.vendor], [_KEYS_HERE])  # noqa: S611 - the keys are a parameter
        sql, parameters = self._make(keys).query.sql_with_params()
        compiled = self._compiled[connection.vendor] = sql, list(parameters)
        return compiled


class SectionRow(NamedTuple):
    """The fields of a section."""

    decision_id: int
    pk: int
    position: int
    heading: str
    level: int
    lead: str


class ParagraphRow(NamedTuple):
    """The fields of a paragraph or an item."""

    decision_id: int
    pk: int
    section_id: int
    number: int
    label: str
    depth: int
    standard_id: int | None
    text: str


class FindingRow(NamedTuple):
    """The fields of a finding, with the slug and title of its ground."""

    pk: int
    paragraph_number: int
    start: int
    end: int
    strength: str
    position: int
    slug: str
    title: str


class SignpostRow(NamedTuple):
    """The fields of a signpost."""

    paragraph_number: int
    start: int
    end: int
    place: str


class ProvisionRow(NamedTuple):
    """The fields of a provision."""

    paragraph_number: int
    start: int
    end: int
    act: str
    act_slug: str
    kind: str
    number: str
    normalised: str
    section: str
    rest: str


class ReferenceRow(NamedTuple):
    """The fields of a reference; `to_numbers` is JSON text."""

    paragraph_number: int
    start: int
    end: int
    to_reference: str
    to_numbers: str


class ReferringRow(NamedTuple):
    """A paragraph (0: the summary) of a published decision that refers to another; `day` as `2023-03-09`."""

    reference: str
    council: str | None
    day: str | None
    paragraph_number: int


MOST_REFERRING = 100
"""The most rows that `referring_to` returns."""

_SECTIONS = CompiledQuery(
    SectionRow,
    lambda keys: (
        Section.objects.filter(decision__in=keys).order_by("decision_id", "position").values_list(*SectionRow._fields)
    ),
)
_PARAGRAPHS = CompiledQuery(
    ParagraphRow,
    lambda keys: (
        Paragraph.objects.filter(decision__in=keys)
        .order_by("decision_id", "position")
        .values_list(*ParagraphRow._fields)
    ),
)
_FINDINGS = CompiledQuery(
    FindingRow,
    lambda keys: (
        Finding.objects.filter(decision__in=keys)
        .order_by("decision_id", "position", "pk")
        .values_list(*FindingRow._fields[:-2], "ground__slug", "ground__title")
    ),
)
_SIGNPOSTS, _PROVISIONS = (
    CompiledQuery(
        kind,
        lambda keys, kind=kind, model=model: (
            model.objects.filter(decision__in=keys).in_order().values_list(*kind._fields)
        ),
    )
    for kind, model in ((SignpostRow, Signpost), (ProvisionRow, Provision))
)
_REFERENCES = CompiledQuery(
    ReferenceRow,
    lambda keys: (
        Reference.objects.filter(decision__in=keys)
        .in_order()
        .annotate(numbers=Cast("to_numbers", CharField()))
        .values_list(*ReferenceRow._fields[:-1], "numbers")
    ),
)
_REFERRING = CompiledQuery(
    ReferringRow,
    lambda keys: (
        Reference.objects.published()
        .filter(to_reference__in=Decision.objects.filter(pk__in=keys).order_by().values("reference"))
        .annotate(day=Cast("decision__decision_date", CharField()))
        .order_by(F("decision__decision_date").desc(nulls_last=True), "-decision_id", "paragraph_number", "pk")
        .values_list("decision__reference", "decision__council__name", "day", "paragraph_number")[:MOST_REFERRING]
    ),
)


def sections_of(decisions: Iterable[int]) -> list[SectionRow]:
    """Return the sections of decisions, given by key, decision by decision, in order. One query."""
    return _SECTIONS.rows(decisions)


def paragraphs_of(decisions: Iterable[int]) -> list[ParagraphRow]:
    """Return the paragraphs and items of decisions, given by key, decision by decision, in order. One query."""
    return _PARAGRAPHS.rows(decisions)


def findings_of(decision: int) -> list[FindingRow]:
    """Return the findings of a decision, given by key: the machine's, best first, then staff's. One query."""
    return _FINDINGS.rows([decision])


def signposts_of(decision: int) -> list[SignpostRow]:
    """Return the signposts of a decision, given by key, in the order of the text. One query."""
    return _SIGNPOSTS.rows([decision])


def provisions_of(decision: int) -> list[ProvisionRow]:
    """Return the provisions that a decision, given by key, cites, in the order of the text. One query."""
    return _PROVISIONS.rows([decision])


def references_of(decision: int) -> list[ReferenceRow]:
    """Return the references in a decision, given by key, in the order of the text. One query."""
    return _REFERENCES.rows([decision])


def referring_to(decision: int) -> list[ReferringRow]:
    """Return where published decisions refer to one, given by key, the newest decision first. One query."""
    return _REFERRING.rows([decision])
