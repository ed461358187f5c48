"""The test command prints what failed, whichever half it was in, and leaves nothing running when it is stopped."""

import os
import re
import signal
import subprocess
import sys
import time
from urllib.parse import urlsplit

import pytest
from django.conf import settings

import dev
from decisions.tests import browser, conftest, postgresql, redis_server, run_all, scale
from decisions.tests.project.servers import environment
from decisions.tests.project.test_postgresql import listens

TESTS = settings.BASE_DIR / "decisions" / "tests"
WITHIN = 20  # seconds
RUN = """
import sys, dev
from decisions.tests import run_all
run_all.LINTERS, run_all.prepare = (), print
for other in {others}:
    del run_all.RUNS[other]
sys.exit(dev.carry_out(run_all.run_all, sys.argv[1:]))
"""

pytestmark = pytest.mark.skipif(
    postgresql.programs() is None, reason="no PostgreSQL here; `python3 dev.py test` has one"
)


@pytest.fixture
def start(tmp_path):
    """Start the command on one file of tests, in a process group of its own."""

    def start(code, *more, others=()):
        file = tmp_path / "test_made_up.py"
        file.write_text(code)
        arguments = ["-c", settings.BASE_DIR / "pyproject.toml", "-p", "no:cacheprovider", *more, file]
        return subprocess.Popen(
            [sys.executable, "-c", RUN.format(others=others), *map(str, arguments)],
            cwd=settings.BASE_DIR,
            env=environment(tmp_path),
            start_new_session=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    return start


@pytest.mark.only_long("pytest")
@pytest.mark.parametrize(("condition", "failed"), [("not in", "PostgreSQL"), ("in", "SQLite")])
def test_what_failed_on_one_database_is_printed_at_the_end(start, condition, failed):
    process = start(f"import os\n\n\ndef test_it():\n    assert 'DATABASE_URL' {condition} os.environ, 'so it is'\n")
    output = process.communicate(timeout=120)[0]
    assert process.returncode == 1, output
    assert output.count("1 passed") == output.count("1 failed") == 1
    lines = output.rpartition("\nFailed:\n")[2].splitlines()
    assert lines[0] == f"the tests on {failed}"
    assert len(lines) == 2
    assert re.fullmatch(r"  \S*test_made_up.*::test_it: AssertionError: so it is", lines[1])


SLOW = """
import os, time
from pathlib import Path

import pytest

from decisions.tests.project.servers import started


@pytest.mark.parametrize("number", [1, 2])
def test_it(number):
    with started("import time; time.sleep(600)", dict(os.environ), 0) as server:
        note = Path(__file__).with_name(f"note-{number}")
        note.write_text(f"{os.environ['DATABASE_URL']} {os.getpid()} {server.process.pid}")
        note.rename(note.with_name(f"started-{number}"))
        time.sleep(600)
"""


@pytest.mark.only_long("signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_it_leaves_no_tests_nor_what_they_started_nor_a_postgresql(start, number, tmp_path):
    pytest.importorskip("xdist", reason="requirements-dev.txt has it; `python3 dev.py test` runs this")
    process = start(SLOW, "-n", "2", others=("SQLite",))
    until = time.monotonic() + 120
    while len(list(tmp_path.glob("started-*"))) < 2 and time.monotonic() < until:
        assert process.poll() is None, process.stdout.read()
        time.sleep(0.1)
    (os.killpg if number == signal.SIGINT else os.kill)(process.pid, number)
    output = process.communicate(timeout=120)[0]
    assert process.returncode == 130, output
    assert "Stopped." in output
    notes = [file.read_text().split() for file in tmp_path.glob("started-*")]
    port = urlsplit(notes[0][0]).port
    started = [int(each) for _, *both in notes for each in both]
    assert len(started) == 4
    until = time.monotonic() + WITHIN
    while (listens(port) or any(map(alive, started))) and time.monotonic() < until:
        time.sleep(0.1)
    assert not listens(port)
    assert not any(map(alive, started))


def alive(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize(("code", "passed"), [("", True), ("import sys; print('what is wrong'); sys.exit(2)", False)])
def test_the_output_of_a_linter_is_printed_where_it_found_something(capfd, code, passed):
    assert run_all.passes(("python", "-c", code)) is passed
    assert ("what is wrong" in capfd.readouterr().out) is not passed


@pytest.mark.parametrize(
    ("arguments", "part", "rest"),
    [
        ([], "", ()),
        (["--long"], "all", ()),
        (["--long", "kills", "-x"], "kills", ("-x",)),
        (["-x", "--long"], "all", ("-x",)),
        (["--long", "-k", "words"], "all", ("-k", "words")),
        (["--long", "decisions/tests/views"], "all", ("decisions/tests/views",)),
        (
            ["--long", "decisions/tests/test_highlighting.py::test_it"],
            "all",
            ("decisions/tests/test_highlighting.py::test_it",),
        ),
    ],
)
def test_long_takes_the_name_of_a_part_and_leaves_the_rest_to_pytest(arguments, part, rest):
    run = run_all.Run.of(arguments)
    assert (run.part, run.pytest) == (part, rest)


@pytest.mark.parametrize(("asked", "code"), [("list", 0), ("kill", 2)])
def test_the_parts_are_listed_when_asked_for_and_where_there_is_no_such_part(capsys, asked, code):
    assert dev.carry_out(run_all.run_all, ["--long", asked]) == code
    said = capsys.readouterr().err
    assert all(f"  {part} " in said for part in scale.PARTS)
    assert ("--long kill: there is no such part" in said) is (asked == "kill")


def test_quick_asks_for_no_browser_and_no_postgresql(monkeypatch):
    monkeypatch.setattr(browser, "prepare", lambda: pytest.fail("it asked for a browser"))
    run = run_all.Run.of(["--quick", "-x"])
    run_all.prepare(run)
    assert run.databases == ["SQLite"]
    assert "--ignore=decisions/tests/e2e" in run.options
    assert "--quick" not in run.options


def test_a_redis_that_is_missing_is_installed(monkeypatch):
    installed = []
    monkeypatch.setenv("BROWSER_PATH", "")
    monkeypatch.setattr(browser, "prepare", lambda: "a browser")
    monkeypatch.setattr(redis_server, "program", lambda: None)
    monkeypatch.setattr(dev, "install_from_debian", lambda packages, reason: installed.append(packages))
    run_all.prepare(run_all.Run.of([]))
    assert installed == [["redis-server"]]
    run_all.prepare(run_all.Run.of(["--quick"]))
    assert len(installed) == 1


def test_every_run_lists_its_ten_slowest_tests():
    assert all("--durations=10" in run_all.Run.of(each).options for each in ([], ["--quick"], ["--long"], ["-x"]))


def test_no_part_of_the_long_checks_is_empty():
    tests = "".join(file.read_text(encoding="utf-8") for file in TESTS.rglob("*.py"))
    assert [part for part in scale.PARTS if f'long("{part}")' not in tests] == []


def test_what_postgresql_leaves_out_exists():
    assert [name for name in conftest._LITTLE_SQL if not (TESTS / name).exists()] == []
