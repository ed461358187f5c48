"""The staff's desk: what can be changed there, what cannot, and what a change does."""

import pytest
from django.urls import reverse

from decisions.models import Correction, Council, Decision, Finding, Ground

pytestmark = pytest.mark.django_db
LISTS = ["council", "decision", "finding", "ground"]


@pytest.fixture
def decision(archive):
    return Decision.objects.get(reference="22 015 753")


def form_of(client, decision):
    """The values the change form shows, as a browser would send them back."""
    response = client.get(reverse("admin:decisions_decision_change", args=[decision.pk]))
    assert response.status_code == 200
    values = {}
    forms = [response.context["adminform"].form]
    for formset in response.context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    for form in forms:
        for field in form:
            value = field.value()
            name = field.html_name
            if hasattr(field.field, "fields"):  # date and time apart
                parts = field.field.widget.decompress(value)
                values |= {f"{name}_{place}": part or "" for place, part in enumerate(parts)}
            else:
                values[name] = "" if value is None else str(value).replace("\n", "\r\n")
    return values


def save(client, decision, **changes):
    values = form_of(client, decision) | changes
    return client.post(reverse("admin:decisions_decision_change", args=[decision.pk]), values)


def paragraph_field(client, decision, number):
    """The name of the form field with a paragraph's text."""
    pk = str(decision.paragraphs.get(number=number, depth=0).pk)
    values = form_of(client, decision)
    prefix = next(
        name
        for name, value in values.items()
        if name.startswith("paragraphs-") and name.endswith("-id") and value == pk
    )
    return prefix.removesuffix("id") + "text"


@pytest.mark.parametrize("name", LISTS)
def test_every_list_opens_and_searches(admin_client, archive, name):
    url = reverse(f"admin:decisions_{name}_changelist")
    assert admin_client.get(url).status_code == 200
    assert admin_client.get(url, {"q": "staffordshire"}).status_code == 200


@pytest.mark.parametrize(
    "filters", [{"removed": "yes"}, {"removed": "no"}, {"outcome": "Upheld"}, {"findings__ground__id__exact": "1"}]
)
def test_decisions_can_be_narrowed(admin_client, archive, filters):
    assert admin_client.get(reverse("admin:decisions_decision_changelist"), filters).status_code == 200


def test_saving_without_a_change_records_nothing(admin_client, decision):
    assert save(admin_client, decision).status_code == 302
    assert Correction.objects.count() == 0


def test_a_correction_is_recorded_and_public_at_once(admin_client, client, decision):
    field = paragraph_field(admin_client, decision, 1)
    response = save(admin_client, decision, outcome="Upheld", **{field: "A zebra complained.\r\nTwice."})
    assert response.status_code == 302
    recorded = Correction.objects.values_list("field", "old", "new", "by")
    assert ("outcome", "Closed after initial enquiries", "Upheld", "admin") in recorded
    assert [new for name, _, new, _ in recorded if name == "paragraph 1"] == ["A zebra complained.\nTwice."]
    assert client.get("/decisions/", {"q": "zebra"}).context["listing"].total == 1
    page = client.get("/decisions/22-015-753/").content.decode()
    assert "Corrected by staff on" in page
    assert "A zebra complained." in page


def test_a_change_that_would_lose_a_finding_s_words_is_refused_and_keeps_the_form(admin_client, decision):
    field = paragraph_field(admin_client, decision, 9)
    response = save(admin_client, decision, outcome="Upheld", **{field: "Nothing of the kind."})
    assert response.status_code == 200
    page = response.content.decode()
    assert "Nothing worthwhile to gain" in page
    assert "we would not achieve anything significant" in page
    assert "Nothing of the kind." in page
    decision.refresh_from_db()
    assert decision.outcome == "Closed after initial enquiries"
    assert Correction.objects.count() == 0


def test_a_summary_that_would_lose_a_finding_s_words_is_refused_too(admin_client, decision):
    response = save(admin_client, decision, summary="Nothing.")
    assert response.status_code == 200
    assert "the summary" in response.content.decode()


def test_the_source_is_shown_but_cannot_be_edited(admin_client, decision):
    values = form_of(admin_client, decision)
    assert not [name for name in values if "source" in name or name in ("reference", "came_from", "imported_at")]
    before = bytes(decision.source), decision.source_sha256
    save(admin_client, decision, source="x", source_sha256="x", reference="11 111 111")
    decision = Decision.objects.get(pk=decision.pk)
    assert (bytes(decision.source), decision.source_sha256, decision.reference) == (*before, "22 015 753")


def test_decisions_are_neither_added_nor_deleted(admin_client, decision):
    assert admin_client.get(reverse("admin:decisions_decision_add")).status_code == 403
    assert admin_client.post(reverse("admin:decisions_decision_delete", args=[decision.pk])).status_code == 403


def test_taking_down_needs_a_reason(admin_client, client, decision):
    now = {"removed_at_0": "2026-01-01", "removed_at_1": "12:00:00"}
    assert save(admin_client, decision, **now).status_code == 200
    assert client.get("/decisions/22-015-753/").status_code == 200
    assert save(admin_client, decision, **now, removal_reason="It named a child.").status_code == 302
    assert client.get("/decisions/22-015-753/").status_code == 410


def test_view_on_site_leads_to_the_page(admin_client, decision):
    page = admin_client.get(reverse("admin:decisions_decision_change", args=[decision.pk])).content.decode()
    link = next(part for part in page.split('"') if part.startswith("/admin/r/"))
    assert admin_client.get(link)["Location"].endswith("/decisions/22-015-753/")


def test_a_finding_is_added_by_quoting_its_words(admin_client, client, decision):
    ground = Ground.objects.get(slug="personnel")
    values = {
        "decision": decision.pk,
        "ground": ground.pk,
        "paragraph_number": 7,
        "strength": "supporting",
        "quote": "the officer at the time it was produced",
    }
    url = reverse("admin:decisions_finding_add")
    assert admin_client.post(url, values | {"quote": "no such words"}).status_code == 200
    assert admin_client.post(url, values).status_code == 302
    assert Finding.objects.get(origin="person").ground == ground
    assert admin_client.post(url, values).status_code == 200  # it is there already
    assert Finding.objects.filter(origin="person").count() == 1
    assert "Employment matters" in client.get("/decisions/22-015-753/").content.decode()


def test_a_finding_is_deleted_with_a_record(admin_client, decision):
    finding = decision.findings.get(paragraph_number=9)
    url = reverse("admin:decisions_finding_delete", args=[finding.pk])
    assert admin_client.post(url, {"post": "yes"}).status_code == 302
    action = {"action": "delete_selected", "_selected_action": [f.pk for f in decision.findings.all()], "post": "yes"}
    assert admin_client.post(reverse("admin:decisions_finding_changelist"), action).status_code == 302
    assert not decision.findings.exists()
    assert decision.corrections.count() >= 2


def test_grounds_are_read_only(admin_client, archive):
    ground = Ground.objects.first()
    assert admin_client.get(reverse("admin:decisions_ground_add")).status_code == 403
    assert (
        admin_client.post(reverse("admin:decisions_ground_change", args=[ground.pk]), {"title": "x"}).status_code == 403
    )


def test_a_council_s_name_and_kind_are_corrected(admin_client, client, decision):
    url = reverse("admin:decisions_council_change", args=[decision.council_id])
    assert admin_client.post(url, {"name": "Staffordshire", "kind": "other"}).status_code == 302
    council = Council.objects.get(pk=decision.council_id)
    assert (council.name, council.kind) == ("Staffordshire", "other")
    assert "Staffordshire County Council" in client.get("/decisions/22-015-753/").content.decode()
    assert decision.corrections.filter(field="council").exists()


def test_visitors_are_asked_to_log_in(client, archive):
    assert client.get("/admin/").status_code == 302
