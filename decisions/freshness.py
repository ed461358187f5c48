"""Whether the page that somebody has is still the page: one look at the revision, before anything is made."""

import hashlib
from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.http import HttpRequest
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition

from decisions.models import Revision

_MADE_FROM = ("decisions/**/*.py", "templates/**/*.html", "ombudsman/*.py", "static/**/*")


def revalidated(view: Callable) -> Callable:
    """A view whose pages follow from the archive alone: kept by browsers, asked for anew each time, sent if changed."""
    return cache_control(no_cache=True)(condition(etag_func=_etag)(view))


def _etag(request: HttpRequest, *args: object, **kwargs: object) -> str:
    """What becomes another with the archive and with the program."""
    return f'"{_program()}-{Revision.now()}"'


@cache
def _program() -> str:
    """What becomes another when any file that pages are made from does."""
    files = sorted(file for pattern in _MADE_FROM for file in settings.BASE_DIR.glob(pattern) if file.is_file())
    known = "\n".join(f"{file} {file.stat().st_size} {file.stat().st_mtime_ns}" for file in files)
    return hashlib.sha256(known.encode()).hexdigest()[:12]
