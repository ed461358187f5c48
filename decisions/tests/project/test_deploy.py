"""The archive on the open net: production's settings, its static files and its container."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from django.conf import settings

from decisions.tests.project.servers import SERVING, environment, free_port, started

PRODUCTION = {
    "ARCHIVE_ENV": "production",
    "SECRET_KEY": "not-a-real-key-" * 4,
    "ALLOWED_HOSTS": ".archive.example.org",
    "CSRF_TRUSTED_ORIGINS": "https://archive.example.org",
    "DJANGO_SETTINGS_MODULE": "ombudsman.settings",
}


def python(data, *arguments):
    """Run Python under production's environment and return what came of it."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=settings.BASE_DIR,
        env=environment(data, **PRODUCTION),
        capture_output=True,
        text=True,
        check=False,
    )


def test_djangos_own_check_of_a_deployment_finds_nothing(tmp_path):
    result = python(tmp_path, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert result.returncode == 0, result.stderr
    assert "no issues (0 silenced)" in result.stdout


def test_every_static_file_that_a_template_names_is_hashed_and_compressed(tmp_path):
    code = (
        "import sys, django; from django.conf import settings; from django.core.management import call_command;"
        "settings.STATIC_ROOT = sys.argv[1]; django.setup(); call_command('collectstatic', interactive=False)"
    )
    root = tmp_path / "static"
    result = python(tmp_path, "-c", code, str(root))
    assert result.returncode == 0, result.stderr
    manifest = json.loads((root / "staticfiles.json").read_text())["paths"]
    templates = settings.TEMPLATES[0]["DIRS"][0].rglob("*.html")
    named = {name for file in templates for name in re.findall(r"{% static ['\"](.+?)['\"]", file.read_text())}
    assert named
    assert named <= manifest.keys()
    for name in named:
        assert (root / manifest[name]).exists()
        assert manifest[name] != name
    assert list(root.rglob("*.css.br"))
    assert list(root.rglob("*.css.gz"))


def test_production_redirects_to_https_and_the_health_check_is_answered_without_it(tmp_path):
    code = """
import json, django
django.setup()
from django.test import Client
client = Client(headers={"host": "archive.example.org"})
answers = {name: client.get(path, headers=headers) for name, path, headers in (
    ("plain", "/decisions/", {}),
    ("health", "/healthz", {}),
    ("proxied", "/healthz", {"X-Forwarded-Proto": "https"}),
    ("stranger", "/healthz", {"host": "elsewhere.example.com"}),
)}
print(json.dumps({name: [answer.status_code, dict(answer.headers)] for name, answer in answers.items()}))
"""
    result = python(tmp_path, "-c", code)
    answers = json.loads(result.stdout.splitlines()[-1])
    status, headers = answers["plain"]
    assert status == 301
    assert headers["Location"] == "https://archive.example.org/decisions/"
    assert answers["health"][0] == 200
    assert answers["stranger"][0] == 400
    status, headers = answers["proxied"]
    assert status == 200
    assert headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert "Set-Cookie" not in headers
    assert "Cookie" not in headers.get("Vary", "")


def test_the_usual_headers_are_sent(client, db):
    headers = client.get("/healthz").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


def test_the_container_loads_the_samples_once_answers_its_health_check_and_stops(tmp_path):
    port = free_port()
    env = environment(tmp_path, **PRODUCTION)
    here = (
        f"import sys; from decisions.operations import container; container.HOST, container.PORT = '127.0.0.1', {port};"
    )
    health = [sys.executable, "-c", f"{here} sys.exit(container.health())"]

    def is_healthy():
        return subprocess.run(health, cwd=settings.BASE_DIR, env=env, capture_output=True, check=False).returncode == 0

    assert not is_healthy()
    with started(f"{here} container.start()", env, port) as server:
        server.wait_until_it_says(SERVING)
        # Docker too asks thrice before it gives up: the first page waits until the workers are loaded.
        assert any(is_healthy() for _ in range(3))
        assert server.stop(signal.SIGTERM) == 0
    with closing(sqlite3.connect(tmp_path / "archive.sqlite3")) as database:
        assert database.execute("SELECT count(*) FROM decisions_decision").fetchone() == (5,)


@pytest.mark.parametrize("name", ["Dockerfile", "compose.yaml", "compose.postgresql.yaml"])
def test_the_container_files_hold_no_secret(name):
    text = (settings.BASE_DIR / name).read_text()
    assert not re.search(r"(?:SECRET_KEY|PASSWORD)[=:] *[\"']?[A-Za-z0-9]", text)


def test_the_container_runs_as_nobody_in_particular_and_is_published_to_this_machine_only():
    assert "\nUSER 10001\n" in (settings.BASE_DIR / "Dockerfile").read_text()
    ports = re.findall(r'- "(.+:8000)"', (settings.BASE_DIR / "compose.yaml").read_text())
    assert ports == ["127.0.0.1:8000:8000"]


def test_compose_passes_on_what_is_read_and_a_former_name_so_that_it_is_refused():
    names = re.findall(r"^      ([A-Z_]+):", (settings.BASE_DIR / "compose.yaml").read_text(), re.MULTILINE)
    assert {"ARCHIVE_NOINDEX", "NOINDEX"} <= set(names) <= settings.VARIABLES.keys() | settings.FORMER_NAMES.keys()


def test_ci_runs_the_test_command_and_nothing_else():
    run = settings.BASE_DIR / ".ci" / "run"
    commands = [line for line in run.read_text().splitlines() if line and not line.startswith("#")]
    assert commands == ['cd "$(dirname "$0")/.." || exit', "exec python3 dev.py test"]
    assert os.access(run, os.X_OK)
