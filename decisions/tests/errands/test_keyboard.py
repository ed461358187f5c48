"""Everything can be reached and done with the keyboard, in the order in which it is read."""

import re

from playwright.sync_api import expect

from decisions.tests.errands.conftest import NARROW

FOCUSED = "document.activeElement.id || document.activeElement.textContent.trim()"


def tab(page, times):
    """What has the focus after each press of Tab."""
    reached = []
    for _ in range(times):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
    return reached


def test_tab_goes_from_the_skip_link_over_search_and_filters_to_the_first_decision(visit):
    page = visit()
    reached = tab(page, 40)
    milestones = [
        "Skip to the text",
        "Reasons Given",
        "q",
        "ground-nothing-worthwhile-to-achieve",
        "year-2021",
        "Oldest first",
        "Southend-on-Sea City Council",
    ]
    places = [reached.index(each) for each in milestones]
    assert places == sorted(places)
    assert places[0] == 0


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


def test_what_has_the_focus_has_a_ring_of_three_pixels(visit):
    page = visit("/decisions/24-012-358/")
    for _ in range(12):
        page.keyboard.press("Tab")
        ring = page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement); return [s.outlineStyle, s.outlineWidth] })()"
        )
        assert ring == ["solid", "3px"], page.evaluate(FOCUSED)
