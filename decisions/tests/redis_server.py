"""A real Redis for the tests: on a free port of 127.0.0.1, without files, ended with the process that started it."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

_OPTIONS = ("--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--daemonize", "no", "--loglevel", "warning")
_GUARD = '"$@" & read -r _; kill $!; wait'  # our end of its standard input closes even if we are killed
_LONGEST_START = 20  # seconds


def program() -> str | None:
    """Return the path of the server, if there is one."""
    return shutil.which("redis-server") or shutil.which("valkey-server")


needed = pytest.mark.skipif(program() is None, reason="no Redis here; `python3 dev.py test` has one")


@contextmanager
def running(port: int) -> Iterator[str]:
    """Run a server on a port, and yield the URL of its empty database."""
    command = ["sh", "-c", _GUARD, "sh", program(), *_OPTIONS, "--port", str(port)]
    guard = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    try:
        until = time.monotonic() + _LONGEST_START
        while not _listens(port):
            assert time.monotonic() < until and guard.poll() is None, f"{program()} does not start"
            time.sleep(0.02)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        guard.stdin.close()
        guard.wait()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
