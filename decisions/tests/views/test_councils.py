"""One council, many names: staff merge councils and give aliases; readers with an old address are led on."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from decisions import ingest
from decisions.models import Council, Decision, FormerSlug

pytestmark = pytest.mark.django_db
LIST = "/decisions/"
COUNCILS = "/admin/decisions/council/"
BARNET, STAFFORDSHIRE = "london-borough-of-barnet", "staffordshire-county-council"


@pytest.fixture
def barnet(archive):
    return Council.objects.get(slug=BARNET)


@pytest.fixture
def staffordshire(archive):
    return Council.objects.get(slug=STAFFORDSHIRE)


@pytest.fixture
def merged(barnet, staffordshire):
    ingest.merge_councils(barnet, [staffordshire], by="ann")


def chosen(*councils, **more):
    return {"action": "merge", "_selected_action": [council.pk for council in councils], **more}


def change(client, council, added=(), deleted=()):
    """Send the form of a council with aliases added and deleted."""
    url = reverse("admin:decisions_council_change", args=[council.pk])
    values = {"name": council.name, "kind": council.kind}
    for formset in client.get(url).context["inline_admin_formsets"]:
        for name, field in formset.formset.management_form.fields.items():
            values[f"{formset.formset.prefix}-{name}"] = formset.formset.management_form.get_initial_for_field(
                field, name
            )
    held = list(council.aliases.all())
    for place, alias in enumerate(held):
        values |= {f"aliases-{place}-id": alias.pk, f"aliases-{place}-council": council.pk}
        if alias.printed in deleted:
            values[f"aliases-{place}-DELETE"] = "on"
    for place, name in enumerate(added, len(held)):
        values |= {f"aliases-{place}-printed": name, f"aliases-{place}-council": council.pk}
    values["aliases-TOTAL_FORMS"] = len(held) + len(added)
    return client.post(url, values)


def test_merging_asks_which_one_stays_and_says_what_moved(admin_client, client, barnet, staffordshire):
    response = admin_client.post(COUNCILS, chosen(barnet, staffordshire))
    assert response.status_code == 200
    page = response.content.decode()
    assert "Choose the council to keep." in page
    assert page.count('type="radio"') == page.count('name="_selected_action"') == 2
    assert "<script" not in page.partition("<form")[2].partition("</form>")[0]
    assert Council.objects.filter(pk=staffordshire.pk).exists()
    response = admin_client.post(COUNCILS, chosen(barnet, staffordshire, keep=barnet.pk), follow=True)
    assert "Merged into London Borough of Barnet: 1 decision moved." in response.content.decode()
    assert not Council.objects.filter(pk=staffordshire.pk).exists()
    text = client.get(f"{LIST}22-015-753/").content.decode()
    assert "Council, merged into another" in text
    assert "Staffordshire County Council" in text.partition('<dl class="facts">')[2].partition("</dl>")[0]


def test_one_council_is_none_to_merge_and_a_stranger_cannot_stay(admin_client, barnet, staffordshire):
    response = admin_client.post(COUNCILS, chosen(barnet), follow=True)
    assert "Choose two councils or more" in response.content.decode()
    other = Decision.objects.get(reference="20 010 135").council
    response = admin_client.post(COUNCILS, chosen(barnet, staffordshire, keep=other.pk))
    assert "Choose the council to keep." in response.content.decode()
    assert Council.objects.filter(pk__in=[barnet.pk, staffordshire.pk]).count() == 2


@pytest.mark.parametrize("permissions", [["change_council"], ["delete_council", "view_council"]])
def test_merging_needs_leave_to_change_councils_and_to_delete_them(
    client, django_user_model, barnet, staffordshire, permissions
):
    user = django_user_model.objects.create_user("bob", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client.force_login(user)
    assert "Merge into another" not in client.get(COUNCILS).content.decode()
    client.post(COUNCILS, chosen(barnet, staffordshire, keep=barnet.pk))
    assert Council.objects.filter(pk=staffordshire.pk).exists()


def test_staff_give_a_council_aliases_and_take_them(admin_client, barnet):
    assert change(admin_client, barnet, added=["Barnet Towne Council", "LB Barnet"]).status_code == 302
    deleted = ["Barnet Towne Council", "London Borough of Barnet"]
    assert change(admin_client, barnet, deleted=deleted).status_code == 302
    assert [(alias.printed, alias.key) for alias in barnet.aliases.all()] == [("LB Barnet", "lb barnet")]


def test_whoever_may_change_councils_may_change_their_aliases(client, django_user_model, barnet):
    user = django_user_model.objects.create_user("bob", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="change_council"))
    client.force_login(user)
    assert change(client, barnet, added=["LB Barnet"]).status_code == 302
    assert barnet.aliases.filter(printed="LB Barnet").exists()


def test_an_alias_of_another_council_is_refused_with_what_to_do(admin_client, barnet, staffordshire):
    response = change(admin_client, barnet, added=["Staffordshire County Council"])
    assert response.status_code == 200
    assert "Remove it there first, or merge the two councils." in response.content.decode()


def test_the_page_of_a_council_shows_its_aliases_and_the_addresses_that_lead_to_it(admin_client, merged, barnet):
    page = admin_client.get(reverse("admin:decisions_council_change", args=[barnet.pk])).content.decode()
    assert "Staffordshire County Council" in page
    assert STAFFORDSHIRE in page


def test_a_council_with_decisions_is_not_deleted(admin_client, merged, barnet):
    admin_client.post(reverse("admin:decisions_council_delete", args=[barnet.pk]), {"post": "yes"})
    assert Council.objects.filter(pk=barnet.pk).exists()
    assert FormerSlug.objects.filter(slug=STAFFORDSHIRE).exists()


def test_no_new_council_takes_an_address_that_leads_on(admin_client, merged):
    url = reverse("admin:decisions_council_add")
    response = admin_client.post(url, {"name": "Staffordshire", "kind": "council", "slug": STAFFORDSHIRE})
    assert response.status_code == 200
    assert "This address redirects from a merged council" in response.content.decode()


def test_a_council_is_split_by_adding_one_and_correcting_its_decisions(admin_client, merged):
    url = reverse("admin:decisions_council_add")
    values = {"name": "Staffordshire County Council", "kind": "council", "slug": "staffordshire"}
    assert admin_client.post(url, values).status_code == 302
    decision = Decision.objects.get(reference="22 015 753")
    ingest.correct(decision, by="ann", facts={"council": Council.objects.get(slug="staffordshire")})
    decision.refresh_from_db()
    assert decision.council.name == decision.council_printed


@pytest.mark.parametrize(
    ("asked", "now"),
    [
        (f"council={STAFFORDSHIRE}", f"council={BARNET}"),
        (f"q=care&council={STAFFORDSHIRE}&council={BARNET}&sort=oldest", f"q=care&council={BARNET}&sort=oldest"),
        (f"council=atlantis&council={STAFFORDSHIRE}&page=1", f"council=atlantis&council={BARNET}&page=1"),
        (f"category=a/b&council={STAFFORDSHIRE}&x=1&x=2", f"category=a/b&council={BARNET}&x=1&x=2"),
        (f"council={STAFFORDSHIRE}&page=99", f"council={BARNET}&page=99"),
    ],
)
def test_the_address_of_a_merged_council_leads_to_the_same_list_of_the_other(client, merged, asked, now):
    response = client.get(f"{LIST}?{asked}")
    assert (response.status_code, response["Location"]) == (301, f"{LIST}?{now}")


def test_a_script_is_led_on_too_and_told_the_address(client, merged):
    by_script = {"HX-Request": "true"}
    response = client.get(f"{LIST}?council={STAFFORDSHIRE}", headers=by_script, follow=True)
    assert (response.status_code, response["HX-Push-Url"]) == (200, f"{LIST}?council={BARNET}")
    assert response.context["listing"].total == 2


def test_an_unknown_council_is_named_as_ever(client, merged):
    response = client.get(LIST, {"council": ["atlantis", BARNET]})
    assert [each.value for each in response.context["listing"].query.rejected] == ["atlantis"]
    assert response.context["listing"].total == 2


def test_asking_costs_nothing_where_every_council_is_known(client, merged, django_assert_max_num_queries):
    client.get(LIST, {"q": "care"})  # the worker's columns and the matches are loaded once
    with django_assert_max_num_queries(8) as known:
        client.get(LIST, {"council": BARNET, "q": "care"})
    with django_assert_max_num_queries(8) as unknown:
        client.get(LIST, {"council": [BARNET, "atlantis"], "q": "care"})
    assert len(unknown) == len(known) + 1


@pytest.mark.parametrize(
    ("printed", "council", "shown"),
    [
        ("Mendip District Council", "Somerset Council", "Mendip District Council, now Somerset Council"),
        ("Barnet Council", "London Borough of Barnet", "Barnet Council"),
        ("Mendip District Council", "London Borough of Barnet", "Mendip District Council"),
        ("Barnet Council", None, "Barnet Council"),
        ("London Borough of Barnet", "London Borough of Barnet", None),
        ("", None, None),
    ],
)
def test_a_decision_shows_the_name_it_prints_where_the_council_goes_by_another(
    client, archive, printed, council, shown, django_assert_max_num_queries
):
    held = Council.objects.get_or_create(name=council, defaults={"slug": "x"})[0] if council else None
    Decision.objects.filter(reference="22 015 753").update(council=held, council_printed=printed)
    with django_assert_max_num_queries(9):
        facts = (
            client.get(f"{LIST}22-015-753/").content.decode().partition('<dl class="facts">')[2].partition("</dl>")[0]
        )
    assert ("Named in the decision as" in facts) == (shown is not None)
    if shown:
        assert f"<dd>{shown}</dd>" in facts
