"""Asking a page of the Django site in this process, the way a server does: through WSGI, nothing of a test client."""

import io
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

    def get(self, address: str, **headers: str) -> tuple[int, dict[str, str], int]:
        """Ask for an address; the status, the headers, and how many bytes came. Headers as WSGI has them: HTTP_…"""
        path, _, query = address.partition("?")
        started: list[Any] = []
        environ = _ENVIRON | {"PATH_INFO": path, "QUERY_STRING": query, **headers}
        environ |= {"wsgi.input": io.BytesIO(), "wsgi.errors": io.StringIO()}
        response = self._application(environ, lambda status, sent, _=None: started.append((status, sent)))
        try:
            length = sum(map(len, response))
        finally:
            if hasattr(response, "close"):
                response.close()
        status, sent = started[0]
        return int(status.split()[0]), dict(sent), length

    def must_get(self, address: str) -> int:
        """Ask for an address that must answer well; how many bytes came."""
        status, _, length = self.get(address)
        if status != 200:
            raise RuntimeError(f"{address} answered {status}")
        return length
