"""Suggestions below the search box: by keyboard, by mouse, and for screen readers."""

import re

import pytest
from playwright.sync_api import expect

from decisions.tests.e2e.conftest import NARROW
from decisions.tests.e2e.test_accessibility import complaints_in_both_looks


@pytest.fixture
def page(visit):
    """A visitor who has typed the beginning of a council's name."""
    page = visit("/decisions/?year=2025")
    page.locator("#q").press_sequentially("lond")
    expect(option(page, "London Borough of Barnet")).to_be_visible()
    return page


def option(page, label):
    return page.get_by_role("option", name=label)


def test_those_who_listen_are_told_how_many_there_are_and_which_is_chosen(page):
    box = page.get_by_role("combobox", name="Search the decisions")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#search [aria-live]")).to_have_text(re.compile(r"^\d suggestions?\. "))
    box.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_contain_text("London Borough of Barnet")
    expect(chosen).to_contain_text("Council")
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    expect(box).to_be_focused()


def test_enter_takes_the_chosen_council_as_a_filter_and_keeps_the_others(page):
    page.locator("#q").press("ArrowDown")
    page.locator("#q").press("Enter")
    expect(page).to_have_url(re.compile("council=london-borough-of-barnet"))
    expect(page).to_have_url(re.compile("year=2025"))
    expect(page.locator("#q")).to_have_value("")
    expect(page.get_by_role("list", name="Applied filters")).to_contain_text("London Borough of Barnet")


def test_arrows_go_round_by_way_of_the_box(page):
    box = page.locator("#q")
    for _ in range(page.get_by_role("option").count()):
        box.press("ArrowDown")
    expect(page.get_by_role("option").last).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile("."))
    box.press("ArrowUp")
    expect(page.get_by_role("option").last).to_have_attribute("aria-selected", "true")


def test_enter_without_a_choice_searches_for_what_was_typed(page):
    page.locator("#q").press("Enter")
    expect(page).to_have_url(re.compile("q=lond"))


def test_escape_closes_and_leaves_what_was_typed_and_down_opens_again(page):
    box = page.locator("#q")
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("lond")
    box.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()


def test_tab_goes_on_and_closes(page):
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_focused()


def test_a_click_takes_a_ground(visit):
    page = visit()
    page.locator("#q").press_sequentially("rectification worthw")
    option(page, "Nothing worthwhile would be achieved").click()
    expect(page).to_have_url(re.compile("ground=nothing-worthwhile-to-achieve"))
    expect(page.locator("#q")).to_have_value("rectification")


def test_words_fill_the_box_and_nothing_is_sent(visit):
    page = visit()
    page.locator("#q").press_sequentially("soci")
    expect(page.get_by_role("option").first).to_be_visible()
    words = page.get_by_role("option", name="Words").first
    filled = words.locator(".label").text_content()
    words.click()
    expect(page.locator("#q")).to_have_value(filled)
    expect(page.locator("#q")).to_be_focused()
    expect(page).to_have_url(re.compile("/decisions/$"))


@pytest.mark.long("accessibility")
def test_axe_finds_nothing_while_they_are_open(page):
    page.locator("#q").press("ArrowDown")
    assert complaints_in_both_looks(page) == []


def test_they_fit_a_narrow_screen(visit):
    page = visit(viewport=NARROW)
    page.locator("#q").press_sequentially("childr")
    expect(page.get_by_role("option").first).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= NARROW["width"]


def test_without_scripts_the_box_is_a_search_box(visit):
    page = visit(java_script_enabled=False)
    page.get_by_role("searchbox").fill("lond")
    page.get_by_role("searchbox").press("Enter")
    expect(page).to_have_url(re.compile("q=lond"))
