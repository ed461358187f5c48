"""What holds after every test of entering and changing decisions."""

import pytest

from decisions.tests.finding_factory import misquoted


@pytest.fixture(autouse=True)
def every_finding_quotes_the_words_it_points_at(request):
    """Whatever was done by `ingest`, the words that are kept are those of the text."""
    yield
    if request.node.get_closest_marker("django_db"):
        assert not misquoted()
