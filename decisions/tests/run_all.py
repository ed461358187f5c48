"""The linters and all tests, which every change must pass: `python3 dev.py test` runs this module.

The linters, then every test on SQLite, then on a PostgreSQL of their own those that concern a database: one more at
once than there are processors, unless arguments for pytest say which tests and how. What failed is listed again at the
end.

`--long` runs everything in full, `--long NAME` one part of what takes long and nothing else, `--long list` names the
parts; `--quick` leaves out the browser, PostgreSQL and Redis.
"""

import os
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import dev
from decisions.tests import browser, postgresql, redis_server, scale

LINTERS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("djlint", "--lint", "--profile", "django", "templates"),
    ("mypy",),
    ("lint-imports",),
    ("hadolint", "--failure-threshold", "warning", "Dockerfile"),
)
RUNS = {"SQLite": "pytest", "PostgreSQL": "decisions.tests.postgresql"}
# One more than there are processors: tests wait for browsers and servers. On two, SQLite's tests took 298 s, not 373 s.
AT_ONCE = ("-n", str((os.cpu_count() or 1) + 1), "--dist", "worksteal")
SLOWEST = ("--durations=10", "--durations-min=0.1")
QUICK = ("--ignore=decisions/tests/e2e", "--ignore=decisions/tests/project/test_postgresql.py")


@dataclass(frozen=True)
class Run:
    """What the arguments ask for: a part of the long checks, if any, and what is for pytest."""

    part: str
    quick: bool
    pytest: tuple[str, ...]

    @classmethod
    def of(cls, arguments: list[str]) -> Self:
        """Read the arguments. Raises dev.SetUpError with the parts to choose from where they name none of them."""
        rest, part = [each for each in arguments if each != "--quick"], ""
        if "--long" in rest:
            at = rest.index("--long")
            part = next(filter(is_name, rest[at + 1 : at + 2]), scale.ALL)
            del rest[at : at + (1 if part == scale.ALL else 2)]
        if part == "list":
            raise dev.SetUpError(scale.listed(), code=0)
        if wrong := scale.unknown(part):
            raise dev.SetUpError(wrong, code=2)
        return cls(part, "--quick" in arguments, tuple(rest))

    @property
    def linters(self) -> tuple[tuple[str, ...], ...]:
        """The linters to run: none where one part of the long checks is asked for."""
        return () if self.part in scale.PARTS else LINTERS

    @property
    def databases(self) -> list[str]:
        """The databases to run tests on."""
        return [each for each in RUNS if not (self.quick and each == "PostgreSQL")]

    @property
    def options(self) -> list[str]:
        """The options of pytest, which lists the ten slowest tests of every run."""
        return [*SLOWEST, *(QUICK if self.quick else ()), *(self.pytest or AT_ONCE)]


def is_name(word: str) -> bool:
    """Return whether the word after --long is the name of a part, not a file of tests or an option of pytest."""
    return not word.startswith("-") and "::" not in word and not Path(word).exists()


def prepare(run: Run) -> None:
    """Have a browser, a PostgreSQL and a Redis for the tests, unless they are to be quick. Raises dev.SetUpError."""
    if run.quick:
        return
    os.environ["BROWSER_PATH"] = browser.prepare()
    if not postgresql.programs():
        dev.install_from_debian(["postgresql"], "The tests need a PostgreSQL, and this system has none.")
    if not redis_server.program():
        dev.install_from_debian(["redis-server"], "The tests need a Redis, and this system has none.")


def passes(linter: tuple[str, ...]) -> bool:
    """Run a linter, print whether it passed and, if not, its output; return whether it passed."""
    start, name = time.monotonic(), " ".join(linter)
    code, output = dev.run([str(Path(sys.executable).with_name(linter[0])), *linter[1:]])
    write(f"{name}: {'failed' if code else 'passed'} ({time.monotonic() - start:.1f} s)")
    if code:
        write(output)
    return code == 0


def run_on(database: str, run: Run, report: Path) -> tuple[int, list[str]]:
    """Run the tests on a database; return the exit code and what failed."""
    start = time.monotonic()
    write(f"\nThe tests on {database}:")
    command = [sys.executable, "-m", RUNS[database], f"--junit-xml={report}", "-o", "junit_family=xunit1", *run.options]
    code = dev.run(command, shown=True)[0]
    if code == postgresql.NO_TESTS and run.part in scale.PARTS:
        code = 0  # a part may concern one database alone
    write(f"The tests on {database}: {'failed' if code else 'passed'} ({time.monotonic() - start:.0f} s)")
    return code, [f"the tests on {database}", *failures(report)] if code else []


def failures(report: Path) -> Iterator[str]:
    """Yield each test that failed by the report of a run, as pytest takes it, and the first line of why."""
    for case in ET.parse(report).iter("testcase") if report.exists() else ():
        file, module = case.get("file", ""), case.get("classname", "")
        within = module.removeprefix(file.removesuffix(".py").replace("/", ".")).replace(".", "::")
        for what in (*case.iterfind("failure"), *case.iterfind("error")):
            yield f"  {file}{within}::{case.get('name')}: {what.get('message', '').partition(chr(10))[0]}"


def run_all(arguments: list[str]) -> int:
    """Run every linter and all tests, or what the arguments choose, and fail if any of them does."""
    run = Run.of(arguments)
    os.environ["LONG"] = run.part
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each of the tests' processes compiles every module again
    prepare(run)
    os.environ.pop("DATABASE_URL", None)  # SQLite, unless PostgreSQL's own run says otherwise
    os.environ.pop("CACHE_URL", None)
    failed = [" ".join(linter) for linter in run.linters if not passes(linter)]
    code = int(bool(failed))
    with tempfile.TemporaryDirectory(prefix="archive-tests-") as folder:
        for database in run.databases:
            one, failures = run_on(database, run, Path(folder) / f"{database}.xml")
            code, failed = max(code, one), failed + failures
    if failed:
        write("\nFailed:\n" + "\n".join(failed))
    return code


def write(text: str) -> None:
    """Print a line at once: what the tests print comes from other processes."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(dev.carry_out(run_all, sys.argv[1:]))
