"""Real servers for the tests: on a free port, with data of their own, ended with the test."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

SERVING = "Serving the archive"


def environment(data: Path, **more: str) -> dict[str, str]:
    """Return the environment without what a developer may have set for the archive itself."""
    ours = ("DJANGO_", "ARCHIVE_", "SECRET_KEY", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "DATABASE_URL", "CACHE_URL")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | {"DATA_DIR": str(data)} | more


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A process that serves, or is about to."""

    def __init__(self, process: subprocess.Popen, port: int) -> None:
        self.process = process
        self.port = port
        self.said = ""

    def wait_until_it_says(self, words: str) -> None:
        """Read what it says until the words come."""
        for line in self.process.stderr:
            self.said += line
            if words in line:
                return
        raise AssertionError(f"it never said {words!r}, but:\n{self.said}")

    def get(self, path: str) -> tuple[int, str]:
        """Return the status and the text of a page."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=30) as response:
            return response.status, response.read().decode()

    def stop(self, number: signal.Signals) -> int:
        """Send a signal and return the exit code; nothing may be left of the process group.

        SIGINT goes to the whole group, as a terminal sends it.
        """
        (os.killpg if number == signal.SIGINT else os.kill)(self.process.pid, number)
        self.said += self.process.communicate(timeout=30)[1]
        assert not self.workers_left(), "processes are left behind"
        return self.process.returncode

    def workers_left(self) -> bool:
        """Return whether any process of the group is still alive after two seconds."""
        for _ in range(20):
            try:
                os.killpg(self.process.pid, 0)
            except ProcessLookupError:
                return False
            time.sleep(0.1)
        return True


@contextmanager
def started(code: str, env: dict[str, str], port: int) -> Iterator[Server]:
    """Run Python code that serves on a port, in a process group of its own."""
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=settings.BASE_DIR,
        env=env,
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield Server(process, port)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
