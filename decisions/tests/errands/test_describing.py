"""Telling what happened, and following what is alike: with and without scripts."""

from playwright.sync_api import expect


def test_somebody_tells_what_happened_and_reads_the_closest(visit, scripted):
    page = visit(java_script_enabled=scripted)
    page.get_by_role("link", name="Describe it in your own words").click()
    page.get_by_label("What happened?").fill("A social worker wrote a flawed report; I asked for rectification.")
    page.get_by_role("button", name="Find the closest decisions").click()
    expect(page.get_by_role("heading", name="The closest decisions")).to_be_visible()
    expect(page.get_by_role("heading", name="How they were decided")).to_be_visible()
    assert page.url.endswith("/similar/")
    assert page.context.cookies() == []
    page.locator(".neighbour h3 a").first.click()
    expect(page.locator("article.decision")).to_be_visible()


def test_what_is_alike_comes_once_the_reader_gets_there(visit):
    page = visit("/decisions/22-015-753/")
    section = page.locator(".similar")
    expect(section.locator(".neighbour")).to_have_count(0)
    section.scroll_into_view_if_needed()
    expect(section.locator(".because").first).to_be_visible()
    expect(section).to_contain_text("both speak of", ignore_case=True)


def test_without_scripts_it_is_a_link(visit):
    page = visit("/decisions/22-015-753/", java_script_enabled=False)
    page.get_by_role("link", name="Decisions like this one, and why").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Decisions like 22 015 753")
    expect(page.locator(".because").first).to_be_visible()
