"""The page of a decision's versions: which texts there were, and what each changed."""

import re

import pytest
from django.core.cache import cache
from django.utils import timezone

from decisions import ingest
from decisions.detail import versions
from decisions.models import Decision, EarlierSource, Ground

pytestmark = pytest.mark.django_db
ADDRESS = "/decisions/22-015-753/versions/"


@pytest.fixture
def decision(archive):
    return Decision.objects.get(reference="22 015 753")


@pytest.fixture
def new_text(decision, tmp_path):
    """Import the decision's source with some words replaced."""

    def new_text(changes, name="new.txt"):
        decision.refresh_from_db()
        text = decision.source_text
        for old, new in changes.items():
            assert old in text
            text = text.replace(old, new)
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert ingest.import_files([tmp_path / name]).changed == 1

    return new_text


def page(client, address=ADDRESS):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def words(text):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text))


def changes(client):
    """What each version changed, newest first: place, kind, old and new."""
    cache.clear()  # a page that is sent again has no context
    response = client.get(ADDRESS)
    return [
        version.changes and [(_place(each), each.kind, each.old, each.new) for each in version.changes]
        for version in response.context["versions"].all
    ]


def _place(change):
    return f"{change.place} (was {change.before})" if change.before else change.place


def test_a_decision_whose_text_was_replaced_leads_to_what_changed(client, decision, new_text):
    assert "versions" not in page(client, "/decisions/22-015-753/")
    new_text({"I considered the": "I read the"})
    text = page(client, "/decisions/22-015-753/")
    assert f"A newer text replaced the one before on {timezone.now():%-d %B %Y}" in words(text)
    assert f'href="{ADDRESS}"' in text


def test_it_lists_every_version_with_when_hash_file_and_encoding_and_nobody_s_folders(client, decision, new_text):
    old = decision.source_sha256
    new_text({"I considered the": "I read the"})
    text = page(client)
    decision.refresh_from_db()
    assert text.index(decision.source_sha256) < text.index(old)
    shown = words(text)
    assert "new.txt (UTF-8)" in shown
    assert "22-015-753.txt (UTF-8)" in shown
    assert "fixtures/texts" not in shown
    assert "/tmp" not in shown
    assert shown.count(f"{timezone.now():%-d %B %Y}") >= 2


def test_changed_words_are_marked_one_by_one(client, new_text):
    new_text({"Closed after initial enquiries": "Upheld", "I considered the": "I read the"})
    text = page(client)
    assert "<del>considered</del>" in text
    assert "<ins>read</ins>" in text
    assert "<del>Closed after initial enquiries</del>" in text
    assert 'href="/decisions/22-015-753/#p4"' in text


def test_what_came_went_and_moved_is_told_apart(client, decision, new_text):
    third, fourth = (decision.paragraphs.get(number=number).text for number in (3, 4))
    new_text({third: "@", fourth: third, "@": fourth}, name="a.txt")
    new_text({fourth: "Zebras are striped."}, name="b.txt")
    latest, before, first = changes(client)
    assert latest == [("paragraph 3", "gone", fourth, ""), ("paragraph 3", "new", "", "Zebras are striped.")]
    assert before in (
        [("paragraph 4 (was paragraph 3)", "moved", third, third)],
        [("paragraph 3 (was paragraph 4)", "moved", fourth, fourth)],
    )
    assert first is None


def test_a_text_that_says_the_same_in_another_layout_is_said_to(client, new_text):
    new_text({"Back to top": "Back to top\n\n"})
    assert changes(client) == [[], None]
    assert "No word of the decision changed" in page(client)


def test_what_staff_corrected_stands_in_no_version(client, decision, new_text):
    ingest.correct(decision, by="ann", facts={"summary": f"{decision.summary} Xylophone."})
    new_text({"I considered the": "I read the"})
    assert "Xylophone" not in page(client)


def test_versions_that_cannot_be_read_any_more_are_compared_by_line(client, decision, new_text):
    new_text({"I considered the": "I read the"})
    EarlierSource.objects.update(source=b"Nothing.\nBack to top\n")
    assert "compared line by line" in words(page(client))
    assert ("line 1", "gone", "Nothing.", "") in changes(client)[0]


def test_what_stands_in_a_text_is_never_markup(client, new_text):
    new_text({"I considered the": "I <b>read</b> & the"})
    assert "<b>" not in page(client)
    assert "&lt;b&gt;read&lt;/b&gt;" in page(client)


def test_only_the_latest_versions_are_compared_and_all_are_listed(client, decision, new_text, monkeypatch):
    monkeypatch.setattr(versions, "_MOST_COMPARED", 2)
    for old, new in [("I considered the", "1st"), ("1st", "2nd"), ("2nd", "3rd")]:
        new_text({old: new}, name=f"{new}.txt")
    assert [each and len(each) for each in changes(client)] == [1, 1, None, None]
    assert words(page(client)).count("we compare only the latest versions") == 1


def test_it_takes_four_queries_however_many_versions_there_are(client, new_text, django_assert_num_queries):
    for old, new in [("I considered the", "1st"), ("1st", "2nd"), ("2nd", "3rd")]:
        new_text({old: new}, name=f"{new}.txt")
        with django_assert_num_queries(4):  # the revision, the decision, its earlier texts and what they say
            assert not client.get(ADDRESS).cookies


def test_the_page_of_a_replaced_decision_takes_no_query_more(client, new_text, django_assert_num_queries):
    new_text({"I considered the": "I read the"})
    with django_assert_num_queries(9):
        client.get("/decisions/22-015-753/")


def test_a_removed_decision_is_gone_there_too(client, decision, new_text):
    new_text({"I considered the": "I read the"})
    ingest.correct(decision, by="ann", facts={"removed_at": timezone.now(), "removal_reason": "It named a child."})
    response = client.get(ADDRESS)
    assert response.status_code == 410
    assert "It named a child." in response.content.decode()
    assert "safeguarding" not in response.content.decode()


def test_other_spellings_lead_there_and_what_is_not_held_is_not_found(client, archive):
    response = client.get("/decisions/22015753/versions/")
    assert (response.status_code, response["Location"]) == (301, ADDRESS)
    assert client.get("/decisions/99-999-999/versions/").status_code == 404
    assert client.get("/decisions/nonsense/versions/").status_code == 404


def test_a_decision_never_replaced_has_one_version(client, archive):
    assert "Version 1" in page(client)


def test_a_finding_lost_to_a_new_text_is_not_said_to_be_staff_s_doing(client, decision, new_text):
    ground = Ground.objects.get(slug="personnel")
    ingest.add_finding(decision, ground, 7, "the officer at the time", "supporting", by="ann")
    new_text({"the officer at the time": "somebody"})
    text = words(page(client, "/decisions/22-015-753/"))
    assert f"Removed on {timezone.localtime():%-d %B %Y}: the new text no longer contains these words" in text
    assert text.count("Corrected by staff on") == 2  # where it stands, and where these words come from


def test_pages_and_reports_have_versions_as_well(client, db, tmp_path):
    for words_of_it in ("late", "very late"):
        file = tmp_path / "22-015-753.html"
        file.write_text(
            f"<title>Ashby Council (22 015 753)</title><h2>The complaint</h2><ol><li>It was {words_of_it}.</li></ol>",
            encoding="utf-8",
        )
        assert not ingest.import_files([file]).refused
    assert changes(client)[0] == [("paragraph 1", "changed", "It was late.", "It was very late.")]
