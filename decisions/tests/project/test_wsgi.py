"""A Content-Type that Django cannot read is refused: its request class raises before any middleware could answer."""

import codecs
import io
from email.message import Message
from encodings.aliases import aliases

import pytest

from ombudsman.wsgi import application

PAGES = ("/decisions/?q=caf%C3%A9", "/api/v1/decisions/?q=caf%C3%A9", "/no-such-page/?q=caf%C3%A9")
UNREADABLE = [
    *(f"text/plain; charset={name}" for name in ("zlib", "hex", "rot13", "idna", "punycode", "undefined")),
    "text/plain; charset=a\0b",
    "text/plain; charset*=nothing''utf-8",
]


def send(address, content_type):
    """Return the status, the headers and the text that a web server would get for a GET."""
    path, _, query = address.partition("?")
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "CONTENT_TYPE": content_type,
        "HTTP_HOST": "localhost",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "wsgi.input": io.BytesIO(),
        "wsgi.url_scheme": "http",
    }
    started = []
    body = b"".join(application(environ, lambda status, headers: started.append((status, Message(), headers))))
    (status, message, headers) = started[0]
    for name, value in headers:
        message[name] = value
    return status, message, body.decode()


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("content_type", UNREADABLE)
def test_a_content_type_that_cannot_be_read_is_refused_with_the_remedy(archive, address, content_type):
    status, headers, text = send(address, content_type)
    assert status == "400 Bad Request"
    assert "Content-Type" in text
    assert "charset=utf-8" in text
    assert (headers["Content-Type"], headers["Cache-Control"]) == ("text/plain; charset=utf-8", "no-store")


def test_other_charsets_are_answered_as_before(archive):
    for charset in ("utf-8", "UTF-8", "iso-8859-1", "no-such-charset"):
        assert send(PAGES[0], f"text/plain; charset={charset}")[0] == "200 OK"


def test_no_encoding_that_python_knows_makes_an_error_of_the_archive(archive):
    known = sorted({codecs.lookup(name).name for name in aliases.values() if name not in ("mbcs", "oem")})
    answers = {name: send(PAGES[0], f"text/plain; charset={name}")[0] for name in known}
    assert {name for name, status in answers.items() if status not in ("200 OK", "400 Bad Request")} == set()
