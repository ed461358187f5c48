"""What the tests share: the five texts imported, and which tests need more than requirements.txt."""

import importlib.util
import os

import pytest

from decisions import facets, ingest
from decisions.tests.texts import TEXTS

_NEEDS = {
    "errands": ("pytest_playwright", "axe_playwright_python"),
    "doors/test_hostile_queries.py": ("hypothesis",),
    "parsing/test_properties.py": ("hypothesis",),
    "ingest/test_keeping_properties.py": ("hypothesis",),
}
_MISSING = {
    tests: lacking
    for tests, packages in _NEEDS.items()
    if (lacking := [package for package in packages if importlib.util.find_spec(package) is None])
}
collect_ignore = list(_MISSING)

# Playwright's own event loop makes Django think that it runs in one.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_report_header():
    """Say which tests are left out because their packages are not installed."""
    return [
        f"left out: decisions/tests/{tests} needs {', '.join(lacking)}; `python3 dev.py test` runs all"
        for tests, lacking in _MISSING.items()
    ]


@pytest.fixture(autouse=True)
def nothing_remembered():
    """A test that rolls back leaves the revision as it was, and the decisions not: let no columns outlive it."""
    facets.forget()


@pytest.fixture
def archive(db):
    """The archive with the five decisions."""
    report = ingest.import_files(TEXTS)
    assert (report.new, report.refused) == (5, [])


@pytest.fixture
def live_archive(transactional_db):
    """The same, for a live server: committed, so that its threads see it."""
    ingest.import_files(TEXTS)
