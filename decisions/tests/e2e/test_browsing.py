"""Browsing by reason, council, law and year: with and without scripts, by keyboard, on a phone."""

from playwright.sync_api import expect


def test_from_a_reason_to_the_sentence_that_proves_it(visit, scripted_or_not):
    page = visit(java_script_enabled=scripted_or_not)
    page.get_by_role("navigation", name="Site").get_by_role("link", name="Why").click()
    page.get_by_role("link", name="Cannot give the person what they want").click()
    expect(page.get_by_role("heading", name="What people can do instead")).to_be_visible()
    page.get_by_role("link", name="London Borough of Barnet (24 006 339), paragraph 11").click()
    expect(page.locator("#p11 mark")).to_be_visible()
    assert page.url.endswith("/decisions/24-006-339/#p11")


def test_from_a_list_to_its_charts_and_their_numbers(visit, scripted_or_not):
    page = visit("/decisions/?q=council", java_script_enabled=scripted_or_not)
    page.get_by_role("link", name="as charts").click()
    expect(page.get_by_role("img", name="Decisions by year and outcome")).to_be_visible()
    page.get_by_text("The numbers as a table").click()
    expect(page.get_by_role("row", name="2021")).to_contain_text("1")
    page.get_by_role("row", name="2021").get_by_role("link").click()
    expect(page.get_by_role("heading", name="1 decision")).to_be_visible()


def test_from_a_law_to_the_decisions_that_cite_it_by_keyboard(visit):
    page = visit("/law/")
    page.get_by_role("link", name="Local Government Act 1974").press("Enter")
    page.get_by_role("link", name="section 24A(6)", exact=True).press("Enter")
    page.get_by_role("link", name="Search, filter and count these decisions").press("Enter")
    expect(page.get_by_label("Search", exact=False).first).to_have_value("law:24A(6)")


def test_print_has_the_numbers_of_every_chart(visit):
    page = visit("/decisions/trends/")
    page.emulate_media(media="print")
    expect(page.get_by_role("columnheader", name="Not upheld")).to_be_visible()
    expect(page.get_by_role("rowheader", name="Not enough evidence of fault")).to_be_visible()
