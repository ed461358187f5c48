"""How many workers serve the archive, and that a number which cannot be is refused before any work."""

import os
import signal
import subprocess
import sys

import pytest
from django.conf import settings

from decisions.tests.project.servers import SERVING, environment, free_port, started
from decisions.tests.project.test_request_headers import serving
from ombudsman import server

DEV = "import sys, dev; dev.prepare = str; dev.PYTHON = sys.executable; sys.exit(dev.main(['serve', '--port', '{}']))"
CONTAINER = (
    "from decisions.operations import container; container.HOST, container.PORT = '127.0.0.1', {}; container.start()"
)
GUNICORN = "import os, sys; os.execv(sys.executable, [sys.executable, '-m', 'gunicorn', *{}])"
OPTIONS = ["--config", "python:ombudsman.server", "--bind", "127.0.0.1:0"]


def refused(code, data, **more):
    """Return what a server says that must not start."""
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=settings.BASE_DIR,
        env=environment(data, **more),
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert result.returncode == 1
    assert SERVING not in result.stderr
    return result.stderr


@pytest.mark.parametrize("start", [DEV, CONTAINER], ids=["dev.py", "container"])
@pytest.mark.parametrize("value", ["0", "abc", "-1", "1.5"])
def test_a_number_of_workers_that_cannot_be_is_refused_before_any_work(tmp_path, start, value):
    said = refused(start.format(free_port()), tmp_path, WEB_CONCURRENCY=value)
    assert said.splitlines() == [
        f"WEB_CONCURRENCY: found {value!r}. Set it to the number of worker processes, 1 or more,"
        " or leave it out for one per processor."
    ]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("more", [{"WEB_CONCURRENCY": "0"}, {"GUNICORN_CMD_ARGS": "--workers 0"}])
def test_gunicorn_started_by_hand_refuses_to_serve_without_workers(tmp_path, more):
    said = refused(GUNICORN.format(OPTIONS), tmp_path, **more)
    assert "1 or more" in said
    assert "Traceback" not in said


@pytest.mark.parametrize(("value", "count"), [("", os.cpu_count()), (" 3 ", 3), ("1", 1), ("012", 12)])
def test_a_number_of_workers_that_can_be(value, count):
    assert server.worker_count(value) == count


def test_an_empty_variable_is_one_that_is_not_set(tmp_path):
    port = free_port()
    with started(DEV.format(port), environment(tmp_path, WEB_CONCURRENCY=""), port) as archive:
        archive.wait_until_it_says(SERVING)
        assert archive.get("/healthz")[0] == 200
        assert archive.stop(signal.SIGTERM) == 0


@pytest.mark.parametrize(("more", "left"), [({}, 119), ({"GUNICORN_CMD_ARGS": "--workers 3"}, 39)])
def test_a_worker_knows_how_many_share_the_limit_of_the_api(new_archive, tmp_path, more, left):
    new_archive(tmp_path)
    with serving(tmp_path, **more) as site:
        status, headers, _ = site.get("/api/v1/grounds/")
        assert (status, headers["RateLimit-Policy"]) == (200, '"api";q=120;w=60')
        assert headers["RateLimit"].startswith(f'"api";r={left};t=')
