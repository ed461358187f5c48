"""Somebody who wants the data finds it, from any page, by links alone."""

from playwright.sync_api import expect

from decisions import dumps
from decisions.tests.errands.conftest import NARROW


def test_a_researcher_finds_the_files_and_what_their_fields_mean(visit, scripted, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    made = dumps.dump(tmp_path / "dumps")
    page = visit("/decisions/", java_script_enabled=scripted)
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
