"""A browser, and visitors with and without JavaScript who find the five decisions."""

import os
import threading
import time

import pytest
from django.core.signals import request_finished, request_started
from django.db import connections
from django.test import modify_settings
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from decisions import ingest
from decisions.models import Decision
from decisions.tests.browser import find_browser

expect.set_options(timeout=10_000)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The browser of this machine, without its own requests to other sites."""
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return browser_type_launch_args | {
        "executable_path": find_browser(),
        "args": [*quiet, *as_root, "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage"],
    }


class OneAtATime:
    """Has the server answer one request after the other: on SQLite all its threads share the connection in memory."""

    def __init__(self):
        self._lock, self._mine = threading.Lock(), threading.local()
        self._open = set()

    def begin(self, **_):
        """Begin a request: wait for the one before it."""
        self._open.add(threading.get_ident())
        self._mine.holds = self._lock.acquire(timeout=60)

    def end(self, **_):
        """End a request."""
        self._open.discard(threading.get_ident())
        if getattr(self._mine, "holds", False):
            self._mine.holds = False
            self._lock.release()

    def wait_until_all_is_answered(self):
        """Wait for pending requests of pages before the tables are emptied. Raises AssertionError."""
        quiet, until = 0, time.monotonic() + 60
        while quiet < 10:
            assert time.monotonic() < until, f"{len(self._open)} requests are never answered"
            quiet = 0 if self._open else quiet + 1
            time.sleep(0.01)


@pytest.fixture(scope="package")
def site(templates, django_db_blocker):
    """The archive, served by a thread of this process to all tests of this folder; its address."""
    with django_db_blocker.unblock(), modify_settings(ALLOWED_HOSTS={"append": "localhost"}):
        server = LiveServer("localhost")
        yield server.url
        server.stop()


@pytest.fixture
def in_turns():
    """The requests of a test, one after the other, to their end."""
    turns = OneAtATime()
    request_started.connect(turns.begin)
    request_finished.connect(turns.end)
    yield turns
    request_started.disconnect(turns.begin)
    request_finished.disconnect(turns.end)


@pytest.fixture
def changeable():
    """Let a test change the archive that it visits; the next test finds it as it was."""


@pytest.fixture
def visited_archive(request, templates, archive_template, django_db_blocker):
    """The five decisions, committed; the database refuses every change unless a test asks for `changeable`."""
    with django_db_blocker.unblock():
        begin = templates.start_to_write if "changeable" in request.fixturenames else templates.start_to_read
        begin(archive_template)
        yield
        connections.close_all()


@pytest.fixture
def visit(new_context, visited_archive, in_turns, site):
    """Open the archive at an address, in a fresh browser with the options given."""

    pages = []

    def visit(path="/decisions/", **options):
        page = new_context(base_url=site, **({"viewport": WIDE} | options)).new_page()
        pages.append(page)
        page.goto(path)
        return page

    yield visit
    for page in pages:
        page.close()
    in_turns.wait_until_all_is_answered()


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def scripted(request):
    """Whether the visitor's browser runs scripts."""
    return request.param


@pytest.fixture(
    params=[True, pytest.param(False, marks=pytest.mark.only_long("scripts"))],
    ids=["with JavaScript", "without JavaScript"],
)
def scripted_or_not(request):
    """The same, for a test that works with no page that has scripts: only `--long` runs it twice."""
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
