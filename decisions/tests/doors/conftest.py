"""An archive that is large enough for percentages."""

import pytest

from decisions import ingest
from decisions.models import Decision
from decisions.tests import generated
from decisions.tests.facets.test_brute_force import values_of
from decisions.tests.scale import scaled


@pytest.fixture
def some(archive, tmp_path):
    """The five decisions, and some made up: the values that each has in every facet."""
    report = ingest.import_files(generated.write(tmp_path, 2 * scaled(2000)))
    assert not report.refused
    return [values_of(decision) for decision in Decision.objects.published()]
