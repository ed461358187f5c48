"""Reading a decision to the end and taking it along: folded paragraphs, explanations, copies, results one by one."""

import re

import pytest
from playwright.sync_api import expect

from decisions import ingest
from decisions.tests.e2e.conftest import CLIPBOARD, PHONE, WIDE
from decisions.tests.texts import FIXTURES

FIRST = "/decisions/22-015-753/"
IS_SHOWN = "element => element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true })"


def is_shown(locator):
    """Whether the reader sees it: what is folded has a box, and is not seen."""
    return locator.evaluate(IS_SHOWN)


def test_a_standard_paragraph_opens_by_one_click(visit, scripted):
    page = visit(FIRST, java_script_enabled=scripted)
    words = page.locator("#p2 p").first
    assert not is_shown(words)
    page.locator("#p2 summary").click()
    assert is_shown(words)
    expect(page.locator("#p2 .opening")).to_be_hidden()


def test_a_standard_paragraph_is_open_where_its_address_leads(visit, scripted):
    page = visit(f"{FIRST}#p2", java_script_enabled=scripted)
    assert is_shown(page.locator("#p2 p").first)
    page.goto(FIRST)
    assert not is_shown(page.locator("#p2 p").first)
    page.locator('.law a[href="#p2"]').click()
    assert is_shown(page.locator("#p2 p").first)


def test_in_print_all_is_open_and_nothing_asks_to_be_pressed(visit, scripted):
    page = visit(FIRST, java_script_enabled=scripted)
    page.emulate_media(media="print")
    assert is_shown(page.locator("#p2 p").first)
    for gone in ["#p2 summary", ".terms", ".taking", ".within", ".copy", ".downloads"]:
        assert page.locator(gone).filter(visible=True).count() == 0, gone


def test_a_word_leads_to_its_explanation(visit, scripted):
    page = visit("/decisions/24-006-339/", java_script_enabled=scripted)
    page.locator("#p1 .term").click()
    explanation = page.locator("#means-fault p")
    assert is_shown(explanation)
    expect(explanation).to_contain_text("In our words")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_paragraph_is_copied_by_keyboard_with_its_citation_and_address(visit, site, size):
    page = visit(FIRST, viewport=size, **CLIPBOARD)
    page.locator("#p7 .number").focus()
    page.keyboard.press("Enter")  # from where it leads, the next stop is the number, and then the button
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    button = page.get_by_role("button", name="Copy: citation and address of paragraph 7")
    expect(button).to_be_focused()
    assert is_shown(button)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Citation and address of paragraph 7 copied")
    copied = "Staffordshire County Council (22 015 753), paragraph 7"
    assert page.evaluate("navigator.clipboard.readText()") == f"{copied}\n{site}{FIRST}#p7"


def test_a_paragraph_that_the_source_does_not_number_is_copied_with_a_word_of_that(visit, changeable):
    ingest.import_files([FIXTURES / "reports-2016-17.jsonl"])
    page = visit("/decisions/15-020-792/#p2", **CLIPBOARD)
    page.get_by_role("button", name="of paragraph 2", exact=False).first.click()
    expect(page.get_by_role("status")).to_have_text("Citation and address of paragraph 2 copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Decision 15 020 792, paragraph 2 (as this archive numbers it)\n")


def test_a_citation_is_copied_as_it_stands(visit):
    page = visit(FIRST, **CLIPBOARD)
    page.get_by_role("button", name="Copy: OSCOLA citation").click()
    expect(page.get_by_role("status")).to_have_text("OSCOLA citation copied")
    oscola = "Staffordshire County Council (22 015 753) (LGSCO, 9 March 2023)"
    assert page.evaluate("navigator.clipboard.readText()") == oscola


def test_where_nothing_may_be_copied_the_words_are_said(visit):
    page = visit(FIRST)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
    page.get_by_role("button", name="Copy: OSCOLA citation").click()
    expect(page.get_by_role("status")).to_contain_text("(22 015 753) (LGSCO, 9 March 2023)")


def test_without_scripts_there_is_no_button_that_does_nothing_and_the_link_stands(visit):
    page = visit(FIRST, java_script_enabled=False)
    expect(page.get_by_role("button")).to_have_count(0)
    page.locator("#p7 .number").click()
    expect(page).to_have_url(re.compile("#p7$"))


def test_contents_follow_the_reading(visit):
    page = visit(FIRST, viewport={"width": 1280, "height": 600})
    page.locator("#p5").evaluate("element => element.scrollIntoView()")
    current = page.locator(".contents [aria-current]")
    expect(current).to_have_text("My assessment")
    page.evaluate("window.scrollTo(0, 0)")
    expect(current).to_have_count(0)


def test_results_are_read_one_after_the_other_and_lead_back(visit, scripted):
    page = visit("/decisions/?category=childrens-care-services&sort=oldest", java_script_enabled=scripted)
    names = page.locator("#results h3").all_inner_texts()
    page.get_by_role("link", name=names[0]).click()
    results = page.get_by_role("navigation", name="Results")
    expect(results).to_contain_text(f"1 of {len(names)}")
    expect(results.get_by_role("link", name="Previous result")).to_have_count(0)
    for name in names[1:]:
        results.get_by_role("link", name="Next result").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(results.get_by_role("link", name="Next result")).to_have_count(0)
    results.get_by_role("link", name=f"Back to {len(names)} results").click()
    expect(page.locator("#results h3")).to_have_text(names)
