"""All that a change must pass: `python3 dev.py test` runs it, in an environment that holds its packages.

The linters, then every test on SQLite, then on a PostgreSQL of their own those that concern a database: as many at once
as there are processors, unless arguments for pytest say which tests and how. What failed is told again at the end.
"""

import os
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import dev
from decisions.tests import browser, postgresql

LINTERS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("djlint", "--lint", "--profile", "django", "templates"),
    ("mypy",),
    ("lint-imports",),
    ("hadolint", "--failure-threshold", "warning", "Dockerfile"),
)
RUNS = {"SQLite": "pytest", "PostgreSQL": "decisions.tests.postgresql"}
AT_ONCE = ("-n", "auto", "--dist", "worksteal")


def prepare() -> None:
    """Have a browser and a PostgreSQL for the tests. Raises dev.SetUpError."""
    os.environ["BROWSER_PATH"] = browser.prepare()
    if not postgresql.programs():
        dev.install_from_debian(["postgresql"], "The tests need a PostgreSQL, and this system has none.")


def passes(linter: tuple[str, ...]) -> bool:
    """Run a linter and say how it went, with its own words where it found something."""
    start, name = time.monotonic(), " ".join(linter)
    code, output = dev.run([str(Path(sys.executable).with_name(linter[0])), *linter[1:]])
    tell(f"{name}: {'failed' if code else 'passed'} ({time.monotonic() - start:.1f} s)")
    if code:
        tell(output)
    return code == 0


def run_on(database: str, arguments: list[str], report: Path) -> tuple[int, list[str]]:
    """Run the tests on a database; the exit code, and what failed."""
    start = time.monotonic()
    tell(f"\nThe tests on {database}:")
    command = [sys.executable, "-m", RUNS[database], f"--junit-xml={report}", "-o", "junit_family=xunit1", *arguments]
    code = dev.run(command, shown=True)[0]
    tell(f"The tests on {database}: {'failed' if code else 'passed'} ({time.monotonic() - start:.0f} s)")
    return code, [f"the tests on {database}", *failures(report)] if code else []


def failures(report: Path) -> Iterator[str]:
    """Yield each test that failed by the report of a run, as pytest takes it, and the first line of why."""
    for case in ET.parse(report).iter("testcase") if report.exists() else ():
        file, module = case.get("file", ""), case.get("classname", "")
        within = module.removeprefix(file.removesuffix(".py").replace("/", ".")).replace(".", "::")
        for what in (*case.iterfind("failure"), *case.iterfind("error")):
            yield f"  {file}{within}::{case.get('name')}: {what.get('message', '').partition(chr(10))[0]}"


def run_all(arguments: list[str]) -> int:
    """Run every linter and all tests, or the tests that the arguments choose, and fail if any of them does."""
    if "--long" in arguments:
        os.environ["LONG"] = "1"
    chosen = [each for each in arguments if each != "--long"] or AT_ONCE
    prepare()
    os.environ.pop("DATABASE_URL", None)  # SQLite, unless PostgreSQL's own run says otherwise
    failed = [" ".join(linter) for linter in LINTERS if not passes(linter)]
    code = int(bool(failed))
    with tempfile.TemporaryDirectory(prefix="archive-tests-") as folder:
        for database in RUNS:
            one, told = run_on(database, chosen, Path(folder) / f"{database}.xml")
            code, failed = max(code, one), failed + told
    if failed:
        tell("\nFailed:\n" + "\n".join(failed))
    return code


def tell(text: str) -> None:
    """Print a line at once: what the tests print comes from other processes."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(dev.carry_out(run_all, sys.argv[1:]))
