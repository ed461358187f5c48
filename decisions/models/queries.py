"""Queries for what pages show of decisions, as plain rows: a tenth of the time of model instances."""

import json
from collections import namedtuple
from collections.abc import Callable, Iterable
from functools import partial

from django.db import connection
from django.db.models import Aggregate, CharField, F, QuerySet, TextField
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast

from decisions.models.decision import Decision
from decisions.models.ground import Finding
from decisions.models.mentions import Provision, Reference, Signpost
from decisions.models.text import Paragraph, Section

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


class CompiledQuery:
    """A query for rows by keys whose SQL is compiled once. Rows are named tuples of the driver's own values.

    `make` gets an expression for the keys, to be used once, after `__in`; it returns a `values_list` queryset in the
    order of the tuple's fields. Dates need a Cast to text, since SQLite's driver returns text anyway.
    """

    def __init__(self, kind: type[tuple], make: Callable[[RawSQL], QuerySet]) -> None:
        self._kind, self._make = kind, make
        self._compiled: dict[str, tuple[str, tuple]] = {}

    def rows(self, keys: Iterable[int]) -> list:
        """Return the rows for these keys. One query."""
        if connection.vendor not in self._compiled:
            expression = RawSQL(_KEYS[connection.vendor], [_KEYS_HERE])  # noqa: S611 - the keys are a parameter
            self._compiled[connection.vendor] = self._make(expression).query.sql_with_params()
        sql, parameters = self._compiled[connection.vendor]
        value = _parameter(keys)
        with connection.cursor() as cursor:
            cursor.execute(sql, [value if each is _KEYS_HERE else each for each in parameters])
            return list(map(partial(tuple.__new__, self._kind), cursor.fetchall()))


_SPAN = ("paragraph_number", "start", "end")
SectionRow = namedtuple("SectionRow", ("decision_id", "pk", "position", "heading", "level", "lead"))
ParagraphRow = namedtuple(
    "ParagraphRow", ("decision_id", "pk", "section_id", "number", "label", "depth", "standard_id", "text")
)
FindingRow = namedtuple("FindingRow", ("pk", *_SPAN, "strength", "position", "slug", "title"))
"""The fields of a finding, with the slug and title of its ground."""
SignpostRow = namedtuple("SignpostRow", (*_SPAN, "place"))
ProvisionRow = namedtuple(
    "ProvisionRow", (*_SPAN, "act", "act_slug", "kind", "number", "normalised", "section", "rest")
)
ReferenceRow = namedtuple("ReferenceRow", (*_SPAN, "to_reference", "to_numbers"))
"""The fields of a reference; `to_numbers` is JSON text."""
ReferringRow = namedtuple("ReferringRow", ("reference", "council", "day", "paragraph_number"))
"""A paragraph (0: the summary) of a published decision that refers to another; `day` as `2023-03-09`, or None."""
MOST_REFERRING = 100
"""The most rows that `referring_to` returns."""

# Each takes the primary keys of decisions and returns their rows, decision by decision, in the order of the text.
sections_of = CompiledQuery(
    SectionRow,
    lambda keys: (
        Section.objects.filter(decision__in=keys).order_by("decision_id", "position").values_list(*SectionRow._fields)
    ),
).rows
paragraphs_of = CompiledQuery(
    ParagraphRow,
    lambda keys: (
        Paragraph.objects.filter(decision__in=keys)
        .order_by("decision_id", "position")
        .values_list(*ParagraphRow._fields)
    ),
).rows
findings_of = CompiledQuery(  # the machine's, best first, then staff's
    FindingRow,
    lambda keys: (
        Finding.objects.filter(decision__in=keys)
        .order_by("decision_id", "position", "pk")
        .values_list(*FindingRow._fields[:-2], "ground__slug", "ground__title")
    ),
).rows
signposts_of = CompiledQuery(
    SignpostRow, lambda keys: Signpost.objects.filter(decision__in=keys).in_order().values_list(*SignpostRow._fields)
).rows
provisions_of = CompiledQuery(
    ProvisionRow,
    lambda keys: Provision.objects.filter(decision__in=keys).in_order().values_list(*ProvisionRow._fields),
).rows
references_of = CompiledQuery(
    ReferenceRow,
    lambda keys: (
        Reference.objects.filter(decision__in=keys)
        .in_order()
        .annotate(numbers=Cast("to_numbers", CharField()))
        .values_list(*ReferenceRow._fields[:-1], "numbers")
    ),
).rows
referring_to = CompiledQuery(  # where published decisions refer to these, the newest decision first
    ReferringRow,
    lambda keys: (
        Reference.objects.published()
        .filter(to_reference__in=Decision.objects.filter(pk__in=keys).order_by().values("reference"))
        .annotate(day=Cast("decision__decision_date", CharField()))
        .order_by(F("decision__decision_date").desc(nulls_last=True), "-decision_id", "paragraph_number", "pk")
        .values_list("decision__reference", "decision__council__name", "day", "paragraph_number")[:MOST_REFERRING]
    ),
).rows
