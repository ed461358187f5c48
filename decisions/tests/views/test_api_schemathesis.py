"""Schemathesis sends the API what its description allows and what it does not: every answer is as described."""

import copy

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, seed, settings

from decisions import facets, ingest
from decisions.filters import DecisionFilter
from decisions.models import Decision
from decisions.tests.generated import write
from decisions.tests.scale import LONG, SEED
from ombudsman.wsgi import application

EXAMPLES = 1_000 if LONG else 40  # of each address


@pytest.fixture
def described(client, archive, tmp_path):
    """The description, narrowed to values that this archive has: the schema cannot say which they are."""
    ingest.import_files(write(tmp_path, 60))
    document = copy.deepcopy(client.get("/api/v1/openapi.json").json())
    values = facets.columns().labels
    removed = Decision.objects.order_by("pk").last()
    ingest.correct(removed, by="ann", facts={"removed_at": removed.imported_at, "removal_reason": "Asked for."})
    cursors = [client.get(f"/api/v1/decisions/?size=3&sort={sort}").json()["next"] for sort in ("newest", "oldest")]
    for parameter in document["paths"]["/decisions/"]["get"]["parameters"]:
        name, shape = parameter["name"], parameter["schema"]
        if name in DecisionFilter.declared():
            shape["items"] = {"type": "string", "enum": sorted({*values[name], *DecisionFilter.declared()[name].fixed})}
        elif name == "cursor":
            shape["enum"] = [each.rpartition("cursor=")[2] for each in cursors]
    [reference] = document["paths"]["/decisions/{reference}/"]["get"]["parameters"]
    del reference["example"]
    return document


@pytest.fixture
def connected(described):
    """Keep the end of a request from closing the test's connection, as Django's own client does."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield described
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.mark.long("api")
@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
def test_every_answer_is_as_described(connected, mode):
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    schema.raw_schema.update(connected)
    asked = []
    for each in schema.get_all_operations():
        operation = each.ok()
        if mode is schemathesis.GenerationMode.NEGATIVE and not (operation.query or operation.path_parameters):
            continue  # there is nothing to get wrong

        @seed(SEED)
        @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(operation.as_strategy(generation_mode=mode))
        def ask(case):
            asked.append(case)
            case.call_and_validate(headers={"Host": "localhost", "Accept-Encoding": "identity"})

        ask()
    assert len(asked) > EXAMPLES
