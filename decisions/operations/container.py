"""What the container runs: `python -m decisions.operations.container start`, and `health` for its health check."""

import http.client
import os
import sys

import django
from django.core.management import execute_from_command_line

from ombudsman import server  # stops here at a number of workers that cannot be, before any work

HOST, PORT = "0.0.0.0", 8000  # noqa: S104 - the container's own network; compose.yaml says who reaches it


def start() -> None:
    """Bring the database up to date, give an empty archive the sample decisions, and become the web server."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ombudsman.settings")
    django.setup()
    execute_from_command_line(["manage.py", "migrate", "--verbosity", "0"])
    from decisions.models import Decision  # noqa: PLC0415 - models exist only after django.setup()

    if not Decision.objects.exists():
        execute_from_command_line(["manage.py", "import_decisions", "fixtures/texts"])
    server.start("--bind", f"{HOST}:{PORT}")


def health() -> str | None:
    """Ask the running archive how it is, by a name that it answers to; return what is wrong, if anything."""
    host = os.environ["ALLOWED_HOSTS"].split(",")[0].strip().removeprefix(".")
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=4)
    try:
        connection.request("GET", "/healthz", headers={"Host": host})
        status = connection.getresponse().status
    except OSError as error:
        return f"no answer: {error}"
    return None if status == http.client.OK else f"answered {status}"


if __name__ == "__main__":
    sys.exit({"start": start, "health": health}[sys.argv[1]]())
