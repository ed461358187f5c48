"""Archives of many decisions: some that are large enough for percentages, and some whose lists have several pages."""

import pytest

from decisions import ingest
from decisions.models import Decision
from decisions.tests import generated
from decisions.tests.facets.test_brute_force import values_of
from decisions.tests.scale import scaled


@pytest.fixture(scope="session")
def some_template(make_template, archive_template, tmp_path_factory):
    """The five decisions, and enough made up for percentages."""

    def fill():
        assert not ingest.import_files(generated.write(tmp_path_factory.mktemp("some"), 2 * scaled(2000))).refused

    return make_template(fill, archive_template)


@pytest.fixture(scope="session")
def values_of_some(templates, some_template, django_db_blocker):
    """The values that each of them has in every facet."""
    with django_db_blocker.unblock():
        templates.start(some_template)
        return [values_of(decision) for decision in Decision.objects.published()]


@pytest.fixture
def some(some_template, values_of_some, db):
    """The five decisions, and some made up: the values that each has in every facet."""
    return list(values_of_some)


@pytest.fixture(scope="session")
def many_template(make_template, archive_template, tmp_path_factory):
    """The five decisions, and enough made up for lists of several pages."""
    return make_template(
        lambda: ingest.import_files(generated.write(tmp_path_factory.mktemp("many"), 60)), archive_template
    )


@pytest.fixture
def many(many_template, db):
    """An archive whose lists have several pages."""
