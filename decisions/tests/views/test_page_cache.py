"""A page that has not changed is not sent again; one that has is, on the next request."""

import gzip
import os
import shutil
from datetime import date

import pytest
from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse
from django.test.utils import override_script_prefix
from django.utils.cache import patch_vary_headers

from decisions import ingest
from decisions.models import Council, Decision, EarlierSource
from decisions.web import page_cache

pytestmark = pytest.mark.django_db
PAGES = ["/", "/decisions/", "/decisions/?q=fault&year=2023", "/decisions/22-015-753/"]


@pytest.mark.parametrize("page", PAGES)
def test_what_has_not_changed_is_not_sent_again(client, archive, page, django_assert_num_queries):
    first = client.get(page)
    assert first.headers["Cache-Control"] == "no-cache"
    with django_assert_num_queries(1):
        again = client.get(page, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "change",
    [
        lambda: ingest.correct(Decision.objects.get(reference="22 015 753"), by="staff", facts={"outcome": "Upheld"}),
        lambda: Council.objects.update(name="Another Council"),
        lambda: Decision.objects.get(reference="22 015 753").findings.all().delete(),
        lambda: Decision.objects.get(reference="20 010 135").paragraphs.update(text="Other words."),
    ],
)
def test_what_has_changed_is_sent_again(client, archive, page, change):
    first = client.get(page)
    change()
    again = client.get(page, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 200
    assert again.headers["ETag"] != first.headers["ETag"]


def test_a_removed_decision_is_gone_for_those_who_have_its_page(client, archive):
    etag = client.get("/decisions/22-015-753/").headers["ETag"]
    decision = Decision.objects.get(reference="22 015 753")
    ingest.correct(decision, by="staff", facts={"removed_at": decision.imported_at, "removal_reason": "Asked for."})
    assert client.get("/decisions/22-015-753/", headers={"If-None-Match": etag}).status_code == 410


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_was_made_before_is_sent_again_after_one_look(client, archive, page, django_assert_num_queries):
    first = client.get(page)
    with django_assert_num_queries(1):
        again = client.get(page)
    assert (again.status_code, again.content, again.headers) == (200, first.content, first.headers)
    assert "Content-Security-Policy" in again.headers


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_made_anew_after_any_change_and_on_another_day(client, archive, page, monkeypatch):
    first = client.get(page)
    Decision.objects.filter(reference="22 015 753").update(summary="Other words.")
    changed = client.get(page)
    assert changed.content != first.content or "22-015-753" not in first.content.decode()
    assert changed.headers["ETag"] != first.headers["ETag"]
    monkeypatch.setattr(page_cache, "localdate", lambda: date(2031, 1, 2))
    assert client.get(page).headers["ETag"] != changed.headers["ETag"]


def test_an_earlier_text_changed_by_hand_changes_its_page(client, archive, tmp_path):
    decision = Decision.objects.get(reference="22 015 753")
    (tmp_path / "new.txt").write_text(decision.source_text.replace("I considered", "I read"), encoding="utf-8")
    ingest.import_files([tmp_path / "new.txt"])
    first = client.get("/decisions/22-015-753/versions/")
    EarlierSource.objects.update(came_from="elsewhere.txt")
    assert "elsewhere.txt" in client.get("/decisions/22-015-753/versions/").content.decode()
    assert "elsewhere.txt" not in first.content.decode()


def test_a_page_is_told_by_its_whole_address_its_host_and_who_asks(client, archive, settings):
    settings.ALLOWED_HOSTS = ["testserver", "elsewhere.example"]
    client.get("/decisions/22-015-753/")
    assert 'href="http://elsewhere.example/decisions/22-015-753/"' in (
        client.get("/decisions/22-015-753/", headers={"Host": "elsewhere.example"}).content.decode()
    )
    assert 'class="found' in client.get("/decisions/22-015-753/?q=council").content.decode()
    client.get("/decisions/?year=2023")
    assert "HX-Push-Url" in client.get("/decisions/?year=2023", headers={"HX-Request": "true"}).headers
    assert "HX-Push-Url" not in client.get("/decisions/?year=2023").headers


def test_the_path_that_the_site_is_under_is_part_of_the_address(client, archive):
    under = client.get("/", {"year": "2023"}, SCRIPT_NAME="/decisions")
    assert under.wsgi_request.get_full_path() == "/decisions/?year=2023"
    plain = client.get("/decisions/", {"year": "2023"})
    assert b"<title>Decisions" in plain.content
    assert under.headers["ETag"] != plain.headers["ETag"]
    for prefix in ("", "/archive", ""):
        with override_script_prefix(f"{prefix}/"):
            description = client.get("/api/v1/openapi.json", SCRIPT_NAME=prefix).json()
        assert description["servers"] == [{"url": f"{prefix}/api/v1"}]


def test_a_query_is_part_of_the_address_as_it_was_sent(client, archive):
    as_bytes = client.get("/decisions/", QUERY_STRING="q=" + "é".encode().decode("latin-1"))  # as servers hand it on
    assert 'value="é"' in as_bytes.content.decode()
    assert 'value="Ã©"' in client.get("/decisions/?q=%C3%83%C2%A9").content.decode()


@pytest.mark.parametrize("charset", ["latin-1", "utf-16"])
def test_an_address_is_read_as_utf_8_whatever_charset_a_request_names(client, archive, charset):
    response = client.get("/decisions/?q=%C3%A9", CONTENT_TYPE=f"text/plain; charset={charset}")
    assert 'value="é"' in response.content.decode()


@pytest.mark.parametrize("query", ["q=22-015-753", "q=22015753&year=2021"])
def test_an_answer_by_which_a_script_leaves_is_not_the_page_at_its_address(client, archive, query):
    by_script = {"HX-Request": "true"}
    gone = client.get(f"/decisions/?{query}", headers=by_script)
    assert (gone.status_code, gone.content, gone.headers["HX-Redirect"]) == (200, b"", "/decisions/22-015-753/")
    assert "ETag" not in gone.headers
    assert gone.headers["Cache-Control"] == "no-store"
    assert "HX-Request" in gone.headers["Vary"]
    plain = client.get(f"/decisions/?{query}")
    assert (plain.status_code, plain.headers["Vary"]) == (302, "HX-Request")


def test_a_page_for_a_script_is_never_taken_for_the_plain_one_nor_the_other_way_round(client, archive):
    by_script = {"HX-Request": "true"}
    swapped, plain = client.get("/decisions/", headers=by_script), client.get("/decisions/")
    assert "HX-Request" in plain.headers["Vary"]
    assert "HX-Request" in swapped.headers["Vary"]
    held_by_script, held = ({"If-None-Match": each.headers["ETag"]} for each in (swapped, plain))
    assert client.get("/decisions/", headers=held_by_script).status_code == 200
    assert "HX-Push-Url" in client.get("/decisions/", headers=by_script | held).headers
    unchanged = client.get("/decisions/", headers=by_script | held_by_script)
    assert (unchanged.status_code, unchanged.headers["Vary"]) == (304, "Accept-Encoding, HX-Request")


def answering(view):
    """The middleware around a conditional view of this test, at the address of the front page."""
    return page_cache.page_cache_middleware(page_cache.conditional_get(view))


@pytest.mark.parametrize(("header", "name"), [("Cookie", "HTTP_COOKIE"), ("Accept-Language", "HTTP_ACCEPT_LANGUAGE")])
def test_a_page_that_depends_on_more_than_its_key_says_is_neither_kept_nor_unchanged(rf, db, header, name):
    def greeting(request):
        response = HttpResponse(f"Hello {request.META.get(name, 'you')}")
        patch_vary_headers(response, [header])
        return response

    answer = answering(greeting)
    first = answer(rf.get("/", **{name: "Ann=1"}))
    assert first.content == b"Hello Ann=1"
    assert "ETag" not in first.headers
    assert answer(rf.get("/", **{name: "Bob=1"})).content == b"Hello Bob=1"


def test_a_page_that_must_not_be_stored_or_sets_a_cookie_is_not_kept(rf, db):
    answers = []

    def view(request):
        response = HttpResponse(f"{len(answers)}")
        if len(answers) % 2:
            response.headers["Cache-Control"] = "private, no-store"
        else:
            response.set_cookie("name", "Ann")
        return response

    answer = answering(view)
    for _ in range(4):
        answers.append(answer(rf.get("/")))
    assert [each.content for each in answers] == [b"0", b"1", b"2", b"3"]
    assert [each.headers["Cache-Control"] for each in answers[:2]] == ["no-cache", "private, no-store"]
    assert not any("ETag" in each.headers for each in answers)


def test_the_same_program_elsewhere_gives_the_same_tags(tmp_path):
    here = page_cache._digest(settings.BASE_DIR)
    for folder in ("decisions", "ombudsman", "static", "templates"):
        leave_out = shutil.ignore_patterns("__pycache__", "tests")
        shutil.copytree(settings.BASE_DIR / folder, tmp_path / folder, ignore=leave_out)
    shutil.copy(settings.BASE_DIR / "requirements.txt", tmp_path)
    for file in tmp_path.rglob("*"):
        os.utime(file, (0, 0))
    assert page_cache._digest(tmp_path) == here
    for name in ("decisions/data/fields.toml", "templates/404.html"):
        changed = tmp_path / name
        text = changed.read_bytes()
        changed.write_bytes(text.replace(b"e", b"a", 1))
        os.utime(changed, (0, 0))
        assert page_cache._digest(tmp_path) != here
        changed.write_bytes(text)
    changed.rename(changed.with_name("405.html"))
    assert page_cache._digest(tmp_path) != here


def test_a_host_that_is_not_ours_is_refused_though_the_page_is_there(client, archive):
    client.get("/decisions/")
    assert client.get("/decisions/", headers={"Host": "evil.example"}).status_code == 400


def test_a_tag_of_one_page_is_none_of_another(client, archive):
    held = {"If-None-Match": client.get("/decisions/").headers["ETag"]}
    assert client.get("/decisions/?year=2023", headers=held).status_code == 200
    assert client.get("/decisions/20-000-000/", headers=held).status_code == 404
    assert client.get("/decisions/", headers={"If-None-Match": f"W/{held['If-None-Match']}"}).status_code == 304
    assert client.get("/decisions/", headers={"If-None-Match": "*, nonsense"}).status_code == 200


def test_no_more_pages_are_kept_than_a_worker_may(client, archive, settings, django_assert_num_queries):
    settings.CACHES = {"default": settings.CACHES["default"] | {"OPTIONS": {"MAX_ENTRIES": 3, "CULL_FREQUENCY": 3}}}
    addresses = [f"/decisions/?year=2023&page=1&x={each}" for each in range(4)]
    for address in addresses:
        client.get(address)
    for address in addresses[1:]:
        with django_assert_num_queries(1):
            client.get(address)
    with pytest.raises(pytest.fail.Exception), django_assert_num_queries(1):
        client.get(addresses[0])


def test_a_page_that_is_too_long_is_not_kept(client, archive, monkeypatch, django_assert_num_queries):
    length = len(client.get("/decisions/").content)
    cache.clear()
    monkeypatch.setattr(page_cache, "_LONGEST_PAGE", length - 1)
    client.get("/decisions/")
    with pytest.raises(pytest.fail.Exception), django_assert_num_queries(1):
        client.get("/decisions/")


def test_what_a_worker_keeps_is_bounded(settings):
    kept = settings.CACHES["default"]
    assert kept["BACKEND"].endswith("LocMemCache")
    assert kept["OPTIONS"]["MAX_ENTRIES"] * page_cache._LONGEST_PAGE <= 10_000_000
    assert kept["TIMEOUT"] <= 24 * 60 * 60


@pytest.mark.parametrize("address", ["/decisions/?page=9", "/decisions/?q=22015753", "/similar/", "/report/"])
def test_only_pages_that_follow_from_the_archive_are_kept(client, archive, address):
    assert client.get(address).status_code == client.get(address).status_code
    assert len(cache._cache) == 0
    client.get("/decisions/")
    assert len(cache._cache) == 1


def test_the_revision_is_not_read_for_a_page_that_is_never_kept(client, archive, django_assert_num_queries):
    with django_assert_num_queries(1) as queries:
        assert client.get("/healthz").status_code == 200
    assert "revision" not in queries[0]["sql"]
    with django_assert_num_queries(0):
        assert client.get("/no/such/page/here").status_code == 404


@pytest.mark.parametrize("page", [*PAGES, "/grounds/", "/api/v1/decisions/"])
def test_whoever_takes_it_smaller_gets_the_same_page_smaller(client, archive, page, django_assert_num_queries):
    whole = client.get(page)
    small = client.get(page, headers={"Accept-Encoding": "br, gzip;q=0.8"})
    assert (small.headers["Content-Encoding"], int(small.headers["Content-Length"])) == ("gzip", len(small.content))
    assert gzip.decompress(small.content) == whole.content
    assert len(small.content) < len(whole.content) / 2
    assert "Accept-Encoding" in whole.headers["Vary"]
    assert "Accept-Encoding" in small.headers["Vary"]
    assert small.headers["ETag"] != whole.headers["ETag"]
    again = {"If-None-Match": small.headers["ETag"]}
    assert client.get(page, headers={"Accept-Encoding": "gzip", **again}).status_code == 304
    assert client.get(page, headers=again).content == whole.content
    with django_assert_num_queries(1):
        assert client.get(page, headers={"Accept-Encoding": "gzip"}).content == small.content


@pytest.mark.parametrize("accepted", ["gzip;q=0", "gzip; q=0.0, br", "br", "identity", ""])
def test_whoever_does_not_take_it_smaller_gets_it_as_it_is(client, archive, accepted):
    response = client.get("/decisions/", headers={"Accept-Encoding": accepted})
    assert "Content-Encoding" not in response.headers
    assert b"5 decisions" in response.content


def test_a_page_with_a_secret_of_somebodys_is_never_compressed(client, archive):
    response = client.get("/report/", headers={"Accept-Encoding": "gzip"})
    assert b"csrfmiddlewaretoken" in response.content
    assert "Content-Encoding" not in response.headers
