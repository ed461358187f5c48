"""Reading leaves no trace: no cookie, no request to other sites, nothing that the page's own policy forbids."""

from playwright.sync_api import expect

from decisions.tests.e2e.pages import ALL, NOT_THERE

MISSING = "/decisions/99-999-999/"
READ_ONLY = [each for each in ALL if not each.startswith("/report/?") and each not in ("/report/", *NOT_THERE)]


def test_no_page_complains_sets_a_cookie_or_asks_another_host(visit, site):
    page = visit("about:blank")
    complaints, asked, failed = [], [], []
    page.on("console", lambda message: complaints.append((page.url, message.text)))
    page.on("pageerror", lambda error: complaints.append((page.url, str(error))))
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    for path in [*READ_ONLY, MISSING]:
        page.goto(path)
    page.goto("/decisions/")
    page.get_by_role("checkbox", name="2025").check()
    page.wait_for_url("**year=2025*")
    expect(page.locator("#results article")).to_have_count(1)
    missing = f"{site}{MISSING}"
    assert [each for each in complaints if each[0] != missing] == []
    assert [url for url in failed if url != missing] == []
    assert [url for url in asked if not url.startswith(f"{site}/")] == []
    assert any("htmx" in url for url in asked)
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length") == 0
