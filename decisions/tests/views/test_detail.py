"""The page of a decision."""

import re

import pytest
from django.utils import timezone

from decisions import ingest
from decisions.detail import views
from decisions.models import Decision, Ground
from decisions.tests import finding_factory
from decisions.tests.search.factories import checks_of_the_index
from decisions.tests.texts import COUNTS, FIXTURES

pytestmark = pytest.mark.django_db


def page(client, reference="22 015 753"):
    response = client.get(f"/decisions/{reference.replace(' ', '-')}/")
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("reference", COUNTS)
def test_every_paragraph_has_its_number_and_an_address_that_links_to_itself(client, archive, reference):
    text = page(client, reference)
    for number in range(1, COUNTS[reference] + 1):
        assert f'id="p{number}"' in text
        assert f'href="#p{number}"' in text
    assert f'id="p{COUNTS[reference] + 1}"' not in text


@pytest.mark.parametrize("reference", COUNTS)
def test_every_link_within_the_page_leads_somewhere_and_no_id_comes_twice(client, archive, reference):
    text = page(client, reference)
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)


def test_lettered_items_have_addresses(client, archive):
    text = page(client, "21 018 159")
    assert 'id="p7-a"' in text
    assert 'href="#p7-d"' in text


def test_why_it_was_not_investigated_is_proved_by_the_very_sentence(client, archive):
    text = page(client)
    assert "Why it was not investigated" in text
    assert "Nothing worthwhile would be achieved" in text
    proof = "<mark>we would not achieve anything significant by doing so</mark>"
    assert f"“We will not investigate Mr X’s complaint because {proof}.”" in text
    assert re.search(r'class="pilcrow" href="#p9"', text)


def test_a_ground_that_a_person_found_stated_is_proved_by_those_words_though_others_were_found_first(client, archive):
    decision = Decision.objects.get(reference="22 015 753")
    ground = Ground.objects.get(slug="personnel")
    for strength, quote in [("supporting", "the officer at the time"), ("stated", "it was produced")]:
        ingest.add_finding(decision, ground, 7, quote, strength, by="ann")
    text = page(client)
    reason = text[text.index('id="ground-personnel"') :]
    reason = reason[: reason.index("</div>")]
    assert "<mark>it was produced</mark>" in reason
    assert "only in the assessment" not in reason


def test_a_ground_that_the_catalogue_no_longer_has_is_shown_by_its_title_alone(client, archive):
    decision = Decision.objects.get(reference="22 015 753")
    Ground.objects.create(slug="old-ground", title="An old ground", position=99)
    finding_factory.put(decision, "old-ground", 1, 0, 15, strength="stated")
    assert "An old ground" in page(client)
    assert "None" not in page(client)


def test_on_an_upheld_decision_it_says_that_a_part_was_not_pursued(client, archive):
    decision = Decision.objects.get(reference="22 015 753")
    ingest.correct(decision, by="ann", facts={"outcome": "Upheld"})
    assert "Why part of it was not pursued" in page(client)


def test_where_there_is_no_ground_nothing_is_claimed(client, archive):
    decision = Decision.objects.get(reference="22 015 753")
    for finding in decision.findings.all():
        ingest.remove_finding(finding, by="ann")
    text = page(client)
    assert "Why it was not investigated" not in text
    assert "Why part of it" not in text


def test_the_words_of_the_text_are_all_there_in_order(client, archive):
    text = re.sub(r"<[^>]+>", "", page(client, "21 018 159"))
    shown = re.sub(r"\s+", " ", text).replace("&#x27;", "'")
    at = 0
    for paragraph in Decision.objects.get(reference="21 018 159").paragraphs.order_by("position"):
        at = shown.index(paragraph.text, at)


def test_where_the_numbers_are_ours_the_page_says_so(client, db):
    assert ingest.import_files([FIXTURES / "reports-2016-17.jsonl"]).new == 12
    text = page(client, "15 020 792")
    assert "added by this archive" in text
    assert "Public interest report" in text
    assert "as on the" not in text
    assert "Council not stated" in text


def test_source_hash_and_acknowledgement_are_shown(client, archive):
    decision = Decision.objects.get(reference="22 015 753")
    text = page(client)
    assert decision.source_sha256 in text
    assert "22-015-753.txt" in text
    assert "fixtures/texts" not in text
    assert "Local Government and Social Care Ombudsman" in text
    assert "not the Ombudsman’s site or a government site" in text


@pytest.mark.parametrize("spelling", ["22015753", "22 015 753", "22-015753", "ref 22 015 753", "22_015_753"])
def test_every_other_spelling_leads_to_the_one_address(client, archive, spelling):
    response = client.get(f"/decisions/{spelling}/")
    assert (response.status_code, response["Location"]) == (301, "/decisions/22-015-753/")


@pytest.mark.parametrize("spelling", ["99-999-999", "nonsense", "22-015-75"])
def test_a_decision_that_is_not_here_is_not_found_on_our_own_page(client, archive, spelling):
    response = client.get(f"/decisions/{spelling}/")
    assert response.status_code == 404
    assert "Page not found" in response.content.decode()


def test_a_removed_decision_is_gone_and_says_why(client, archive):
    decision = Decision.objects.get(reference="22 015 753")
    ingest.correct(decision, by="ann", facts={"removed_at": timezone.now(), "removal_reason": "It named a child."})
    response = client.get("/decisions/22-015-753/")
    assert response.status_code == 410
    text = response.content.decode()
    assert "It named a child." in text
    assert "safeguarding" not in text
    assert client.get("/decisions/").context["listing"].total == 4
    assert client.get("/decisions/", {"q": "staffordshire"}).context["listing"].total == 0


def test_a_correction_is_shown_with_what_it_was(client, archive):
    decision = Decision.objects.get(reference="22 015 753")
    ingest.correct(decision, by="ann", facts={"outcome": "Upheld"})
    text = page(client)
    assert "Corrected by staff on" in text
    assert re.search(r"<del>\s*Closed after initial enquiries\s*</del>", text)
    assert re.search(r"<ins>\s*Upheld\s*</ins>", text)
    assert "ann" not in re.sub(r"<[^>]+>", "", text).split()


@pytest.mark.parametrize("reference", COUNTS)
def test_a_page_takes_at_most_nine_queries_and_sets_no_cookie(
    client, archive, django_assert_max_num_queries, reference
):
    with django_assert_max_num_queries(9):
        response = client.get(f"/decisions/{reference.replace(' ', '-')}/")
    assert not response.cookies


def test_an_error_shows_our_own_page(client, archive, monkeypatch):
    def fail(decision):
        raise RuntimeError

    monkeypatch.setattr(views, "DecisionPage", fail)
    client.raise_request_exception = False
    response = client.get("/decisions/22-015-753/")
    assert response.status_code == 500
    assert "Something went wrong" in response.content.decode()


def test_words_searched_for_stay_marked_apart_from_evidence_and_lead_from_one_to_the_next(client, archive):
    text = client.get("/decisions/22-015-753/", {"q": "rectification achieve"}).content.decode()
    assert '<mark class="found proof" id="match-1">achieve</mark>' in text
    assert re.search(r'cannot <mark class="found" id="match-\d">achieve</mark> what', text)
    assert 'nothing further we would seek to </mark><mark class="found proof">achieve</mark>' in text
    matches = [int(number) for number in re.findall(r'id="match-(\d+)"', text)]
    assert matches == list(range(1, len(matches) + 1))
    assert len(matches) > 2
    assert f"match 2 of {len(matches)}" in re.sub(r"\s+", " ", text)
    for number in matches:
        assert text.count(f'href="#match-{number}"') == (1 if number == len(matches) else 2)
    assert f'href="#match-{len(matches) + 1}"' not in text
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids))


def test_the_words_stay_as_they_are_when_they_are_marked(client, archive):
    def shown(**asked):
        body = client.get("/decisions/21-018-159/", asked).content.decode()
        body = body[body.index("<article") : body.index("</article")].replace('"standard" open', '"standard"')
        body = re.sub(r'(?s)<p class="(match|searched)">.*?</p>|<nav class="within".*?</nav>', "", body)
        return re.sub(r"\s+", " ", re.sub(r"</?mark[^>]*>", "", body))

    assert shown(q='"social worker" OR complaint final:the') == shown()


def test_a_page_with_words_has_the_address_without_them_and_is_not_for_search_engines(client, archive):
    plain, searched = page(client), client.get("/decisions/22-015-753/", {"q": "achieve"}).content.decode()
    canonical = '<link rel="canonical" href="http://testserver/decisions/22-015-753/">'
    assert canonical in plain
    assert canonical in searched
    assert "noindex" in searched
    assert "noindex" not in plain
    assert 'class="match"' not in plain


def test_words_that_a_decision_has_not_are_said_to_be_missing(client, archive):
    text = client.get("/decisions/22-015-753/", {"q": "zebra"}).content.decode()
    assert "“zebra” does not appear in the summary or paragraphs" in text


@pytest.mark.parametrize("typed", ["social worker", "universit* soc*", "-zebra", "final:investigate", "x" * 3000])
def test_a_page_with_words_takes_no_query_more_than_its_list_needs(
    client, archive, django_assert_max_num_queries, typed
):
    client.get("/decisions/", {"q": typed})
    with django_assert_max_num_queries(9 + 4 + checks_of_the_index()):
        assert client.get("/decisions/21-018-159/", {"q": typed}).status_code == 200
