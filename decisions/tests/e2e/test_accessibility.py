"""axe finds nothing to complain of on any page: narrow and light, wide and dark."""

from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.template.loader import render_to_string
from django.utils import timezone
from playwright.sync_api import expect

from decisions import ingest
from decisions.models import Decision
from decisions.tests.e2e.conftest import NARROW, WIDE, replace_a_text
from decisions.tests.e2e.pages import NOT_THERE, PAGES
from decisions.tests.scale import LONG

_AXE = Axe().axe_script
_LOOK = """(options) => axe.run(options).then(
    (found) => found.violations.map((each) => [each.id, each.nodes.map((node) => node.html)])
)"""
pytestmark = pytest.mark.long("accessibility")
LOOKS = (NARROW, WIDE), ("light", "dark")
_SETTLED = "Promise.all(document.getAnimations().map((each) => each.finished))"


def complaints(page):
    """What axe finds on the page as it is: the rule, and the elements.

    Django's admin fades its links from one colour to the next; axe must not look while they are between the two.
    """
    page.evaluate(_SETTLED)
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(_AXE)
    return page.evaluate(_LOOK, {"resultTypes": ["violations"]})


def complaints_in_both_looks(page):
    """The same, narrow and light, then wide and dark: colours are the same whatever the width, so this sees them all.

    `--long accessibility` looks four times.
    """
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    looks = product(*LOOKS) if LONG else zip(*LOOKS, strict=True)
    found = []
    for size, color_scheme in looks:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=color_scheme)
        found += complaints(page)
    return found


@pytest.mark.parametrize("paths", [*PAGES.values(), NOT_THERE], ids=[*PAGES, "not there"])
def test_axe_finds_nothing(visit, paths):
    page, found = visit("about:blank"), {}
    for path in paths:
        page.goto(path)
        found[path] = complaints_in_both_looks(page)
    assert {path: complaints for path, complaints in found.items() if complaints} == {}


def test_axe_finds_nothing_on_a_removed_decision_nor_on_a_corrected_one(visit, changeable):
    removed, corrected = Decision.objects.all()[:2]
    ingest.correct(removed, by="ann", facts={"removed_at": timezone.now(), "removal_reason": "It named a child."})
    ingest.correct(corrected, by="ann", facts={"outcome": "Upheld"})
    page = visit(removed.get_absolute_url())
    assert complaints_in_both_looks(page) == []
    page.goto(corrected.get_absolute_url())
    assert complaints_in_both_looks(page) == []


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("A flawed report, and rectification. " * 2000, "The closest decisions"),
        ("", "You have not written anything."),
        ("and of the 17 !", "so we cannot compare it with decisions"),
        ("xylophone", "We found no similar decisions."),
    ],
)
def test_axe_finds_nothing_in_any_answer_to_what_somebody_tells(visit, words, answer):
    page = visit("/similar/")
    page.get_by_label("What happened?").fill(words)
    page.get_by_role("button", name="Find the closest decisions").click()
    expect(page.locator("#closest")).to_contain_text(answer)
    assert complaints_in_both_looks(page) == []


def test_axe_finds_nothing_where_something_broke(visit):
    page = visit()
    broken = {"status": 500, "body": render_to_string("500.html"), "content_type": "text/html; charset=utf-8"}
    page.route("**/broken/", lambda route: route.fulfill(**broken))
    page.goto("/broken/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Something went wrong")
    assert complaints_in_both_looks(page) == []


def test_axe_finds_nothing_on_a_page_of_versions(visit, changeable, tmp_path):
    page = visit(replace_a_text(tmp_path) + "versions/")
    assert page.locator("del").count() >= 1
    assert complaints_in_both_looks(page) == []
    page.goto(replace_a_text(tmp_path))
    assert complaints_in_both_looks(page) == []
