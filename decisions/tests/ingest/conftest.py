"""A check after every test of `ingest`."""

import pytest

from decisions.tests.finding_factory import misquoted


@pytest.fixture(autouse=True)
def every_finding_quotes_the_words_it_points_at(request):
    """After each test, the quote of every finding is the text of its span."""
    yield
    if request.node.get_closest_marker("django_db"):
        assert not misquoted()
