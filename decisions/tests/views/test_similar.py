"""The page of decisions similar to one."""

import pytest

from decisions import ingest
from decisions.models import Decision
from decisions.tests.search.factories import checks_of_the_index
from decisions.tests.similar.factories import OTHERS, decision_text, load

pytestmark = pytest.mark.django_db
PAGE = "/decisions/22-015-753/similar/"


def test_it_stands_beside_the_decision_and_the_decision_links_to_it(client, archive):
    assert f'href="{PAGE}"' in client.get("/decisions/22-015-753/").content.decode()
    assert f'data-from="{PAGE}"' in client.get("/decisions/22-015-753/").content.decode()
    text = client.get(PAGE).content.decode()
    assert 'id="similar"' in text
    assert 'href="/decisions/22-015-753/"' in text


def test_it_lists_what_is_alike_and_says_why(client, archive):
    text = client.get(PAGE).content.decode()
    assert 'href="/decisions/24-' in text
    assert "both mention <em>" in text.lower()


def test_where_nothing_is_alike_it_says_so(client, db, tmp_path):
    load(tmp_path, *OTHERS)
    text = client.get("/decisions/22-015-100/similar/").content.decode()
    assert "No similar decisions found." in text


def test_a_removed_decision_is_gone_another_spelling_leads_there_and_an_unknown_one_is_not_found(client, archive):
    assert client.get("/decisions/22015753/similar/")["Location"] == PAGE
    assert client.get("/decisions/99-999-999/similar/").status_code == 404
    assert client.get("/decisions/nonsense/similar/").status_code == 404
    decision = Decision.objects.get(reference="22 015 753")
    ingest.correct(decision, by="ann", facts={"removed_at": decision.imported_at, "removal_reason": "Asked for."})
    assert client.get(PAGE).status_code == 410


def test_what_is_in_a_decision_is_escaped(client, db, tmp_path):
    hostile = "A <b>walrus</b> & <script>alert(1)</script>"
    load(tmp_path, decision_text(1, hostile), decision_text(2, hostile), *OTHERS)
    text = client.get("/decisions/22-015-001/similar/").content.decode()
    assert "<script>alert" not in text
    assert "<b>walrus" not in text


def test_it_takes_nine_queries_and_is_not_sent_again_unchanged(
    client, archive, django_assert_max_num_queries, django_assert_num_queries
):
    client.get("/decisions/")
    with django_assert_max_num_queries(9 + checks_of_the_index()):
        first = client.get(PAGE)
    with django_assert_num_queries(1):
        assert client.get(PAGE, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_it_only_answers_reading(client, archive):
    assert client.post(PAGE).status_code == 405
