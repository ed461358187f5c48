"""What is sent to the archive: files and endless bodies are refused at every address, and nothing of them is kept."""

import json
import socket
from contextlib import closing, suppress

import pytest
from django.test.client import MULTIPART_CONTENT

from decisions.tests import processes
from decisions.tests.project.servers import SERVING, free_port, started

SERVE = "import sys; from gunicorn.app.wsgiapp import run; sys.argv[1:] = {}; run()"
FORM, FILES = "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"
PART = b'--x\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\n' + bytes(3_000_000)
HUGE = 250_000_000  # bytes, as announced; no test sends as many
WAIT = 5  # seconds for an answer that comes at once


@pytest.fixture(scope="module")
def served(new_archive, tmp_path_factory):
    """One worker over an empty archive: its port, and the folder in which it would put temporary files."""
    data, folder, port = tmp_path_factory.mktemp("data"), tmp_path_factory.mktemp("temporary"), free_port()
    new_archive(data)
    environment = processes.environment(data) | {"WEB_CONCURRENCY": "1", "TMPDIR": str(folder)}
    code = SERVE.format(["-c", "python:ombudsman.server", "-b", f"127.0.0.1:{port}"])
    with started(code, environment, port) as server:
        server.wait_until_it_says(SERVING)
        yield port, folder


def send(port, path, headers, body):
    """Send a request whose body may never end; its status and text, and whether the connection was closed then."""
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    with closing(socket.create_connection(("127.0.0.1", port), timeout=WAIT)) as connection:
        received, is_closed = b"", True
        with suppress(ConnectionError):  # it has answered, and reads no more
            connection.sendall(f"POST {path} HTTP/1.1\r\nHost: localhost\r\n{head}\r\n".encode() + body)
        try:
            while piece := connection.recv(65536):
                received += piece
        except TimeoutError:
            is_closed = False
        except ConnectionError:
            assert received
    status, _, text = received.decode(errors="replace").partition("\r\n")
    return status, text, is_closed


def chunked(body):
    return f"{len(body):x}\r\n".encode() + body + b"\r\n"


@pytest.mark.parametrize("path", ["/", "/decisions/", "/similar/", "/report/", "/admin/login/", "/nowhere/", "/data/"])
def test_files_are_refused_before_anything_is_written(served, path):
    port, folder = served
    status, text, is_closed = send(port, path, {"Content-Type": FILES, "Content-Length": HUGE}, PART)
    assert [each.name for each in folder.iterdir()] == []
    assert (status, is_closed) == ("HTTP/1.1 415 Unsupported Media Type", True)
    assert "We kept none of it" in text


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({"Content-Type": FORM, "Content-Length": HUGE}, b"words=" + b"x" * 3_000_000, 413),
        ({"Content-Type": "text/plain", "Content-Length": HUGE}, b"x" * 10_000_000, 413),
        ({"Content-Type": FORM, "Transfer-Encoding": "chunked"}, chunked(b"words=" + b"x" * 3_000_000), 413),
        ({"Content-Type": FORM, "Transfer-Encoding": "chunked"}, chunked(b"words=bus") + b"0\r\n\r\n", 411),
        ({"Content-Type": FILES, "Transfer-Encoding": "chunked"}, chunked(PART), 415),
        ({"Content-Type": FILES, "Content-Length": 80}, PART[:80], 415),
        ({"Content-Type": "multipart/mixed; boundary=x", "Content-Length": 80}, PART[:80], 415),
    ],
    ids=["form", "text", "chunked form", "short chunked form", "chunked files", "files", "mixed"],
)
def test_every_kind_of_body_that_no_page_reads_is_refused(served, headers, body, status):
    port, folder = served
    answer, _, is_closed = send(port, "/similar/", headers, body)
    assert (answer.split()[1], is_closed) == (str(status), True)
    assert [each.name for each in folder.iterdir()] == []


def test_a_form_is_read(served):
    body = b"words=quizzaciously"
    status, text, _ = send(served[0], "/similar/", {"Content-Type": FORM, "Content-Length": len(body)}, body)
    assert status == "HTTP/1.1 200 OK"
    assert "quizzaciously</textarea>" in text


def test_the_api_refuses_in_its_own_form(client, db):
    refused = client.post("/api/v1/decisions/", {"a": "b"}, content_type=MULTIPART_CONTENT)
    assert (refused.status_code, refused.headers["Content-Type"]) == (415, "application/problem+json")
    assert json.loads(refused.content)["status"] == 415


def test_a_refusal_is_sent_with_nosniff_and_is_not_cached(client, db):
    refused = client.post("/", {"a": "b"}, content_type=MULTIPART_CONTENT)
    assert refused.status_code == 415
    assert refused.headers["X-Content-Type-Options"] == "nosniff"
    assert refused.headers["Cache-Control"] == "no-store"


def test_no_form_of_the_staff_sends_files(client, admin_client, archive):
    for page in ("council", "decision", "finding", "ground", "notice", "doubt"):
        address = f"/admin/decisions/{page}/"
        shown = admin_client.get(address)
        assert shown.status_code == 200
        changes = [f"{address}{row.pk}/change/" for row in shown.context["cl"].result_list[:1]]
        for form in (address, *changes, "/admin/password_change/"):
            assert 'method="post"' in admin_client.get(form).text
            assert "multipart" not in admin_client.get(form).text, form
    assert "multipart" not in client.get("/admin/login/").text
