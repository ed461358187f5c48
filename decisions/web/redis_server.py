"""The Redis that CACHE_URL names, which pages and rate limits do without while it cannot be used."""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache

PAUSE = 10  # seconds in which Redis is not asked again after it failed, or each reader would wait for a time-out
_logger = logging.getLogger(__name__)


class Outage:
    """Whether Redis cannot be used, as far as this process knows."""

    def __init__(self) -> None:
        self._ask_again_at: float | None = None  # by the monotonic clock; None where Redis can be used

    def ask(self, call: Callable[..., Any], *arguments: Any, instead: Any = None) -> Any:
        """Return what a call of Redis returns, or `instead` while Redis cannot be used. Log only when that changes."""
        if self._ask_again_at is not None and time.monotonic() < self._ask_again_at:
            return instead
        from redis import RedisError  # noqa: PLC0415 - six megabytes that a worker without Redis does not need

        try:
            answer = call(*arguments)
        except RedisError as error:
            if self._ask_again_at is None:
                _logger.warning(
                    "The Redis of CACHE_URL cannot be used: %s. Pages are made again, and each worker counts its share"
                    " of requests itself. Start Redis, or correct CACHE_URL.",
                    error,
                )
            self._ask_again_at = time.monotonic() + PAUSE
            return instead
        if self._ask_again_at is not None:
            self._ask_again_at = None
            _logger.warning("The Redis of CACHE_URL can be used again.")
        return answer


outage = Outage()


class RedisPages(RedisCache):
    """Django's Redis cache, which has no page and stores none while Redis cannot be used."""

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """Return the value of a key, or `default` if there is none or Redis cannot be used."""
        return outage.ask(super().get, key, default, version, instead=default)

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Store a value, unless Redis cannot be used."""
        outage.ask(super().set, key, value, timeout, version)
