"""A rate limit for each IP address, shared by all workers of a machine, without a database.

It is the generic cell rate algorithm: a file holds for each slot the time at which the requests so far are worked off.
A keyed hash of the address chooses the slot, so the file does not say who sent requests; two addresses may share one.
"""

import fcntl
import hmac
import os
import struct
import threading
import time
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest

_SLOTS = 65_536
_MOMENT = struct.Struct("<d")  # seconds since 1970


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


class Throttle:
    """A limit of `most` requests at once, regained evenly over so many seconds. `file` is created if missing."""

    def __init__(self, file: Path, key: str, most: int, seconds: int) -> None:
        self.most, self.seconds = most, seconds
        self._file, self._key = file, key.encode()
        self._lock = threading.Lock()
        self._opened: tuple[int, int] | None = None

    def count_request(self, address: str) -> Quota:
        """Count a request from an address, and return its quota."""
        slot = _MOMENT.size * self._slot(address)
        with self._lock:  # a file lock keeps out other processes, but not other threads
            file = self._open()
            fcntl.lockf(file, fcntl.LOCK_EX, _MOMENT.size, slot)
            try:
                return self._counted(file, slot)
            finally:
                fcntl.lockf(file, fcntl.LOCK_UN, _MOMENT.size, slot)

    def _counted(self, file: int, slot: int) -> Quota:
        stored = os.pread(file, _MOMENT.size, slot)
        now, each = time.time(), self.seconds / self.most
        worked_off = max(now, _MOMENT.unpack(stored)[0]) if len(stored) == _MOMENT.size else now
        worked_off = min(worked_off, now + self.seconds)  # after a clock is put back, no one is kept out for longer
        after = worked_off + each
        allowed = after - now <= self.seconds + each / 1000
        worked_off = after if allowed else worked_off
        os.pwrite(file, _MOMENT.pack(worked_off), slot)
        left = int((self.seconds - (worked_off - now)) / each + 0.001)
        wait = 0 if allowed else max(1, -int(-(after - now - self.seconds) // 1))
        return Quota(allowed, max(0, left), max(0, -int(-(worked_off - now) // 1)), wait)

    def _open(self) -> int:
        """Return the file, opened by this process: locks belong to a process, and a worker may be a fork."""
        if self._opened is None or self._opened[0] != os.getpid():
            self._opened = os.getpid(), os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        return self._opened[1]

    def _slot(self, address: str) -> int:
        return int.from_bytes(hmac.digest(self._key, network(address).encode(), "sha256")[:4]) % _SLOTS


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
