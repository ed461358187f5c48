"""From the front page to a decision, a reason, a year; and to reporting an error or asking for a removal."""

import re

import pytest
from playwright.sync_api import expect

from decisions.models import Notice
from decisions.tests.e2e.conftest import NARROW
from decisions.tests.e2e.keyboard import Keyboard
from decisions.tests.e2e.test_accessibility import complaints_in_both_looks

SOUTHEND, STAFFORDSHIRE = "Southend-on-Sea City Council", "Staffordshire County Council"


@pytest.fixture
def visitor(visit, scripted):
    """A visitor on the front page."""
    return visit("/", java_script_enabled=scripted)


def test_a_reference_leads_straight_to_its_decision(visitor):
    visitor.get_by_label("Search the decisions").fill("22015753")
    visitor.get_by_label("Search the decisions").press("Enter")
    expect(visitor).to_have_url(re.compile("/decisions/22-015-753/$"))


def test_a_reason_leads_to_what_it_means_and_on_to_the_decisions_that_give_it(visitor):
    why = visitor.get_by_role("region", name="Why complaints are not investigated")
    why.get_by_role("link", name="Nothing worthwhile would be achieved").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Nothing worthwhile would be achieved")
    visitor.get_by_role("link", name="2 of 5 decisions").click()
    expect(visitor.locator("#results h3")).to_have_text([SOUTHEND, STAFFORDSHIRE])
    expect(visitor.get_by_role("link", name="Remove Nothing worthwhile would be achieved")).to_be_visible()
    visitor.locator(".explained").get_by_role("link", name="Nothing worthwhile would be achieved").click()
    expect(visitor.get_by_role("heading", name="What people can do instead")).to_be_visible()


def test_a_number_beside_a_reason_leads_straight_to_the_decisions(visitor):
    reason = visitor.get_by_role("listitem").filter(has_text="Nothing worthwhile would be achieved").first
    reason.get_by_role("link", name="Decisions: 2 of 5").click()
    expect(visitor.locator("#results h3")).to_have_text([SOUTHEND, STAFFORDSHIRE])


def test_a_year_leads_to_its_decisions_and_its_number_stands_in_a_table_too(visitor):
    expect(visitor.get_by_role("table")).to_be_hidden()
    visitor.get_by_text("Show as a table").click()
    expect(visitor.get_by_role("row", name="2023 1")).to_be_visible()
    visitor.get_by_role("link", name="2023: 1 decision").click()
    expect(visitor.locator("#results h3")).to_have_text([STAFFORDSHIRE])


def test_a_suggestion_is_taken_on_the_front_page_too(visit):
    page = visit("/")
    page.locator("#q").press_sequentially("staff")
    expect(page.get_by_role("option", name=STAFFORDSHIRE)).to_be_visible()
    page.locator("#q").press("ArrowDown")
    page.locator("#q").press("Enter")
    expect(page).to_have_url(re.compile("council=staffordshire-county-council"))


def test_an_error_is_told_from_the_decision_that_has_it_by_keyboard_alone(visit, changeable, scripted):
    page = visit("/decisions/22-015-753/", java_script_enabled=scripted)
    keyboard = Keyboard(page)
    page.locator(".similar").scroll_into_view_if_needed()
    if scripted:
        expect(page.locator(".neighbour").first).to_be_visible()
    page.locator("#cite a").first.focus()  # whoever has read to the end
    keyboard.follow(page.get_by_role("link", name="Report an error or ask for a removal"))
    expect(page.get_by_label("Which decision or page?")).to_have_value("22 015 753")
    keyboard.reach(page.locator("#id_kind_0"))
    page.keyboard.press("Space")
    keyboard.reach(page.locator("#id_message"))
    page.keyboard.type("Paragraph 7 has a word too many.")
    keyboard.follow(page.get_by_role("button", name="Send"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. We have your message")
    kept = Notice.objects.get()
    assert (kept.kind, kept.about, kept.message) == ("error", "22 015 753", "Paragraph 7 has a word too many.")


def test_what_is_missing_is_said_first_and_leads_to_its_field_and_what_was_typed_stays(visit, scripted_or_not):
    page = visit("/report/", java_script_enabled=scripted_or_not)
    page.get_by_label("Your email address").fill("nobody")
    page.get_by_role("button", name="Send").click()
    expect(page).to_have_title(re.compile("^Error: "))
    problem = page.get_by_role("alert")
    expect(problem).to_be_focused()
    expect(problem.get_by_role("link")).to_have_count(3)
    problem.get_by_role("link", name="Tell us what is wrong").click()
    expect(page.get_by_label("What should we know?")).to_be_focused()
    expect(page.get_by_label("Your email address")).to_have_value("nobody")
    expect(page.get_by_label("Leave this empty")).not_to_be_in_viewport()


@pytest.mark.long("accessibility")
def test_axe_finds_nothing_on_a_form_with_errors_nor_on_one_without_its_cookie(visit):
    page = visit("/report/")
    page.locator("#id_website").evaluate("(each) => { each.value = 'x' }")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert").get_by_role("link")).to_have_count(3)
    assert complaints_in_both_looks(page) == []
    page.context.clear_cookies()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_contain_text("came without the cookie")
    assert complaints_in_both_looks(page) == []


def test_the_form_sets_the_one_cookie_that_readers_get(visit):
    page = visit("/")
    assert page.context.cookies() == []
    page.goto("/report/")
    assert [each["name"] for each in page.context.cookies()] == ["csrftoken"]
    assert page.context.cookies()[0]["expires"] == -1


def test_the_search_box_is_in_sight_at_once_on_the_narrowest_phone(visit):
    page = visit("/", viewport=NARROW)
    expect(page.get_by_label("Search the decisions")).to_be_in_viewport(ratio=1)
