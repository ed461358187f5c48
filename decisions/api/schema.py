"""The OpenAPI 3.1 description of the API: parameters from the declared filters, schemas from `data.fields`."""

from functools import cache
from typing import Any

from django.urls import get_script_prefix, reverse

from decisions.api.paging import MOST, OWN, USUAL, remedy
from decisions.data import fields
from decisions.data.fields import Field
from decisions.filters import LONGEST_VALUE, DecisionFilter
from decisions.listing.parameters import SORTS
from decisions.web.api_access import MOST as MOST_REQUESTS
from decisions.web.api_access import SECONDS
from decisions.web.problem_details import KIND

Json = dict[str, Any]
VERSION = "1.0.0"
_KINDS: dict[str, Json] = {
    fields.TEXT: {"type": "string"},
    fields.PATH: {"type": "string", "format": "uri-reference"},
    fields.DATE: {"type": "string", "format": "date"},
    fields.MOMENT: {"type": "string", "format": "date-time"},
    fields.NUMBER: {"type": "integer", "minimum": 0},
}
_PROBLEMS = {
    "400": "A parameter has a value that the archive does not have; “errors” names each, with a remedy.",
    "404": "There is nothing at this address.",
    "405": "The archive can only be read.",
    "410": "The decision was taken out of the archive; “reason” says why.",
    "429": "Too many requests; “Retry-After” says how many seconds to wait.",
    "503": "The search took too long; “Retry-After” says how many seconds to wait.",
}
_REFERENCE: Json = {
    "name": "reference",
    "in": "path",
    "required": True,
    "description": "The decision’s reference. Other spellings, such as 22 015 753, lead to this one.",
    "schema": {"type": "string", "pattern": "^[0-9]{2}-[0-9]{3}-[0-9]{3}[a-z]?$"},
    "example": "22-015-753",
}


def document() -> Json:
    """Return the OpenAPI document."""
    return _document(get_script_prefix())


@cache
def _document(prefix: str) -> Json:
    """Return the document. `prefix` is only the key of the cache: `reverse` puts it before each path by itself."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Reasons Given",
            "version": VERSION,
            "summary": "Decisions of the Local Government and Social Care Ombudsman, and the reasons they give.",
            "description": _about(),
        },
        "servers": [{"url": reverse("api-openapi").removesuffix("/openapi.json")}],
        "paths": _paths(),
        "components": {
            "schemas": _schemas(),
            "responses": {f"Problem{status}": _problem(status, words) for status, words in _PROBLEMS.items()},
            "headers": _headers(),
        },
    }


def _about() -> str:
    return (
        "Anyone can read everything, from any site, without a key. An answer has an ETag: send it as If-None-Match, and"
        " you get 304 while nothing has changed. Errors are problem details (RFC 9457). Each IP address may send up to"
        f" {MOST_REQUESTS} requests in {SECONDS} seconds. The words of decisions are the Ombudsman’s; re-use them with"
        " acknowledgement, accurately and unamended. Only published decisions are here: they appear six weeks or more"
        " after they are made, some never."
    )


def _paths() -> Json:
    return {
        "/decisions/": _path(
            "listDecisions",
            "A page of decisions, without their text",
            "DecisionPage",
            ("400", "503"),
            _parameters(),
            link=True,
        ),
        "/decisions/{reference}/": _path(
            "getDecision", "One decision, with its text", "Decision", ("404", "410"), [_REFERENCE]
        ),
        "/councils/": _path("listCouncils", "Every body that there are decisions of", "CouncilList"),
        "/grounds/": _path("listGrounds", "Every reason why complaints are turned down", "GroundList"),
        "/openapi.json": _path("getDescription", "This description", ""),
    }


def _path(
    name: str, summary: str, shape: str, problems: tuple[str, ...] = (), parameters: Any = (), *, link: bool = False
) -> Json:
    content = {"$ref": f"#/components/schemas/{shape}"} if shape else {"type": "object"}
    named = ("ETag", "RateLimit", "RateLimit-Policy", "Access-Control-Allow-Origin", *(["Link"] if link else []))
    headers = {each: {"$ref": f"#/components/headers/{each}"} for each in named}
    answers: Json = {
        "200": {"description": summary + ".", "headers": headers, "content": {"application/json": {"schema": content}}},
        "304": {
            "description": "It has not changed since the ETag that was sent.",
            "headers": {"ETag": headers["ETag"]},
        },
    }
    if parameters:
        answers["301"] = {
            "description": "Ask at another address: a reference has one spelling, a merged council one slug.",
            "headers": {"Location": {"schema": {"type": "string"}, "required": True}},
        }
    for status in (*problems, "405", "429"):
        answers[status] = {"$ref": f"#/components/responses/Problem{status}"}
    return {"get": {"operationId": name, "summary": summary, "parameters": list(parameters), "responses": answers}}


def _parameters() -> list[Json]:
    parameters = [
        _parameter("q", "Words that the decisions have, typed as in the search box of the list.", {"type": "string"}),
        *(_facet(name, facet) for name, facet in DecisionFilter.declared().items()),
        _parameter(
            "sort",
            f"Which come first: {', '.join(SORTS)}. Without it the most relevant if there are words, else the newest.",
            {"type": "string", "enum": list(SORTS)},
        ),
        _parameter(
            "size",
            f"How many decisions a page has: 1 to {MOST}; without it {USUAL}.",
            {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
        ),
        _parameter("cursor", f"Where the page begins. {remedy('cursor')}", {"type": "string", "maxLength": 200}),
    ]
    assert {each["name"] for each in parameters} == {*DecisionFilter.base_filters, *OWN}
    return parameters


def _facet(name: str, facet: Any) -> Json:
    words = f"{facet.label}. Several values mean any of them. {remedy(name)}"
    item: Json = {"type": "string", "minLength": 1, "maxLength": LONGEST_VALUE}
    if name == "ground":
        item = {"type": "string", "enum": sorted({*facet.fixed})}
    return _parameter(name, words, {"type": "array", "items": item}) | {"style": "form", "explode": True}


def _parameter(name: str, words: str, kind: Json) -> Json:
    return {"name": name, "in": "query", "required": False, "description": words, "schema": kind}


def _schemas() -> Json:
    problem = {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "errors": {"type": "array", "items": {"$ref": "#/components/schemas/ParameterError"}},
        "reason": {"type": "string"},
        "removed_at": _KINDS[fields.MOMENT],
    }
    page = {
        "total": _KINDS[fields.NUMBER] | {"description": "How many decisions there are on all pages."},
        "notes": {"type": "array", "items": {"type": "string"}, "description": "What of the words had no meaning."},
        "next": {"type": ["string", "null"], "format": "uri", "description": "The next page; none after the last."},
        "decisions": {"type": "array", "maxItems": MOST, "items": {"$ref": "#/components/schemas/DecisionFacts"}},
    }
    return {
        "DecisionPage": _object(page),
        "DecisionFacts": _schema_of(fields.FACTS),
        "Decision": _schema_of(fields.DECISION),
        "CouncilList": _object({"councils": {"type": "array", "items": _schema_of(fields.COUNCIL)}}),
        "GroundList": _object({"grounds": {"type": "array", "items": _schema_of(fields.GROUND)}}),
        "Problem": _object(problem) | {"required": ["type", "title", "status", "detail", "instance"]},
        "ParameterError": _object({name: {"type": "string"} for name in ("parameter", "value", "remedy")}),
    }


def _schema_of(several: tuple[Field, ...]) -> Json:
    return _object({field.name: _kind(field) | {"description": field.description} for field in several})


def _object(properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _kind(field: Field) -> Json:
    if field.fields:
        return {"type": "array", "items": _schema_of(field.fields)}
    if field.item_kind:
        return {"type": "array", "items": _KINDS[field.item_kind]}
    kind = _KINDS[field.kind] | ({"enum": list(field.choices)} if field.choices else {})
    return kind | {"type": [kind["type"], "null"]} if field.nullable else kind


def _problem(status: str, words: str) -> Json:
    headers = {"RateLimit": {"$ref": "#/components/headers/RateLimit"}} if status not in ("405",) else {}
    if status in ("429", "503"):
        headers["Retry-After"] = {"$ref": "#/components/headers/Retry-After"}
    return {
        "description": words,
        "headers": headers,
        "content": {KIND: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


def _headers() -> Json:
    headers = {
        "ETag": ("Another whenever the answer is another.", '^"[^"]+"$'),
        "RateLimit": ("How many requests are left (r), and in how many seconds all are again (t).", '^"api";r='),
        "RateLimit-Policy": ("How many requests (q) are answered in how many seconds (w).", '^"api";q='),
        "Access-Control-Allow-Origin": ("Pages of any site may read the answer.", r"^\*$"),
        "Link": ("The next page, if there is one.", None),
        "Retry-After": ("How many seconds to wait.", "^[0-9]+$"),
    }
    return {
        name: {
            "description": words,
            "schema": {"type": "string"} | ({"pattern": pattern} if pattern else {}),
            "required": name != "Link",
        }
        for name, (words, pattern) in headers.items()
    }
