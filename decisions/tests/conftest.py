"""Shared fixtures, the choice of the database, and the tests that need more packages than requirements.txt has.

Tests that concern a database run on the one that DATABASE_URL names, with its name in their ids. `python3 dev.py test`
runs all tests on SQLite, then these on PostgreSQL. Tests marked `sqlite` or `postgresql` run on that database alone.
"""

import gc
import importlib.util
import os
import shutil
from functools import partial
from operator import attrgetter
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase, override_settings
from django.test.utils import setup_databases, teardown_databases

from decisions import facets, ingest
from decisions.tests import processes, scale
from decisions.tests.client import FormClient
from decisions.tests.template_databases import Template
from decisions.tests.template_databases import templates as templates_of_the_database
from decisions.tests.texts import TEXTS
from decisions.web import api_access
from decisions.web.rate_limit import RateLimit

_HERE = Path(__file__).parent
_ON_EITHER = ("views", "facets", "ingest", "models", "search", "similar", "data/test_dump.py", "data/test_shape.py")
_ON_EITHER += (
    "project/test_template_databases.py",
    "data/test_exports.py",
    "e2e/test_deciding_whether_to_complain.py",
    "e2e/test_finding_and_reading.py",
)
_LITTLE_SQL = {"e2e/test_deciding_whether_to_complain.py", "e2e/test_finding_and_reading.py"} | {
    f"views/test_{name}.py"
    for name in (
        *("about", "api_schemathesis", "api_stays", "sitemaps", "data", "describe", "detail", "downloads"),
        *("facet", "front", "grounds", "links", "list", "percentages", "progress", "references", "statistics"),
        *("versions", "weight"),
    )
}
"""Tests run on PostgreSQL only under `--long`: other tests send it the statements of these pages anyway."""
_ON_NEITHER = ("views/test_inspect.py",)
_DATABASES = ("sqlite", "postgresql")

_NEEDS = {
    "e2e": ("pytest_playwright", "axe_playwright_python"),
    "views/test_api_schemathesis.py": ("schemathesis",),
    "views/test_hostile_queries.py": ("hypothesis",),
    "project/test_benchmarks.py": ("datasette",),
    "parsing/test_properties.py": ("hypothesis",),
    "ingest/test_carry_over_properties.py": ("hypothesis",),
    "search/test_query.py": ("hypothesis",),
    "search/test_same_answers.py": ("hypothesis",),
    "search/test_spelling.py": ("hypothesis",),
}
_MISSING = {
    tests: lacking
    for tests, packages in _NEEDS.items()
    if (lacking := [package for package in packages if importlib.util.find_spec(package) is None])
}
collect_ignore = list(_MISSING)

# Playwright's own event loop makes Django think that it runs in one.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_configure(config):
    """Declare the markers. Raises UsageError if LONG names no part, or the tests would empty somebody's Redis."""
    if message := scale.unknown(scale.PART):
        raise pytest.UsageError(message)
    if settings.CACHES["default"].get("LOCATION"):
        raise pytest.UsageError("CACHE_URL: unset it. The tests empty the cache, and start a Redis of their own.")
    for name in _DATABASES:
        config.addinivalue_line("markers", f"{name}: a test about {name} alone")
    config.addinivalue_line("markers", "long(part): a test that does twenty times as much under --long")
    config.addinivalue_line("markers", "only_long(part): a test that is run under --long only")


def pytest_generate_tests(metafunc):
    """Put the name of the database into the id of each test that runs on both."""
    if _is_on_either(Path(metafunc.module.__file__)):
        metafunc.fixturenames.append("database")
        metafunc.parametrize("database", [connection.vendor])


def pytest_collection_modifyitems(config, items):
    """Deselect tests of the other database, on PostgreSQL those of no database, and those of parts not asked for."""
    for each in items:
        if connection.vendor == "postgresql" and each.path.relative_to(_HERE).as_posix() in _LITTLE_SQL:
            each.add_marker(pytest.mark.only_long("postgresql"))
    chosen = [each for each in items if _concerns(each, connection.vendor) and _is_due(each)]
    config.hook.pytest_deselected(items=[each for each in items if each not in set(chosen)])
    items[:] = chosen


def _is_on_either(file):
    file = file.relative_to(_HERE)
    return any(file.is_relative_to(each) for each in _ON_EITHER) and file.as_posix() not in _ON_NEITHER


def _concerns(item, vendor):
    alone = [name for name in _DATABASES if item.get_closest_marker(name)]
    return vendor in alone if alone else vendor == "sqlite" or _is_on_either(item.path)


def pytest_sessionfinish():
    """Drop the databases that tests created for separate processes."""
    processes.drop_databases()


def pytest_report_header():
    """Return lines that name the database, and the tests left out because their packages are not installed."""
    return [
        f"database: {connection.vendor}",
        *(
            f"left out: decisions/tests/{tests} needs {', '.join(lacking)}; `python3 dev.py test` runs all"
            for tests, lacking in _MISSING.items()
        ),
    ]


def _is_due(item):
    """Return whether to run a test now: in the plain run, under `--long`, or in the part asked for."""
    only = {mark.args[0] for mark in item.iter_markers("only_long")}
    parts = only | {mark.args[0] for mark in item.iter_markers("long")}
    if wrong := parts - set(scale.PARTS):
        raise pytest.UsageError(
            f"{item.nodeid} is marked as of {', '.join(wrong)}: add it to PARTS of {scale.__name__}"
        )
    return scale.PART in parts if scale.PART in scale.PARTS else scale.LONG or not only


@pytest.fixture
def client():
    """A client that posts forms url-encoded."""
    return FormClient()


@pytest.fixture
def admin_client(admin_user):
    """The same, signed in as a superuser."""
    signed_in = FormClient()
    signed_in.force_login(admin_user)
    return signed_in


@pytest.fixture(autouse=True, scope="session")
def search_dir(tmp_path_factory):
    """Keep the search index of the tests apart from that of this checkout."""
    with override_settings(SEARCH_DIR=tmp_path_factory.mktemp("search")):
        yield


@pytest.fixture(autouse=True)
def nothing_remembered():
    """Empty the caches and, on PostgreSQL, the search index; on SQLite each template has its own.

    A rollback restores the revision that they are checked by, but changes the decisions.
    """
    facets.forget()
    cache.clear()
    if connection.vendor == "postgresql":
        shutil.rmtree(settings.SEARCH_DIR, ignore_errors=True)


@pytest.fixture(autouse=True)
def never_too_many_requests(monkeypatch):
    """Raise the rate limit: tests send more requests than it allows."""
    often = RateLimit(1_000_000, 60)
    monkeypatch.setattr(api_access, "rate_limit", lambda: often)


@pytest.fixture(autouse=True, scope="session")
def passwords_quickly_hashed():
    """Use a fast password hasher: Django's default takes a quarter of a second, on purpose."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(scope="session")
def new_archive(tmp_path_factory):
    """Return a function that makes an empty archive in a folder: a copy of one that was migrated once."""
    migrated = tmp_path_factory.mktemp("migrated")
    processes.migrate(migrated)
    return partial(processes.copy, migrated)


@pytest.fixture(scope="module")
def nothing_else_collected():
    """Freeze the objects that other tests left, so that the garbage collector skips them while a text is read."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_modify_db_settings, django_db_blocker):
    """Create the test database for every fixture: pytest-django does so only for its own fixtures."""
    with django_db_blocker.unblock():
        config = setup_databases(verbosity=0, interactive=False)
    yield
    with django_db_blocker.unblock():
        teardown_databases(config, verbosity=0)


@pytest.fixture(scope="session")
def templates(django_db_setup, django_db_blocker):
    """The states of the test database that tests start from."""
    with django_db_blocker.unblock():
        made = templates_of_the_database()
    yield made
    with django_db_blocker.unblock():
        made.end()


@pytest.fixture(scope="session")
def make_template(templates, django_db_blocker):
    """Return a function that makes a template of what `fill` commits, on top of another or of the migrated database."""

    def make(fill, base=None):
        with django_db_blocker.unblock():
            return templates.make(fill, base)

    return make


@pytest.fixture(scope="session")
def archive_template(make_template):
    """A template with the five sample decisions."""

    def fill():
        report = ingest.import_files(TEXTS)
        assert (report.new, report.refused) == (5, [])

    return make_template(fill)


@pytest.fixture
def template(request, templates):
    """The template that a test starts from: the deepest of its fixtures whose names end in _template."""
    values = [request.getfixturevalue(name) for name in request.fixturenames if name.endswith("_template")]
    found = (each for each in values if isinstance(each, Template))
    return max(found, key=attrgetter("depth"), default=templates.migrated)


@pytest.fixture
def in_place(request, templates, template, django_db_blocker):
    """Load the template before pytest-django begins the transaction that it rolls back."""
    marker = request.node.get_closest_marker("django_db")
    commits = "transactional_db" in request.fixturenames or (marker and marker.kwargs.get("transaction"))
    with django_db_blocker.unblock():
        (templates.start_to_write if commits else templates.start)(template)


@pytest.fixture
def _django_db_helper(in_place, _django_db_helper):
    """Load the template first. All database fixtures of pytest-django use this private one; no public one is first."""


@pytest.fixture(scope="class", autouse=True)
def _migrated_for_classes(request):
    """Give a TestCase, which creates its own rows, the migrated database."""
    if request.cls and issubclass(request.cls, TransactionTestCase):
        templates = request.getfixturevalue("templates")
        with request.getfixturevalue("django_db_blocker").unblock():
            templates.start(templates.migrated)


@pytest.fixture
def archive(archive_template, db):
    """The archive with the five sample decisions."""


@pytest.fixture
def live_archive(archive_template, transactional_db):
    """The same, for a test that commits."""
