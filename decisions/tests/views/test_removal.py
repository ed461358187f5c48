"""A decision that staff remove is gone from every endpoint from the next request on, until it is put back.

Every endpoint is requested before the removal, so that the caches of worker and browser are full.
"""

import gzip
import http.client
import json
import re
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from typing import NamedTuple
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.core.management import call_command

from decisions import ingest
from decisions.models import Decision
from decisions.tests import processes
from decisions.tests.project.servers import SERVING, free_port, started
from decisions.tests.views.factories import both
from decisions.tests.views.test_admin import save

pytestmark = pytest.mark.django_db
IT, REFERENCE = "/decisions/24-900-001/", "24 900 001"
OTHER, COUNCIL, GROUND = (
    "/decisions/23-900-002/",
    "kirklees-metropolitan-borough-council",
    "insufficient-evidence-of-fault",
)
IDENTIFYING = ("24 900 001", "24-900-001", "24900001", "quagga", "zoo licensing")
"""What no endpoint may show: its reference in any spelling, and its own words."""
REASON, DAY = "It named a child.", "5 January 2026"


class Endpoint(NamedTuple):
    """An address; text there that is due to this decision alone; a pattern of the number that counts it."""

    address: str
    sign: str = IT
    number: str = ""
    words: str = ""
    """The words to post to the address; empty for a GET."""


FOUND = r"(\d+) decisions? found"
ENDPOINTS = {
    "front page": Endpoint("/", number=r">(\d+) decisions?</a>\s*from"),
    "list": Endpoint("/decisions/", number=FOUND),
    "list, filtered": Endpoint(f"/decisions/?council={COUNCIL}&ground={GROUND}", number=FOUND),
    "search": Endpoint("/decisions/?q=okapi", number=FOUND),
    "search, by a word of its own": Endpoint("/decisions/?q=enclosure+rent", number=FOUND),
    "what may have been meant": Endpoint("/decisions/?q=quaggo", "quagga"),
    "facet": Endpoint("/decisions/", "Quaggas", rf'value="{GROUND}".*?<b>(\d+)</b>'),
    "years as bars": Endpoint("/decisions/", "", r'name="year" value="2025".*?<b>(\d+)</b>'),
    "all values of a facet": Endpoint("/decisions/facets/category/", "Quaggas", r"(\d+) categor"),
    "suggested words": Endpoint("/decisions/suggest/?q=okap", '"okapi'),
    "suggested values": Endpoint("/decisions/suggest/?q=quag", "Quaggas"),
    "similar decisions": Endpoint(f"{OTHER}similar/"),
    "the closest to a description": Endpoint(
        "/similar/", words="An okapi, its keepers and an enclosure.", number=r"(\d+) similar decisions?"
    ),
    "those that refer to another": Endpoint("/decisions/22-015-753/"),
    "the next in the results": Endpoint(f"{OTHER}?q=okapi", number=r"<span>\d of (\d+)</span>"),
    "councils": Endpoint("/councils/", "", r"Kirklees[^<]*</a> (\d+)"),
    "council": Endpoint(f"/councils/{COUNCIL}/", "Quaggas", r">(\d+) decisions?</a>"),
    "councils side by side": Endpoint(
        f"/councils/compare/?council={COUNCIL}&council=leeds-city-council", "Quaggas", r">(\d+)</a>"
    ),
    "grounds": Endpoint("/grounds/", "", rf'/grounds/{GROUND}/.*?class="number">(\d+)\sof'),
    "ground": Endpoint(f"/grounds/{GROUND}/", number=r">(\d+)\sof\s\d+ decisions</a>"),
    "laws": Endpoint("/law/", "Zoo Licensing Act 1981", r"the\s+(\d+) published"),
    "law": Endpoint("/law/local-government-act-1974/", "", r"Cited in (\d+)\sof"),
    "provision": Endpoint("/law/local-government-act-1974/24A/6/", number=r"Cited in (\d+)\sof"),
    "charts": Endpoint("/decisions/trends/", "", r"<h1>(\d+) decisions"),
    "charts of a list": Endpoint(f"/decisions/trends/?ground={GROUND}", "", r"<h1>(\d+) decisions?"),
    "charts as CSV": Endpoint("/decisions/trends.csv", "", r"all,[^\n]*,2025,(\d+)"),
    "feed": Endpoint("/decisions/feed.atom"),
    "feed of a list": Endpoint("/decisions/feed.atom?q=okapi"),
    "export as CSV": Endpoint("/decisions/export.csv"),
    "export as JSON lines": Endpoint("/decisions/export.jsonl?q=okapi", REFERENCE),
    "API": Endpoint("/api/v1/decisions/", number=r'"total": (\d+)'),
    "API, a search": Endpoint("/api/v1/decisions/?q=okapi", number=r'"total": (\d+)'),
    "API, councils": Endpoint("/api/v1/councils/", "", rf'"{COUNCIL}"[^}}]*"decisions": (\d+)'),
    "API, grounds": Endpoint("/api/v1/grounds/", "", rf'"{GROUND}"[^}}]*"decisions": (\d+)'),
    "sitemap of decisions": Endpoint("/sitemap-decisions-BLOCK.xml"),
    "sitemap of the other pages": Endpoint("/sitemap-pages.xml", "/law/zoo-licensing-act-1981/1/"),
    "data page": Endpoint("/data/", "/data/files/decisions.jsonl.gz"),
}
ONLY_WITH_IT = ("/law/zoo-licensing-act-1981/", "/law/zoo-licensing-act-1981/1/", "/data/files/decisions.csv.gz")
"""Pages that exist only because of it."""
ITS_OWN = (IT, "/decisions/24-900-001.txt", "/decisions/24-900-001.json", f"{IT}versions/", f"{IT}similar/")
IN_THE_API = "/api/v1/decisions/24-900-001/"
OFFICIAL = "/decisions/quaggas/quagga-passes/24-900-001"


class Answer(NamedTuple):
    """What a test needs of a response."""

    status: int
    text: str
    etag: str


def body(response):
    raw = b"".join(response.streaming_content) if response.streaming else response.content
    return raw.decode(errors="replace")


@pytest.fixture
def ask(client):
    """Request an address, with the ETag of a page that the browser has, if any; or post words to it."""

    def ask(address, etag="", words="", method="get"):
        if words:
            response = client.post(address, urlencode({"words": words}), "application/x-www-form-urlencoded")
        else:
            response = getattr(client, method)(address, headers={"If-None-Match": etag} if etag else {})
        return Answer(response.status_code, body(response), response.headers.get("ETag", ""))

    return ask


@pytest.fixture
def decision(archive, tmp_path, settings):
    """The decision, in an archive with others that share council, ground, law and words, and with a dump."""
    settings.DATA_DIR = tmp_path
    assert ingest.import_files(both(tmp_path)).new == 2
    call_command("dump_archive", verbosity=0)
    return Decision.objects.get(reference=REFERENCE)


def at_all_endpoints(ask, before=None):
    """The answers of all endpoints, to a browser that has those of `before`."""
    block = re.search(r"/sitemap-decisions-(\d+)\.xml", ask("/sitemap.xml").text)[1]  # which, goes by the keys
    return {
        name: ask(
            endpoint.address.replace("BLOCK", block),
            before[name].etag if before and not endpoint.words else "",
            endpoint.words,
        )
        for name, endpoint in ENDPOINTS.items()
    }


def numbers(answers):
    """The numbers that count the decision, by endpoint."""
    found = {
        name: re.search(endpoint.number, answers[name].text, re.DOTALL)
        for name, endpoint in ENDPOINTS.items()
        if endpoint.number
    }
    assert [name for name, number in found.items() if number is None] == []
    return {name: int(number[1]) for name, number in found.items()}


def assert_everywhere(ask):
    """Assert that every endpoint shows the decision, and return their answers."""
    answers = at_all_endpoints(ask)
    assert {name: answer.status for name, answer in answers.items() if answer.status != 200} == {}
    assert [name for name, answer in answers.items() if ENDPOINTS[name].sign not in answer.text] == []
    assert {address: page.status for address, page in pages_of_its_own(ask).items() if page.status != 200} == {}
    return answers


def pages_of_its_own(ask):
    """The answers at the addresses that exist only because of it."""
    return {address: ask(address) for address in (*ITS_OWN, IN_THE_API, *ONLY_WITH_IT)}


def assert_nowhere(ask, before, own_before):
    """Assert that no endpoint shows or counts it, even to a browser that has the pages of before."""
    answers = at_all_endpoints(ask, before)
    assert {name: answer.status for name, answer in answers.items() if answer.status != 200} == {}
    shown = {name: [each for each in IDENTIFYING if each in answer.text.lower()] for name, answer in answers.items()}
    assert {name: identifying for name, identifying in shown.items() if identifying} == {}
    assert [name for name, endpoint in ENDPOINTS.items() if endpoint.sign and endpoint.sign in answers[name].text] == []
    assert numbers(answers) == {name: number - 1 for name, number in numbers(before).items()}
    for address in ONLY_WITH_IT:
        assert ask(address, own_before[address].etag).status == ask(address, method="head").status == 404, address


def assert_pages_say_removed(ask, own_before):
    """Assert that its own addresses answer 410 with date and reason, and with none of its words."""
    for address in ITS_OWN:
        answer = ask(address, own_before[address].etag)
        assert (answer.status, ask(address, method="head").status) == (410, 410), address
        assert DAY in answer.text
        assert REASON in answer.text
        assert "quagga" not in answer.text.lower()
    answer = ask(IN_THE_API, own_before[IN_THE_API].etag)
    assert (answer.status, ask(IN_THE_API, method="head").status) == (410, 410)
    assert json.loads(answer.text).items() >= {"reason": REASON, "removed_at": "2026-01-05T12:00:00Z"}.items()
    assert "quagga" not in answer.text.lower()


def in_a_dump(folder):
    """Whether each file of a new dump has the decision."""
    call_command("dump_archive", str(folder), verbosity=0)
    lines, table = (gzip.decompress((folder / f"decisions.{end}.gz").read_bytes()).decode() for end in ("jsonl", "csv"))
    with closing(sqlite3.connect(folder / "decisions.sqlite3")) as database:
        rows = "\n".join(database.iterdump())
    return {any(each in text.lower() for each in IDENTIFYING) for text in (lines, table, rows)}


def test_a_decision_that_staff_remove_is_at_no_endpoint_until_it_is_back(ask, admin_client, decision, tmp_path):
    assert_everywhere(ask)
    before, own = assert_everywhere(ask), pages_of_its_own(ask)  # this time as they were kept
    assert ask(OFFICIAL).status == 301
    assert in_a_dump(tmp_path / "before") == {True}

    taken_down = save(admin_client, decision, removed_at_0="2026-01-05", removed_at_1="12:00:00", removal_reason=REASON)
    assert taken_down.status_code == 302
    assert_nowhere(ask, before, own)
    assert_pages_say_removed(ask, own)
    assert ask(OFFICIAL).status == 301
    assert in_a_dump(tmp_path / "after") == {False}

    assert save(admin_client, decision, removed_at_0="", removed_at_1="", removal_reason="").status_code == 302
    assert numbers(assert_everywhere(ask)) == numbers(before)
    assert in_a_dump(tmp_path / "again") == {True}


SERVE = "import sys; from gunicorn.app.wsgiapp import run; sys.argv[1:] = {}; run()"
CHANGE = """
import django
django.setup()
from decisions import ingest
from decisions.models import Decision
ingest.correct(Decision.objects.get(reference="24 900 001"), by="ann", facts={})
"""


def python(data, *arguments):
    """Run Python on the archive of a folder, in a process of its own."""
    environment = processes.environment(data) | {"DJANGO_SETTINGS_MODULE": "ombudsman.settings"}
    subprocess.run(
        [sys.executable, *arguments], cwd=settings.BASE_DIR, env=environment, check=True, capture_output=True
    )


@contextmanager
def worker(data):
    """A server of one worker over the archive of a folder, and how to ask it."""
    port = free_port()
    serve = SERVE.format(["-c", "python:ombudsman.server", "-b", f"127.0.0.1:{port}"])
    with started(serve, processes.environment(data) | {"WEB_CONCURRENCY": "1"}, port) as server:
        server.wait_until_it_says(SERVING)

        def ask(address, etag="", words="", method="get"):
            request = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            sent = urlencode({"words": words}) if words else None
            headers = {"Content-Type": "application/x-www-form-urlencoded"} if words else {}
            headers |= {"If-None-Match": etag} if etag else {}
            request.request("POST" if words else method.upper(), address, sent, headers)
            with closing(request), request.getresponse() as response:
                text = response.read().decode(errors="replace")
                return Answer(response.status, text, response.headers.get("ETag", ""))

        yield ask


def test_nor_at_one_of_any_other_worker(new_archive, tmp_path):
    new_archive(tmp_path)
    python(tmp_path, "manage.py", "import_decisions", "fixtures/texts", *map(str, both(tmp_path)))
    python(tmp_path, "manage.py", "dump_archive")
    with worker(tmp_path) as one, worker(tmp_path) as another:
        known = [(ask, assert_everywhere(ask), pages_of_its_own(ask)) for ask in (one, another)]
        python(tmp_path, "-c", CHANGE.format({"removed_at": "2026-01-05T12:00Z", "removal_reason": REASON}))
        for ask, before, own in known:
            assert_nowhere(ask, before, own)
            assert_pages_say_removed(ask, own)
        python(tmp_path, "-c", CHANGE.format({"removed_at": None, "removal_reason": ""}))
        for ask, before, _ in known:
            assert numbers(assert_everywhere(ask)) == numbers(before)
