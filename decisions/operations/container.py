"""Commands of the container: `python -m decisions.operations.container start`, and `health` for its health check."""

import http.client
import os
import sys

import django
from django.core.management import execute_from_command_line

from ombudsman import server  # exits here, before any work, if WEB_CONCURRENCY is invalid

HOST, PORT = "0.0.0.0", 8000  # noqa: S104 - the container's own network; compose.yaml limits who can reach it


def start() -> None:
    """Migrate the database, import the sample decisions into an empty archive, and become the web server."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ombudsman.settings")
    django.setup()
    execute_from_command_line(["manage.py", "migrate", "--verbosity", "0"])
    from decisions.models import Decision  # noqa: PLC0415 - models exist only after django.setup()

    if not Decision.objects.exists():
        execute_from_command_line(["manage.py", "import_decisions", "fixtures/texts"])
    server.start("--bind", f"{HOST}:{PORT}")


def health() -> str | None:
    """Request /healthz under the first allowed host name; return what is wrong, or None."""
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
