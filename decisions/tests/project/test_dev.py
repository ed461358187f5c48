"""The two commands: what dev.py sets up, refuses and stops. Real environments and servers, no packages fetched."""

import ast
import os
import shutil
import signal
import socket
import subprocess
import sys
import time

import pytest
from django.conf import settings

import dev
from decisions.tests.project.servers import SERVING, environment, free_port, started

DEV = settings.BASE_DIR / "dev.py"


@pytest.fixture
def copy(tmp_path):
    """A project of dev.py, a manage.py that says what it was given, and no requirements at all."""
    shutil.copy(DEV, tmp_path)
    (tmp_path / "requirements.txt").write_text("# none\n")
    (tmp_path / "requirements-bench.txt").write_text("# none either\n")
    (tmp_path / "requirements-dev.txt").write_text("# none either\n")
    (tmp_path / "manage.py").write_text("import os, sys\nprint(os.getcwd(), sys.prefix, *sys.argv[1:])\n")
    return tmp_path


def call(folder, *arguments, cwd=None, **more):
    """Run a project's dev.py and return what came of it."""
    command = [sys.executable, str(folder / "dev.py"), *arguments]
    return subprocess.run(command, cwd=cwd or folder, capture_output=True, text=True, check=False, **more)


def serve(port, data):
    """Start the real serve command with the packages at hand, so that the test fetches none."""
    set_up = "import sys, dev; dev.prepare = str; dev.PYTHON = sys.executable"
    return started(f"{set_up}; sys.exit(dev.main(['serve', '--port', '{port}']))", environment(data), port)


def test_an_old_python_can_read_it():
    ast.parse(DEV.read_text(), feature_version=(3, 6))


def test_it_needs_the_standard_library_only():
    imports = [node for node in ast.walk(ast.parse(DEV.read_text())) if isinstance(node, ast.Import | ast.ImportFrom)]
    assert all(isinstance(node, ast.Import) for node in imports)
    assert {alias.name.split(".")[0] for node in imports for alias in node.names} <= sys.stdlib_module_names


@pytest.mark.parametrize("arguments", [[], ["help"], ["--help"]])
def test_help_names_every_command(copy, arguments):
    result = call(copy, *arguments)
    assert result.returncode == 0
    assert all(f"dev.py {name}" in result.stdout for name in ("serve", "test", "bench", "manage"))


@pytest.mark.parametrize("arguments", [["sevre"], ["serve", "--prot", "1"], ["serve", "--port", "http"]])
def test_wrong_usage_is_named_and_sets_nothing_up(copy, arguments):
    result = call(copy, *arguments)
    assert result.returncode == 2
    assert arguments[-1] in result.stderr
    assert not (copy / ".venv").exists()


def test_a_busy_port_is_named_before_the_work(copy):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = call(copy, "serve", "--port", str(port))
    assert result.returncode == 2
    assert f"Port {port} cannot be used" in result.stderr
    assert "serve --port" in result.stderr
    assert not (copy / ".venv").exists()


def test_a_port_that_cannot_be_is_refused(copy):
    result = call(copy, "serve", "--port", "70000")
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_an_environment_left_half_done_is_made_again_and_then_kept(copy):
    (copy / ".venv" / "bin").mkdir(parents=True)
    (copy / ".venv" / "made-by-dev.py").touch()
    (copy / ".venv" / "bin" / "python").write_text("cut short")
    first = call(copy, "manage", "one", "--two", cwd="/")
    assert first.stdout.split() == ["/", str(copy / ".venv"), "one", "--two"]
    assert "Installing" in first.stderr
    start = time.monotonic()
    assert call(copy, "manage", "three").stderr == ""
    assert time.monotonic() - start < 2


def test_an_environment_that_somebody_else_made_is_never_deleted(copy):
    (copy / ".venv").mkdir()
    (copy / ".venv" / "mine").touch()
    result = call(copy, "manage", "one")
    assert result.returncode == 1
    assert "Move it away" in result.stderr
    assert (copy / ".venv" / "mine").exists()


@pytest.fixture
def stamped(copy, monkeypatch):
    """dev.py's functions looking at the copy, whose environment is stamped as finished for the tests."""
    monkeypatch.setattr(dev, "ROOT", str(copy))
    monkeypatch.setattr(dev, "VENV", str(copy / ".venv"))
    monkeypatch.setattr(dev, "PYTHON", sys.executable)
    (copy / ".venv").mkdir()
    for level in dev.REQUIREMENTS:
        (copy / ".venv" / f"ready-to-{level}").write_text(dev.key(level))
    return copy


def test_what_the_tests_need_serves_as_well(stamped):
    assert dev.ready("run")
    assert dev.ready("test")


def test_other_packages_for_the_tests_leave_serving_and_measuring_ready(stamped):
    (stamped / "requirements-dev.txt").write_text("pytest\n")
    assert dev.ready("run")
    assert dev.ready("bench")
    assert not dev.ready("test")


def test_what_the_tests_need_comes_on_top_of_what_measuring_needs(copy, monkeypatch):
    installed = []
    monkeypatch.setattr(dev, "ROOT", str(copy))
    monkeypatch.setattr(dev, "VENV", str(copy / ".venv"))
    monkeypatch.setattr(dev, "OURS", str(copy / ".venv" / "made-by-dev.py"))
    monkeypatch.setattr(dev, "PYTHON", sys.executable)
    monkeypatch.setattr(dev, "set_up_by", lambda *command: installed.append(command[-1].rpartition("/")[2]))
    (copy / ".venv").mkdir()
    dev.prepare("bench")
    assert installed == ["requirements.txt", "requirements-bench.txt"]
    dev.prepare("bench")
    assert len(installed) == 2
    dev.prepare("test")
    assert installed[2:] == ["requirements.txt", "requirements-bench.txt", "requirements-dev.txt"]


def test_the_files_of_requirements_pin_one_version_of_a_package():
    pins = {}
    for name in dev.REQUIREMENTS.values():
        for line in (settings.BASE_DIR / name).read_text().splitlines():
            package, equals, rest = line.partition("==")
            if equals and not line.startswith((" ", "#")):
                pinned, _, where = rest.rstrip("\\ ").partition(";")  # another Python may need another version
                pins.setdefault((package, where.strip()), set()).add(pinned.strip())
    assert {package: found for package, found in pins.items() if len(found) > 1} == {}


def test_other_packages_another_python_or_another_folder_ask_for_a_new_environment(stamped, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(dev.platform, "python_version", lambda: "3.14.1")
        assert not dev.ready("run")
    moved = stamped.with_name("moved")
    stamped.rename(moved)
    monkeypatch.setattr(dev, "ROOT", str(moved))
    monkeypatch.setattr(dev, "VENV", str(moved / ".venv"))
    assert not dev.ready("run")


def test_a_changed_requirement_asks_for_a_new_environment(stamped):
    (stamped / "requirements.txt").write_text("django\n")
    assert not dev.ready("run")
    assert not dev.ready("test")


def run_on_an_old_python(path):
    """Let dev.py believe that it runs on Python 3.9, with only the given folder to look for another."""
    code = "import sys, dev; sys.version_info = (3, 9, 2); sys.argv[1:] = ['help']; dev.use_new_enough_python()"
    env = environment(path) | {"PATH": str(path), "PYTHONPATH": str(settings.BASE_DIR)}
    return subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)


def test_an_old_python_hands_over_to_a_newer_one(tmp_path):
    newer = tmp_path / "python3.12"
    newer.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    newer.chmod(0o755)
    broken = tmp_path / "python3.11"
    broken.write_text("#!/bin/sh\nexit 127\n")
    broken.chmod(0o755)
    result = run_on_an_old_python(tmp_path)
    assert result.returncode == 0, result.stderr
    assert "dev.py serve" in result.stdout


def test_an_old_python_alone_says_what_is_needed(tmp_path):
    result = run_on_an_old_python(tmp_path)
    assert result.returncode == 1
    assert "needs Python 3.11 or newer" in result.stderr


def test_without_root_the_command_to_type_is_printed(monkeypatch):
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    with pytest.raises(dev.SetUpError, match=r"sudo apt-get update && sudo apt-get install .* libx|Install .* libx"):
        dev.install_from_debian(["libx"], "The browser tests need it.")


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """Data that the servers of this file share, as one developer's are."""
    return tmp_path_factory.mktemp("data")


def test_serve_answers_and_stops_cleanly(data):
    with serve(free_port(), data) as server:
        server.wait_until_it_says(SERVING)
        assert server.get("/healthz") == (200, "ok\n")
        assert server.get("/static/admin/css/base.css")[0] == 200
        assert server.stop(signal.SIGINT) == 0
    assert "Traceback" not in server.said
    assert server.said.endswith("Stopped.\n")
    assert (data / "archive.sqlite3").exists()


@pytest.mark.parametrize(("words", "number"), [("Bringing the database", signal.SIGINT), ("Ctrl-C", signal.SIGTERM)])
def test_serve_stops_cleanly_while_it_is_still_starting(data, words, number):
    with serve(free_port(), data) as server:
        server.wait_until_it_says(words)
        assert server.stop(number) == 0
    assert "Traceback" not in server.said
    assert server.said.endswith("Stopped.\n")


def test_a_program_that_is_just_being_started_when_we_are_stopped_is_ended_too(tmp_path):
    code = """
import os, signal, subprocess, sys
import dev

class Interrupted(subprocess.Popen):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        print(self.pid, flush=True)
        os.kill(os.getpid(), signal.SIGINT)

subprocess.Popen = Interrupted
sys.exit(dev.carry_out(lambda arguments: dev.run(["sleep", "600"]), []))
"""
    command = [sys.executable, "-c", code]
    result = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False, timeout=30)
    assert (result.returncode, result.stderr) == (130, "Stopped.\n")
    with pytest.raises(ProcessLookupError):
        os.kill(int(result.stdout), 0)
