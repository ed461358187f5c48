"""A council officer or councillor who wants to see their council against others, counted alike."""

import re

from playwright.sync_api import expect

from decisions.tests.e2e.keyboard import Keyboard

KIRKLEES, STAFFORDSHIRE = "Kirklees Metropolitan Borough Council", "Staffordshire County Council"
OTHERS = {"staffordshire": STAFFORDSHIRE, "barnet": "London Borough of Barnet", "worc": "Worcestershire County Council"}
"""What is typed, and the council that is meant."""


def lines(page, name):
    """The cells of a line of the comparison."""
    line = page.locator("table.compared tr", has=page.get_by_role("rowheader", name=name, exact=True))
    return line.get_by_role("cell")


def test_from_the_front_page_to_four_councils_side_by_side(visit, scripted_or_not):
    page = visit("/", java_script_enabled=scripted_or_not)
    page.get_by_role("navigation", name="Site").get_by_role("link", name="Councils").click()
    page.get_by_label("Find a council").fill("kirklees")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name=KIRKLEES).click()
    expect(page.get_by_role("img", name=re.compile("^Decisions by year"))).to_be_visible()
    expect(page.get_by_role("region", name="How they were decided")).to_contain_text(re.compile(r"1\sof\s1"))
    page.get_by_role("link", name="Compare with other councils").click()
    for typed, name in OTHERS.items():
        page.get_by_label("Add a council").fill(typed)
        page.get_by_role("button", name="Find").click()
        page.locator(".offered").get_by_role("link").click()
        expect(page.get_by_role("link", name=f"Remove {name}")).to_be_visible()
    names = [KIRKLEES, *OTHERS.values()]
    expect(page.get_by_role("region", name="Councils side by side").get_by_role("columnheader")).to_have_text(
        names, use_inner_text=True
    )
    expect(page.get_by_label("Add a council")).to_have_count(0)  # four are enough
    expect(lines(page, "Closed after initial enquiries")).to_have_text([re.compile(r"^1\sof\s1$")] * 4)
    expect(page.get_by_text("this is not the Ombudsman’s official uphold rate").first).to_be_visible()
    expect(page.get_by_role("region", name="By year and outcome").get_by_role("img")).to_have_count(4)
    page.get_by_text("The numbers as a table").first.click()
    expect(page.get_by_role("row", name="2021").first).to_be_visible()


def test_they_are_counted_over_the_years_that_are_chosen(visit, scripted_or_not):
    page = visit(
        "/councils/compare/?council=kirklees-metropolitan-borough-council", java_script_enabled=scripted_or_not
    )
    page.get_by_label("Add a council").fill("staffordshire")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name=f"Add {STAFFORDSHIRE}").click()
    page.get_by_text("Years and categories", exact=True).click()
    page.get_by_label("2023").check()
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_text("Counted: 2023.")).to_be_visible()
    expect(lines(page, "Decisions")).to_have_text(["0", "1"])
    expect(lines(page, "Closed after initial enquiries")).to_have_text(
        [re.compile(r"^0\sof\s0$"), re.compile(r"^1\sof\s1$")]
    )


def test_by_keyboard_alone(visit, scripted_or_not):
    page = visit("/", java_script_enabled=scripted_or_not)
    keyboard = Keyboard(page)
    keyboard.follow(page.get_by_role("navigation", name="Site").get_by_role("link", name="Councils"))
    keyboard.search(page.locator("#find"), "kirklees")
    keyboard.follow(page.get_by_role("link", name=KIRKLEES.removesuffix(" Metropolitan Borough Council")))
    keyboard.follow(page.get_by_role("link", name="Compare with other councils"))
    keyboard.search(page.locator("#find"), "staffordshire")
    keyboard.follow(page.get_by_role("link", name=f"Add {STAFFORDSHIRE}"))
    expect(lines(page, "Decisions")).to_have_text(["1", "1"])
    keyboard.reach(page.get_by_role("region", name="Councils side by side"))
    keyboard.press(page.locator("summary", has_text="The numbers as a table"))
    expect(page.get_by_role("row", name="2021").first).to_be_visible()
