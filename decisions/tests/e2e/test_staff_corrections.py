"""Staff: what they correct or remove is public at once, and readers' notices reach them."""

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from decisions.models import Decision, Notice
from decisions.tests.e2e.test_accessibility import complaints_in_both_looks

PASSWORD = "a long enough one"


@pytest.fixture
def staff(visit, changeable):
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
    expect(staff.locator(".errorlist").first).to_contain_text("Nothing worthwhile would be achieved")
    staff.goto("/decisions/22-015-753/")
    expect(staff.locator("#p9")).to_contain_text(paragraph.text)


def test_what_a_reader_reports_is_read_answered_and_settled(staff, visit):
    reader = visit("/decisions/22-015-753/", java_script_enabled=False)
    reader.get_by_role("link", name="Report an error or ask for a removal").click()
    reader.locator("#id_kind_0").check()
    reader.get_by_label("What should we know?").fill("Paragraph 7 has a word too many.")
    reader.get_by_role("button", name="Send").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Thank you. We have your message")
    staff.goto("/admin/")
    staff.get_by_role("link", name="Notices", exact=True).first.click()
    staff.locator("#result_list tbody th a").first.click()
    expect(staff.get_by_text("Paragraph 7 has a word too many.")).to_be_visible()
    staff.get_by_label("Resolved").check()
    staff.get_by_role("button", name="Save", exact=True).click()
    expect(staff.locator(".messagelist .success")).to_be_visible()
    assert Notice.objects.get().settled_at


def test_a_decision_taken_down_leaves_its_reason_and_nothing_else(staff):
    decision = Decision.objects.get(reference="22 015 753")
    staff.goto("/admin/decisions/decision/")
    staff.get_by_role("link", name="22 015 753").click()
    removal = staff.locator("fieldset", has=staff.get_by_role("heading", name="Removal"))
    for now in ("Today", "Now"):
        removal.get_by_role("link", name=now).or_(removal.get_by_role("button", name=now)).click()
    removal.get_by_label("Removal reason").fill("It named a child.")
    staff.get_by_role("button", name="Save", exact=True).click()
    expect(staff.locator(".errornote")).to_have_count(0)
    assert staff.goto(decision.get_absolute_url()).status == 410
    expect(staff.get_by_text("It named a child.")).to_be_visible()
    staff.goto("/decisions/")
    expect(staff.locator("#results h3")).to_have_count(4)
    expect(staff.get_by_role("link", name="Staffordshire County Council")).to_have_count(0)


@pytest.mark.long("accessibility")
def test_axe_finds_nothing_on_the_page_that_merges_councils(staff):
    staff.goto("/admin/decisions/council/")
    for box in staff.locator("#result_list .action-select").all()[:2]:
        box.check()
    staff.locator("select[name=action]").select_option("merge")
    staff.locator("button[name=index]").click()
    expect(staff.get_by_role("heading", name="Merge councils")).to_be_visible()
    assert complaints_in_both_looks(staff) == []
