"""README and the decision records name only what exists, and README names every command, setting and package."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from packaging.requirements import Requirement

from decisions.tests.views.test_commands import run

ROOT = Path(__file__).resolve().parents[3]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_readme():
    commands = [path.stem for path in (ROOT / "decisions/management/commands").glob("*.py") if path.stem != "__init__"]
    assert commands
    for name in [
        *commands,
        "dev.py serve",
        "dev.py test",
        "dev.py bench",
        "createsuperuser",
        "--long",
        "--port",
        "--dry-run",
        "--json",
    ]:
        assert name in README, f"say in README.md what {name} does"


def test_the_readme_lists_exactly_the_settings():
    assert re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE) == list(settings.VARIABLES)


def test_every_variable_of_ours_that_a_file_names_is_read():
    patterns = ("Dockerfile", "compose*.yaml", "*.md", "docs/**/*.md", "benchmarks/*.md", "dev.py")
    texts = [path.read_text(encoding="utf-8") for pattern in patterns for path in ROOT.glob(pattern)]
    named = {name for text in texts for name in re.findall(r"\bARCHIVE_[A-Z_]*[A-Z]", text)}
    assert {"ARCHIVE_ENV", "ARCHIVE_NOINDEX"} <= named <= settings.VARIABLES.keys()


def test_every_file_the_readme_names_exists():
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
    for name in re.findall(r"^\| (`[^|]+`) \|", README, re.MULTILINE):
        for part in re.findall(r"`([a-z_./]+)`", name):
            assert (ROOT / "decisions" / part).exists(), part


def lost(record):
    """Return the files that a decision record names in backticks and that do not exist, with the record's own name."""
    text = record.read_text(encoding="utf-8")
    names = [
        *re.findall(r"`([\w./-]+\.(?:py|json|md))`", text),
        *re.findall(r"`((?:[a-z_]+/)+)`", text),
    ]
    return [
        f"{record.name}: {name}" for name in names if not any((ROOT / at / name).exists() for at in ("", "decisions"))
    ]


def test_every_file_a_decision_record_names_exists(tmp_path):
    records = sorted((ROOT / "docs" / "adr").glob("*.md"))
    assert len(records) > 20
    assert [name for record in records for name in lost(record)] == [], "write where it is now"
    moved = tmp_path / "0001-moved.md"
    moved.write_text(
        "`within.py`, `search/nowhere/`, `search/words.py`, `dev.py`, `/councils/<slug>/`", encoding="utf-8"
    )
    assert lost(moved) == ["0001-moved.md: within.py", "0001-moved.md: search/nowhere/"]


def test_every_package_is_in_the_readme():
    packages = {path.parent.name for path in (ROOT / "decisions").glob("*/__init__.py")} - {"tests", "migrations"}
    loose = {path.name for path in (ROOT / "decisions").glob("*.py")} - {"urls.py", "apps.py", "__init__.py"}
    for name in sorted({f"{each}/" for each in packages} | loose):
        assert f"`{name}`" in README, f"README does not say what decisions/{name} knows: add it under “Find your way”"


def test_the_ordinary_way_is_the_one_that_works(tmp_path):
    block = re.search(r"## The ordinary Django way.*?```\n(.*?)```", README, re.DOTALL)[1]
    assert block.splitlines() == [
        "pip install -r requirements.txt",
        "python manage.py migrate",
        "python manage.py import_decisions fixtures/texts",
        "python manage.py runserver",
        "pytest",
    ]
    lines = (ROOT / "requirements.txt").read_text().replace("\\\n", "").splitlines()
    pins = [Requirement(line.partition(" --hash")[0]) for line in lines if line[:1].isalpha()]
    assert {"django", "django-filter", "whitenoise", "gunicorn", "pytest-django"} <= {pin.name for pin in pins}
    here = [pin for pin in pins if pin.marker is None or pin.marker.evaluate()]
    assert all(pin.specifier.contains(version(pin.name)) for pin in here)
    for line in block.splitlines()[1:3]:
        done = run(*line.split()[2:], data=tmp_path)
        assert done.returncode == 0, done.stderr
    assert answers_with_runserver(tmp_path)  # test_plain_pytest.py is about the last line


def answers_with_runserver(data):
    """Whether `runserver` answers 200 on the list with its five decisions."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "manage.py", "runserver", "--noreload", str(port)],
        cwd=ROOT,
        env=os.environ | {"DATA_DIR": str(data)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(100):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/decisions/", timeout=10) as response:
                    return response.status == 200 and b"5 decisions" in response.read()
            except OSError:
                time.sleep(0.1)
        return False
    finally:
        server.terminate()
        server.wait()
