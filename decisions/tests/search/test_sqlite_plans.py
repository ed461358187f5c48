"""On SQLite, no statement of a reader's query reads a whole table for each row of another."""

import re
from itertools import product

import pytest
from django.db import connection

from decisions import facets, search
from decisions.listing.parameters import SORTS
from decisions.models import Decision
from decisions.search import index_file
from decisions.search.query import FIELDS
from decisions.tests.search import factories
from decisions.tests.search.factories import StatementsOnIndex, papers  # noqa: F401

pytestmark = [pytest.mark.sqlite, pytest.mark.django_db, pytest.mark.usefixtures("papers")]

QUERIES = [
    "noise",
    "noise late",
    '"social worker"',
    "hous*",
    "universit*",
    '"social work*"',
    "noise OR benefit",
    "hous* OR univ* OR noise",
    "-zebra",
    "noise -benefit",
    '-"social worker" -hous*',
    *(f"{field}:noise" for field in FIELDS),
    *(f"{field}:hous*" for field in FIELDS),
    *(f'-{field}:"social worker"' for field in FIELDS),
    "law:24A",
    "law:24A(6)",
    "law:24A law:34B",
    "law:24A OR law:34B",
    "-law:24A",
    "law:34B noise late",
    "law:24A(6) hous*",
    "law:24A OR noise",
    "law:34B -noise",
    "noise -law:24A",
    'law:24A noise OR benefit summary:hous* "social worker" -law:26 -council:borset',
]
FEW = ["", "noise -hous*", "law:34B noise late", "-law:24A", "maladmnistration zebra"]
ADDRESSES = [
    "/decisions/",
    "/decisions/facets/council/",
    "/decisions/export.csv",
    "/decisions/export.jsonl",
    "/decisions/feed.atom",
    "/decisions/trends/",
    "/decisions/trends.csv",
    "/decisions/suggest/",
    "/decisions/23-000-003/",
    "/decisions/23-000-003/similar/",
    "/api/v1/decisions/",
]


_MATCHED_BY_KEY = re.compile(r"decisions_search VIRTUAL TABLE INDEX \d+:\w*=")
"""The index is searched once for each key of a list, though it is outside all loops."""


class Statements(list):
    """Record the statements that a connection runs, with their parameters."""

    def __enter__(self):
        self._wrapping = connection.execute_wrapper(self._keep)
        self._wrapping.__enter__()
        return self

    def __exit__(self, *error):
        self._wrapping.__exit__(*error)

    def _keep(self, execute, sql, params, many, context):
        if sql.lstrip().upper().startswith(("SELECT", "WITH")):
            self.append((sql, params))
        return execute(sql, params, many, context)


def nested_scans(rows):
    """Return the plan of a statement, given its rows, and its lines that read all of a table for each row of another.

    The loops of a join are neighbours in the plan, outermost first. What is correlated runs for each row of the loop
    beside it, and so does all that is below it.
    """
    rows = [(key, parent, detail) for key, parent, _, detail in rows]
    repeated, found = set(), []
    for key, parent, detail in rows:
        before = [each for other, above, each in rows if above == parent and other < key]
        is_inner = _is_loop(detail) and any(map(_is_loop, before))
        if is_inner or parent in repeated or ("CORRELATED" in detail and any(map(_is_loop, before))):
            repeated.add(key)
            # A co-routine that is read first costs what is inside it, which has lines of its own.
            is_of_lines = not is_inner and f"CO-ROUTINE {detail.removeprefix('SCAN ')}" in before
            found += [detail] if detail.startswith("SCAN ") and not is_of_lines else []
        found += [detail] if _MATCHED_BY_KEY.search(detail) else []
    return "\n".join(detail for _, _, detail in rows), found


def _is_loop(detail):
    # Rows of `each` are the words that were asked for, taken out of a parameter: few.
    return detail.startswith(("SCAN ", "SEARCH ")) and not detail.startswith("SCAN each VIRTUAL TABLE")


def check(statements, on_index):
    assert statements
    for run, each in ((run_on_database, statements), (index_file.rows, on_index)):
        for sql, params in each:
            plan, scans = nested_scans(run(f"EXPLAIN QUERY PLAN {sql}", params))
            assert not scans, f"{scans}\n\n{plan}\n\n{sql}\n{params}"


def run_on_database(sql, params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


@pytest.mark.parametrize("typed", QUERIES)
def test_no_search_has_a_nested_scan(typed):
    query = search.parse(typed)
    assert query and not query.notes
    with Statements() as statements, StatementsOnIndex() as on_index:
        search.ids(query)
        if query.groups:
            search.scores(query)
            factories.ranked(query, Decision.objects.published(), 0, 25)
    check(statements, on_index)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_has_a_nested_scan(client, address):
    with Statements() as statements, StatementsOnIndex() as on_index:
        for typed, sort in product(FEW, SORTS):
            facets.forget_matches()
            response = client.get(address, {"q": typed, "sort": sort})
            assert response.status_code == 200
            list(response)  # a download is read while it is sent
    check(statements, on_index)
