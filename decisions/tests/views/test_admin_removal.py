"""The staff take a decision down and put it back: date and reason go together, and the form says which is missing."""

import pytest

from decisions import ingest
from decisions.models import Decision
from decisions.tests.views.test_admin import save

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision(archive):
    return Decision.objects.get(reference="22 015 753")


def test_taking_down_needs_a_reason(admin_client, client, decision):
    now = {"removed_at_0": "2026-01-01", "removed_at_1": "12:00:00"}
    assert save(admin_client, decision, **now).status_code == 200
    assert client.get("/decisions/22-015-753/").status_code == 200
    assert save(admin_client, decision, **now, removal_reason="It named a child.").status_code == 302
    assert client.get("/decisions/22-015-753/").status_code == 410


@pytest.mark.parametrize(
    ("field", "error", "removal"),
    [
        ("removed_at", "Enter the date it was taken down", {"removal_reason": "It named a child."}),
        (
            "removal_reason",
            "Give the reason for taking it down",
            {"removed_at_0": "2026-01-01", "removed_at_1": "12:00:00"},
        ),
    ],
)
def test_half_a_removal_is_refused_at_the_field_that_is_missing(admin_client, client, decision, field, error, removal):
    response = save(admin_client, decision, **removal)
    assert response.status_code == 200
    errors = response.context["adminform"].form.errors
    assert list(errors) == [field]
    assert error in errors[field][0]
    assert "changed successfully" not in response.text
    assert client.get("/decisions/22-015-753/").status_code == 200
    assert Decision.objects.get(pk=decision.pk).removal_reason == ""


def test_a_decision_comes_back_without_date_and_reason_alone(admin_client, client, decision):
    ingest.correct(decision, by="ann", facts={"removed_at": decision.imported_at, "removal_reason": "Asked for."})
    refused = save(admin_client, decision, removed_at_0="", removed_at_1="")
    assert list(refused.context["adminform"].form.errors) == ["removed_at"]
    assert client.get("/decisions/22-015-753/").status_code == 410
    assert save(admin_client, decision, removed_at_0="", removed_at_1="", removal_reason="").status_code == 302
    assert client.get("/decisions/22-015-753/").status_code == 200
