"""Requests to the Django site in this process through WSGI, as a server makes them, without a test client."""

import io
from hashlib import sha256
from typing import Any

from django.core.wsgi import get_wsgi_application

_ENVIRON = {
    "REQUEST_METHOD": "GET",
    "SCRIPT_NAME": "",
    "SERVER_NAME": "localhost",
    "SERVER_PORT": "80",
    "SERVER_PROTOCOL": "HTTP/1.1",
    "wsgi.version": (1, 0),
    "wsgi.url_scheme": "http",
    "wsgi.multithread": False,
    "wsgi.multiprocess": True,
    "wsgi.run_once": False,
}


class Site:
    """The Django site of this process."""

    def __init__(self) -> None:
        self._application = get_wsgi_application()
        self.digest = ""

    def get(self, address: str, **headers: str) -> tuple[int, dict[str, str], int]:
        """Request an address; returns status, headers and bytes. Request headers are named as in WSGI: HTTP_…

        The body goes by block by block, for exports are long; `digest` then has its SHA-256.
        """
        path, _, query = address.partition("?")
        started: list[Any] = []
        environ = _ENVIRON | {"PATH_INFO": path, "QUERY_STRING": query, **headers}
        environ |= {"wsgi.input": io.BytesIO(), "wsgi.errors": io.StringIO()}
        response = self._application(environ, lambda status, sent, _=None: started.append((status, sent)))
        try:
            length, digest = 0, sha256()
            for block in response:
                length += len(block)
                digest.update(block)
            self.digest = digest.hexdigest()
        finally:
            if hasattr(response, "close"):
                response.close()
        status, sent = started[0]
        return int(status.split()[0]), dict(sent), length

    def must_get(self, address: str) -> int:
        """Request an address and return the number of bytes. Raises RuntimeError if the status is not 200."""
        status, _, length = self.get(address)
        if status != 200:
            raise RuntimeError(f"{address} answered {status}")
        return length
