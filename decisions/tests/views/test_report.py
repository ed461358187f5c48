"""The report form: what is stored, what is refused, and that no one can flood it."""

import re
import subprocess
import sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.db import OperationalError, connection

from decisions.models import Notice, Revision
from decisions.site import notices
from decisions.tests import processes
from decisions.tests.client import FormClient

pytestmark = pytest.mark.django_db
URL = "/report/"
SENT = {"kind": "error", "about": "22015753", "message": "Paragraph 7 has a word too many.", "reply_to": ""}
NOON = datetime(2026, 3, 10, 12, 0, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def clock(monkeypatch):
    """Set the time."""

    def set_to(moment):
        monkeypatch.setattr(notices.timezone, "now", lambda: moment)

    set_to(NOON)
    return set_to


def send(client, address="192.0.2.7", **changes):
    return client.post(URL, SENT | changes, REMOTE_ADDR=address)


def test_the_form_stands_there_with_the_decision_it_is_about_and_says_which_cookie_it_sets(client):
    response = client.get(URL, {"about": "22-015-753"})
    page = response.content.decode()
    assert 'value="22 015 753"' in page
    assert "This page sets one cookie" in page
    assert list(response.cookies) == ["csrftoken"]
    assert response.cookies["csrftoken"]["max-age"] == ""
    assert response.cookies["csrftoken"]["httponly"]
    assert {"private", "no-cache"} == set(response.headers["Cache-Control"].split(", "))
    assert "ETag" not in response.headers


@pytest.mark.parametrize("about", ["", "nonsense", "<script>", "\0", "9" * 5000])
def test_an_address_that_names_no_decision_leaves_the_form_empty(client, about):
    page = client.get(URL, {"about": about}).content.decode()
    assert re.search(r'id="id_about"[^>]*value=""', page)


def test_what_is_told_is_kept_for_staff_and_thanked_for_at_another_address(client):
    response = send(client, reply_to="ann@example.org")
    assert (response.status_code, response.headers["Location"]) == (302, "/report/thanks/")
    kept = Notice.objects.get()
    assert (kept.kind, kept.about, kept.message) == ("error", "22 015 753", SENT["message"])
    assert (kept.reply_to, kept.answer, kept.settled_at) == ("ann@example.org", "", None)
    thanks = client.get("/report/thanks/")
    assert "Thank you. We have your message" in thanks.content.decode()
    assert not thanks.cookies


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ref 22 015 753.", "22 015 753"),
        ("https://archive.example.org/decisions/22-015-753/", "22 015 753"),
        ("the page on privacy", "the page on privacy"),
        ("", ""),
    ],
)
def test_a_decision_is_recognised_in_any_spelling_and_anything_else_kept_as_typed(client, typed, kept):
    send(client, about=typed)
    assert Notice.objects.get().about == kept


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"kind": ""}, "id_kind_0", "Choose what it is about"),
        ({"kind": "praise"}, "id_kind_0", "Choose one of the three"),
        ({"message": "  \n "}, "id_message", "Tell us what is wrong"),
        ({"message": "x" * 5001}, "id_message", "Use 5,000 characters or fewer"),
        ({"message": "a\0b"}, "id_message", "Null characters are not allowed."),
        ({"about": "x" * 201}, "id_about", "Use 200 characters or fewer"),
        ({"reply_to": "ann at example"}, "id_reply_to", "Enter an email address such as"),
        ({"website": "https://buy.example"}, "id_website", "only programs fill it in"),
    ],
)
def test_what_cannot_be_taken_is_said_above_the_form_and_at_its_field_and_nothing_is_lost(client, changes, field, said):
    response = send(client, **changes)
    page = response.content.decode()
    assert response.status_code == 422
    assert "<title>Error: Report" in page
    assert re.search(r'role="alert"[^>]*>\s*<h2[^>]*>There is a problem', page)
    assert re.search(rf'<a href="#{field}">[^<]*{re.escape(said)}', page)
    assert f'id="{field}"' in page
    assert len(re.findall('class="error"', page)) == 1
    if "message" not in changes:
        assert SENT["message"] in page
    assert not Notice.objects.exists()


def test_the_trap_is_hidden_from_people_until_something_stands_in_it(client):
    assert re.search(r'class="trap" aria-hidden="true">', client.get(URL).content.decode())
    page = send(client, website="x").content.decode()
    assert "aria-hidden" not in page
    assert 'tabindex="-1"\n' not in page[page.index("id_website") :]


def test_what_is_typed_is_escaped_when_it_is_shown_again(client):
    page = send(client, kind="", message="</textarea><script>alert(1)</script>").content.decode()
    assert "<script>alert" not in page


def test_more_than_ten_a_day_from_one_sender_are_refused_until_midnight_and_others_not(client, clock):
    for _ in range(notices.MOST_A_DAY):
        assert send(client).status_code == 302
    refused = send(client, message="One more.")
    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == f"{12 * 3600 + 1}"
    page = refused.content.decode()
    assert "You can send more after midnight" in page
    assert "One more." in page
    assert send(client, "192.0.2.8").status_code == 302
    clock(NOON + timedelta(hours=12, seconds=1))
    assert send(client).status_code == 302


def test_more_than_a_hundred_an_hour_from_all_are_refused_until_the_hour_is_over(client, clock, monkeypatch):
    monkeypatch.setattr(notices, "MOST_AN_HOUR", 3)
    for number in range(3):
        clock(NOON + timedelta(minutes=number))
        assert send(client, f"192.0.2.{number}").status_code == 302
    refused = send(client, "192.0.2.9")
    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == f"{58 * 60 + 1}"
    assert "in 59 minutes" in refused.content.decode()
    clock(NOON + timedelta(hours=1, seconds=1))
    assert send(client, "192.0.2.9").status_code == 302


def test_no_address_is_kept_nor_what_tells_a_sender_of_one_day_from_one_of_another(client, clock):
    send(client)
    first = Notice.objects.get().sender
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM decisions_notice")
        assert "192.0.2.7" not in str(cursor.fetchall())
    clock(NOON + timedelta(days=1))
    send(client)
    senders = list(Notice.objects.order_by("at").values_list("sender", flat=True))
    assert senders[0] == ""
    assert senders[1] not in ("", first)


def test_a_household_has_one_address_and_another_household_another(clock):
    same = {notices._hashed(each, NOON) for each in ("2001:db8::1", "2001:db8::ffff:1")}
    mapped = {notices._hashed(each, NOON) for each in ("192.0.2.7", "::ffff:192.0.2.7")}
    others = {notices._hashed(each, NOON) for each in ("2001:db8:0:1::1", "::ffff:192.0.2.8", "", "unix")}
    assert (len(same), len(mapped), len(others), len(same | mapped | others)) == (1, 1, 4, 6)


def test_in_production_the_proxy_in_front_tells_who_sends_and_nobody_else_can(client, settings):
    settings.PRODUCTION = True
    sent = [
        client.post(URL, SENT, REMOTE_ADDR="127.0.0.1", headers={"X-Forwarded-For": forwarded})
        for forwarded in ("192.0.2.1, 192.0.2.7", "10.9.8.7, 192.0.2.7", "192.0.2.8")
    ]
    assert {each.status_code for each in sent} == {302}
    assert len(set(Notice.objects.values_list("sender", flat=True))) == 2
    settings.PRODUCTION = False
    client.post(URL, SENT, REMOTE_ADDR="127.0.0.1", headers={"X-Forwarded-For": "192.0.2.8"})
    assert len(set(Notice.objects.values_list("sender", flat=True))) == 3


def test_a_form_without_its_cookie_is_refused_and_stands_there_again_ready_to_be_sent():
    client = FormClient(enforce_csrf_checks=True)
    response = client.post(URL, SENT | {"kind": "removal"})
    page = response.content.decode()
    assert response.status_code == 403
    assert "came without the cookie" in page
    assert SENT["message"] in page
    assert re.search(r'value="removal"[^>]*checked', page)
    assert not Notice.objects.exists()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    assert client.post(URL, SENT | {"csrfmiddlewaretoken": token}).status_code == 302


def test_a_form_of_the_staff_without_its_cookie_is_refused_with_what_to_do():
    response = FormClient(enforce_csrf_checks=True).post("/admin/login/", {"username": "ann"})
    assert response.status_code == 403
    assert "without the cookie that its page sets" in response.content.decode()


def test_with_its_cookie_it_is_taken():
    client = FormClient(enforce_csrf_checks=True)
    page = client.get(URL).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    assert client.post(URL, SENT | {"csrfmiddlewaretoken": token}).status_code == 302


@pytest.mark.parametrize(
    ("body", "status"), [("message=" + "x" * 3_000_000, 413), ("&".join(f"a{n}=" for n in range(30_000)), 400)]
)
def test_what_nobody_types_is_refused(client, body, status):
    assert client.post(URL, body, content_type="application/x-www-form-urlencoded").status_code == status


def test_where_the_database_cannot_be_written_it_says_so_and_keeps_what_was_typed_in_sight(client, monkeypatch):
    def locked(**fields):
        raise OperationalError("database is locked")

    monkeypatch.setattr(Notice.objects, "create", locked)
    response = send(client)
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "60"
    assert SENT["message"] in response.content.decode()


def test_nothing_of_it_is_public_nor_changes_what_is(client, archive):
    before = Revision.now()
    send(client, message="Zebracrossing", reply_to="zebra@example.org")
    assert Revision.now() == before
    for page in [
        "/",
        "/decisions/",
        "/decisions/?q=zebracrossing",
        "/decisions/22-015-753/",
        "/about/",
        "/sitemap.xml",
    ]:
        assert "zebra@" not in client.get(page).content.decode()
        assert "Zebracrossing" not in client.get(page).content.decode()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(client, method):
    assert getattr(client, method)(URL).status_code == 405
    assert client.post("/report/thanks/").status_code == 405


SENDER = """
import django
django.setup()
from decisions.site import notices
for number in range(6):
    kept = notices.save_notice({"kind": "other", "about": "", "message": "Again.", "reply_to": ""}, "192.0.2.7")
    assert not isinstance(kept, notices.RetryLater) or kept.status == 429
"""


def test_no_more_are_taken_where_several_workers_take_them_at_once(new_archive, tmp_path):
    new_archive(tmp_path)
    environment = processes.environment(tmp_path) | {"DJANGO_SETTINGS_MODULE": "ombudsman.settings"}
    workers = [
        subprocess.Popen([sys.executable, "-c", SENDER], cwd=settings.BASE_DIR, env=environment) for _ in range(4)
    ]
    assert [each.wait(timeout=120) for each in workers] == [0, 0, 0, 0]
    assert processes.rows(tmp_path, "SELECT count(*) FROM decisions_notice") == [(notices.MOST_A_DAY,)]
