"""The pages of grounds: what each says, in whose words, and where the links lead."""

import re
from html import unescape

import pytest
from django.core.cache import cache

from decisions import ingest
from decisions.grounds import CATALOGUE
from decisions.grounds.published_scores import BY_GROUND, Measure, measure_of
from decisions.mentions import PLACES
from decisions.models import Decision, Finding, Ground, Signpost
from decisions.tests import generated

pytestmark = pytest.mark.django_db


def text_of(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return unescape(response.content.decode())


@pytest.mark.parametrize("slug", CATALOGUE)
def test_every_ground_has_a_page_with_what_it_means_and_what_can_be_done_whether_a_decision_shows_it_or_not(
    client, archive, slug
):
    text = text_of(client, f"/grounds/{slug}/")
    for words in (CATALOGUE[slug].title, CATALOGUE[slug].explanation, CATALOGUE[slug].instead):
        assert words in text
    measure = measure_of(slug)
    if measure is None:  # no held-out decision is labelled with it
        assert "not yet measured" in text
        return
    assert f"They found it in <strong>{measure.right}\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{measure.labelled}" in text
    assert ("treat them as a hint" in text) == (measure.labelled < 30)


@pytest.mark.parametrize("score", [None, Measure(0, 0, 0)])
def test_a_ground_without_a_score_has_a_page_that_says_so(client, archive, monkeypatch, score):
    if score:
        monkeypatch.setitem(BY_GROUND, "withdrawn", score)
    else:
        monkeypatch.delitem(BY_GROUND, "withdrawn")
    text = text_of(client, "/grounds/withdrawn/")
    assert "not yet measured" in text
    assert "found it in" not in text and "treat them as a hint" not in text
    assert "not yet measured" not in text_of(client, "/grounds/premature/")


def test_the_list_of_grounds_leads_to_each(client, archive):
    text = text_of(client, "/grounds/")
    assert set(re.findall(r'href="/grounds/([a-z-]+)/"', text)) == set(CATALOGUE)


def test_sentences_are_the_very_words_and_lead_to_their_paragraphs(client, archive, tmp_path):
    ingest.import_files(generated.write(tmp_path, 60))
    text = text_of(client, "/grounds/late-complaint/")
    quoted = re.findall(
        r'<blockquote class="words">\s*<p>“(.*?)”</p>.*?href="/decisions/([\w-]+)/#(\w+)"', text, re.DOTALL
    )
    assert quoted
    for sentence, address, place in quoted:
        decision = Decision.objects.get(reference=address.replace("-", " "))
        finding = (
            decision.findings.filter(ground__slug="late-complaint", strength="stated").order_by("position").first()
        )
        assert place == (f"p{finding.paragraph_number}" if finding.paragraph_number else "summary")
        whole = decision.summary if place == "summary" else decision.paragraphs.get(number=place[1:], depth=0).text
        assert re.sub(r"</?mark>", "", sentence) in whole
        assert re.search(r"<mark>(.*)</mark>", sentence)[1] == whole[finding.start : finding.end]


def test_sentences_are_different_ones_and_always_the_same(client, archive, tmp_path):
    ingest.import_files(generated.write(tmp_path, 60))
    first = text_of(client, "/grounds/insufficient-evidence-of-fault/")
    quoted = [re.sub("<.*?>", "", each) for each in re.findall(r"<p>“(.*?)”</p>", first)]
    assert len(quoted) == len(set(quoted)) >= 1
    cache.clear()
    assert text_of(client, "/grounds/insufficient-evidence-of-fault/") == first


def test_a_ground_that_stands_only_in_assessments_is_told_as_such(client, archive):
    Finding.objects.filter(ground__slug="insufficient-evidence-of-fault").update(strength="supporting")
    text = text_of(client, "/grounds/insufficient-evidence-of-fault/")
    assert "0 say so in their summary or final decision, the others only in the assessment" in text
    assert "In the Ombudsman’s words" in text


def test_signposts_of_its_decisions_are_counted(client, archive):
    page = client.get("/grounds/nothing-worthwhile-to-achieve/").context["ground"]
    by_hand: dict[str, set[int]] = {}
    for post in Signpost.objects.filter(decision__findings__ground__slug="nothing-worthwhile-to-achieve"):
        by_hand.setdefault(PLACES[post.place].title, set()).add(post.decision_id)
    assert by_hand
    assert {title: share.number for title, share in page.signposts} == {title: len(by_hand[title]) for title in by_hand}


def test_the_law_leads_to_its_page_where_decisions_cite_it(client, archive):
    for slug in CATALOGUE:
        for address in re.findall(r'href="(/law/[^"]+)"', text_of(client, f"/grounds/{slug}/").partition("<main")[2]):
            assert client.get(address).status_code == 200, address
    assert 'href="/law/local-government-act-1974/24A/6/"' in text_of(client, "/grounds/withdrawn/")


def test_a_ground_that_there_is_not_is_not_found_with_where_to_go_on(client, archive):
    Ground.objects.create(slug="retired", title="Retired", position=99)
    for slug in ("nonsense", "none", "retired", "x" * 300):
        response = client.get(f"/grounds/{slug}/")
        assert response.status_code == 404
        assert 'href="/decisions/"' in response.content.decode()
    assert client.post("/grounds/").status_code == 405
    assert client.post("/grounds/withdrawn/").status_code == 405


def test_an_archive_of_nothing_has_its_grounds_too(client, db):
    assert "0\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}0" in text_of(client, "/grounds/")
    assert "0\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}0" in text_of(client, "/grounds/withdrawn/")
