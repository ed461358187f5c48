"""Nothing that anyone types into the address of the list makes an error page."""

from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from decisions import ingest
from decisions.filters import DecisionFilter
from decisions.tests.scale import LONG, SEED, scaled
from decisions.tests.search.test_query import PIECES
from decisions.tests.texts import TEXTS
from decisions.tests.views.odd_values import ODD

NAMES = ["q", *DecisionFilter.declared(), "sort", "page", "x", ""]
VALUES = st.one_of(st.text(max_size=40), st.sampled_from(ODD), st.lists(st.sampled_from(ODD), max_size=4).map("".join))
QUERIES = st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=6)


class HostileQueries(TestCase):
    """In full a thousand query strings, and as many of raw bytes."""

    @classmethod
    def setUpTestData(cls):
        ingest.import_files(TEXTS)

    def answers(self, query):
        response = self.client.get("/decisions/", QUERY_STRING=query)
        assert response.status_code in (200, 302, 404), (query, response.status_code)

    @pytest.mark.long("queries")
    @seed(SEED)
    @settings(max_examples=scaled(1000), deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(QUERIES)
    def test_parameters_of_any_content_are_answered(self, pairs):
        self.answers(urlencode(pairs, errors="replace"))

    @pytest.mark.long("queries")
    @seed(SEED)
    @settings(
        max_examples=10_000 if LONG else 100, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join)))
    def test_whatever_is_typed_finds_something_or_says_why_not(self, typed):
        self.answers(urlencode({"q": typed}, errors="replace"))
        page = self.client.get("/decisions/22-015-753/", QUERY_STRING=urlencode({"q": typed}, errors="replace"))
        assert page.status_code == 200, typed

    @pytest.mark.long("queries")
    @seed(SEED)
    @settings(max_examples=scaled(1000), deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.text(alphabet="q=&%+;0aF\"'*()", max_size=60))
    def test_query_strings_of_any_shape_are_answered(self, query):
        self.answers(query)


@pytest.mark.django_db
@pytest.mark.parametrize("value", ODD, ids=range(len(ODD)))
def test_each_odd_value_is_answered_in_each_parameter(client, archive, value):
    for name in NAMES:
        assert client.get("/decisions/", {name: value}).status_code in (200, 302, 404)


def test_the_full_number_is_a_thousand():
    assert scaled(1000) == (1000 if LONG else 50)
