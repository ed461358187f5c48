"""The pages of law: what decisions cite, counted by hand, and the very decisions that cite a provision."""

import re
from html import unescape

import pytest
from django.core.cache import cache

from decisions import ingest
from decisions.models import Decision, Provision
from decisions.percentages import Share
from decisions.tests import generated

pytestmark = pytest.mark.django_db
ACT = "/law/local-government-act-1974/"


def text_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return unescape(response.content.decode())


def shown(client, address, name):
    cache.clear()
    return client.get(address).context[name]


def citing(**asked):
    """The references of the published decisions that cite it, the newest first."""
    cited = Provision.objects.published().filter(**asked).values("decision")
    return list(Decision.objects.filter(pk__in=cited).newest_first().values_list("reference", flat=True))


def test_laws_are_counted_by_the_decisions_that_cite_them(client, archive):
    laws = shown(client, "/law/", "laws")
    slugs = set(Provision.objects.exclude(act_slug="").values_list("act_slug", flat=True))
    assert {each.page: each.share for each in laws.cited} == {
        f"/law/{slug}/": Share(len(citing(act_slug=slug)), 5) for slug in slugs
    }
    assert [each.share.number for each in laws.cited] == sorted((e.share.number for e in laws.cited), reverse=True)
    assert laws.cited[0].name == "Local Government Act 1974"


def test_provisions_of_an_act_are_counted_with_their_parts(client, archive):
    act = shown(client, ACT, "act")
    assert act.title == "Local Government Act 1974"
    for each in act.cited:
        kind, _, section = each.name.partition(" ")
        assert each.share.number == len(citing(act_slug="local-government-act-1974", kind=kind, section=section))
        for part in each.below:
            rest = re.search(r"/(?:schedule-)?\w+/(.*)/$", part.page.removeprefix(ACT[:-1]))[1]
            asked = {"act_slug": "local-government-act-1974", "kind": kind, "section": section, "rest": rest}
            assert part.share.number == len(citing(**asked))


def test_every_law_and_provision_named_has_its_page(client, archive):
    addresses = set(re.findall(r'href="(/law/[^"]+)"', text_of(client, "/law/")))
    for address in addresses:
        addresses = addresses | set(re.findall(r'href="(/law/[^"]+)"', text_of(client, address)))
    assert len(addresses) >= 9
    for address in addresses:
        for inner in re.findall(r'href="(/law/[^"]+)"', text_of(client, address)):
            assert client.get(inner).status_code == 200, inner


def test_a_provision_lists_the_decisions_that_cite_it_or_what_stands_below_it(client, archive):
    page = shown(client, f"{ACT}24A/", "provision")
    assert [row.decision.reference for row in page.rows] == citing(
        act_slug="local-government-act-1974", kind="section", section="24A"
    )
    page = shown(client, f"{ACT}24A/6/", "provision")
    assert page.title == "section 24A(6)"
    assert [row.decision.reference for row in page.rows] == citing(
        act_slug="local-government-act-1974", kind="section", section="24A", rest="6"
    )


def test_the_list_is_named_only_where_a_search_finds_the_very_same(client, archive):
    page = shown(client, f"{ACT}24A/6/", "provision")
    assert page.list_address == "/decisions/?q=law%3A24A%286%29"
    assert client.get(page.list_address).context["listing"].total == page.total
    other = Decision.objects.exclude(provisions__section="24A").first() or Decision.objects.first()
    other.provisions.all().delete()
    found = {"paragraph_number": 1, "start": 0, "end": 5, "kind": "section", "section": "24A", "rest": "6"}
    Provision.objects.create(decision=other, act_slug="another-act-1999", act="Another Act 1999", **found)
    cache.clear()
    assert shown(client, f"{ACT}24A/6/", "provision").list_address == ""


def test_decisions_come_twenty_five_a_page(client, archive, tmp_path):
    ingest.import_files(generated.write(tmp_path, 40))
    found = {"paragraph_number": 1, "start": 0, "end": 5, "kind": "section", "section": "99"}
    act = {"act_slug": "another-act-1999", "act": "Another Act 1999"}
    Provision.objects.bulk_create(Provision(decision=each, **act, **found) for each in Decision.objects.all())
    pages = [shown(client, f"/law/another-act-1999/99/{query}", "provision") for query in ("", "?page=2")]
    references = [row.decision.reference for page in pages for row in page.rows]
    assert references == citing(act_slug="another-act-1999")
    assert [len(page.rows) for page in pages] == [25, 20]
    for page in ("0", "3", "-1", "x", "9" * 500, "1.5"):
        assert client.get(f"/law/another-act-1999/99/?page={page}").status_code == 404, page


def test_what_a_removed_decision_cites_is_gone(client, archive):
    decision = Decision.objects.first()
    Provision.objects.create(
        decision=decision, paragraph_number=1, start=0, end=5, kind="section", section="7", act_slug="lone-act-1900"
    )
    assert client.get("/law/lone-act-1900/").status_code == 200
    ingest.correct(decision, by="ann", facts={"removed_at": decision.imported_at, "removal_reason": "Asked for."})
    assert "lone-act-1900" not in text_of(client, "/law/")
    assert client.get("/law/lone-act-1900/").status_code == 404
    assert client.get("/law/lone-act-1900/7/").status_code == 404


def test_how_a_removed_decision_prints_a_name_is_not_how_the_law_is_called(client, archive):
    found = {
        "paragraph_number": 1,
        "start": 0,
        "end": 5,
        "kind": "section",
        "section": "7",
        "act_slug": "lone-act-1900",
    }
    decision, other = Decision.objects.order_by("pk")[:2]
    Provision.objects.create(decision=decision, act="LONE Act 1900", **found)
    Provision.objects.create(decision=other, act="Lone act 1900", **found)
    assert shown(client, "/law/lone-act-1900/", "act").title == "LONE Act 1900"
    ingest.correct(decision, by="ann", facts={"removed_at": decision.imported_at, "removal_reason": "Asked for."})
    for address in ("/law/", "/law/lone-act-1900/", "/law/lone-act-1900/7/"):
        assert "LONE" not in text_of(client, address)
        assert "Lone act 1900" in text_of(client, address)


@pytest.mark.parametrize(
    "address",
    [
        "nonsense-act-2000/",
        "local-government-act-1974/999/",
        "local-government-act-1974/24A/zz/",
        "local-government-act-1974/-/",
        "local-government-act-1974/%00/",
        "local-government-act-1974/" + "9/" * 300,
        "local-government-act-1974/schedule-/",
        "x" * 500 + "/",
    ],
)
def test_what_nothing_cites_is_not_found_with_where_to_go_on(client, archive, address):
    response = client.get(f"/law/{address}")
    assert response.status_code == 404
    assert 'href="/decisions/"' in response.content.decode()


def test_another_spelling_leads_to_the_page(client, archive):
    for spelling in ("24a/6", "section-24A/6"):
        response = client.get(f"{ACT}{spelling}/")
        assert (response.status_code, response["Location"]) == (301, f"{ACT}24A/6/")


def test_a_law_without_a_printed_name_has_one_by_its_address(client, archive):
    found = {"paragraph_number": 1, "start": 0, "end": 5, "kind": "section", "section": "7"}
    Provision.objects.create(decision=Decision.objects.first(), act_slug="safety-of-sports-grounds-act-1975", **found)
    assert shown(client, "/law/safety-of-sports-grounds-act-1975/", "act").title == "Safety of Sports Grounds Act 1975"
