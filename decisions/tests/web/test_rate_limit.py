"""The rate limit: for all workers in Redis, in shares without; one for a subscriber; and free of addresses."""

import re

import pytest

from decisions.web import api_access, rate_limit
from decisions.web.rate_limit import RateLimit, client_address

NOW = 1_000_020.25  # a quarter of a second after the beginning of a minute


@pytest.fixture
def limit():
    return RateLimit(3, 60)


@pytest.fixture
def clock(monkeypatch):
    """A clock that the test sets."""
    now = [NOW]
    monkeypatch.setattr("time.time", lambda: now[0])
    return now


def count(limit, times, address="192.0.2.1"):
    return [limit.count_request(address) for _ in range(times)]


def test_so_many_go_through_at_once_and_then_one_by_one(limit, clock):
    assert [each.left for each in count(limit, 3)] == [2, 1, 0]
    refused = limit.count_request("192.0.2.1")
    assert (refused.allowed, refused.left, refused.wait, refused.reset) == (False, 0, 60, 120)
    clock[0] += 58
    assert limit.count_request("192.0.2.1").wait == 2
    clock[0] += 2
    assert limit.count_request("192.0.2.1").allowed
    assert limit.count_request("192.0.2.1").wait == 20
    clock[0] += 20
    assert [each.allowed for each in count(limit, 2)] == [True, False]
    clock[0] += 120
    assert [each.allowed for each in count(limit, 4)] == [True, True, True, False]


@pytest.mark.parametrize("begun", [0, 1, 30, 59.25])
@pytest.mark.parametrize("pause", [0, 10, 45, 61])
def test_whoever_waits_as_long_as_the_answer_says_is_answered(limit, clock, begun, pause):
    clock[0] += begun
    for _ in range(6):
        while (quota := limit.count_request("192.0.2.1")).allowed:
            assert quota.wait == 0
        clock[0] += quota.wait - 1.001
        assert not limit.count_request("192.0.2.1").allowed
        clock[0] += 1.001
        assert limit.count_request("192.0.2.1").allowed
        clock[0] += pause


@pytest.mark.parametrize("begun", [0, 1, 30, 59.25])
def test_all_are_left_again_when_the_answer_says_so(limit, clock, begun):
    clock[0] += begun
    reset = count(limit, 3)[-1].reset
    clock[0] += reset
    assert limit.count_request("192.0.2.1").left == 2


def test_a_refusal_makes_nobody_wait_longer(limit, clock):
    assert [each.wait for each in count(limit, 10)] == [0, 0, 0] + [60] * 7


def test_a_clock_that_was_put_back_keeps_nobody_out(limit, clock):
    count(limit, 4)
    clock[0] -= 500_000
    assert limit.count_request("192.0.2.1").wait <= 61
    clock[0] += 61
    assert limit.count_request("192.0.2.1").allowed


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("", "nonsense", False),
    ],
)
def test_one_line_counts_as_one(limit, one, other, is_same):
    count(limit, 3, one)
    assert limit.count_request(other).allowed is not is_same


def test_what_is_kept_is_small_and_tells_nobody(limit, monkeypatch):
    monkeypatch.setattr(rate_limit, "_SLOTS", 16)
    for number in range(300):
        limit.count_request(f"192.0.2.{number % 256}")
    kept = limit._own.storage.storage
    assert 2 <= len(kept) <= 2 * 16
    assert not any("192.0.2" in key for key in kept)


@pytest.mark.parametrize(("workers", "share"), [(1, 7), (2, 4), (3, 3), (100, 1)])
def test_without_redis_a_worker_allows_its_share(settings, workers, share):
    settings.WORKERS = workers
    assert sum(each.allowed for each in count(RateLimit(7, 60), 9)) == share


@pytest.mark.parametrize(("is_production", "address"), [(False, "127.0.0.1"), (True, "203.0.113.9")])
def test_only_in_production_the_proxy_says_which_address_a_request_comes_from(rf, settings, is_production, address):
    settings.PRODUCTION = is_production
    request = rf.get("/", headers={"X-Forwarded-For": "198.51.100.1, 203.0.113.9"}, REMOTE_ADDR="127.0.0.1")
    assert client_address(request) == address


def test_in_production_the_api_counts_the_requests_of_each_client_behind_the_proxy(
    client, db, settings, monkeypatch, limit
):
    settings.PRODUCTION = True
    monkeypatch.setattr(api_access, "rate_limit", lambda: limit)
    headers = [{"X-Forwarded-For": f"198.51.100.1, 203.0.113.{each}"} for each in (9, 9, 9, 9, 7)]
    answers = [client.get("/api/v1/grounds/", headers=each, REMOTE_ADDR="127.0.0.1") for each in headers]
    assert [each.status_code for each in answers] == [200, 200, 200, 429, 200]


def test_one_place_reads_the_address_of_a_client(settings):
    files = [each for each in (settings.BASE_DIR / "decisions").rglob("*.py") if "tests" not in each.parts]
    read = r"REMOTE_ADDR|X_FORWARDED_FOR|X-Forwarded-For\""
    assert [each.name for each in files if re.search(read, each.read_text(encoding="utf-8"))] == ["rate_limit.py"]
