"""Someone deciding whether to complain: has this been tried, why was it turned down, and what can be done instead?"""

import re

import pytest
from playwright.sync_api import expect

from decisions.tests.e2e.keyboard import Keyboard

STAFFORDSHIRE, GROUND = "Staffordshire County Council", "Nothing worthwhile would be achieved"
WORDS = "accuracy of a social work assessment"
TOLD = "A social worker wrote a report about my children that is wrong, and I asked for rectification."
SENTENCE = "we would not achieve anything significant by doing so"


@pytest.fixture
def page(visit, scripted):
    """The front page, with and without scripts."""
    return visit("/", java_script_enabled=scripted)


def why(page):
    return page.get_by_role("region", name="Why it was not investigated")


def reads_the_very_sentence(page):
    """They are on the decision, read why, and see the sentence where it stands."""
    expect(page.get_by_role("heading", level=1)).to_have_text(STAFFORDSHIRE)
    reason = why(page).locator(".reason", has=page.get_by_role("heading", name=GROUND))
    expect(reason.locator("mark")).to_contain_text(SENTENCE)
    reason.get_by_role("link", name="Paragraph 9").click()
    expect(page).to_have_url(re.compile("#p9$"))
    expect(page.locator("#p9 mark").first).to_be_in_viewport()


def learns_what_else_there_is_to_do(page):
    """The page of the reason says what it means, how often it is given, and what people can do instead."""
    page.get_by_role("navigation", name="Site").get_by_role("link", name="Why").click()
    page.get_by_role("link", name=GROUND, exact=True).click()
    instead_is_told(page)


def instead_is_told(page):
    expect(page.get_by_role("heading", level=1)).to_have_text(GROUND)
    expect(page.get_by_role("link", name=re.compile(r"^2\sof\s5 decisions$"))).to_be_visible()
    expect(page.get_by_role("region", name="What people can do instead")).to_contain_text(
        "You can ask the council about anything still outstanding"
    )


def test_by_words_to_the_reasons_counted_the_sentence_and_what_to_do_instead(page):
    page.get_by_label("Search the decisions").fill(WORDS)
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", name=re.compile(r"^\d decisions?$"))).to_be_visible()
    reasons = page.get_by_role("group", name=re.compile("^Why not investigated ?, each with its number of decisions$"))
    expect(reasons.get_by_role("checkbox", name=re.compile(rf"^{GROUND} \d ?$"))).to_have_count(1)
    page.get_by_role("link", name=STAFFORDSHIRE).click()
    reads_the_very_sentence(page)
    learns_what_else_there_is_to_do(page)


def test_by_telling_it_to_the_reasons_counted_the_sentence_and_what_to_do_instead(page):
    page.get_by_role("link", name="Describe it in your own words").click()
    page.get_by_label("What happened?").fill(TOLD)
    page.get_by_role("button", name="Find the closest decisions").click()
    counted = page.locator(".tallies section", has=page.get_by_role("heading", name="Why not investigated"))
    expect(counted.get_by_role("listitem").filter(has_text=GROUND)).to_contain_text(re.compile(r"\d\sof\s\d"))
    assert page.context.cookies() == []
    page.locator(".neighbour").get_by_role("link", name=STAFFORDSHIRE).click()
    reads_the_very_sentence(page)
    learns_what_else_there_is_to_do(page)


def test_by_keyboard_alone(page):
    keyboard = Keyboard(page)
    keyboard.search(page.locator("#q"), WORDS)
    expect(page).to_have_url(re.compile("q=accuracy"))
    keyboard.follow(page.get_by_role("link", name="Skip to the decisions found"))
    keyboard.follow(page.get_by_role("link", name=STAFFORDSHIRE))
    expect(page.get_by_role("heading", level=1)).to_have_text(STAFFORDSHIRE)
    keyboard.follow(why(page).get_by_role("link", name="Paragraph 9"))
    expect(page.locator("#p9 mark").first).to_be_in_viewport()
    keyboard.follow(page.get_by_role("navigation", name="Site").get_by_role("link", name="Why"))
    keyboard.follow(page.get_by_role("link", name=GROUND, exact=True))
    instead_is_told(page)
