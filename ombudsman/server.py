"""gunicorn's configuration, for dev.py and the container: `python -m ombudsman.server --bind HOST:PORT`."""

import os
import signal
import sys

REMEDY = "Set it to the number of worker processes, 1 or more, or leave it out for one per processor."


def worker_count(value: str) -> int:
    """Return the number of workers for a value of WEB_CONCURRENCY; exit with an explanation unless it is 1 or more.

    An empty value means one process per processor: these pages compute more than they wait, so threads are slower.
    """
    value = value.strip()
    if not value:
        return os.cpu_count() or 1
    if not (value.isascii() and value.isdigit() and int(value)):
        sys.exit(f"WEB_CONCURRENCY: found {value!r}. {REMEDY}")
    return int(value)


wsgi_app = "ombudsman.wsgi"
worker_class = "ombudsman.worker.Worker"
workers = worker_count(os.environ.get("WEB_CONCURRENCY", ""))
# No header may set the path prefix: some proxies pass on SCRIPT_NAME from clients, and it is part of every link.
forwarder_headers = ""
loglevel = "warning"
control_socket_disable = True  # its file would be written into the home folder
graceful_timeout = 10  # seconds for pages in progress when the archive stops


def start(*options: str) -> None:
    """Replace this process by gunicorn, configured by this module."""
    # gunicorn reads the variable before this module, and stops with a traceback if it is empty.
    os.environ["WEB_CONCURRENCY"] = str(workers)
    command = [sys.executable, "-m", "gunicorn", "--config", "python:ombudsman.server", *options]
    os.execv(sys.executable, command)  # noqa: S606 - no shell is wanted


def on_starting(server) -> None:
    """Exit if there are no workers, which --workers and GUNICORN_CMD_ARGS can still ask for; tell them their number."""
    if server.num_workers < 1:
        sys.exit(f"--workers: found {server.num_workers}. {REMEDY}")
    os.environ["WEB_CONCURRENCY"] = str(server.num_workers)  # each worker allows its share of a rate limit


def when_ready(server) -> None:
    """Print the address, and let the signals in that stop the server.

    dev.py blocks them until now: one that came while gunicorn starts would end it with a traceback.
    """
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    for listener in server.LISTENERS:
        print(f"Serving the archive on {listener}/decisions/", file=sys.stderr, flush=True)  # noqa: T201


def post_worker_init(worker) -> None:
    """Make a worker finish its page before it stops.

    Ctrl-C reaches every process at once, and by default a worker would drop its page with a traceback.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGQUIT, worker.handle_exit)


def on_exit(server) -> None:
    """Print that the server has stopped."""
    print("Stopped.", file=sys.stderr, flush=True)  # noqa: T201


if __name__ == "__main__":
    start(*sys.argv[1:])
