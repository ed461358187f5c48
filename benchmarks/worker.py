"""A process to measure in, with its own database, memory and clock. Requests and answers are lines of JSON.

python -m benchmarks.worker URL            the archive on that database, with the yardsticks' URLs
python -m benchmarks.worker URL archive    the archive alone, as it is served
python -m benchmarks.worker plain          a Django with only the `ok` page
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmarks import database
from benchmarks.measure import Run, cpu

_PLAIN, _ALONE = "plain", "archive"


class Worker:
    """Starts and talks to such a process. Call `close`, or use `with`."""

    def __init__(self, url: str = _PLAIN, *, alone: bool = False) -> None:
        command = [sys.executable, "-m", "benchmarks.worker", url, *([_ALONE] if alone else [])]
        self._process = subprocess.Popen(
            command, cwd=database.ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def ask(self, **task: Any) -> dict[str, Any]:
        """Send a request to the process and return its answer. Raises RuntimeError if it failed."""
        assert self._process.stdin and self._process.stdout
        print(json.dumps(task), file=self._process.stdin, flush=True)
        answer = json.loads(self._process.stdout.readline() or '{"error": "the worker has ended"}')
        if "error" in answer:
            raise RuntimeError(f"{task}: {answer['error']}")
        return answer

    def page(self, address: str, clock: str = "cpu", *, clear_caches: bool = False) -> Run:
        """Return a run that requests an address; `clock` is "cpu" or "wall".

        `clear_caches`: clear the caches of searches and pages first, untimed.
        """

        def run() -> float:
            answer = self.ask(do="get", address=address, clear_caches=clear_caches)
            if answer["status"] != 200:
                raise RuntimeError(f"{address} answered {answer['status']}")
            return answer[clock]

        return run

    def list_page(self, typed: str) -> dict[str, Any]:
        """Search for what is typed, for the first time; return status, seconds of `cpu` and `wall`, and a `digest`."""
        return self.ask(do="get", address=f"/decisions/?{urlencode({'q': typed})}", clear_caches=True)

    def memory(self) -> dict[str, int]:
        """Return bytes of memory: `pss`, the proportional share now, and `peak`, the highest resident size so far."""
        return self.ask(do="memory")

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()


def _memory() -> dict[str, int]:
    places = {"pss": ("smaps_rollup", "Pss:"), "peak": ("status", "VmHWM:")}
    return {name: _kilobytes(*place) * 1024 for name, place in places.items()}


def _kilobytes(file: str, key: str) -> int:
    """Return a size that Linux reports for this process, in kilobytes."""
    lines = Path("/proc/self", file).read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(key))


def _start(url: str, *how: str) -> None:
    if url != _PLAIN:
        database.use(url, **({"settings": "ombudsman.settings"} if _ALONE in how else {}))
        return
    import django
    from django.conf import settings

    names = ("admin", "auth", "contenttypes", "messages", "sessions", "staticfiles")
    settings.configure(
        ALLOWED_HOSTS=["localhost"],
        INSTALLED_APPS=[*(f"django.contrib.{name}" for name in names), "django_filters"],
        MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"],
        ROOT_URLCONF="benchmarks.yardsticks.trivial",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    )
    django.setup()


def _answer(task: dict[str, Any], site) -> dict[str, Any]:
    if task["do"] == "memory":
        return _memory()
    if task["do"] == "copy":
        from benchmarks import copying

        copying.copy(database.archive(task["size"]), task["size"])
        return {}
    if task.get("clear_caches"):
        from django.core.cache import cache

        from decisions import facets

        facets.forget_matches()
        cache.clear()
    before, wall = cpu(), time.perf_counter()
    status, _, _ = site.get(task["address"])
    taken = {"cpu": cpu() - before, "wall": time.perf_counter() - wall}
    return {"status": status, "digest": site.digest, **taken}


def main() -> None:
    """Answer requests until standard input ends."""
    answers, sys.stdout = sys.stdout, sys.stderr  # whatever else is printed must not look like an answer
    _start(*sys.argv[1:])
    from benchmarks.yardsticks.site import Site

    site = Site()
    for line in sys.stdin:
        try:
            answer = _answer(json.loads(line), site)
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
