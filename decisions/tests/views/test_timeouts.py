"""A search that takes too long is stopped: 503 with an explanation, which no cache stores, and the site goes on."""

from string import ascii_lowercase

import pytest
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import QueryDict

from decisions import facets, search
from decisions.data import exports
from decisions.facets import worker_cache
from decisions.listing.parameters import consistent_query
from decisions.listing.results import Listing
from decisions.models import Revision, StatementTimeoutError, snapshot, time_limit
from decisions.search import in_memory_fts
from decisions.similar import LONGEST

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("live_archive")]

_PREFIXES = [f"{first}{second}*" for first in "acdeimnoprst" for second in "aeioulrhn"]
SLOW = " OR ".join(_PREFIXES)[:500].rpartition(" OR ")[0]
DATA = {
    "/api/v1/decisions/": "application/problem+json",
    "/decisions/export.csv": "text/plain; charset=utf-8",
    "/decisions/export.jsonl": "text/plain; charset=utf-8",
    "/decisions/trends.csv": "text/plain; charset=utf-8",
    "/decisions/feed.atom": "text/plain; charset=utf-8",
}
PAGES = ("/decisions/", "/decisions/facets/council/", "/decisions/trends/", "/decisions/22-015-753/")


@pytest.fixture
def no_time(settings):
    """Let no statement take any time that can be measured."""
    facets.columns()  # as a worker has them that has answered before
    settings.STATEMENT_SECONDS = 0
    return settings


def is_limited():
    """Whether a slow statement of this connection would be stopped, outside of a page."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SHOW statement_timeout")
            return cursor.fetchone() != ("0",)
        try:
            cursor.execute(
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 9000) SELECT max(i) FROM n"
            )
            cursor.fetchall()
        except DatabaseError:
            return True
        return False


@pytest.mark.parametrize("address", [*PAGES, *DATA])
def test_a_search_that_takes_too_long_is_answered_503_and_kept_nowhere(client, no_time, address):
    response = client.get(address, {"q": SLOW})
    response.close()  # or a download that is sent all the same would spoil the tests after this one
    assert response.status_code == 503
    assert response["Content-Type"] == DATA.get(address, "text/html; charset=utf-8")
    assert int(response["Retry-After"]) > 0
    assert response["Cache-Control"] == "no-store"
    assert "ETag" not in response
    assert "took more than 0 seconds" in response.content.decode()
    assert not is_limited()

    no_time.STATEMENT_SECONDS = 60
    again = client.get(address, {"q": SLOW})
    assert again.status_code == 200
    assert again["ETag"]
    again.close()


def test_a_page_that_was_kept_before_is_sent_and_a_cut_one_never(client, no_time):
    no_time.STATEMENT_SECONDS = 60
    whole = client.get("/decisions/", {"q": SLOW})
    no_time.STATEMENT_SECONDS = 0
    facets.forget_matches()
    assert client.get("/decisions/", {"q": SLOW}).content == whole.content  # as this worker has it still
    cache.clear()
    assert client.get("/decisions/", {"q": SLOW}).status_code == 503
    unchanged = client.get("/decisions/", {"q": SLOW}, headers={"If-None-Match": whole["ETag"]})
    assert unchanged.status_code == 304
    no_time.STATEMENT_SECONDS = 60
    assert client.get("/decisions/", {"q": SLOW}).content == whole.content


def test_the_page_has_the_words_in_its_box_to_make_them_fewer(client, no_time):
    assert f'value="{SLOW}"' in client.get("/decisions/", {"q": SLOW}).content.decode()


def test_what_somebody_describes_is_limited_too_and_not_repeated(client, no_time):
    words = " ".join(f"{word}{letter}" for letter in ascii_lowercase for word in ("ramp", "bus", "school", "noise"))
    body = f"words={words * 40}"[:LONGEST]
    response = client.post("/similar/", body, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 503
    assert response["Cache-Control"] == "no-store"
    assert "schoola" not in response.content.decode()
    assert not is_limited()


def test_what_is_said_where_nothing_is_found_is_limited(no_time):
    no_time.STATEMENT_SECONDS = 60
    with pytest.raises(StatementTimeoutError), consistent_query(QueryDict(f"q=zebras {SLOW}&year=2018")) as query:
        listing = Listing(query)
        assert listing.total == 0
        no_time.STATEMENT_SECONDS = 0
        listing.no_results  # noqa: B018 - it is made when it is asked for
    assert not is_limited()


def test_marking_is_limited(no_time):
    texts = [f"{each}a bus pass" for each in ascii_lowercase] * 40
    with pytest.raises(StatementTimeoutError):
        in_memory_fts.highlights('"bus" OR "pass"', texts)
    no_time.STATEMENT_SECONDS = 60
    assert all(spans for _, spans in in_memory_fts.highlights('"bus" OR "pass"', texts))


def test_columns_are_read_however_long_that_takes(no_time, monkeypatch):
    monkeypatch.setattr(time_limit, "_STEPS", 10)  # reading five decisions takes more
    facets.forget()
    columns = ()
    # Read here, without a limit: SQLite adds up the steps of a cached statement over all its runs.
    revision = Revision.now()
    with pytest.raises(StatementTimeoutError), snapshot():
        columns = worker_cache.at(revision)
        search.ids(search.parse(SLOW))  # the limit is back
    assert len(columns) == 5


def test_a_download_that_has_begun_is_sent_to_its_end(client, no_time, monkeypatch):
    monkeypatch.setattr(exports, "_BATCH", 1)
    no_time.STATEMENT_SECONDS = 60
    response = client.get("/decisions/export.csv", {"q": SLOW})
    assert response.status_code == 200
    no_time.STATEMENT_SECONDS = 0
    assert len(list(response)) == 6
    response.close()
    assert not is_limited()


def test_no_other_error_of_the_database_is_taken_for_it():
    with pytest.raises(DatabaseError), snapshot(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM no_such_table")
    assert not is_limited()
