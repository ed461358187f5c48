"""An adviser who needs the paragraph to quote: from words they remember to citation and address in the clipboard."""

import re

from playwright.sync_api import expect

from decisions.tests.e2e.conftest import CLIPBOARD
from decisions.tests.e2e.keyboard import Keyboard

WORDS = '"legal right to rectification"'
QUOTED = "Staffordshire County Council (22 015 753), paragraph 7"


def finds_the_paragraph(page):
    """They search for the words, and are led to the paragraph that has them, where they are marked."""
    page.get_by_label("Search the decisions").fill(WORDS)
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".hit mark")).to_have_text("legal right to rectification")
    page.get_by_role("link", name="Paragraph 7").click()
    expect(page).to_have_url(re.compile(r"/decisions/22-015-753/\?q=[^#]+#p7$"))
    expect(page.locator("#p7 mark")).to_be_in_viewport()
    expect(page.locator("#p7 mark")).to_have_text("legal right to rectification")


def has_it(page, site):
    expect(page.get_by_role("status")).to_have_text("Citation and address of paragraph 7 copied")
    address = f"{site}/decisions/22-015-753/#p7"
    assert page.evaluate("navigator.clipboard.readText()") == f"{QUOTED}\n{address}"


def test_a_button_copies_citation_and_address(visit, site):
    page = visit("/", **CLIPBOARD)
    finds_the_paragraph(page)
    page.locator("#p7").hover()
    page.get_by_role("button", name="Copy: citation and address of paragraph 7").click()
    has_it(page, site)


def test_without_scripts_the_number_is_the_link_to_quote(visit):
    page = visit("/", java_script_enabled=False)
    finds_the_paragraph(page)
    expect(page.get_by_role("button", name=re.compile("Copy"))).to_have_count(0)
    number = page.get_by_role("link", name="Paragraph 7", exact=True).and_(page.locator(".number"))
    assert number.get_attribute("href") == "#p7"
    number.click()
    expect(page).to_have_url(re.compile("#p7$"))


def test_by_keyboard_alone(visit, site):
    page = visit("/", **CLIPBOARD)
    keyboard = Keyboard(page)
    keyboard.search(page.locator("#q"), WORDS)
    expect(page.locator(".hit mark")).to_be_visible()
    keyboard.follow(page.get_by_role("link", name="Skip to the decisions found"))
    keyboard.follow(page.get_by_role("link", name="Paragraph 7"))
    expect(page.locator("#p7 mark")).to_be_in_viewport()
    keyboard.press(page.get_by_role("button", name="Copy: citation and address of paragraph 7"), most=4)
    has_it(page, site)


def test_by_keyboard_alone_and_without_scripts(visit):
    page = visit("/", java_script_enabled=False)
    keyboard = Keyboard(page)
    keyboard.search(page.locator("#q"), WORDS)
    expect(page.locator(".hit mark")).to_be_visible()
    keyboard.follow(page.get_by_role("link", name="Skip to the decisions found"))
    keyboard.follow(page.get_by_role("link", name="Paragraph 7"))
    keyboard.press(page.locator("#p7 .number"), most=2)
    expect(page).to_have_url(re.compile("#p7$"))
