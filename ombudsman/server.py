"""How gunicorn serves the archive, for dev.py and in the container: `python -m ombudsman.server --bind HOST:PORT`."""

import os
import signal
import sys

REMEDY = "Set it to the number of worker processes, 1 or more, or leave it out for one per processor."


def worker_count(value: str) -> int:
    """Return how many workers WEB_CONCURRENCY asks for; exit with an explanation where that is no number from 1 up.

    One process per processor: on these pages, which compute more than they wait, it beats threads.
    """
    value = value.strip()
    if not value:
        return os.cpu_count() or 1
    if not (value.isascii() and value.isdigit() and int(value)):
        sys.exit(f"WEB_CONCURRENCY: found {value!r}. {REMEDY}")
    return int(value)


wsgi_app = "ombudsman.wsgi"
workers = worker_count(os.environ.get("WEB_CONCURRENCY", ""))
# No header says where the site is: SCRIPT_NAME, which some proxies pass on from clients, is part of every link.
forwarder_headers = ""
loglevel = "warning"
control_socket_disable = True  # it would be written into the home folder
graceful_timeout = 10  # seconds for a page that is still being made when the archive stops


def start(*options: str) -> None:
    """Become gunicorn, configured by this module."""
    # gunicorn reads the variable itself before this module, and stops at an empty one with a traceback.
    os.environ["WEB_CONCURRENCY"] = str(workers)
    command = [sys.executable, "-m", "gunicorn", "--config", "python:ombudsman.server", *options]
    os.execv(sys.executable, command)  # noqa: S606 - no shell is wanted


def on_starting(server) -> None:
    """Refuse to serve without workers, which --workers and GUNICORN_CMD_ARGS can still ask for."""
    if server.num_workers < 1:
        sys.exit(f"--workers: found {server.num_workers}. {REMEDY}")


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


if __name__ == "__main__":
    start(*sys.argv[1:])
