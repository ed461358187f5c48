"""The settings: what the environment may say, and every refusal."""

import os
import runpy
import stat

import pytest
from django.conf import settings as live
from django.core.exceptions import ImproperlyConfigured

SETTINGS = live.BASE_DIR / "ombudsman" / "settings.py"
KEY = "not-a-real-key-" * 4
PRODUCTION = {"DJANGO_ENV": "production", "SECRET_KEY": KEY, "ALLOWED_HOSTS": "archive.example.org"}

# What a desk, a CI server, a container and other people's programs put into the environment.
OF_OTHERS = """
    ALLOWED_USERS ANDROID_HOME ANSIBLE_HOST_KEY_CHECKING APPDATA AWS_ACCESS_KEY_ID AWS_DEFAULT_REGION
    AWS_SECRET_ACCESS_KEY AWS_SECRET_KEY AZURE_CLIENT_SECRET BASH_ENV BROWSER BROWSER_PATH BUILDKITE CARGO_HOME CI
    CI_COMMIT_SHA CI_DEBUG_TRACE CLICOLOR COLORTERM COMPOSE_FILE CORS_ALLOWED_ORIGINS CSRF_COOKIE_SECURE
    CURL_CA_BUNDLE DATABASE DATABASE_HOST DATABASE_NAME DATABASE_PASSWORD DATABASE_PORT DATABASE_USER DATA_HOME
    DBUS_SESSION_BUS_ADDRESS DB_DATA_DIR DB_HOST DB_URL DEBEMAIL DEBIAN_FRONTEND DEBUGINFOD_URLS DEBUG_COLORS
    DEBUG_MODE DESKTOP_SESSION DIRENV_DIR DISPLAY DJANGO_ALLOW_ASYNC_UNSAFE DJANGO_COLORS
    DJANGO_LIVE_TEST_SERVER_ADDRESS DJANGO_RUNSERVER_HIDE_WARNING DJANGO_SETTINGS_MODULE DJANGO_SUPERUSER_EMAIL
    DJANGO_SUPERUSER_PASSWORD DJANGO_SUPERUSER_USERNAME DJANGO_TEST_PROCESSES DJANGO_WATCHMAN_TIMEOUT DOCKER_HOST
    DOTNET_ROOT DYNO EDITOR EMAIL_URL ENV ENVIRONMENT FLASK_DEBUG FLASK_ENV FLY_APP_NAME GEM_HOME GITHUB_ACTIONS
    GITHUB_TOKEN GITLAB_CI GOOGLE_APPLICATION_CREDENTIALS GOPATH GPG_AGENT_INFO GRADLE_HOME GTK_PATH
    GUNICORN_CMD_ARGS HEROKU_APP_NAME HISTFILE HOME HOMEBREW_PREFIX HOST HOSTNAME HTTP_PROXY IFS INPUTRC
    INVOCATION_ID JAVA_HOME JOURNAL_STREAM KUBERNETES_SERVICE_HOST LANG LANGUAGE LC_ALL LD_LIBRARY_PATH LESS LOGNAME
    LONG LS_COLORS MAIL MAKEFLAGS MANPATH MYSQL_DATABASE NODE_ENV NODE_OPTIONS NO_COLOR NVM_DIR OAUTH_SECRET_KEY
    OLDPWD OPENAI_API_KEY PAGER PATH PGDATA PGHOST PGPASSWORD PIP_CERT PIP_INDEX_URL PKG_CONFIG_PATH
    PLAYWRIGHT_BROWSERS_PATH PORT POSTGRES_DB POSTGRES_PASSWORD PRODUCTION PROMPT_COMMAND PS1 PWD PYENV_ROOT
    PYTEST_CURRENT_TEST PYTHONPATH PYTHONUNBUFFERED RAILS_ENV RBENV_SHELL REDIS_URL REPLICA_URL REQUESTS_CA_BUNDLE
    SECRET SECRETS_DIR SECRET_KEY_BASE SECRET_TOKEN SENTRY_DSN SESSION_MANAGER SESSION_SECRET SHELL SHLVL
    SSH_AUTH_SOCK SSH_CLIENT SSL_CERT_FILE STRIPE_SECRET_KEY SUDO_USER SYSTEMD_EXEC_PID TEMP TERM TERM_PROGRAM
    TEST_DATABASE_URL TMPDIR TZ UID USER USERNAME UV_CACHE_DIR VIRTUAL_ENV VISUAL WAYLAND_DISPLAY WEB_CONCURRENCY
    WINDOWID WSLENV XAUTHORITY XDG_CACHE_HOME XDG_CONFIG_DIRS XDG_DATA_DIRS XDG_DATA_HOME XDG_RUNTIME_DIR
    XPC_SERVICE_NAME ZDOTDIR _
"""


@pytest.fixture
def read(monkeypatch, tmp_path):
    """Read the settings under an environment that holds DATA_DIR and what the test says, and nothing else."""

    def under(**environment):
        for name in list(os.environ):
            monkeypatch.delenv(name)
        for name, value in ({"DATA_DIR": str(tmp_path)} | environment).items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(SETTINGS))

    return under


def refused(read, **environment):
    """Return the message that an environment is refused with."""
    with pytest.raises(ImproperlyConfigured) as refusal:
        read(**environment)
    return str(refusal.value)


def test_an_empty_environment_is_a_safe_development_copy(read, tmp_path):
    settings = read()
    assert not settings["DEBUG"]
    assert settings["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert settings["CSRF_TRUSTED_ORIGINS"] == []
    assert settings["DATABASES"]["default"]["NAME"] == tmp_path / "archive.sqlite3"
    assert not settings["SESSION_COOKIE_SECURE"]


def test_data_lies_beside_manage_py_unless_the_environment_says_otherwise(read):
    assert read(DATA_DIR="")["DATA_DIR"] == live.BASE_DIR / "data"
    assert read(DATA_DIR="data/../data")["DATA_DIR"].resolve() == live.BASE_DIR / "data"


def test_a_missing_data_folder_is_made(read, tmp_path):
    read(DATA_DIR=str(tmp_path / "a" / "b"))
    assert (tmp_path / "a" / "b").is_dir()


def test_the_development_secret_is_made_once_and_only_its_owner_reads_it(read, tmp_path):
    first = read()["SECRET_KEY"]
    file = tmp_path / "development-secret"
    assert read()["SECRET_KEY"] == first == file.read_text()
    assert len(first) >= 50
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["development-secret"]


def test_a_secret_in_the_environment_leaves_none_on_the_disk(read, tmp_path):
    assert read(SECRET_KEY="short but mine")["SECRET_KEY"] == "short but mine"
    assert list(tmp_path.iterdir()) == []


def test_production_speaks_https_and_keeps_no_secret_of_its_own(read, tmp_path):
    settings = read(**PRODUCTION, CSRF_TRUSTED_ORIGINS="https://archive.example.org, https://*.example.org:8443")
    assert settings["SECRET_KEY"] == KEY
    assert settings["SECURE_SSL_REDIRECT"]
    assert settings["SESSION_COOKIE_SECURE"]
    assert settings["CSRF_COOKIE_SECURE"]
    assert settings["CSRF_TRUSTED_ORIGINS"] == ["https://archive.example.org", "https://*.example.org:8443"]
    assert settings["STORAGES"]["staticfiles"]["BACKEND"].startswith("whitenoise")
    assert list(tmp_path.iterdir()) == []


def test_search_engines_are_sent_away_only_where_the_environment_says_so(read):
    hides = "decisions.web.headers.noindex_middleware"
    assert hides not in read()["MIDDLEWARE"]
    assert read(NOINDEX="on")["MIDDLEWARE"][0] == hides
    assert read(NOINDEX="on")["NOINDEX"]
    assert not read(NOINDEX="off")["NOINDEX"]


@pytest.mark.parametrize("hosts", ["localhost", ".example.org,[::1]", "10.0.0.1, archive", "xn--bcher-kva.example"])
def test_host_names_that_are_understood(read, hosts):
    assert len(read(ALLOWED_HOSTS=hosts)["ALLOWED_HOSTS"]) == hosts.count(",") + 1


@pytest.mark.parametrize(
    ("url", "file"),
    [("sqlite:////var/lib/a.db", "/var/lib/a.db"), ("sqlite:///data/b.db", str(live.BASE_DIR / "data/b.db"))],
)
def test_a_database_file_can_lie_elsewhere(read, url, file):
    database = read(DATABASE_URL=url)["DATABASES"]["default"]
    assert str(database["NAME"]) == file
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({"DJANGO_ENV": "prod"}, "'prod'"),
        ({"DJANGO_ENV": "Production"}, "'Production'"),
        ({"DEBUG": "true"}, "'true'"),
        ({"NOINDEX": "1"}, "'1'"),
        (PRODUCTION | {"DEBUG": "on"}, "'on' in production"),
        (PRODUCTION | {"SECRET_KEY": ""}, "not set"),
        (PRODUCTION | {"SECRET_KEY": KEY[:49]}, "49 characters"),
        (PRODUCTION | {"SECRET_KEY": "k4" * 30}, "60 characters, 2 of them different"),
        (PRODUCTION | {"SECRET_KEY": "django-insecure-" + KEY}, "a development key"),
        (PRODUCTION | {"ALLOWED_HOSTS": ""}, "not set"),
        (PRODUCTION | {"ALLOWED_HOSTS": "*"}, "'*'"),
        ({"ALLOWED_HOSTS": "https://archive.example.org"}, "'https://archive.example.org'"),
        ({"ALLOWED_HOSTS": "localhost archive.example.org"}, "'localhost archive.example.org'"),
        ({"ALLOWED_HOSTS": "localhost:8000"}, "'localhost:8000'"),
        ({"CSRF_TRUSTED_ORIGINS": "archive.example.org"}, "'archive.example.org'"),
        ({"CSRF_TRUSTED_ORIGINS": "https://archive.example.org/"}, "'https://archive.example.org/'"),
        ({"DATABASE_URL": "mysql://me:hush@127.0.0.1/archive"}, "mysql://"),
        ({"DATABASE_URL": "postgres://me:hush@127.0.0.1"}, "no database name"),
        ({"DATABASE_URL": "postgres://me:hush@127.0.0.1/archive/2"}, "no database name"),
        ({"DATABASE_URL": "postgres://me:hu/sh@127.0.0.1/archive"}, "cannot be parsed"),
        ({"DATABASE_URL": "postgres://me:hush@127.0.0.1:many/archive"}, "cannot be parsed"),
        ({"DATABASE_URL": "postgres://me:hush@127.0.0.1/archive?sll=on"}, "sll"),
        ({"DATABASE_URL": "/var/lib/archive.sqlite3"}, "no scheme"),
        ({"DATABASE_URL": "sqlite://"}, "no file"),
        ({"DATA_DIR": "/dev/null/data"}, "'/dev/null/data'"),
    ],
)
def test_a_value_that_is_not_understood_is_named_with_its_remedy(read, environment, found):
    message = refused(read, **environment)
    name = next(name for name in reversed(environment) if message.startswith(f"{name}: "))
    assert found in message
    assert "Set " in message
    assert "hush" not in message
    assert name != "SECRET_KEY" or not environment[name] or environment[name] not in message


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_the_address_alone_chooses_postgresql(read, scheme):
    database = read(DATABASE_URL=f"{scheme}://me:hu%2Fsh@db.example.org:5433/archive?sslmode=require")["DATABASES"]
    assert set(database) == {"default"}
    found = database["default"]
    assert found["ENGINE"] == "django.db.backends.postgresql"
    assert [found[name] for name in ("HOST", "PORT", "NAME", "USER", "PASSWORD")] == [
        "db.example.org",
        5433,
        "archive",
        "me",
        "hu/sh",
    ]
    assert found["OPTIONS"] == {"sslmode": "require"}
    assert found["CONN_MAX_AGE"] > 0
    assert found["CONN_HEALTH_CHECKS"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ALLOWED_HOST", "ALLOWED_HOSTS"),
        ("CSRF_TRUSTED_ORIGIN", "CSRF_TRUSTED_ORIGINS"),
        ("DATABASE_URI", "DATABASE_URL"),
        ("DATADIR", "DATA_DIR"),
        ("NO_INDEX", "NOINDEX"),
        ("DJANGO_NOINDEX", "NOINDEX"),
        ("DJANGO_ALLOWED_HOSTS", "ALLOWED_HOSTS"),
        ("DJANGO_DEBUG", "DEBUG"),
        ("DJANGO_ENVIRONMENT", "DJANGO_ENV"),
        ("DJANGO_ENVS", "DJANGO_ENV"),
        ("DJANGO_SECRET_KEY", "SECRET_KEY"),
        ("SECRETKEY", "SECRET_KEY"),
        ("secret_key", "SECRET_KEY"),
    ],
)
def test_a_misspelt_variable_stops_the_process_and_names_the_right_one(read, typed, meant):
    message = refused(read, **{typed: "whatever it is"})
    assert message.startswith(f"{typed}: ")
    assert f"Set {meant} instead" in message
    assert "whatever" not in message


def test_other_peoples_variables_are_left_alone(read):
    read(**dict.fromkeys(OF_OTHERS.split(), "1"))
