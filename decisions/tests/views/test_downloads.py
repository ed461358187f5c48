"""Downloads of a decision, its source text and its JSON; and the addresses of the Ombudsman's own site."""

import hashlib
import json

import pytest
from django.utils import timezone

from decisions import data, ingest
from decisions.models import Decision
from decisions.tests.texts import COUNTS, FIXTURES

pytestmark = pytest.mark.django_db
ENDS = ["txt", "json"]


@pytest.mark.parametrize("reference", COUNTS)
def test_the_source_comes_byte_for_byte_as_plain_text(client, archive, reference):
    address = f"/decisions/{reference.replace(' ', '-')}.txt"
    response = client.get(address)
    assert response.content == (FIXTURES / "texts" / address.rpartition("/")[2]).read_bytes()
    assert hashlib.sha256(response.content).hexdigest() == Decision.objects.get(reference=reference).source_sha256
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_page_that_was_imported_is_sent_as_plain_text_in_its_own_encoding(client, db, tmp_path):
    html = "<title>Ashby Council (22 015 753)</title><script>alert(1)</script><ol><li>It was £5 – too late.</li></ol>"
    page = html.encode("windows-1252")
    (tmp_path / "22-015-753.html").write_bytes(page)
    assert not ingest.import_files([tmp_path / "22-015-753.html"]).refused
    response = client.get("/decisions/22-015-753.txt")
    assert (response.content, response["Content-Type"]) == (page, "text/plain; charset=windows-1252")


@pytest.mark.parametrize("reference", COUNTS)
def test_data_is_the_public_shape(client, archive, reference, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        response = client.get(f"/decisions/{reference.replace(' ', '-')}.json")
    assert response["Content-Type"] == "application/json"
    shape = json.loads(response.content)
    assert shape == json.loads(json.dumps(data.public_decision(Decision.objects.get(reference=reference))))
    assert shape["reference"] == reference
    assert all(finding["quote"] for finding in shape["grounds"])


def test_data_has_what_staff_corrected(client, archive):
    ingest.correct(Decision.objects.get(reference="22 015 753"), by="ann", facts={"outcome": "Upheld"})
    assert json.loads(client.get("/decisions/22-015-753.json").content)["outcome"] == "Upheld"
    assert b"Decision : Closed after initial enquiries" in client.get("/decisions/22-015-753.txt").content


@pytest.mark.parametrize("end", ENDS)
def test_both_are_asked_for_anew_and_sent_only_if_changed(client, archive, end):
    address = f"/decisions/22-015-753.{end}"
    tag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    ingest.correct(Decision.objects.get(reference="22 015 753"), by="ann", facts={"outcome": "Upheld"})
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("end", ENDS)
def test_search_engines_are_told_the_page(client, archive, end):
    link = client.get(f"/decisions/22-015-753.{end}")["Link"]
    assert link == '<http://testserver/decisions/22-015-753/>; rel="canonical"'


@pytest.mark.parametrize("end", ENDS)
def test_of_a_removed_decision_both_are_gone(client, archive, end):
    decision = Decision.objects.get(reference="22 015 753")
    client.get(f"/decisions/22-015-753.{end}")
    ingest.correct(decision, by="ann", facts={"removed_at": timezone.now(), "removal_reason": "It named a child."})
    response = client.get(f"/decisions/22-015-753.{end}")
    assert response.status_code == 410
    assert "It named a child." in response.content.decode()
    assert "safeguarding" not in response.content.decode()


@pytest.mark.parametrize("end", ENDS)
def test_other_spellings_lead_to_the_one_address_and_what_is_not_here_is_not_found(client, archive, end):
    for spelling in ["22015753", "22 015 753", "ref 22 015 753"]:
        response = client.get(f"/decisions/{spelling}.{end}")
        assert (response.status_code, response["Location"]) == (301, f"/decisions/22-015-753.{end}")
    for spelling in ["99-999-999", "nonsense"]:
        assert client.get(f"/decisions/{spelling}.{end}").status_code == 404
    assert client.post(f"/decisions/22-015-753.{end}").status_code == 405


@pytest.mark.parametrize("end", ["", "/"])
@pytest.mark.parametrize("spelling", ["22-015-753", "22015753"])
def test_the_official_sites_address_leads_to_ours_by_reference_alone(client, archive, spelling, end):
    for category in ["children-s-care-services/child-protection", "planning/anything-else"]:
        response = client.get(f"/decisions/{category}/{spelling}{end}")
        assert (response.status_code, response["Location"]) == (301, "/decisions/22-015-753/")


def test_an_official_address_of_what_is_not_here_is_not_found_and_of_a_removed_one_leads_to_its_tombstone(
    client, archive
):
    for spelling in ["99-999-999", "nonsense"]:
        response = client.get(f"/decisions/planning/enforcement/{spelling}")
        assert response.status_code == 404
        assert "This archive does not have decision" in response.content.decode()
    decision = Decision.objects.get(reference="22 015 753")
    ingest.correct(decision, by="ann", facts={"removed_at": timezone.now(), "removal_reason": "It named a child."})
    response = client.get("/decisions/planning/enforcement/22-015-753", follow=True)
    assert (response.status_code, response.redirect_chain[0][1]) == (410, 301)
