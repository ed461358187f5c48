"""What scripts add on the list: ticking a filter changes the page in place, and nothing else about it."""

import re

import pytest
from playwright.sync_api import expect

from decisions import facets
from decisions.tests.e2e.conftest import PHONE
from decisions.tests.views.test_timeouts import SLOW

SEEN_BEFORE = "window.seenBefore === true"


@pytest.fixture
def visitor(visit):
    """A visitor on the list, whose page remembers that it was not loaded anew."""
    page = visit()
    page.evaluate("window.seenBefore = true")
    return page


def box(page, label):
    """The tick box of a filter, by the beginning of its label."""
    return page.get_by_role("checkbox", name=re.compile(f"^{label}"))


def test_ticking_changes_results_counts_and_address_without_loading_the_page_anew(visitor):
    box(visitor, "Nothing worthwhile").check()
    expect(visitor.locator("#results article")).to_have_count(2)
    expect(visitor.locator("#facets")).not_to_contain_text("2021")
    expect(visitor).to_have_url(re.compile(r"[?&]ground=nothing-worthwhile-to-achieve"))
    expect(visitor.get_by_role("status")).to_have_text("2 decisions found")
    assert visitor.evaluate(SEEN_BEFORE)


def test_the_ticked_box_keeps_the_focus(visitor):
    box(visitor, "2025").press("Space")
    expect(visitor.locator("#results article")).to_have_count(1)
    expect(box(visitor, "2025")).to_be_focused()
    box(visitor, "2025").press("Space")
    expect(visitor.locator("#results article")).to_have_count(5)
    expect(box(visitor, "2025")).to_be_focused()


def test_a_tick_that_takes_too_long_says_so_and_the_next_one_works(visitor, settings):
    visitor.locator("#q").fill(SLOW)
    facets.forget_matches()
    settings.STATEMENT_SECONDS = 0
    box(visitor, "2025").check()
    expect(visitor.locator("#results")).to_contain_text("so it was stopped")
    expect(visitor.get_by_role("status")).to_have_text("The search took too long")
    settings.STATEMENT_SECONDS = 60
    box(visitor, "2025").uncheck()
    expect(visitor.locator("#results article")).to_have_count(5)
    assert visitor.evaluate(SEEN_BEFORE)


def test_two_ticks_in_a_row_both_count(visitor):
    visitor.route("**/decisions/?*", lambda route: (visitor.wait_for_timeout(200), route.continue_()))
    visitor.evaluate("document.querySelectorAll('[name=year]').forEach((each, at) => { if (at < 2) each.click() })")
    expect(visitor.locator("#results article")).to_have_count(2)
    expect(visitor.locator("[name=year]:checked")).to_have_count(2)
    assert visitor.evaluate(SEEN_BEFORE)


def test_back_undoes_a_tick(visitor):
    box(visitor, "2025").check()
    expect(visitor.locator("#results article")).to_have_count(1)
    visitor.go_back()
    expect(visitor).to_have_url(re.compile("/decisions/$"))
    expect(visitor.locator("#results article")).to_have_count(5)
    expect(box(visitor, "2025")).not_to_be_checked()
    box(visitor, "2021").check()
    expect(visitor.locator("#results article")).to_have_count(1)


def test_on_a_phone_filters_fold_stay_open_while_ticking_and_lead_down_to_what_is_left(visit):
    page = visit(viewport=PHONE)
    fold = page.locator("#filters > summary")
    expect(fold).to_have_text("Filters")
    expect(box(page, "2025")).to_be_hidden()
    fold.click()
    box(page, "2025").check()
    expect(fold).to_have_text("Filters (1 on)")
    expect(box(page, "2025")).to_be_visible()
    page.get_by_role("link", name="See 1 decision").click()
    expect(page.locator("#results h2")).to_be_in_viewport()


def test_a_reference_typed_before_a_tick_leads_to_its_decision(visitor):
    visitor.locator("#q").fill("22015753")
    box(visitor, "2023").click()  # not check(): the page is gone before the tick could be seen
    expect(visitor).to_have_url(re.compile("/decisions/22-015-753/$"))
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Staffordshire County Council")


def test_typing_narrows_all_values_of_a_filter_at_once_and_keeps_what_is_ticked(visit):
    page = visit("/decisions/facets/council/")
    expect(page.get_by_role("checkbox")).to_have_count(5)
    box(page, "Kirklees").check()
    page.get_by_label("Find by name").fill("barn")
    expect(page.get_by_role("checkbox")).to_have_count(2)
    expect(page.get_by_role("status")).to_have_text("2 shown")
    page.get_by_role("button", name="Show decisions").click()
    expect(page).to_have_url(re.compile(r"council=kirklees"))
    expect(page.locator("#results article")).to_have_count(1)
