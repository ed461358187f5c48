"""axe finds nothing to complain of, on any page, light and dark, wide and narrow."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from decisions import ingest
from decisions.models import Decision
from decisions.parsing.reference import address
from decisions.tests.errands.conftest import NARROW, WIDE, replace_a_text
from decisions.tests.texts import COUNTS

PAGES = [
    "/",
    "/about/",
    "/about/statistics/",
    "/about/accessibility/",
    "/about/privacy/",
    "/report/?about=22-015-753",
    "/report/thanks/",
    "/decisions/",
    "/decisions/?q=council&ground=no-different-outcome&year=2025&council=nowhere",
    "/decisions/?q=xylophone&year=2021",
    "/decisions/?q=rectifcation+-zebra+summary:&year=2021",
    "/decisions/22-015-753/?q=achieve+“social+worker”",
    "/decisions/21-018-159/?category=childrens-care-services&sort=oldest#p2",
    "/decisions/99-999-999/",
    "/decisions/22-015-753/similar/",
    "/similar/",
    "/data/",
    "/api/",
    "/decisions/facets/council/?year=2025&year=2023&find=council",
    *(f"/decisions/{address(reference)}/" for reference in COUNTS),
]


def complaints(page, only=None):
    """What axe finds on the page as it stands: the rule, and the elements."""
    options = {"resultTypes": ["violations"]} | ({"runOnly": only} if only else {})
    found = Axe().run(page, options=options).response["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]


def complaints_in_all_four(page):
    """The same, light and dark, wide and narrow; colours are the same whatever the width."""
    page.set_viewport_size(NARROW)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    found = complaints(page)
    page.emulate_media(color_scheme="dark")
    found += complaints(page, only=["color-contrast"])
    page.set_viewport_size(WIDE)
    found += complaints(page)
    page.emulate_media(color_scheme="light")
    return found + complaints(page, only=["color-contrast"])


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(visit, path):
    assert complaints_in_all_four(visit(path)) == []


def test_axe_finds_nothing_on_a_removed_decision_nor_on_a_corrected_one(visit):
    removed, corrected = Decision.objects.all()[:2]
    ingest.correct(removed, by="ann", facts={"removed_at": timezone.now(), "removal_reason": "It named a child."})
    ingest.correct(corrected, by="ann", facts={"outcome": "Upheld"})
    page = visit(removed.get_absolute_url())
    assert complaints_in_all_four(page) == []
    page.goto(corrected.get_absolute_url())
    assert complaints_in_all_four(page) == []


def test_axe_finds_nothing_among_the_closest_decisions(visit):
    page = visit("/similar/")
    page.get_by_label("What happened?").fill("A flawed report, and rectification. " * 2000)
    page.get_by_role("button", name="Find the closest decisions").click()
    assert page.locator(".neighbour").count() >= 1
    assert complaints_in_all_four(page) == []


def test_axe_finds_nothing_on_a_page_of_versions(visit, tmp_path):
    page = visit(replace_a_text(tmp_path) + "versions/")
    assert page.locator("del").count() >= 1
    assert complaints_in_all_four(page) == []
    page.goto(replace_a_text(tmp_path))
    assert complaints_in_all_four(page) == []
