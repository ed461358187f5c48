"""How gunicorn serves the archive, for dev.py and in the container: `gunicorn --config python:ombudsman.server`."""

import os
import signal
import sys

wsgi_app = "ombudsman.wsgi"
# One process a core: on these pages, which compute more than they wait, it beats threads.
workers = int(os.environ.get("WEB_CONCURRENCY") or os.cpu_count() or 1)
# No header says where the site is: SCRIPT_NAME, which some proxies pass on from clients, is part of every link.
forwarder_headers = ""
loglevel = "warning"
control_socket_disable = True  # it would be written into the home folder
graceful_timeout = 10  # seconds for a page that is still being made when the archive stops


def when_ready(server) -> None:
    """Say where the archive is, and hear from now on those who ask it to stop.

    dev.py holds their signals back: one that came while gunicorn starts would end it with a traceback.
    """
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    for listener in server.LISTENERS:
        print(f"Serving the archive on {listener}/decisions/", file=sys.stderr, flush=True)  # noqa: T201


def post_worker_init(worker) -> None:
    """Finish the page at hand before stopping.

    Ctrl-C reaches every process at once; of their own accord workers would drop what they do, with a traceback.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGQUIT, worker.handle_exit)


def on_exit(server) -> None:
    """Say that nothing is served any more."""
    print("Stopped.", file=sys.stderr, flush=True)  # noqa: T201
