"""Notices from readers in the admin: read, answered, resolved and deleted by those who may, and by no one else."""

import pytest
from django.contrib.auth.models import Permission, User
from django.utils import timezone

from decisions.models import Notice

pytestmark = pytest.mark.django_db
URL = "/admin/decisions/notice/"


@pytest.fixture
def notice(db):
    return Notice.objects.create(
        kind="error",
        about="22 015 753",
        message="A word <b>too</b> many.",
        reply_to="ann@example.org",
        at=timezone.now(),
    )


def staff(client, *permissions):
    user = User.objects.create_user("bea", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client.force_login(user)
    return client


def test_the_open_ones_are_listed_unless_asked_otherwise(client, notice):
    Notice.objects.create(kind="other", message="Long done.", at=timezone.now(), settled_at=timezone.now())
    staff(client, "view_notice")
    listed = {each: client.get(URL + each).content.decode() for each in ("", "?state=settled", "?state=all")}
    assert ["too&lt;/b&gt; many" in page for page in listed.values()] == [True, False, True]
    assert ["Long done." in page for page in listed.values()] == [False, True, True]
    assert '<a href="' + f"{URL}add/" not in listed[""]


def test_one_is_answered_and_settled_and_opened_again(client, notice, archive):
    staff(client, "view_notice", "change_notice")
    page = client.get(f"{URL}{notice.pk}/change/").content.decode()
    assert "A word &lt;b&gt;too&lt;/b&gt; many." in page
    assert 'href="mailto:ann@example.org?subject=Your%20message' in page
    assert "/admin/decisions/decision/" in page
    client.post(f"{URL}{notice.pk}/change/", {"answer": "Mended, and said so.", "is_settled": "on", "message": "Other"})
    notice.refresh_from_db()
    assert (notice.answer, notice.settled_by, notice.message) == (
        "Mended, and said so.",
        "bea",
        "A word <b>too</b> many.",
    )
    assert notice.settled_at
    first = notice.settled_at
    client.post(f"{URL}{notice.pk}/change/", {"answer": "More.", "is_settled": "on"})
    notice.refresh_from_db()
    assert (notice.answer, notice.settled_at) == ("More.", first)
    client.post(f"{URL}{notice.pk}/change/", {"answer": "More."})
    notice.refresh_from_db()
    assert (notice.settled_at, notice.settled_by) == (None, "")


def test_several_are_settled_at_once(client, notice):
    staff(client, "view_notice", "change_notice")
    for action, is_settled in [("settle", True), ("open_again", False)]:
        client.post(f"{URL}?state=all", {"action": action, "_selected_action": [notice.pk]})
        notice.refresh_from_db()
        assert (notice.settled_at is not None) is is_settled


def test_who_may_only_read_settles_nothing(client, notice):
    staff(client, "view_notice")
    assert "is_settled" not in client.get(f"{URL}{notice.pk}/change/").content.decode()
    assert client.post(f"{URL}{notice.pk}/change/", {"is_settled": "on"}).status_code == 403
    client.post(URL, {"action": "settle", "_selected_action": [notice.pk]})
    notice.refresh_from_db()
    assert notice.settled_at is None


def test_who_wishes_to_be_forgotten_is_deleted_by_whoever_may(client, notice):
    staff(client, "view_notice", "change_notice")
    assert client.post(f"{URL}{notice.pk}/delete/", {"post": "yes"}).status_code == 403
    client.logout()
    User.objects.all().delete()
    staff(client, "view_notice", "delete_notice")
    assert client.post(f"{URL}{notice.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Notice.objects.exists()


def test_nobody_adds_one_and_a_stranger_reads_none(client, notice):
    assert client.get(URL).status_code == 302
    staff(client, "view_notice", "add_notice")
    assert client.get(f"{URL}add/").status_code == 403
    assert client.get(f"{URL}{notice.pk}/change/").status_code == 200
