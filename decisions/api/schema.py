"""The OpenAPI 3.1 description of the API: a template, filled with the declared filters and fields."""

import json
from functools import cache
from typing import Any

from django.template.loader import render_to_string
from django.urls import get_script_prefix, reverse

from decisions.api.paging import MOST, USUAL, remedy
from decisions.data import fields
from decisions.data.fields import Field
from decisions.filters import LONGEST_VALUE, DecisionFilter
from decisions.listing.parameters import SORTS
from decisions.web import api_access

Json = dict[str, Any]
_KINDS: dict[str, Json] = {
    fields.TEXT: {"type": "string"},
    fields.PATH: {"type": "string", "format": "uri-reference"},
    fields.DATE: {"type": "string", "format": "date"},
    fields.MOMENT: {"type": "string", "format": "date-time"},
    fields.NUMBER: {"type": "integer", "minimum": 0},
}


def document() -> Json:
    """Return the OpenAPI document."""
    return _document(get_script_prefix())


@cache
def _document(prefix: str) -> Json:
    """Return the document. `prefix` is only the key of the cache: `reverse` puts it before each path by itself."""
    facets = [
        {"name": name, "label": facet.label, "remedy": remedy(name), "values": sorted(facet.fixed)}
        for name, facet in DecisionFilter.declared().items()
    ]
    shapes = {"facts": fields.FACTS, "decision": fields.DECISION, "council": fields.COUNCIL, "ground": fields.GROUND}
    context = {
        "root": reverse("api-openapi").removesuffix("/openapi.json"),
        "facets": facets,
        "longest_value": LONGEST_VALUE,
        "sorts": list(SORTS),
        "most": MOST,
        "usual": USUAL,
        "remedy_of_cursor": remedy("cursor"),
        "most_requests": api_access.MOST,
        "seconds": api_access.SECONDS,
        "schemas": {name: _schema_of(several) for name, several in shapes.items()},
    }
    return json.loads(render_to_string("api/openapi.json", context))


def _schema_of(several: tuple[Field, ...]) -> Json:
    properties = {field.name: _kind(field) | {"description": field.description} for field in several}
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _kind(field: Field) -> Json:
    if field.fields:
        return {"type": "array", "items": _schema_of(field.fields)}
    if field.item_kind:
        return {"type": "array", "items": _KINDS[field.item_kind]}
    kind = _KINDS[field.kind] | ({"enum": list(field.choices)} if field.choices else {})
    return kind | {"type": [kind["type"], "null"]} if field.nullable else kind
