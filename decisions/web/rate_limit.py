"""A rate limit for each IP address, counted in the Redis of CACHE_URL or in each worker, never in the database.

Counts are kept for slots, which a keyed hash of the address chooses: so they do not say who sent requests, and cannot
fill the memory. Two addresses may share a slot.
"""

import hmac
import time
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from math import ceil, floor

from django.conf import settings
from django.http import HttpRequest
from limits import RateLimitItemPerSecond
from limits.storage import storage_from_string
from limits.strategies import SlidingWindowCounterRateLimiter

from decisions.web.redis_server import outage

_SLOTS = 16_384


@dataclass(frozen=True, slots=True)
class Quota:
    """The quota of an address after a request.

    `allowed`: whether this request is; `left`: how many more are at once; `reset`: seconds until all are again;
    `wait`: seconds until the next is, 0 if this one was.
    """

    allowed: bool
    left: int
    reset: int
    wait: int


class RateLimit:
    """A limit of `most` requests within so many seconds: for all workers together in Redis, else a share for each."""

    def __init__(self, most: int, seconds: int) -> None:
        self._whole = RateLimitItemPerSecond(most, seconds)
        self._share = RateLimitItemPerSecond(ceil(most / settings.WORKERS), seconds)
        self._own = SlidingWindowCounterRateLimiter(storage_from_string("memory://"))
        self._shared = None
        redis = settings.CACHES["default"]
        if url := redis.get("LOCATION"):
            self._shared = SlidingWindowCounterRateLimiter(storage_from_string(url, **redis["OPTIONS"]))

    def count_request(self, address: str) -> Quota:
        """Count a request from an address, and return its quota."""
        slot = str(_slot(address))
        shared = self._shared and outage.ask(_counted, self._shared, self._whole, slot)
        return shared or _counted(self._own, self._share, slot)


def _counted(limiter: SlidingWindowCounterRateLimiter, limit: RateLimitItemPerSecond, slot: str) -> Quota:
    allowed, seconds = limiter.hit(limit, slot), limit.get_expiry()
    previous, previous_rest, current, current_rest = limiter.storage.get_sliding_window(limit.key_for(slot), seconds)
    left = limit.amount - current - floor(previous * previous_rest / seconds)
    reset = ceil(current_rest if current else previous_rest)
    # At the time that the library names, the request is still refused; it is allowed right after that.
    wait = 0 if allowed else max(1, floor(limiter.get_window_stats(limit, slot).reset_time - time.time()) + 1)
    return Quota(allowed, max(0, left), reset, wait)


def _slot(address: str) -> int:
    key = settings.SECRET_KEY.encode()
    return int.from_bytes(hmac.digest(key, network(address).encode(), "sha256")[:4]) % _SLOTS


def client_address(request: HttpRequest) -> str:
    """Return the address that a request comes from, as the connection says.

    In production it is the last part of X-Forwarded-For, which the proxy adds: all before it may come from the client.
    """
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.PRODUCTION else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def network(address: str) -> str:
    """Return what one subscriber has: an IPv4 address, even if written as IPv6, or the first 64 bits of an IPv6 one."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    return str(found.ipv4_mapped or int(found) >> 64)
