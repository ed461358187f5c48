"""The rate limit: exact over all workers of a machine, shared by a subscriber's addresses, and free of addresses."""

import re
import subprocess
import sys

import pytest
from django.conf import settings

from decisions.tests.texts import FIXTURES
from decisions.web import api_access
from decisions.web.rate_limit import Throttle, client_address

WORKER = """
import sys
from pathlib import Path
from decisions.web.rate_limit import Throttle
throttle = Throttle(Path(sys.argv[1]), "a key", 500, 100_000)
print(sum(throttle.count_request("192.0.2.1").allowed for _ in range(400)))
"""


@pytest.fixture
def throttle(tmp_path):
    return Throttle(tmp_path / "throttle", "a key", 3, 60)


@pytest.fixture
def clock(monkeypatch):
    """A clock that the test sets."""
    now = [1_000_000.0]
    monkeypatch.setattr("decisions.web.rate_limit.time.time", lambda: now[0])
    return now


def test_workers_side_by_side_let_through_as_many_as_one_would(tmp_path):
    command = [sys.executable, "-c", WORKER, str(tmp_path / "throttle")]
    workers = [subprocess.Popen(command, cwd=FIXTURES.parent, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    assert sum(int(each.communicate(timeout=60)[0]) for each in workers) == 500


def test_so_many_go_through_at_once_and_then_one_by_one(throttle, clock):
    assert [throttle.count_request("192.0.2.1").left for _ in range(3)] == [2, 1, 0]
    refused = throttle.count_request("192.0.2.1")
    assert (refused.allowed, refused.left, refused.wait, refused.reset) == (False, 0, 20, 60)
    clock[0] += 19
    assert throttle.count_request("192.0.2.1").wait == 1
    clock[0] += 1
    assert throttle.count_request("192.0.2.1").allowed
    assert not throttle.count_request("192.0.2.1").allowed
    clock[0] += 60
    assert [throttle.count_request("192.0.2.1").allowed for _ in range(4)] == [True, True, True, False]


def test_a_refusal_makes_nobody_wait_longer(throttle, clock):
    waits = [throttle.count_request("192.0.2.1").wait for _ in range(10)]
    assert waits == [0, 0, 0] + [20] * 7


def test_a_clock_that_was_put_back_keeps_nobody_out(throttle, clock):
    for _ in range(4):
        throttle.count_request("192.0.2.1")
    clock[0] -= 500_000
    assert throttle.count_request("192.0.2.1").wait <= 60
    clock[0] += 61
    assert throttle.count_request("192.0.2.1").allowed


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
def test_one_line_counts_as_one(throttle, one, other, is_same):
    for _ in range(3):
        throttle.count_request(one)
    assert throttle.count_request(other).allowed is not is_same


def test_what_is_kept_is_small_and_tells_nobody(throttle, tmp_path):
    for number in range(300):
        throttle.count_request(f"192.0.2.{number % 256}")
    kept = (tmp_path / "throttle").read_bytes()
    assert len(kept) <= 65_536 * 8
    assert b"192" not in kept


@pytest.mark.parametrize(("is_production", "address"), [(False, "127.0.0.1"), (True, "203.0.113.9")])
def test_only_in_production_the_proxy_says_which_address_a_request_comes_from(rf, settings, is_production, address):
    settings.PRODUCTION = is_production
    request = rf.get("/", headers={"X-Forwarded-For": "198.51.100.1, 203.0.113.9"}, REMOTE_ADDR="127.0.0.1")
    assert client_address(request) == address


def test_in_production_the_api_counts_the_requests_of_each_client_behind_the_proxy(
    client, db, settings, monkeypatch, throttle
):
    settings.PRODUCTION = True
    monkeypatch.setattr(api_access, "throttle", lambda: throttle)
    headers = [{"X-Forwarded-For": f"198.51.100.1, 203.0.113.{each}"} for each in (9, 9, 9, 9, 7)]
    answers = [client.get("/api/v1/grounds/", headers=each, REMOTE_ADDR="127.0.0.1") for each in headers]
    assert [each.status_code for each in answers] == [200, 200, 200, 429, 200]


def test_one_place_reads_the_address_of_a_client():
    files = [each for each in (settings.BASE_DIR / "decisions").rglob("*.py") if "tests" not in each.parts]
    read = r"REMOTE_ADDR|X_FORWARDED_FOR|X-Forwarded-For\""
    assert [each.name for each in files if re.search(read, each.read_text(encoding="utf-8"))] == ["rate_limit.py"]
