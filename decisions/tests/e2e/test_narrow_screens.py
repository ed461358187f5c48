"""No page scrolls sideways: not on the narrowest phone, nor with text twice as large."""

from playwright.sync_api import expect

from decisions.tests.e2e.conftest import NARROW, replace_a_text
from decisions.tests.e2e.pages import ALL

WIDTH = "document.scrollingElement.scrollWidth"
UNFOLD = "document.querySelectorAll('details').forEach((each) => { each.open = true })"


def test_no_page_scrolls_sideways_at_320_pixels(visit):
    page = visit(viewport=NARROW)
    for path in ALL:
        page.goto(path)
        page.evaluate(UNFOLD)
        assert page.evaluate(WIDTH) <= NARROW["width"], path


def test_no_page_scrolls_sideways_with_text_at_200_percent(visit):
    page = visit(viewport={"width": 640, "height": 900}, bypass_csp=True)
    for path in ALL:
        page.goto(path)
        page.evaluate(UNFOLD)
        page.add_style_tag(content="html { font-size: 200% }")
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        assert page.evaluate(WIDTH) <= 640, path


def test_on_a_narrow_screen_title_facts_summary_and_why_come_before_contents_and_text(visit):
    page = visit("/decisions/24-012-358/", viewport=NARROW)
    order = ["h1", "dl.facts", "#summary", ".why", ".contents", "#p1"]
    tops = [page.locator(each).bounding_box()["y"] for each in order]
    assert tops == sorted(tops)
    expect(page.get_by_role("link", name="The complaint")).to_be_hidden()
    page.locator(".contents summary").click()
    expect(page.get_by_role("link", name="The complaint")).to_be_visible()


def test_on_a_wide_screen_facts_and_contents_stay_in_view_beside_the_text(visit):
    page = visit("/decisions/24-012-358/#p11")
    expect(page.locator("#p11")).to_be_in_viewport()
    expect(page.locator("dl.facts")).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("link", name="Final decision")).to_be_in_viewport(ratio=1)


def test_everything_to_touch_on_a_phone_is_44_pixels_high(visit):
    page = visit(viewport=NARROW, has_touch=True, is_mobile=True)
    for path in [*ALL, "/decisions/?q=rectification&year=2025"]:
        page.goto(path)
        page.evaluate(UNFOLD)
        assert too_small(page) == [], path


def test_what_is_alike_and_what_is_close_fit_a_phone(visit):
    page = visit("/decisions/22-015-753/similar/", viewport=NARROW, has_touch=True, is_mobile=True)
    assert too_small(page) == []
    page.goto("/similar/")
    page.get_by_label("What happened?").fill("A flawed report, and rectification.")
    page.get_by_role("button", name="Find the closest decisions").click()
    assert page.locator(".neighbour").count() >= 1
    assert page.evaluate(WIDTH) <= NARROW["width"]
    assert too_small(page) == []


def test_a_page_of_versions_fits_a_phone(visit, changeable, tmp_path):
    page = visit(replace_a_text(tmp_path) + "versions/", viewport=NARROW, has_touch=True, is_mobile=True)
    assert page.evaluate(WIDTH) <= NARROW["width"]
    assert too_small(page) == []


def too_small(page):
    """The visible links, buttons and labels that are less than 44 pixels high."""
    return page.evaluate(
        """() => [...document.querySelectorAll("a:not(.skip), button, summary, input[type=search], label:not(.unseen)")]
            .map((each) => [each.outerHTML.slice(0, 90), Math.max(...[...each.getClientRects()].map((r) => r.height))])
            .filter(([, height]) => height > 0 && height < 43.9)"""
    )
