"""The PostgreSQL of the tests ends with the process that started it, and is looked for in order."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.conf import settings

from decisions.tests import postgresql

START = "from decisions.tests.postgresql import running\nwith running() as address: print(address, flush=True); input()"
WITHIN = 20  # seconds

pytestmark = pytest.mark.skipif(
    postgresql.programs() is None, reason="no PostgreSQL here; `python3 dev.py test` has one"
)


def listens(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_it_ends_with_its_starter_however_that_ends(number):
    starter = subprocess.Popen(
        [sys.executable, "-c", START],
        cwd=settings.BASE_DIR,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    port = urlsplit(starter.stdout.readline().strip()).port
    assert listens(port)
    starter.send_signal(number)
    starter.communicate()
    until = time.monotonic() + WITHIN
    while listens(port) and time.monotonic() < until:
        time.sleep(0.1)
    assert not listens(port)


def test_data_of_a_folder_that_is_given_stay():
    with tempfile.TemporaryDirectory() as name:  # pytest's own are closed to the user that PostgreSQL runs as
        Path(name).chmod(0o755)
        for statement in ("CREATE TABLE kept (x int)", "SELECT x FROM kept"):
            with postgresql.running(Path(name, "server")) as at, psycopg.connect(at, autocommit=True) as database:
                database.execute(statement)


@pytest.mark.skipif(os.geteuid() != 0, reason="PostgreSQL runs as oneself")
def test_a_folder_that_others_cannot_enter_is_said(tmp_path):
    tmp_path.chmod(0o700)
    refused = pytest.raises(postgresql.NoPostgreSQLError, match="others cannot enter")
    with refused, postgresql.running(tmp_path / "server"):
        pass


def test_the_packages_programs_come_first_then_the_newest_of_the_system(monkeypatch, tmp_path):
    for version in ("9.6", "15", "16"):
        folder = tmp_path / version / "bin"
        folder.mkdir(parents=True)
        (folder / "postgres").touch()
    monkeypatch.setattr(postgresql, "_INSTALLED", (f"{tmp_path}/*/bin",))
    monkeypatch.setattr(postgresql.importlib.util, "find_spec", lambda name: None)
    assert postgresql.programs() == tmp_path / "16" / "bin"


def test_what_is_wrong_is_printed(monkeypatch, capsys):
    monkeypatch.setattr(postgresql, "running", refusing)
    assert postgresql.main(["-q"]) == 1
    assert "cannot run: initdb: too old" in capsys.readouterr().err


def refusing():
    raise postgresql.NoPostgreSQLError("initdb: too old")
