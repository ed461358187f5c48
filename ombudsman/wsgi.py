"""The WSGI application that a web server calls: `gunicorn ombudsman.wsgi`."""

import os

import django
from django.core.exceptions import TooManyFieldsSent
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ombudsman.settings")

REFUSAL = (
    b"Bad request: the Content-Type of this request names a character encoding that cannot be used.\n"
    b"Send charset=utf-8, or no charset.\n"
)


class UnreadableContentTypeError(ValueError):
    """The Content-Type of a request names an encoding that does not exist or does not decode text."""


class Handler(WSGIHandler):
    """Django's handler, which also answers a request whose Content-Type cannot be read.

    Django decodes the query string with the charset of Content-Type while it makes the request, so `charset=zlib` or
    `charset=idna` raises before any middleware is called, and the server would answer 500.
    """

    def request_class(self, environ):
        """Return the request. Raises UnreadableContentTypeError."""
        try:
            return WSGIRequest(environ)
        except (LookupError, ValueError, TooManyFieldsSent) as error:
            # The last is what Django makes of any ValueError while it decodes, such as that of charset=idna. (A server
            # that passes on longer addresses than gunicorn's 4,094 bytes could also get it for too many parameters.)
            raise UnreadableContentTypeError(str(error)) from error

    def __call__(self, environ, start_response):
        """Answer a request: 400 without any page where its Content-Type cannot be read."""
        try:
            return super().__call__(environ, start_response)
        except UnreadableContentTypeError:
            headers = {
                "Content-Type": "text/plain; charset=utf-8",
                "Content-Length": str(len(REFUSAL)),
                "Cache-Control": "no-store",
                "X-Content-Type-Options": "nosniff",
            }
            start_response("400 Bad Request", list(headers.items()))
            return [REFUSAL]


django.setup(set_prefix=False)
application = Handler()
