"""No test finds what another left: templates stay as they are, whatever tests do to what they are given."""

import asyncio
import os

import psycopg
import pytest
from django.db import DatabaseError, connections

from decisions.models import Council, Decision


@pytest.fixture
def visited(templates, archive_template, django_db_blocker):
    """The five decisions, for a test that only reads."""
    with django_db_blocker.unblock():
        templates.start_to_read(archive_template)
        yield
        connections.close_all()


@pytest.fixture(scope="session")
def sixth_template(make_template, archive_template):
    """The five decisions, and a council that has none."""
    return make_template(lambda: Council.objects.create(name="Atlantis", slug="atlantis"), archive_template)


@pytest.mark.parametrize("time", ["first", "second"])
def test_one_that_commits_leaves_nothing_behind(live_archive, time):
    assert Decision.objects.count() == 5
    Decision.objects.all().delete()


@pytest.mark.parametrize("time", ["first", "second"])
def test_nor_does_one_that_is_rolled_back(archive, time):
    assert Decision.objects.count() == 5
    Decision.objects.all().delete()


def test_one_that_only_reads_may_change_nothing(visited):
    assert Decision.objects.count() == 5
    with pytest.raises(DatabaseError, match=r"read-?only"):
        Decision.objects.all().delete()
    with pytest.raises(DatabaseError, match=r"read-?only"):
        Council.objects.create(name="Atlantis", slug="atlantis")


def test_the_next_may_again(archive):
    Council.objects.create(name="Atlantis", slug="atlantis")


def test_a_template_made_on_top_of_another_has_both(sixth_template, db):
    assert Decision.objects.count() == 5
    assert Council.objects.filter(slug="atlantis").exists()


def test_one_that_asks_for_none_finds_no_decisions(db):
    assert not Decision.objects.exists()
    assert not Council.objects.exists()


def test_one_is_made_where_an_event_loop_has_a_connection_of_its_own(templates, make_template, django_db_blocker):
    async def make():  # as Playwright does from its first page on
        return make_template(lambda: Council.objects.create(name="Atlantis", slug="atlantis"))

    with django_db_blocker.unblock():
        templates.start(templates.migrated)
        assert not Council.objects.exists()
        templates.start(asyncio.run(make()))
        assert Council.objects.exists()


@pytest.mark.postgresql
def test_at_the_end_no_connection_keeps_django_from_dropping_the_database(templates, django_db_blocker):
    address = os.environ["DATABASE_URL"].rpartition("/")[0]
    stray = psycopg.connect(f"{address}/{templates.migrated.content}")
    with django_db_blocker.unblock():
        templates.disconnect()
    with pytest.raises(psycopg.OperationalError):
        stray.execute("SELECT 1")
