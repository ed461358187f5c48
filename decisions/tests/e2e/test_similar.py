"""Following similar decisions, with and without scripts."""

from playwright.sync_api import expect


def test_what_is_alike_comes_once_the_reader_gets_there(visit):
    page = visit("/decisions/22-015-753/")
    section = page.locator(".similar")
    expect(section.locator(".neighbour")).to_have_count(0)
    section.scroll_into_view_if_needed()
    expect(section.locator(".because").first).to_be_visible()
    expect(section).to_contain_text("both mention", ignore_case=True)


def test_without_scripts_it_is_a_link(visit):
    page = visit("/decisions/22-015-753/", java_script_enabled=False)
    page.get_by_role("link", name="Decisions like this one, and why").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Decisions like 22 015 753")
    expect(page.locator(".because").first).to_be_visible()
