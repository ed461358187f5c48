"""No header of a request changes the page of the next reader: asked of gunicorn, under the project's settings."""

import http.client
import re
import subprocess
import sys
from contextlib import contextmanager
from gzip import decompress
from pathlib import Path

import django
import django_htmx
import gunicorn.config
import pytest
import whitenoise
from django.conf import settings

from decisions.tests.project.servers import SERVING, environment, free_port, started
from decisions.tests.texts import FIXTURES

# Every header that gunicorn, Django, django-htmx or this project reads, with values that could change an answer,
# then some that other servers read. `test_every_header_that_is_read_is_sent` finds those that are missing.
HEADERS = {
    # gunicorn
    "SCRIPT_NAME": ["/decisions", "/archive"],
    "PATH_INFO": ["/about/"],
    "X-Forwarded-Proto": ["https"],
    "X-Forwarded-Protocol": ["ssl"],
    "X-Forwarded-Ssl": ["on"],
    "Host": ["127.0.0.1", "archive.example.org"],
    "Connection": ["close", "keep-alive, SCRIPT_NAME"],
    "Content-Length": ["0"],
    "Content-Type": [f"text/plain; charset={each}" for each in ("latin-1", "utf-16", "zlib", "idna")],
    "Expect": ["100-continue"],
    "Transfer-Encoding": ["identity"],
    # Django and WhiteNoise
    "Accept": ["application/json"],
    "Accept-Encoding": ["gzip", "br", "gzip;q=0"],
    "Accept-Language": ["cy"],
    "Authorization": ["Basic YTpi"],
    "Cookie": ["sessionid=a; csrftoken=b; messages=c; django_language=cy"],
    "If-Match": ["*"],
    "If-Modified-Since": ["Fri, 01 Jan 2100 00:00:00 GMT"],
    "If-None-Match": ["*", '"a"'],
    "If-Unmodified-Since": ["Thu, 01 Jan 1970 00:00:00 GMT"],
    "Origin": ["https://example.org"],
    "Range": ["bytes=0-9"],
    "Referer": ["https://example.org/"],
    "User-Agent": ["curl/8"],
    "X-CSRFToken": ["a"],
    "X-Forwarded-For": ["192.0.2.1"],
    "X-Forwarded-Host": ["127.0.0.1", "archive.example.org"],
    "X-Forwarded-Port": ["8443"],
    "X-Requested-With": ["XMLHttpRequest"],
    # django-htmx; each is sent together with HX-Request
    "HX-Boosted": ["true"],
    "HX-Current-URL": ["http://localhost/decisions/?year=2021"],
    "HX-History-Restore-Request": ["true"],
    "HX-PTag": ["a"],
    "HX-Prompt": ["a"],
    "HX-Request": ["true", "false"],
    "HX-Request-URI-AutoEncoded": ["true"],
    "HX-Request-Type": ["full", "partial"],
    "HX-Source": ["main#results"],
    "HX-Target": ["results"],
    "HX-Trigger": ["search"],
    "HX-Trigger-Name": ["q"],
    "Triggering-Event": ['{"type": "change"}'],
    # other servers and frameworks
    "Forwarded": ["for=192.0.2.1;host=archive.example.org;proto=https"],
    "REMOTE_ADDR": ["192.0.2.1"],
    "Remote-User": ["staff"],
    "REMOTE_USER": ["staff"],
    "SCRIPT_URL": ["/archive/decisions/"],
    "X-Forwarded-Prefix": ["/archive"],
    "X-HTTP-Method-Override": ["POST"],
    "X-Original-URL": ["/about/"],
    "X-Rewrite-URL": ["/about/"],
    "X-Script-Name": ["/archive"],
}
BELOW = {
    "/archive/": 200,
    "/archive/decisions/?q=fault": 200,
    "/archive/councils/": 200,
    "/archive/about/": 200,
    "/archive/report/": 200,
    "/archive/no-such-page/": 404,
    "/archive/decisions/99-999-999/": 404,
    "/archive/admin/login/": 200,
}
"""Pages below a path prefix, each with its status."""
PAGES = ["/decisions/?q=caf%C3%A9&n={}", "/decisions/?q=22-015-753&n={}"]
SET_BY_THE_SERVER = {"QUERY_STRING", "REMOTE_HOST", "REQUEST_METHOD", "SERVER_NAME", "SERVER_PORT"}
SET_BY_THE_SERVER |= {"CSRF_COOKIE", "CSRF_COOKIE_NEEDS_UPDATE"}  # and by Django
OF_NO_REQUEST = {"asgi.py", "gis", "management", "termcolors.py", "test", "tests"}
ON_THE_WIRE = {"Connection", "Content-Encoding", "Content-Length", "ETag", "Set-Cookie", "Vary"}
PACKAGES = [Path(each.__file__).parent for each in (django, django_htmx, whitenoise)]
OUR_OWN = [settings.BASE_DIR / each for each in ("decisions", "ombudsman", "templates")]
READ = [
    r"""["'](HTTP_[A-Z_]+)["']""",
    r"""META(?:\.get\(|\[|\.)\s*["']?([A-Z_]{3,})\b""",
    r"""request\.headers(?:\.get\(|\[)\s*["']([\w-]+)["']""",
    r"""_get_header_value\(\s*["']([\w-]+)["']""",
    r"""["']([\w-]+)["'] in request\.(?:META|headers)""",
]


class Site:
    """A server of one worker, and how to ask it."""

    def __init__(self, port):
        self._port = port

    def get(self, address, **headers):
        """Return status, headers and body of an answer, with only these headers sent beside the host's name."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        connection.putrequest("GET", address, skip_host=True, skip_accept_encoding=True)
        for name, value in ({"Host": "localhost"} | headers).items():
            connection.putheader(name, value)
        connection.endheaders()
        try:
            response = connection.getresponse()
            sent = {name: value for name, value in response.getheaders() if name != "Date"}
            return response.status, sent, response.read()
        finally:
            connection.close()


@contextmanager
def serving(data, **more):
    """Serve an archive by gunicorn with one worker, under what more the environment says."""
    port = free_port()
    argv = ["gunicorn", "-c", "python:ombudsman.server", "-b", f"127.0.0.1:{port}"]
    serve = f"import sys; sys.argv = {argv}; from gunicorn.app.wsgiapp import run; run()"
    # The seed: django-csp writes its policy in the order of a set.
    with started(serve, environment(data, **{"WEB_CONCURRENCY": "1", "PYTHONHASHSEED": "0"} | more), port) as server:
        server.wait_until_it_says(SERVING)
        yield Site(port)


@pytest.fixture(scope="module")
def two_sites(new_archive, tmp_path_factory):
    """The same archive served twice: by a worker that strange headers are sent to, and by one that never sees any."""
    data = tmp_path_factory.mktemp("headers")
    new_archive(data)
    load = [sys.executable, "manage.py", "import_decisions", str(FIXTURES / "texts")]
    subprocess.run(load, cwd=settings.BASE_DIR, env=environment(data), check=True, stdout=subprocess.DEVNULL)
    with serving(data) as site, serving(data) as untouched:
        yield site, untouched


def shown(answer):
    """Return what a browser would show or do: an answer without what concerns its way over the wire."""
    status, headers, body = answer
    body = decompress(body) if headers.get("Content-Encoding") == "gzip" else body
    return status, {name: value for name, value in headers.items() if name not in ON_THE_WIRE}, body


@pytest.mark.parametrize("pattern", PAGES)
def test_no_header_changes_the_page_of_the_next_reader(two_sites, pattern):
    site, untouched = two_sites
    sent = [(name, value) for name, values in HEADERS.items() for value in values]
    changed = []
    for number, (name, value) in enumerate(sent):
        address = pattern.format(number)  # one that neither worker has made
        with_htmx = {"HX-Request": "true"} if name.startswith(("HX-", "Triggering")) else {}
        strange = site.get(address, **with_htmx | {name: value})
        plain = untouched.get(address)
        if site.get(address) != plain:
            changed.append(f"{name}: {value} → another page")
        held = {"If-None-Match": strange[1].get("ETag", "")}
        if shown(strange) != shown(plain) and site.get(address, **held)[0] == 304:
            changed.append(f"{name}: {value} → 304 for another page")
    assert "\n".join(changed) == ""


def test_a_path_prefix_that_the_server_is_given_is_in_every_link(new_archive, tmp_path, monkeypatch):
    new_archive(tmp_path)
    monkeypatch.setenv("SCRIPT_NAME", "/archive")
    with serving(tmp_path) as site:
        for address in ("/archive/", "/archive/decisions/", "/archive/decisions/"):
            status, _, page = site.get(address, SCRIPT_NAME="/elsewhere")
            assert status == 200
            assert b'href="/archive/councils/"' in page
        status, _, description = site.get("/archive/api/v1/openapi.json")
        assert (status, b'"url": "/archive/api/v1"' in description) == (200, True)
        for address, expected in BELOW.items():
            status, _, page = site.get(address)
            linked = re.findall(r'(?:href|src|action|data-suggest)="(/[^"]*)"', page.decode())
            assert (status, [each for each in linked if not each.startswith("/archive/")]) == (expected, [])
            files = [each for each in linked if re.search(r"\.(css|svg|js)$", each)]
            assert files and {site.get(each)[0] for each in files} == {200}


@pytest.mark.parametrize(
    "address",
    [
        f"/decisions/?q={'x' * 5_000}",
        f"/{'x' * 5_000}/",
        f"/api/v1/decisions/?q={'%C3%A9' * 1_000}",
        "/decisions/?" + "&".join(f"council=a-council-{number}" for number in range(300)),
        f"/decisions/?q={'x' * 60_000}",
    ],
    ids=["words", "path", "api", "filters", "very-long"],
)
def test_an_address_that_is_too_long_is_answered_in_our_own_words(two_sites, address):
    status, headers, text = two_sites[1].get(address)
    assert (status, headers["Content-Type"]) == (414, "text/plain; charset=utf-8")
    assert text.decode() == "The address is too long. Search for fewer words, or remove some filters.\n"
    assert two_sites[1].get("/about/")[0] == 200
    assert two_sites[1].get(f"/decisions/?q={'x' * 4_000}")[0] == 200


def test_every_header_that_is_read_is_sent():
    known = {name.upper().replace("-", "_") for name in HEADERS} | SET_BY_THE_SERVER
    read = {(name, str(file)) for file in sources() for name in names_read(file)}
    for setting in ("forwarder_headers", "secure_scheme_headers"):
        read |= {(name, f"gunicorn's {setting}") for name in getattr(gunicorn.config.Config(), setting)}
    missing = {(name, where) for name, where in read if plain_name(name) not in known}
    assert missing == set(), "Add the header to HEADERS, with values that could change an answer."
    assert "HX_REQUEST" in {plain_name(name) for name, _ in read}


def sources():
    """Return the files that could read a header while a request is answered."""
    for folder in (*PACKAGES, *OUR_OWN):
        for file in sorted([*folder.rglob("*.py"), *folder.rglob("*.html"), *folder.rglob("*.xml")]):
            if not OF_NO_REQUEST & set(file.relative_to(folder).parts):
                yield file


def names_read(file):
    """Return the names of headers, or of what a server makes of them, that a file reads from a request."""
    text = file.read_text(encoding="utf-8")
    return {name for each in READ for name in re.findall(each, text)} - {"HTTP_"}


def plain_name(name):
    return name.upper().replace("-", "_").removeprefix("HTTP_")
