"""A real Redis shares pages and counts between workers; while it cannot be used, they go on without it."""

import time

import pytest
from redis import Redis

from decisions.models import Decision
from decisions.tests import redis_server
from decisions.tests.project.servers import free_port
from decisions.tests.project.test_request_headers import serving
from decisions.web import rate_limit
from decisions.web import redis_server as production
from decisions.web.rate_limit import RateLimit
from ombudsman import caches

pytestmark = redis_server.needed
LIST, API = "/decisions/", "/api/v1/grounds/"


@pytest.fixture
def port():
    return free_port()


@pytest.fixture
def known(settings, monkeypatch, port):
    """Let the settings name the Redis of a port, which may not run, and no outage of it be known."""
    settings.CACHES = {"default": caches.cache(f"redis://127.0.0.1:{port}/0")}
    settings.WORKERS = 2
    outage = production.Outage()
    for module in (production, rate_limit):
        monkeypatch.setattr(module, "outage", outage)


@pytest.fixture
def served(new_archive, tmp_path, port):
    """Return a function that serves an archive, which shares the Redis of the port with others."""
    new_archive(tmp_path)
    return lambda: serving(tmp_path, CACHE_URL=f"redis://127.0.0.1:{port}/0")


def test_workers_share_pages_and_counts(served, port):
    with redis_server.running(port) as url, served() as one, served() as other:
        made = one.get(LIST, **{"Accept-Encoding": "gzip"})
        hits = Redis.from_url(url).info()["keyspace_hits"]
        assert other.get(LIST, **{"Accept-Encoding": "gzip"}) == made
        assert made[0] == 200 and made[1]["Content-Encoding"] == "gzip"
        assert Redis.from_url(url).info()["keyspace_hits"] == hits + 1
        left = [each.get(API)[1]["RateLimit"].partition(";t")[0] for each in (one, other, one)]
        assert left == [f'"api";r={each}' for each in (119, 118, 117)]
        for each in [one, other] * 59:
            each.get(API)
        assert [each.get(API)[0] for each in (one, other)] == [429, 429]


def test_pages_are_kept_apart_and_for_a_while(client, archive, known, port, django_assert_num_queries):
    with redis_server.running(port) as url:
        whole = client.get(LIST)
        small = client.get(LIST, headers={"Accept-Encoding": "gzip"})
        by_script = client.get(LIST, headers={"HX-Request": "true"})
        kept = Redis.from_url(url)
        seconds = [kept.ttl(key) for key in kept.keys("*")]
        assert len(seconds) == 3 and all(0 < each <= 60 * 60 for each in seconds)
        for first, headers in [
            (whole, {}),
            (small, {"Accept-Encoding": "gzip"}),
            (by_script, {"HX-Request": "true"}),
        ]:
            with django_assert_num_queries(1):
                again = client.get(LIST, headers=headers)
            assert (again.content, again.headers) == (first.content, first.headers)
        Decision.objects.update(outcome="Upheld")
        assert client.get(LIST).content != whole.content


def test_while_redis_is_away_pages_are_made_and_each_worker_counts(client, archive, known, port, caplog, monkeypatch):
    limit = RateLimit(4, 60)
    monkeypatch.setattr(production, "PAUSE", 0)
    assert client.get(LIST).status_code == client.get(LIST).status_code == 200
    assert [limit.count_request("192.0.2.1").allowed for _ in range(3)] == [True, True, False]
    [said] = caplog.messages
    assert "The Redis of CACHE_URL cannot be used" in said
    assert "Start Redis, or correct CACHE_URL." in said
    with redis_server.running(port) as url:
        client.get(LIST)
        assert caplog.messages[1:] == ["The Redis of CACHE_URL can be used again."]
        assert [limit.count_request("192.0.2.1").left for _ in range(4)] == [3, 2, 1, 0]
        assert Redis.from_url(url).keys(":*")
    client.get(LIST)
    assert len(caplog.messages) == 3


def test_a_redis_that_does_not_answer_is_not_waited_for_again_and_again(client, archive, known, port, caplog):
    limit = RateLimit(4, 60)
    with redis_server.running(port) as url:
        client.get(LIST)
        redis = Redis.from_url(url, socket_timeout=60)
        connections = redis.info()["total_connections_received"]
        redis.client_pause(1_000, all=True)
        for _ in range(20):
            assert client.get(LIST).status_code == 200
            assert limit.count_request("192.0.2.1")
        # Whoever waited in vain hangs up, so each further question would have been a connection.
        assert redis.info()["total_connections_received"] - connections <= 1
        assert len(caplog.messages) == 1


def test_a_redis_that_is_full_is_one_that_cannot_be_used(client, archive, known, port, caplog):
    with redis_server.running(port) as url:
        Redis.from_url(url).config_set("maxmemory", "1")
        assert client.get(LIST).status_code == 200
        assert "cannot be used" in caplog.text


def test_whoever_waits_as_long_as_redis_says_is_answered(known, port):
    limit = RateLimit(3, 2)
    with redis_server.running(port):
        while (quota := limit.count_request("192.0.2.1")).allowed:
            assert quota.reset <= 4
        assert 1 <= quota.wait <= 3
        time.sleep(quota.wait)
        assert limit.count_request("192.0.2.1").allowed


def test_what_redis_has_says_nothing_of_who_asked(known, port):
    limit = RateLimit(4, 60)
    with redis_server.running(port) as url:
        limit.count_request("192.0.2.77")
        keys = Redis.from_url(url).keys()
        assert keys and not any(b"192" in key for key in keys)
