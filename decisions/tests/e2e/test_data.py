"""A journalist or researcher who wants the data: of a filtered list, of the whole archive, as a feed, by the API."""

import json
import re

from playwright.sync_api import expect

from decisions.data import dump
from decisions.tests.csv_files import rows_of
from decisions.tests.e2e.conftest import NARROW
from decisions.tests.e2e.keyboard import Keyboard

WANTED = ["24 012 358", "22 015 753"]
"""The decisions that give a reason, newest first."""


def rows(download):
    return rows_of(download.value.path().read_bytes())


def test_a_list_is_narrowed_down_and_taken_along_in_each_form(visit, scripted):
    page = visit("/", java_script_enabled=scripted)
    page.get_by_role("navigation", name="Site").get_by_role("link", name="Decisions").click()
    page.get_by_role("checkbox", name=re.compile("^Nothing worthwhile would be achieved")).check()
    if not scripted:
        page.get_by_role("button", name="Apply filters").click()
    expect(page.get_by_role("heading", name="2 decisions")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert [each["reference"] for each in rows(download)] == WANTED
    with page.expect_download() as download:
        page.get_by_role("link", name="JSON Lines").click()
    shapes = [json.loads(line) for line in download.value.path().read_text(encoding="utf-8").splitlines()]
    assert [each["reference"] for each in shapes] == WANTED
    assert all(
        any(ground["ground"] == "nothing-worthwhile-to-achieve" for ground in each["grounds"]) for each in shapes
    )


def test_by_keyboard_alone(visit, scripted):
    page = visit("/", java_script_enabled=scripted)
    keyboard = Keyboard(page)
    keyboard.follow(page.get_by_role("navigation", name="Site").get_by_role("link", name="Decisions"))
    keyboard.reach(page.locator("#ground-nothing-worthwhile-to-achieve"))
    page.keyboard.press("Space")
    if scripted:
        expect(page.get_by_role("status")).to_have_text("2 decisions found")
    else:
        keyboard.follow(page.get_by_role("button", name="Apply filters"))
        keyboard.follow(page.get_by_role("link", name="Skip to the decisions found"))
    with page.expect_download() as download:
        keyboard.press(page.get_by_role("link", name="CSV"))
    assert [each["reference"] for each in rows(download)] == WANTED
    keyboard.follow(page.get_by_role("navigation", name="Site").get_by_role("link", name="Data"))
    keyboard.follow(page.get_by_role("link", name="Columns of CSV"))
    expect(page.locator("#csv")).to_be_in_viewport()


def test_a_researcher_finds_the_files_and_what_their_fields_mean(visit, scripted_or_not, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    made = dump.dump(tmp_path / "dumps")
    page = visit("/decisions/", java_script_enabled=scripted_or_not)
    page.get_by_role("navigation", name="Site").get_by_role("link", name="Data").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Data")
    expect(page.locator("#decision-grounds-quote dd")).to_have_text("The very words that show it.")
    expect(page.locator("#table-paragraphs-text")).to_be_hidden()
    page.locator("#table-paragraphs summary").click()
    expect(page.locator("#table-paragraphs-text dd")).to_have_text("The words.")
    with page.expect_download() as download:
        page.get_by_role("link", name="decisions.csv.gz").click()
    assert download.value.path().stat().st_size == made.files[1].size


def test_a_programmer_finds_the_description_of_the_api(visit):
    page = visit("/data/", viewport=NARROW)
    page.get_by_role("link", name="API").click()
    expect(page.locator("#listDecisions-cursor dd")).to_contain_text("leave it out for the first page")
    page.get_by_role("link", name="openapi.json").click()
    expect(page.locator("body")).to_contain_text("3.1.0")


def test_a_reader_finds_the_feed_of_a_list(visit, scripted):
    page = visit("/decisions/?outcome=closed-after-initial-enquiries&year=2023", java_script_enabled=scripted)
    feed = page.get_by_role("link", name="follow the list")
    address = page.locator('link[type="application/atom+xml"]').get_attribute("href")
    assert feed.get_attribute("href") == address
    answer = page.request.get(address)
    assert (answer.status, "<title>Closed after initial enquiries, 2023</title>" in answer.text()) == (200, True)
