"""Looking for a decision and reading it, with and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

SOUTHEND, BARNET, KIRKLEES = (
    "Southend-on-Sea City Council",
    "London Borough of Barnet",
    "Kirklees Metropolitan Borough Council",
)
STAFFORDSHIRE, WORCESTERSHIRE = "Staffordshire County Council", "Worcestershire County Council"
NEWEST_FIRST = [SOUTHEND, BARNET, STAFFORDSHIRE, WORCESTERSHIRE, KIRKLEES]

FACETS = {
    "Nothing worthwhile would be achieved": [SOUTHEND, STAFFORDSHIRE],
    BARNET: [BARNET],
    "2021": [KIRKLEES],
    "Children's care services": NEWEST_FIRST,
    "Closed after initial enquiries": NEWEST_FIRST,
}
"""A value of each facet, and the decisions that have it."""

PROOF = "investigation would not achieve anything significant or lead to a different outcome"
CLEAR = "rgba(0, 0, 0, 0)"


@pytest.fixture
def visitor(visit, scripted):
    """A visitor on the list."""
    return visit(java_script_enabled=scripted)


def listed(page):
    """The councils of the decisions that are listed, in order."""
    return page.locator("#results article h3")


def tick(page, scripted, label):
    """Tick a filter, and press Apply where no script does it."""
    page.get_by_role("checkbox", name=re.compile(rf"^{label} ?\d+$")).check()
    if scripted:
        expect(page.get_by_role("button", name="Apply filters")).to_be_hidden()
    else:
        page.get_by_role("button", name="Apply filters").click()


def search(page, words):
    """Type words into the search box, and search."""
    page.locator("#q").fill(words)
    page.get_by_role("button", name="Search").click()


def test_words_lead_to_the_decisions_that_have_them_and_to_the_marked_paragraph(visitor):
    search(visitor, '"legal right to rectification"')
    expect(visitor.get_by_role("heading", level=2)).to_have_text("1 decision")
    expect(listed(visitor)).to_have_text([STAFFORDSHIRE])
    expect(visitor.locator(".hit mark")).to_have_text("legal right to rectification")
    visitor.get_by_role("link", name="Paragraph 7").click()
    expect(visitor).to_have_url(re.compile(r"/decisions/22-015-753/\?q=[^#]+#p7$"))
    expect(visitor.locator("#p7")).to_be_in_viewport()


def test_the_words_stay_marked_and_each_match_leads_to_the_next(visitor):
    search(visitor, "rectification complaint")
    visitor.get_by_role("link", name=STAFFORDSHIRE).click()
    visitor.get_by_role("link", name=re.compile("matches$")).click()
    expect(visitor).to_have_url(re.compile("#match-1$"))
    visitor.get_by_role("link", name="next", exact=True).first.click()
    expect(visitor.locator("#match-2")).to_have_text(re.compile("^compl"))
    expect(visitor.locator("#match-2")).to_be_in_viewport()
    visitor.get_by_role("link", name="Back to 3 results").click()
    expect(listed(visitor)).to_have_count(3)


def test_how_to_search_is_told_beside_the_search_box(visitor):
    expect(visitor.get_by_text("but without")).to_be_hidden()
    visitor.get_by_text("How to search").click()
    expect(visitor.get_by_text("but without")).to_be_visible()


def test_every_facet_narrows_the_list_and_shows_as_a_chip(visitor, scripted):
    for label, councils in FACETS.items():
        visitor.goto("/decisions/")
        tick(visitor, scripted, label)
        expect(visitor.get_by_role("link", name=f"Remove {label}")).to_be_visible()
        expect(listed(visitor)).to_have_text(councils)
        expect(visitor.get_by_role("checkbox", name=re.compile(rf"^{label} ?\d+$"))).to_be_checked()


def test_filters_add_up_and_a_chip_takes_its_own_away(visitor, scripted):
    search(visitor, "rectification")
    expect(listed(visitor)).to_have_text([STAFFORDSHIRE, SOUTHEND, BARNET])
    tick(visitor, scripted, "Nothing worthwhile would be achieved")
    expect(listed(visitor)).to_have_text([STAFFORDSHIRE, SOUTHEND])
    tick(visitor, scripted, "2025")
    expect(listed(visitor)).to_have_text([SOUTHEND])
    visitor.get_by_role("link", name="Remove Nothing worthwhile would be achieved").click()
    expect(listed(visitor)).to_have_text([SOUTHEND])
    visitor.get_by_role("link", name="Remove 2025").click()
    expect(listed(visitor)).to_have_text([STAFFORDSHIRE, SOUTHEND, BARNET])
    visitor.get_by_role("link", name="Remove “rectification”").click()
    expect(listed(visitor)).to_have_count(5)


def test_where_nothing_is_found_the_page_says_what_to_do(visitor):
    search(visitor, "xylophone")
    expect(visitor.get_by_text("No decision mentions “xylophone”.")).to_be_visible()
    visitor.get_by_role("link", name="See all 5 decisions").click()
    expect(listed(visitor)).to_have_count(5)


def test_the_evidence_leads_to_its_paragraph_which_is_washed(visitor):
    visitor.get_by_role("link", name=SOUTHEND).click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text(SOUTHEND)
    why = visitor.get_by_role("region", name="Why it was not investigated")
    expect(why.get_by_role("heading", level=3)).to_have_count(2)
    ground = why.locator(".reason", has=visitor.get_by_role("heading", name="Would not lead to a different result"))
    expect(ground.locator("mark")).to_have_text(PROOF)
    paragraph = visitor.locator(".paragraph:has(> #p11)")
    expect(paragraph).to_have_css("background-color", CLEAR)
    ground.get_by_role("link", name="Paragraph 11").click()
    expect(visitor).to_have_url(re.compile("#p11$"))
    expect(visitor.locator("#p11 mark").first).to_be_in_viewport()
    expect(paragraph).not_to_have_css("background-color", CLEAR)


def test_a_reference_typed_into_the_search_box_leads_to_the_decision(visitor):
    for typed in ["22015753", " 22 015 753 ", "22-015-753"]:
        visitor.goto("/decisions/")
        search(visitor, typed)
        expect(visitor).to_have_url(re.compile("/decisions/22-015-753/$"))
        expect(visitor.get_by_role("heading", level=1)).to_have_text(STAFFORDSHIRE)


def test_from_the_page_that_is_not_there_one_can_search_on(visitor):
    visitor.goto("/decisions/99-999-999/")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Page not found")
    search(visitor, "rectification")
    expect(listed(visitor)).to_have_count(3)


def test_all_values_of_a_filter_can_be_found_and_ticked(visit, scripted):
    page = visit("/decisions/facets/council/?year=2025", java_script_enabled=scripted)
    page.get_by_label("Find by name").fill("southend")
    if not scripted:
        page.get_by_role("button", name="Find").click()
    page.get_by_role("checkbox", name=re.compile("^Southend")).check()
    page.get_by_role("button", name="Show decisions").click()
    expect(page).to_have_url(re.compile(r"year=2025.*council=southend"))
    expect(page.locator("#results article")).to_have_count(1)
