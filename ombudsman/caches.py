"""Django's cache settings from a cache URL: where pages are kept, and where the API's requests are counted."""

import re

from environs import ValidationError

REMEDY = (
    "Set it to redis://:password@host:port/number, with characters such as / : @ # in the password percent-encoded,"
    " or leave it out: then each worker keeps pages and counts for itself."
)
_URL = re.compile(r"rediss?://([^/?#@]*@)?([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d+)?(/\d*)?(\?.*)?", re.IGNORECASE)
# Both bound what is kept: in a worker 100 pages (decisions/web/page_cache.py says how long each may be), in Redis an
# hour of pages, within the server's own maxmemory. A page of an earlier revision is never asked for again.
_MOST_PAGES = 100
_SECONDS = 60 * 60
_TIMEOUT = 0.1  # seconds to wait for Redis: making a page takes less


def cache(url: str) -> dict[str, object]:
    """Return Django's settings for the Redis at a URL, or for the worker's own memory if it is empty.

    Raises ValidationError where the URL cannot be used; the message never shows the password.
    """
    if not url:
        options = {"MAX_ENTRIES": _MOST_PAGES, "CULL_FREQUENCY": 4}
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "TIMEOUT": _SECONDS, "OPTIONS": options}
    if not _URL.fullmatch(url):
        raise ValidationError("found another kind of address")
    from redis import ConnectionPool  # noqa: PLC0415 - a worker's own memory does not need it

    try:
        ConnectionPool.from_url(url).make_connection()  # it connects to nothing yet
    except (TypeError, ValueError) as error:  # an unknown option, or a port that cannot be
        raise ValidationError(str(error)) from None
    return {
        "BACKEND": "decisions.web.redis_server.RedisPages",
        "LOCATION": url,
        "TIMEOUT": _SECONDS,
        "OPTIONS": {"socket_timeout": _TIMEOUT, "socket_connect_timeout": _TIMEOUT},
    }
