"""The archive's settings, read from the environment and from nowhere else.

=====================  ===========================================================================================
DJANGO_ENV             development (the default) or production
SECRET_KEY             production: required, 50 characters or more; development: generated once, in DATA_DIR
ALLOWED_HOSTS          host names, with commas between; production: required; development: this machine
CSRF_TRUSTED_ORIGINS   origins such as https://archive.example.org, with commas between
DATABASE_URL           sqlite:////path/of/a/file or postgresql://user:password@host:port/name, with user and
                       password percent-encoded; without it, archive.sqlite3 in DATA_DIR
DATA_DIR               the folder of all data that must not be lost; without it, data/ next to manage.py
DEBUG                  on or off (the default); production: off
NOINDEX                on asks search engines not to list any page; off by default
=====================  ===========================================================================================

An empty variable counts as not set, and a relative path starts at manage.py's folder. An invalid value stops the
process with a message that says what to set; so does a variable whose name is nearly one of these. No message shows a
secret.
"""

import os
import re
import secrets
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from ombudsman import databases

BASE_DIR = Path(__file__).resolve().parent.parent

# Reading the environment

VARIABLES = (
    *("DJANGO_ENV", "SECRET_KEY", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS"),
    *("DATABASE_URL", "DATA_DIR", "DEBUG", "NOINDEX"),
)
MISTAKES = {"DJANGO_ENVIRONMENT": "DJANGO_ENV", "DJANGO_DATABASE": "DATABASE_URL", "DJANGO_HOSTS": "ALLOWED_HOSTS"}
HOST = re.compile(r"\.?[a-z0-9-]+(\.[a-z0-9-]+)*\.?|\[[0-9a-f:.]+\]", re.IGNORECASE)
ORIGIN = re.compile(r"https?://(\*\.)?([a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(:[0-9]+)?", re.IGNORECASE)
SECRET_LENGTH, SECRET_VARIETY = 50, 5


def refusal(name: str, found: str, remedy: str) -> ImproperlyConfigured:
    """Return an error that says which variable is invalid, what was found in it and what to set instead."""
    return ImproperlyConfigured(f"{name}: {found}. {remedy}")


def value(name: str) -> str:
    """Return a variable's value, or "" if it is not set."""
    return os.environ.get(name, "").strip()


def values(name: str, default: Iterable[str] = ()) -> list[str]:
    """Return a variable's values, written with commas between them."""
    return [part.strip() for part in value(name).split(",") if part.strip()] or list(default)


def one_of(name: str, choices: tuple[str, ...], default: str) -> str:
    """Return a variable's value, which must be one of the choices."""
    found = value(name) or default
    if found not in choices:
        raise refusal(name, f"found {found!r}", f"Set it to {' or '.join(choices)}, or leave it out for {default}.")
    return found


def misspelt(name: str) -> str | None:
    """Return the variable of ours that a name is a misspelling of, if any."""
    if name in VARIABLES:
        return None
    full = name.upper()
    bare = full.removeprefix("DJANGO_")
    if bare in VARIABLES:
        return bare
    # Short names are similar to too many variables of other programs.
    long = [ours for ours in VARIABLES if len(ours) > len("DEBUG")]
    close = [ours for spelling in (full, bare) for ours in get_close_matches(spelling, long, n=1, cutoff=0.9)]
    return MISTAKES.get(full) or next(iter(close), None)


def refuse_misspelt_names() -> None:
    """Raise an error for a misspelt variable: otherwise it would be ignored, and a default used instead."""
    for name in os.environ:
        if ours := misspelt(name):
            raise refusal(name, "unknown variable", f"Set {ours} instead, or unset {name}.")


refuse_misspelt_names()
PRODUCTION = one_of("DJANGO_ENV", ("development", "production"), default="development") == "production"
DEBUG = one_of("DEBUG", ("on", "off"), default="off") == "on"
if PRODUCTION and DEBUG:
    raise refusal("DEBUG", "found 'on' in production", "Set it to off: error pages would show the site's code.")

NOINDEX = one_of("NOINDEX", ("on", "off"), default="off") == "on"

# Where the data is


def data_dir() -> Path:
    """Return the folder of all data that must not be lost; create it if it is missing."""
    folder = BASE_DIR / (value("DATA_DIR") or "data")
    remedy = "Set it to a folder that this user can write to."
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal("DATA_DIR", f"found {str(folder)!r}, which cannot be made ({error.strerror})", remedy) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise refusal("DATA_DIR", f"found {str(folder)!r}, which this user cannot write to", remedy)
    return folder


def database() -> dict[str, object]:
    """Return Django's settings of the database: SQLite or PostgreSQL, as DATABASE_URL says."""
    url = value("DATABASE_URL")
    try:
        return databases.database(url, BASE_DIR) if url else databases.sqlite(DATA_DIR / "archive.sqlite3")
    except databases.AddressError as error:
        raise refusal("DATABASE_URL", error.found, error.remedy) from None


DATA_DIR = data_dir()
DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Secrets and hosts


def development_secret() -> str:
    """Return the secret of this checkout, generated the first time, so that no secret is shared or committed."""
    file = DATA_DIR / "development-secret"
    if not file.exists():
        draft = file.with_name(f"{file.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(SECRET_LENGTH), encoding="ascii")
        try:
            os.link(draft, file)  # atomic: the first of two processes wins
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return file.read_text(encoding="ascii").strip()


def secret_key() -> str:
    """Return the key that signs sessions and forms."""
    remedy = f"Set {SECRET_LENGTH} random characters or more; for example, the output of `openssl rand -base64 48`."
    key = value("SECRET_KEY")
    if not PRODUCTION:
        return key or development_secret()
    if not key:
        raise refusal("SECRET_KEY", "not set, and production needs it", remedy)
    if key.startswith("django-insecure"):
        raise refusal("SECRET_KEY", "found a development key", remedy)
    if len(key) < SECRET_LENGTH or len(set(key)) < SECRET_VARIETY:
        raise refusal("SECRET_KEY", f"found {len(key)} characters, {len(set(key))} of them different", remedy)
    return key


def allowed_hosts() -> list[str]:
    """Return the host names that the archive answers to."""
    remedy = "Set the archive's host names, without scheme or port, such as archive.example.org."
    hosts = values("ALLOWED_HOSTS", default=() if PRODUCTION else ("localhost", "127.0.0.1", "[::1]"))
    if not hosts:
        raise refusal("ALLOWED_HOSTS", "not set, and production needs it", remedy)
    for host in hosts:
        if not HOST.fullmatch(host):
            raise refusal("ALLOWED_HOSTS", f"found {host!r}", remedy)
    return hosts


def trusted_origins() -> list[str]:
    """Return the origins, other than the archive's own, that may send forms."""
    origins = values("CSRF_TRUSTED_ORIGINS")
    for origin in origins:
        if not ORIGIN.fullmatch(origin):
            remedy = "Set scheme and host, and nothing after them, such as https://archive.example.org."
            raise refusal("CSRF_TRUSTED_ORIGINS", f"found {origin!r}", remedy)
    return origins


SECRET_KEY = secret_key()
ALLOWED_HOSTS = allowed_hosts()
CSRF_TRUSTED_ORIGINS = trusted_origins()

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
            "builtins": ["decisions.templatetags.links"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000  # bytes of a body; longer ones are refused unread
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # the admin form of a decision has four for each paragraph and item
STATEMENT_SECONDS = 5  # time limit of a statement that a reader waits for; after it the answer is 503
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Production serves the output of collectstatic; development serves static/ itself, never an old copy.
STATIC_ROOT = BASE_DIR / "staticfiles" if PRODUCTION else None
WHITENOISE_USE_FINDERS = not PRODUCTION
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if PRODUCTION:
    STORAGES["staticfiles"]["BACKEND"] = "whitenoise.storage.CompressedManifestStaticFilesStorage"

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
