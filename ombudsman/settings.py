"""The archive's settings, read from the environment and from nowhere else.

README.md explains the variables. An empty variable counts as not set, and a relative path starts at manage.py's folder.
What is invalid or misnamed stops the process with a message that says what to set, and never shows a secret.
"""

import os
import re
import secrets
from collections.abc import Iterator
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvValidationError, ValidationError, validate

from ombudsman import caches, databases, server

BASE_DIR = Path(__file__).resolve().parent.parent

# Reading the environment

_SECRET_LENGTH, _SECRET_VARIETY = 50, 5
VARIABLES = {
    "ARCHIVE_ENV": "Set it to development or production, or leave it out for development.",
    "ARCHIVE_DEBUG": "Set it to off, or leave it out for off; on shows tracebacks while you develop.",
    "ARCHIVE_NOINDEX": "Set it to on or off, or leave it out for off.",
    "ARCHIVE_SITE_URL": "Set the site's public address, such as https://archive.example.org, or leave it out.",
    "SECRET_KEY": f"Set {_SECRET_LENGTH} random characters or more, which production needs; for example, the output of "
    "`openssl rand -base64 48`.",
    "ALLOWED_HOSTS": "Set the site's host names, which production needs, separated by commas and without scheme or "
    "port, such as archive.example.org.",
    "CSRF_TRUSTED_ORIGINS": "Set scheme and host, and nothing after them, such as https://archive.example.org, with "
    "commas between several, or leave it out.",
    "DATABASE_URL": databases.REMEDY,
    "CACHE_URL": caches.REMEDY,
    "DATA_DIR": "Set it to a folder that this user can write to, or leave it out for data/ beside manage.py.",
}
"""The variables that are read here, each with what to do if its value is invalid."""
FORMER_NAMES = {"DJANGO_ENV": "ARCHIVE_ENV", "NOINDEX": "ARCHIVE_NOINDEX"}

_HOST = r"([a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])"
_ALLOWED_HOST = rf"\.?{_HOST}\.?"
_ORIGIN = rf"https?://(\*\.)?{_HOST}(:[0-9]+)?"
_SITE_URL = rf"https?://{_HOST}(:[0-9]+)?(/[a-z0-9_.~-]+)*/?"
_FOUND = "found {input!r}"


class Environment(Env):
    """The environment, in which an empty variable counts as not set."""

    def _get_value(self, env_key: str, default: object) -> object:
        return os.environ.get(env_key, "").strip() or default


env = Environment(eager=False)  # collects all faults until `seal`; an invalid variable is None until then


def refuse_unless(pattern: str, *values: str) -> None:
    """Raise ValidationError if a value does not match a pattern. The message shows no user name or password."""
    if "@" in "".join(values):
        raise ValidationError("found an @: leave out user name and password")
    for value in values:
        if not re.fullmatch(pattern, value, re.IGNORECASE):
            raise ValidationError(_FOUND.format(input=value))


@env.parser_for("names")
def names(text: str, pattern: str) -> list[str]:
    """Return the values in a text, which have commas between them. Each must match the pattern."""
    values = [part.strip() for part in text.split(",") if part.strip()]
    if text and not values:
        raise ValidationError("found only commas")
    refuse_unless(pattern, *values)
    return values


@env.parser_for("folder")
def folder(name: str) -> Path:
    """Return the path of a folder, which is created if it is missing."""
    path = BASE_DIR / name
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ValidationError(f"found {str(path)!r}, which cannot be made ({error.strerror})") from error
    if not os.access(path, os.W_OK | os.X_OK):
        raise ValidationError(f"found {str(path)!r}, which this user cannot write to")
    return path


@env.parser_for("database")
def database(url: str) -> dict[str, object] | None:
    """Return Django's settings of the database at a URL: SQLite or PostgreSQL."""
    return databases.database(url, BASE_DIR) if url else None


@env.parser_for("cache")
def cache(url: str) -> dict[str, object]:
    """Return Django's settings of the cache: the Redis at a URL, or the memory of each worker."""
    return caches.cache(url)


def check_secret(key: str) -> None:
    """Raise ValidationError if a key is too easy to guess."""
    if key.startswith("django-insecure"):
        raise ValidationError("found a development key")
    if len(key) < _SECRET_LENGTH or len(set(key)) < _SECRET_VARIETY:
        raise ValidationError(f"found {len(key)} characters, {len(set(key))} of them different")


def misnamed() -> Iterator[str]:
    """Yield what to do about each former or unknown name: it would be ignored, and a default used instead."""
    bare = {ours.removeprefix("ARCHIVE_"): ours for ours in VARIABLES}
    for name in sorted(name for name, value in os.environ.items() if value.strip() and name not in VARIABLES):
        if name in FORMER_NAMES:
            yield f"{name}: former name. Set {FORMER_NAMES[name]} instead, and unset {name}."
        elif name.upper().startswith("ARCHIVE_"):
            close = get_close_matches(name.upper().removeprefix("ARCHIVE_"), bare, n=1)
            right = bare[close[0]] if close else f"one of {', '.join(VARIABLES)}"
            yield f"{name}: unknown variable. Set {right} instead, or unset {name}."


def invalid() -> Iterator[str]:
    """Yield what is wrong with each variable that was read, and what to do about it."""
    try:
        env.seal()
    except EnvValidationError as error:
        for name, faults in error.error_messages.items():
            yield from (f"{name}: {fault.rstrip('.')}. {VARIABLES[name]}" for fault in faults)


_CHOICES = validate.OneOf(["development", "production"], error=_FOUND)
_NEVER = validate.Equal(False, error="is on in production: error pages would show the site's code")
_ON_OR_OFF = {"error_messages": {"invalid": _FOUND}}

PRODUCTION = env.str("ARCHIVE_ENV", "development", validate=_CHOICES) == "production"
DEBUG = env.bool("ARCHIVE_DEBUG", False, validate=_NEVER if PRODUCTION else None, **_ON_OR_OFF)
NOINDEX = env.bool("ARCHIVE_NOINDEX", False, **_ON_OR_OFF)
ARCHIVE_SITE_URL = env.str("ARCHIVE_SITE_URL", "", validate=partial(refuse_unless, _SITE_URL))
# `...` means that there is no default.
SECRET_KEY = env.str("SECRET_KEY", ... if PRODUCTION else "", validate=check_secret if PRODUCTION else None)
ALLOWED_HOSTS = env.names("ALLOWED_HOSTS", ... if PRODUCTION else "localhost,127.0.0.1,[::1]", pattern=_ALLOWED_HOST)
CSRF_TRUSTED_ORIGINS = env.names("CSRF_TRUSTED_ORIGINS", "", pattern=_ORIGIN)
DATA_DIR = env.folder("DATA_DIR", "data")  # all data that must not be lost
_DATABASE = env.database("DATABASE_URL", "")
CACHES = {"default": env.cache("CACHE_URL", "")}

if _faults := [*misnamed(), *invalid()]:
    raise ImproperlyConfigured("\n".join(_faults))

ARCHIVE_SITE_URL = ARCHIVE_SITE_URL.rstrip("/")
SEARCH_DIR = DATA_DIR / "search"  # the search index: made from the database, so never in a backup
DATABASES = {"default": _DATABASE or databases.sqlite(DATA_DIR / "archive.sqlite3")}
# gunicorn's, each with its share of a rate limit
WORKERS = server.worker_count(os.environ.get("WEB_CONCURRENCY", "").strip() or "1")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


def development_secret() -> str:
    """Return the secret of this checkout, generated the first time, so that no secret is shared or committed."""
    file = DATA_DIR / "development-secret"
    if not file.exists():
        draft = file.with_name(f"{file.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(_SECRET_LENGTH), encoding="ascii")
        try:
            os.link(draft, file)  # atomic: the first of two processes wins
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return file.read_text(encoding="ascii").strip()


SECRET_KEY = SECRET_KEY or development_secret()

# The site

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    "django_filters",
    "django_htmx",
    "decisions",
]
MIDDLEWARE = [
    *(["decisions.web.headers.noindex_middleware"] if NOINDEX else []),
    "django.middleware.security.SecurityMiddleware",  # reads no body, and gives refusals their headers
    "decisions.web.request_body.body_limit_middleware",  # before anything that may look at a form
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "decisions.web.headers.permissions_policy_middleware",
    "decisions.web.api_access.api_access_middleware",
    "decisions.web.page_cache.page_cache_middleware",  # a cached page needs none of the middleware below
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "decisions.site.timeouts.TimeoutMiddleware",
]
ROOT_URLCONF = "ombudsman.urls"
WSGI_APPLICATION = "ombudsman.wsgi.application"
# None of these uses the session unless a template asks for it, so pages set no cookie for readers.
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.static"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{each}Validator"}
    for each in ("UserAttributeSimilarity", "MinimumLength", "CommonPassword", "NumericPassword")
]
LOGIN_URL = "admin:login"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000  # bytes of a body; longer ones are refused unread
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # the admin form of a decision has four for each paragraph and item
STATEMENT_SECONDS = 5  # time limit of a statement that a reader waits for; after it the answer is 503
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Production serves the output of collectstatic; development serves static/ itself, never an old copy.
STATIC_ROOT = BASE_DIR / "staticfiles" if PRODUCTION else None
WHITENOISE_USE_FINDERS = not PRODUCTION
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": f"ombudsman.static_files.{'Hashed' if PRODUCTION else 'Plain'}"},
}

# Headers and cookies for browsers

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_COOKIE_AGE = None  # deleted when the browser is closed
CSRF_FAILURE_VIEW = "decisions.site.views.not_signed"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
if PRODUCTION:
    # The proxy handles https; it must set this header itself and drop it from clients.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["stderr"], "level": "INFO", "propagate": False}},
}
