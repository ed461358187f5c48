"""The admin: what can be changed there, what cannot, and what a change does."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from decisions import ingest
from decisions.models import Correction, Council, Decision, Doubt, Finding, Ground
from decisions.tests.texts import FIXTURES

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


def send(client, decision, values):
    return client.post(reverse("admin:decisions_decision_change", args=[decision.pk]), values)


def save(client, decision, **changes):
    return send(client, decision, form_of(client, decision) | changes)


@pytest.fixture
def staff(client, django_user_model):
    """Log in a member of staff with these permissions only."""

    def staff(*permissions):
        user = django_user_model.objects.create_user("bob", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
        client.force_login(user)
        return client

    return staff


def paragraph_field(client, decision, number, name="text"):
    """The name of the form field with a paragraph's text, or another field of it."""
    pk = str(decision.paragraphs.get(number=number, depth=0).pk)
    values = form_of(client, decision)
    prefix = next(
        name
        for name, value in values.items()
        if name.startswith("paragraphs-") and name.endswith("-id") and value == pk
    )
    return prefix.removesuffix("id") + name


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
    assert "Nothing worthwhile would be achieved" in page
    assert "we would not achieve anything significant" in page
    assert "Nothing of the kind." in page
    decision.refresh_from_db()
    assert decision.outcome == "Closed after initial enquiries"
    assert Correction.objects.count() == 0


def test_a_summary_that_would_lose_a_finding_s_words_is_refused_too(admin_client, decision):
    response = save(admin_client, decision, summary="Nothing.")
    assert response.status_code == 200
    assert "the summary" in response.content.decode()


def test_somebody_who_may_not_see_the_paragraphs_cannot_take_a_finding_its_words_either(staff, decision):
    client = staff("change_decision")
    assert save(client, decision, category="Housing").status_code == 302
    response = save(client, decision, summary="Nothing.")
    assert response.status_code == 200
    assert "the summary" in response.content.decode()


def test_somebody_who_may_only_look_sees_the_decision_and_its_paragraphs(staff, decision):
    client = staff("view_decision", "view_paragraph", "view_section")
    page = client.get(reverse("admin:decisions_decision_change", args=[decision.pk])).content.decode()
    assert "we would not achieve anything significant" in page
    assert "Version" not in page
    assert send(client, decision, {}).status_code == 403


def test_a_form_shown_before_somebody_else_s_correction_changes_nothing_and_keeps_what_was_typed(
    admin_client, decision
):
    field = paragraph_field(admin_client, decision, 1)
    shown = form_of(admin_client, decision)
    theirs = {"category": "Housing", field: "A zebra complained."}
    assert send(admin_client, decision, shown | theirs).status_code == 302
    response = send(admin_client, decision, shown | {"outcome": "Rather unusual"})
    assert response.status_code == 200
    page = response.content.decode()
    assert "Someone has changed this decision since you opened it." in page
    assert "Rather unusual" in page
    decision.refresh_from_db()
    assert (decision.category, decision.outcome) == ("Housing", "Closed after initial enquiries")
    assert decision.paragraphs.get(number=1).text == "A zebra complained."
    again = send(admin_client, decision, response.context["adminform"].form.data)
    assert again.status_code == 200


def test_a_form_shown_before_an_import_replaced_the_text_changes_nothing(admin_client, decision, tmp_path):
    field = paragraph_field(admin_client, decision, 1)
    shown = form_of(admin_client, decision)
    text = (FIXTURES / "texts" / "22-015-753.txt").read_text(encoding="utf-8")
    path = tmp_path / "changed.txt"
    path.write_text(text.replace("refer to as Mr X", "refer to as Mr Y"), encoding="utf-8")
    assert ingest.import_files([path]).changed == 1
    response = send(admin_client, decision, shown | {field: "A zebra complained."})
    assert response.status_code == 200
    page = response.content.decode()
    assert "Someone has changed this decision since you opened it." in page
    assert "A zebra complained." in page
    assert Correction.objects.count() == 0


def test_a_form_that_does_not_say_which_version_was_shown_changes_nothing(admin_client, decision):
    values = form_of(admin_client, decision) | {"outcome": "Upheld"}
    del values["version"]
    assert send(admin_client, decision, values).status_code == 200
    assert Correction.objects.count() == 0


def test_a_label_on_a_numbered_paragraph_is_refused(admin_client, decision):
    response = save(admin_client, decision, **{paragraph_field(admin_client, decision, 9, "label"): "x"})
    assert response.status_code == 200
    assert "Paragraph 9 has a number" in response.content.decode()
    assert Correction.objects.count() == 0


@pytest.mark.sqlite  # what may be refused is the size of the form
def test_a_decision_of_1200_paragraphs_is_corrected_to_its_last(admin_client, tmp_path, db):
    path = tmp_path / "long.txt"
    lines = [f"- Mr X makes point {number}.\n" for number in range(1, 1201)]
    path.write_text("Kent County Council (23 000 001)\nThe complaint\n" + "".join(lines), encoding="utf-8")
    assert ingest.import_files([path]).new == 1
    decision = Decision.objects.get(reference="23 000 001")
    assert decision.paragraphs.count() == 1200
    values = form_of(admin_client, decision)
    field = next(name for name, value in values.items() if value == "Mr X makes point 1200.")
    assert send(admin_client, decision, values | {field: "Mr X makes his last point."}).status_code == 302
    assert decision.paragraphs.get(number=1200).text == "Mr X makes his last point."
    assert decision.corrections.get().field == "paragraph 1200"


def test_paragraphs_are_not_added(admin_client, decision):
    values = form_of(admin_client, decision)
    count = int(values["paragraphs-TOTAL_FORMS"])
    extra = {"paragraphs-TOTAL_FORMS": str(count + 1), f"paragraphs-{count}-text": "A zebra complained."}
    send(admin_client, decision, values | extra)
    assert decision.paragraphs.count() == count
    assert Correction.objects.count() == 0


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
    rows = {f"{name}-{count}_FORMS": 0 for name in ("aliases", "former_slugs") for count in ("TOTAL", "INITIAL")}
    assert admin_client.post(url, {"name": "Staffordshire", "kind": "other"} | rows).status_code == 302
    council = Council.objects.get(pk=decision.council_id)
    assert (council.name, council.kind) == ("Staffordshire", "other")
    assert "Staffordshire <del>County Council</del>" in client.get("/decisions/22-015-753/").content.decode()
    assert decision.corrections.filter(field=Correction.COUNCIL_NAME).exists()


@pytest.mark.parametrize("slug", ["none", "not-stated"])
def test_a_council_cannot_take_a_slug_that_stands_for_something_else(admin_client, db, slug):
    url = reverse("admin:decisions_council_add")
    response = admin_client.post(url, {"name": "A Council", "kind": "other", "slug": slug})
    assert response.status_code == 200
    assert "for something else" in response.content.decode()
    assert not Council.objects.exists()
    assert admin_client.post(url, {"name": "A Council", "kind": "other", "slug": "a-council"}).status_code == 302


def test_visitors_are_asked_to_log_in(client, archive):
    assert client.get("/admin/").status_code == 302


def test_the_review_list_shows_what_is_in_doubt_until_somebody_settles_it(admin_client, client, db):
    ingest.import_files([FIXTURES / "reports-2016-17.jsonl"])
    url = reverse("admin:decisions_doubt_changelist")
    assert "the text states no council" in admin_client.get(url).content.decode()
    doubts = list(Doubt.objects.values_list("pk", flat=True))
    action = {"action": "settle", "_selected_action": doubts[:5]}
    assert admin_client.post(url, action).status_code == 302
    assert Doubt.objects.open().count() == 7
    assert admin_client.get(url).context["cl"].result_count == 7
    assert admin_client.get(url, {"state": "settled"}).context["cl"].result_count == 5
    assert admin_client.get(url, {"state": "all"}).context["cl"].result_count == 12
    decisions = reverse("admin:decisions_decision_changelist")
    assert admin_client.get(decisions, {"review": "yes"}).context["cl"].result_count == 7
    assert admin_client.get(decisions, {"review": "no"}).context["cl"].result_count == 5
    assert "states no council" not in client.get("/decisions/15-020-792/").content.decode()


def test_who_may_not_correct_may_not_settle(client, django_user_model, db):
    ingest.import_files([FIXTURES / "reports-2016-17.jsonl"])
    reader = django_user_model.objects.create_user("reader", password="x", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_doubt"))
    client.force_login(reader)
    url = reverse("admin:decisions_doubt_changelist")
    assert client.get(url).status_code == 200
    client.post(url, {"action": "settle", "_selected_action": list(Doubt.objects.values_list("pk", flat=True))})
    assert Doubt.objects.open().count() == 12
