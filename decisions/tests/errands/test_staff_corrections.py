"""What staff correct is on the public page and in the public search at once."""

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from decisions.models import Decision

PASSWORD = "a long enough one"


@pytest.fixture
def staff(visit):
    """A member of staff, logged in."""
    get_user_model().objects.create_superuser("ann", password=PASSWORD)
    page = visit("/admin/")
    page.get_by_label("Username").fill("ann")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    return page


def test_a_correction_shows_what_it_was_and_what_it_is_and_search_finds_the_new_word(staff):
    decision = Decision.objects.get(reference="22 015 753")
    paragraph = decision.paragraphs.get(number=6, depth=0)
    staff.goto(f"/admin/decisions/decision/{decision.pk}/change/")
    staff.get_by_label("Outcome").fill("Not upheld")
    text = staff.locator(f"tr:has(input[value='{paragraph.pk}']) textarea", has_text=paragraph.text)
    text.fill(paragraph.text.replace("accept", "entertain"))
    staff.get_by_role("button", name="Save", exact=True).click()
    expect(staff.locator(".errornote")).to_have_count(0)

    staff.goto("/decisions/?q=entertain")
    expect(staff.locator("#results h3")).to_have_text(["Staffordshire County Council"])
    expect(staff.locator(".hit mark")).to_have_text("entertain")
    staff.get_by_role("link", name="Staffordshire").click()
    expect(staff.locator("dl.facts")).to_contain_text("Not upheld")
    corrected = staff.get_by_role("region", name="Corrected by staff")
    expect(corrected.get_by_role("heading", level=3)).to_have_text(["Outcome", "Paragraph 6"])
    expect(corrected.get_by_text("Corrected by staff on")).to_have_count(2)
    expect(corrected.locator("del")).to_have_text(["Closed after initial enquiries", "accept"])
    expect(corrected.locator("ins")).to_have_text(["Not upheld", "entertain"])
    expect(staff.locator("#p6")).to_contain_text("declined to entertain Mr X’s complaint")
    expect(staff.get_by_text("ann", exact=True)).to_have_count(0)


def test_a_correction_that_takes_a_finding_its_words_is_refused_and_changes_nothing(staff):
    decision = Decision.objects.get(reference="22 015 753")
    paragraph = decision.paragraphs.get(number=9, depth=0)
    staff.goto(f"/admin/decisions/decision/{decision.pk}/change/")
    text = staff.locator(f"tr:has(input[value='{paragraph.pk}']) textarea", has_text=paragraph.text)
    text.fill("We will not investigate.")
    staff.get_by_role("button", name="Save", exact=True).click()
    expect(staff.locator(".errorlist").first).to_contain_text("Nothing worthwhile to gain")
    staff.goto("/decisions/22-015-753/")
    expect(staff.locator("#p9")).to_contain_text(paragraph.text)
