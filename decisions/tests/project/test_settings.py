"""The settings: what the environment may say, and every refusal."""

import os
import re
import runpy
import stat

import pytest
from django.conf import settings as live
from django.core.exceptions import ImproperlyConfigured

SETTINGS = live.BASE_DIR / "ombudsman" / "settings.py"
KEY = "not-a-real-key-" * 4
PRODUCTION = {"ARCHIVE_ENV": "production", "SECRET_KEY": KEY, "ALLOWED_HOSTS": "archive.example.org"}


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
    assert settings["STORAGES"]["staticfiles"]["BACKEND"] == "ombudsman.static_files.Hashed"
    assert list(tmp_path.iterdir()) == []


def test_search_engines_are_sent_away_only_where_the_environment_says_so(read):
    hides = "decisions.web.headers.noindex_middleware"
    assert hides not in read()["MIDDLEWARE"]
    assert read(ARCHIVE_NOINDEX="on")["MIDDLEWARE"][0] == hides
    assert read(ARCHIVE_NOINDEX="on")["NOINDEX"]
    assert not read(ARCHIVE_NOINDEX="off")["NOINDEX"]


def test_tracebacks_are_shown_only_where_the_environment_says_so(read):
    assert read(ARCHIVE_DEBUG="on")["DEBUG"]
    assert not read(ARCHIVE_DEBUG="off")["DEBUG"]
    assert not read(**PRODUCTION, ARCHIVE_DEBUG="off")["DEBUG"]


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("", ""),
        ("https://archive.example.org", "https://archive.example.org"),
        (" https://archive.example.org/ ", "https://archive.example.org"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("https://example.org/decisions-archive/", "https://example.org/decisions-archive"),
    ],
)
def test_the_public_address_of_the_site_is_kept_without_a_slash_at_its_end(read, address, kept):
    assert read(ARCHIVE_SITE_URL=address)["ARCHIVE_SITE_URL"] == kept


@pytest.mark.parametrize(
    ("hosts", "understood"),
    [
        ("localhost", ["localhost"]),
        (".example.org,[::1]", [".example.org", "[::1]"]),
        ("10.0.0.1, archive", ["10.0.0.1", "archive"]),
        ("xn--bcher-kva.example.", ["xn--bcher-kva.example."]),
        (" a, b,,c, ", ["a", "b", "c"]),
    ],
)
def test_host_names_that_are_understood(read, hosts, understood):
    assert read(ALLOWED_HOSTS=hosts)["ALLOWED_HOSTS"] == understood


def test_an_empty_variable_counts_as_not_set(read):
    unset = read()
    names = {*unset["VARIABLES"], "DJANGO_ENV", "NOINDEX", "ARCHIVE_UNKNOWN"} - {"DATA_DIR"}
    empty = read(**dict.fromkeys(names, " "))
    assert {name: empty[name] for name in unset if re.fullmatch("[A-Z][A-Z_]+", name)} == {
        name: value for name, value in unset.items() if re.fullmatch("[A-Z][A-Z_]+", name)
    }


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
        ({"ARCHIVE_ENV": "prod"}, "'prod'"),
        ({"ARCHIVE_ENV": "Production"}, "'Production'"),
        ({"ARCHIVE_DEBUG": "maybe"}, "'maybe'"),
        ({"ARCHIVE_NOINDEX": "on # for now"}, "'on # for now'"),
        (PRODUCTION | {"ARCHIVE_DEBUG": "on"}, "on in production"),
        ({"ARCHIVE_SITE_URL": "archive.example.org"}, "'archive.example.org'"),
        ({"ARCHIVE_SITE_URL": "https://*.example.org"}, "'https://*.example.org'"),
        ({"ARCHIVE_SITE_URL": "https://archive.example.org/?page=2"}, "'https://archive.example.org/?page=2'"),
        ({"ARCHIVE_SITE_URL": "https://me:hush@archive.example.org"}, "an @"),
        ({"ARCHIVE_SITE_URL": "me:hush@archive.example.org"}, "an @"),
        (PRODUCTION | {"SECRET_KEY": ""}, "not set"),
        (PRODUCTION | {"SECRET_KEY": KEY[:49]}, "49 characters"),
        (PRODUCTION | {"SECRET_KEY": "k4" * 30}, "60 characters, 2 of them different"),
        (PRODUCTION | {"SECRET_KEY": "django-insecure-" + KEY}, "a development key"),
        (PRODUCTION | {"ALLOWED_HOSTS": ""}, "not set"),
        (PRODUCTION | {"ALLOWED_HOSTS": "*"}, "'*'"),
        ({"ALLOWED_HOSTS": "https://archive.example.org"}, "'https://archive.example.org'"),
        ({"ALLOWED_HOSTS": "localhost archive.example.org"}, "'localhost archive.example.org'"),
        ({"ALLOWED_HOSTS": "localhost:8000"}, "'localhost:8000'"),
        ({"ALLOWED_HOSTS": " , "}, "only commas"),
        ({"CSRF_TRUSTED_ORIGINS": "archive.example.org"}, "'archive.example.org'"),
        ({"CSRF_TRUSTED_ORIGINS": "https://archive.example.org/"}, "'https://archive.example.org/'"),
        ({"CSRF_TRUSTED_ORIGINS": "https://me:hush,hush@archive.example.org"}, "an @"),
        ({"DATABASE_URL": "mysql://me:hush@127.0.0.1/archive"}, "mysql://"),
        ({"DATABASE_URL": "postgres://me:hush@127.0.0.1"}, "no database name"),
        ({"DATABASE_URL": "postgres://me:hush@127.0.0.1/archive/2"}, "no database name"),
        ({"DATABASE_URL": "postgres://me:hu/sh@127.0.0.1/archive"}, "cannot be parsed"),
        ({"DATABASE_URL": "postgres://me:hush@127.0.0.1:many/archive"}, "cannot be parsed"),
        ({"DATABASE_URL": "postgres://me:hush@127.0.0.1/archive?sll=on"}, "sll"),
        ({"DATABASE_URL": "/var/lib/archive.sqlite3"}, "no scheme"),
        ({"DATABASE_URL": "postgresql//me:hush://@127.0.0.1/archive"}, "no scheme"),
        ({"DATABASE_URL": "sqlite://"}, "no file"),
        ({"CACHE_URL": "memcached://me:hush@127.0.0.1"}, "another kind"),
        ({"CACHE_URL": "127.0.0.1:6379"}, "another kind"),
        ({"CACHE_URL": "redis:///0"}, "another kind"),
        ({"CACHE_URL": "redis://:hu/sh@127.0.0.1/0"}, "another kind"),
        ({"CACHE_URL": "redis://:hush@127.0.0.1:many/0"}, "another kind"),
        ({"CACHE_URL": "redis://:hush@127.0.0.1/pages"}, "another kind"),
        ({"CACHE_URL": "redis://:hush@127.0.0.1:99999/0"}, "Port"),
        ({"CACHE_URL": "redis://:hush@127.0.0.1/0?sll=on"}, "sll"),
        ({"CACHE_URL": "redis://:hush@127.0.0.1/0?socket_timeout=long"}, "socket_timeout"),
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


def test_all_faults_are_reported_at_once_a_line_for_each(read):
    message = refused(
        read,
        ARCHIVE_ENV="production",
        ARCHIVE_NOINDEX="perhaps",
        ALLOWED_HOSTS="*",
        DATABASE_URL="mysql://me:hush@127.0.0.1/archive",
        DATA_DIR="/dev/null/data",
        DJANGO_ENV="production",
        ARCHIVE_FEED="on",
    )
    assert [line.partition(": ")[0] for line in message.splitlines()] == [
        *("ARCHIVE_FEED", "DJANGO_ENV"),
        *("ARCHIVE_NOINDEX", "SECRET_KEY", "ALLOWED_HOSTS", "DATA_DIR", "DATABASE_URL"),
    ]
    assert all("Set " in line for line in message.splitlines())
    assert "hush" not in message


@pytest.mark.parametrize(
    "url", ["redis://localhost", "redis://:hu%2Fsh@[::1]:6380/2", "rediss://me:hush@cache.example.org/0"]
)
def test_the_address_of_a_cache_chooses_redis(read, url):
    kept = read(CACHE_URL=url)["CACHES"]["default"]
    assert kept["LOCATION"] == url
    assert set(kept["OPTIONS"].values()) == {0.1}
    assert read(CACHE_URL="")["CACHES"]["default"]["BACKEND"].endswith("LocMemCache")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("DJANGO_ENV", "ARCHIVE_ENV"),
        ("NOINDEX", "ARCHIVE_NOINDEX"),
        ("ARCHIVE_NO_INDEX", "ARCHIVE_NOINDEX"),
        ("archive_noindex", "ARCHIVE_NOINDEX"),
        ("ARCHIVE_SITE", "ARCHIVE_SITE_URL"),
        ("ARCHIVE_SECRET_KEY", "SECRET_KEY"),
        ("ARCHIVE_ALLOWED_HOST", "ALLOWED_HOSTS"),
        ("ARCHIVE_DATABASE_URI", "DATABASE_URL"),
        ("ARCHIVE_COLOUR", "one of ARCHIVE_ENV, ARCHIVE_DEBUG, ARCHIVE_NOINDEX"),
    ],
)
def test_a_former_or_unknown_name_stops_the_process_and_names_the_right_one(read, typed, meant):
    message = refused(read, **{typed: "whatever it is"})
    assert message.startswith(f"{typed}: ")
    assert f"Set {meant}" in message
    assert f"unset {typed}." in message
    assert "whatever" not in message


def test_other_peoples_variables_are_left_alone(read):
    others = ("DEBUG", "PORT", "SENTRY_DSN", "REDIS_URL", "DJANGO_SETTINGS_MODULE", "SECRET", "ARCHIVE")
    settings = read(**dict.fromkeys(others, "whatever it is"))
    assert not settings["DEBUG"]
