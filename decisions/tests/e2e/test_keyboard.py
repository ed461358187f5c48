"""Everything can be reached and done with the keyboard, in the order in which it is read."""

import re

import pytest
from playwright.sync_api import expect

from decisions.tests.e2e.conftest import NARROW, WIDE
from decisions.tests.e2e.keyboard import Keyboard
from decisions.tests.e2e.pages import PAGES
from decisions.tests.e2e.test_narrow_screens import UNFOLD

FOCUSED = "document.activeElement.id || document.activeElement.textContent.trim()"
COULD_BE_REACHED = """() => [...document.querySelectorAll("a[href], button, input, textarea, summary, [tabindex]")]
    .filter((each) => each.tabIndex >= 0 && each.checkVisibility({visibilityProperty: true}))
    .filter((each, at, all) => each.type !== "radio" || all.findIndex((other) => other.name === each.name) === at)
    .length"""


def tab(page, times):
    """What has the focus after each press of Tab."""
    reached = []
    for _ in range(times):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
    return reached


def test_tab_goes_from_the_skip_links_over_search_and_filters_to_the_first_decision(visit):
    page = visit()
    keyboard = Keyboard(page)
    for milestone in [
        page.get_by_role("link", name="Skip to the text"),
        page.get_by_role("link", name="Reasons Given"),
        page.locator("#q"),
        page.locator("#ground-nothing-worthwhile-to-achieve"),
        page.locator("#year-2021"),
        page.get_by_role("link", name="Oldest first"),
        page.get_by_role("link", name="Southend-on-Sea City Council"),
    ]:
        keyboard.reach(milestone)


def test_the_first_decision_found_is_ten_stops_away_however_many_filters_there_are(visit):
    page = visit()
    keyboard = Keyboard(page)
    keyboard.follow(page.get_by_role("link", name="Skip to the decisions found"), most=2)
    expect(page.locator("#results")).to_be_focused()
    keyboard.reach(page.get_by_role("link", name="Southend-on-Sea City Council"), most=8)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_focus_is_seen_on_every_stop_of_every_kind_of_page_and_never_trapped(visit, size):
    page = visit(viewport=size)
    for first, *_ in PAGES.values():
        page.goto(first)
        page.evaluate(UNFOLD)
        if (late := page.locator(".similar [data-from]")).count():
            late.scroll_into_view_if_needed()
            expect(page.locator(".neighbour").first).to_be_visible()
            page.evaluate("scrollTo(0, 0)")
        keyboard, places = Keyboard(page), []
        while (stop := keyboard.tab()).place == len(places):
            places.append(stop.name)
        assert stop.place <= 0, f"{first}: from {places[-1]} Tab leads back to {stop.name}"
        assert page.evaluate(COULD_BE_REACHED) == len(places) >= 8, f"{first}: {places}"


def test_on_a_narrow_screen_the_folded_filters_are_one_stop(visit):
    page = visit(viewport=NARROW)
    page.locator("#q").focus()
    assert tab(page, 5) == ["Search", "Describe it in your own words", "How to search", "Filters", "Newest first"]
    page.locator("#filters > summary").focus()
    page.keyboard.press("Enter")
    assert tab(page, 1) == ["ground-nothing-worthwhile-to-achieve"]


def test_the_skip_link_shows_itself_and_leads_past_the_masthead(visit):
    page = visit("/decisions/22-015-753/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_enter_searches(visit):
    page = visit()
    page.locator("#q").fill("rectification")
    page.locator("#q").press("Enter")
    expect(page).to_have_url(re.compile("q=rectification"))
    expect(page.locator("#results article")).to_have_count(3)
