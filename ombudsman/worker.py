"""gunicorn's worker, with the archive's own words for an address that is too long."""

from gunicorn import util
from gunicorn.http.errors import LimitRequestLine
from gunicorn.workers.sync import SyncWorker

_TOO_LONG = "The address is too long. Search for fewer words, or remove some filters.\n"


class Worker(SyncWorker):
    """A worker that says what to do where gunicorn would only name the error. No page can: nothing has been read."""

    def handle_error(self, req, client, addr, exc):
        """Answer a request that gunicorn refuses."""
        if isinstance(exc, LimitRequestLine):
            head = "HTTP/1.1 414 URI Too Long\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n"
            util.write_nonblock(client, f"{head}Content-Length: {len(_TOO_LONG)}\r\n\r\n{_TOO_LONG}".encode())
        else:
            super().handle_error(req, client, addr, exc)
