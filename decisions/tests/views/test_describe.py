"""The page for describing what happened in one's own words: its answers, and that it stores nothing."""

import logging
import re
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.client import MULTIPART_CONTENT
from django.test.utils import CaptureQueriesContext

from decisions.similar import views
from decisions.tests.search.factories import checks_of_the_index
from decisions.tests.views.odd_values import ODD

pytestmark = pytest.mark.django_db
URL = "/similar/"
FORM = "application/x-www-form-urlencoded"


def answer(client, text):
    response = client.post(URL, urlencode({"words": text}, errors="replace"), content_type=FORM)
    assert response.status_code == 200
    return response.content.decode()


def test_the_form_stands_there_and_says_that_nothing_is_kept(client, archive):
    response = client.get(URL)
    text = response.content.decode()
    assert "<textarea" in text
    assert 'method="post"' in text
    assert "not stored, logged or put in an address, and sets no cookie" in text
    assert 'id="closest"' not in text
    assert f'href="{URL}"' in client.get("/decisions/").content.decode()


def test_it_shows_the_closest_with_why_and_counts_with_what_they_are_of(client, archive):
    text = answer(client, "A social worker wrote a flawed assessment; I want rectification.")
    assert "The closest decisions" in text
    assert "entions <em>" in text
    assert re.search(r"\b[123]\sof\s[123]\b", text)
    assert "%" not in text[text.index('id="closest"') :]
    assert "not the Ombudsman’s official rates" in text
    assert "A social worker wrote a flawed assessment; I want rectification.</textarea>" in text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "You have not written anything."),
        (" \n", "You have not written anything."),
        ("the and of 123", "so we cannot compare it with decisions"),
        ("quizzaciously", "We found no similar decisions."),
        ("<script>alert(1)</script>", "We found no similar decisions."),
    ],
)
def test_what_leads_nowhere_is_explained(client, archive, typed, said):
    text = answer(client, typed)
    assert said in text
    assert "<script>alert" not in text


def test_a_long_text_is_read_as_far_as_the_form_says(client, archive):
    text = answer(client, "rectification " * 5000)
    assert "Your text is longer than 50,000 characters" in text
    assert len(text) < 80_000
    assert "Your text is longer" not in answer(client, "rectification")


def test_far_too_long_a_text_is_not_read_at_all(client, archive):
    response = client.post(URL, "words=" + "x" * 3_000_000, content_type=FORM)
    assert response.status_code == 413
    assert "so we did not read it" in response.content.decode()


@pytest.mark.parametrize("body", [b"\xff\xfe", b"words=%ff%00", b"&" * 30_000, b"a=1&" * 30_000, b"%" * 100, b"words"])
def test_bodies_of_any_shape_are_answered(client, archive, body):
    assert client.post(URL, body, content_type=FORM).status_code in (200, 400)


@pytest.mark.parametrize("value", ODD, ids=range(len(ODD)))
def test_each_odd_text_is_answered(client, archive, value):
    answer(client, value)
    answer(client, f"rectification {value} report")


def test_a_file_is_not_taken(client, archive, tmp_path):
    (tmp_path / "letter.txt").write_text("rectification", encoding="utf-8")
    with (tmp_path / "letter.txt").open("rb") as file:
        response = client.post(URL, {"words": file}, content_type=MULTIPART_CONTENT)
    assert response.status_code == 415
    assert "No page here takes files" in response.text


def test_nothing_is_kept_of_what_was_told(archive, caplog):
    client = Client(enforce_csrf_checks=True)
    caplog.set_level(logging.DEBUG, logger="decisions")
    caplog.set_level(logging.INFO)
    with CaptureQueriesContext(connection) as asked:
        response = client.post(URL, urlencode({"words": "rectification quizzaciously"}), content_type=FORM)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    assert "Location" not in response.headers
    assert "ETag" not in response.headers
    assert not response.cookies
    assert "rectification" not in caplog.text
    reading = ("SELECT", "BEGIN", "ROLLBACK", "DECLARE")
    writing = [each["sql"] for each in asked if each["sql"].lstrip().split()[0] not in reading]
    assert writing == []
    text = response.content.decode()
    assert [line for line in text.splitlines() if "href" in line and "quizzaciously" in line] == []


def test_an_error_report_does_not_show_it(archive, client, monkeypatch, settings, caplog):
    def broken(words):
        raise RuntimeError("broken")

    settings.DEBUG = False
    client.raise_request_exception = False
    monkeypatch.setattr(views, "Closest", broken)
    response = client.post(URL, urlencode({"words": "quizzaciously"}), content_type=FORM)
    assert response.status_code == 500
    assert "quizzaciously" not in caplog.text
    assert b"quizzaciously" not in response.content


def test_the_form_is_not_kept_by_browsers_either(client, archive):
    assert client.get(URL).headers["Cache-Control"] == "no-store"
    assert "rectification</textarea>" not in client.get(URL, {"words": "rectification"}).content.decode()
    assert client.put(URL).status_code == 405


def test_it_takes_five_queries_however_long(client, archive, django_assert_max_num_queries):
    client.get("/decisions/")
    with django_assert_max_num_queries(5 + checks_of_the_index()):
        answer(client, "rectification " * 1000 + "assessment flawed social worker")
