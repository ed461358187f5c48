"""A browser, and visitors with and without JavaScript who find the five decisions."""

import os
import time

import pytest
from django.db import connection
from playwright.sync_api import expect

from decisions import ingest
from decisions.models import Decision
from decisions.tests.browser import find_browser

expect.set_options(timeout=10_000)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The browser of this machine; it asks nobody for anything but the pages."""
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return browser_type_launch_args | {
        "executable_path": find_browser(),
        "args": [*quiet, *as_root, "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage"],
    }


@pytest.fixture
def visit(new_context, live_archive, live_server):
    """Open the archive at an address, in a fresh browser with the options given."""

    pages = []

    def visit(path="/decisions/", **options):
        page = new_context(base_url=live_server.url, **({"viewport": WIDE} | options)).new_page()
        pages.append(page)
        page.goto(path)
        return page

    yield visit
    for page in pages:
        page.close()
    wait_until_all_is_answered()


def wait_until_all_is_answered():
    """Wait for what pages had still asked for: on SQLite the server reads by the connection that empties the tables."""
    quiet, until = 0, time.monotonic() + 10
    while quiet < 5 and time.monotonic() < until:
        is_reading = connection.vendor == "sqlite" and connection.connection and connection.connection.in_transaction
        quiet = 0 if is_reading else quiet + 1
        time.sleep(0.01)


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def scripted(request):
    """Whether the visitor's browser runs scripts."""
    return request.param


WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
NARROW = {"width": 320, "height": 640}
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def replace_a_text(folder):
    """Import another text of a decision; the address of its page."""
    decision = Decision.objects.get(reference="22 015 753")
    words = {"I considered the": "I have read the", "Closed after initial enquiries": "Upheld", "asked": "called upon"}
    text = decision.source_text
    for old, new in words.items():
        text = text.replace(old, new)
    text = text.replace(
        "  2. I have read", "  2. I also spoke to Mr X’s sister, who remembers the visit.\n  3. I have read"
    )
    (folder / "a-new-text-of-22-015-753.txt").write_text(text + "\n", encoding="utf-8")
    assert not ingest.import_files([folder / "a-new-text-of-22-015-753.txt"]).refused
    return decision.get_absolute_url()
