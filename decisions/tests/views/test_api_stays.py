"""Programs that use the API keep working: it still has all that it promised before.

`docs/openapi.json` is the promise. To add to it, run
`WRITE_PROMISE=1 python3 dev.py test --quick decisions/tests/views/test_api_stays.py`, which rewrites it, and look at
the difference. To break it on purpose, give `version` in `templates/api/openapi.json` a new first number, say so in
CHANGELOG.md, rewrite it, and keep the old addresses where anybody may use them.
"""

import copy
import json
import os
from pathlib import Path

import pytest

from decisions.api import schema
from decisions.api.paging import parameter_names

PROMISE = Path(__file__).resolve().parents[3] / "docs" / "openapi.json"


def written():
    return json.dumps(schema.document(), ensure_ascii=False, indent=1) + "\n"


def breaks(old, new, where=""):
    """What would break a program that relies on the old description."""
    for path, item in old["paths"].items():
        if path not in new["paths"]:
            yield f"{path} is gone"
            continue
        for method, operation in item.items():
            now = new["paths"][path].get(method)
            yield from _operation(f"{method} {path}", operation, now) if now else [f"{method} {path} is gone"]
    for name, shape in old["components"]["schemas"].items():
        now = new["components"]["schemas"].get(name)
        yield from _shape(name, shape, now) if now else [f"{name} is gone"]


def _operation(where, old, new):
    before = {each["name"]: each for each in old["parameters"]}
    after = {each["name"]: each for each in new["parameters"]}
    yield from (f"{where}: the parameter {name} is gone" for name in before.keys() - after.keys())
    for name, each in after.items():
        if each["required"] and not before.get(name, {}).get("required"):
            yield f"{where}: the parameter {name} is required now"
        if name in before:
            yield from _asked(f"{where}: the parameter {name}", before[name]["schema"], each["schema"])
    yield from (
        f"{where}: {status} is answered no longer" for status in old["responses"].keys() - new["responses"].keys()
    )


def _asked(where, old, new):
    if old.get("type") != new.get("type"):
        yield f"{where} has another type"
    taken = set(new.get("enum", ())) if "enum" in new else None
    if taken is not None and not set(old.get("enum", taken | {""})) <= taken:
        yield f"{where} takes fewer values"
    if new.get("maximum", 0) < old.get("maximum", 0) or new.get("minimum", 0) > old.get("minimum", 0):
        yield f"{where} takes fewer values"
    if "items" in old:
        yield from _asked(where, old["items"], new.get("items", {}))


def _shape(where, old, new):
    kinds = (old.get("type"), new.get("type"))
    if kinds[0] != kinds[1]:
        yield f"{where} has another type"
    if set(new.get("enum", ())) - set(old.get("enum", ())) and "enum" in old:
        yield f"{where} has values that it never had"
    for name, field in old.get("properties", {}).items():
        if name not in new.get("properties", {}):
            yield f"{where}: the field {name} is gone"
        else:
            yield from _shape(f"{where}.{name}", field, new["properties"][name])
    yield from (
        f"{where}: {name} may be missing now" for name in set(old.get("required", ())) - set(new.get("required", ()))
    )
    if "items" in old:
        yield from _shape(f"{where}[]", old["items"], new.get("items", {}))


def promised():
    return json.loads(PROMISE.read_text(encoding="utf-8"))


def test_nothing_that_was_promised_is_broken():
    old, new = promised(), schema.document()
    if old["info"]["version"].partition(".")[0] == new["info"]["version"].partition(".")[0]:
        assert list(breaks(old, new)) == []


def test_every_parameter_of_the_list_is_described():
    assert sorted(each["name"] for each in _parameters(schema.document())) == sorted(parameter_names())


def test_the_promise_is_written_down():
    if os.environ.get("WRITE_PROMISE"):
        PROMISE.write_text(written(), encoding="utf-8")
    assert PROMISE.read_text(encoding="utf-8") == written(), __doc__


BREAKS = {
    "/grounds/ is gone": lambda document: document["paths"].pop("/grounds/"),
    "the parameter year is gone": lambda document: _parameters(document).remove(_parameter(document, "year")),
    "the parameter year is required now": lambda document: _parameter(document, "year").update(required=True),
    "the parameter extra is required now": lambda document: _parameters(document).append(
        {"name": "extra", "required": True}
    ),
    "the parameter sort takes fewer values": lambda document: _parameter(document, "sort")["schema"]["enum"].pop(),
    "the parameter size takes fewer values": lambda document: _parameter(document, "size")["schema"].update(maximum=50),
    "304 is answered no longer": lambda document: document["paths"]["/grounds/"]["get"]["responses"].pop("304"),
    "Decision: the field outcome is gone": lambda document: _decision(document)["properties"].pop("outcome"),
    "Decision.outcome has another type": lambda document: _decision(document)["properties"]["outcome"].update(
        type="integer"
    ),
    "Decision: outcome may be missing now": lambda document: _decision(document)["required"].remove("outcome"),
    "Decision.grounds[]: the field quote is gone": lambda document: _decision(document)["properties"]["grounds"][
        "items"
    ]["properties"].pop("quote"),
    "Decision.numbering has values that it never had": lambda document: _decision(document)["properties"]["numbering"][
        "enum"
    ].append("guessed"),
    "Problem is gone": lambda document: document["components"]["schemas"].pop("Problem"),
}


def _parameters(document):
    return document["paths"]["/decisions/"]["get"]["parameters"]


def _parameter(document, name):
    return next(each for each in _parameters(document) if each["name"] == name)


def _decision(document):
    return document["components"]["schemas"]["Decision"]


@pytest.mark.parametrize("said", BREAKS)
def test_a_break_is_noticed(said):
    new = copy.deepcopy(promised())
    BREAKS[said](new)
    assert any(each.endswith(said) for each in breaks(promised(), new))


def test_what_is_added_breaks_nothing():
    new = copy.deepcopy(promised())
    new["paths"]["/laws/"] = {"get": {}}
    _parameters(new).append({"name": "law", "required": False, "schema": {"type": "string"}})
    _decision(new)["properties"]["law"] = {"type": "string"}
    _decision(new)["required"].append("law")
    assert list(breaks(promised(), new)) == []
