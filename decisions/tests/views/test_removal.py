"""A decision that staff take down is behind none of the archive's doors from the next request on, until it is back.

Every door is asked before, so that whatever a worker or a browser keeps is kept.
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
TELLING = ("24 900 001", "24-900-001", "24900001", "quagga", "zoo licensing")
"""What no door may show: its reference, however it is spelt, and its own words."""
REASON, DAY = "It named a child.", "5 January 2026"


class Door(NamedTuple):
    """Where to ask; what shows there because of the decision alone; the number that is one more because of it."""

    address: str
    sign: str = IT
    number: str = ""
    words: str = ""
    """What is sent there, if anything is."""


FOUND = r"(\d+) decisions? found"
DOORS = {
    "front page": Door("/", number=r">(\d+) decisions?</a>\s*from"),
    "list": Door("/decisions/", number=FOUND),
    "list, filtered": Door(f"/decisions/?council={COUNCIL}&ground={GROUND}", number=FOUND),
    "search": Door("/decisions/?q=okapi", number=FOUND),
    "search, by a word of its own": Door("/decisions/?q=enclosure+rent", number=FOUND),
    "what may have been meant": Door("/decisions/?q=quaggo", "quagga"),
    "facet": Door("/decisions/", "Quaggas", rf'value="{GROUND}".*?<b>(\d+)</b>'),
    "years as bars": Door("/decisions/", "", r'name="year" value="2025".*?<b>(\d+)</b>'),
    "all values of a facet": Door("/decisions/facets/category/", "Quaggas", r"(\d+) categor"),
    "suggested words": Door("/decisions/suggest/?q=okap", '"okapi'),
    "suggested values": Door("/decisions/suggest/?q=quag", "Quaggas"),
    "similar decisions": Door(f"{OTHER}similar/"),
    "the closest to a description": Door(
        "/similar/", words="An okapi, its keepers and an enclosure.", number=r"(\d+) similar decisions?"
    ),
    "those that refer to another": Door("/decisions/22-015-753/"),
    "the next in the results": Door(f"{OTHER}?q=okapi", number=r"<span>\d of (\d+)</span>"),
    "councils": Door("/councils/", "", r"Kirklees[^<]*</a> (\d+)"),
    "council": Door(f"/councils/{COUNCIL}/", "Quaggas", r">(\d+) decisions?</a>"),
    "councils side by side": Door(
        f"/councils/compare/?council={COUNCIL}&council=leeds-city-council", "Quaggas", r">(\d+)</a>"
    ),
    "grounds": Door("/grounds/", "", rf'/grounds/{GROUND}/.*?class="number">(\d+)\sof'),
    "ground": Door(f"/grounds/{GROUND}/", number=r">(\d+)\sof\s\d+ decisions</a>"),
    "laws": Door("/law/", "Zoo Licensing Act 1981", r"the\s+(\d+) published"),
    "law": Door("/law/local-government-act-1974/", "", r"Cited in (\d+)\sof"),
    "provision": Door("/law/local-government-act-1974/24A/6/", number=r"Cited in (\d+)\sof"),
    "charts": Door("/decisions/trends/", "", r"<h1>(\d+) decisions"),
    "charts of a list": Door(f"/decisions/trends/?ground={GROUND}", "", r"<h1>(\d+) decisions?"),
    "charts as CSV": Door("/decisions/trends.csv", "", r"all,[^\n]*,2025,(\d+)"),
    "feed": Door("/decisions/feed.atom"),
    "feed of a list": Door("/decisions/feed.atom?q=okapi"),
    "export as CSV": Door("/decisions/export.csv"),
    "export as JSON lines": Door("/decisions/export.jsonl?q=okapi", REFERENCE),
    "API": Door("/api/v1/decisions/", number=r'"total": (\d+)'),
    "API, a search": Door("/api/v1/decisions/?q=okapi", number=r'"total": (\d+)'),
    "API, councils": Door("/api/v1/councils/", "", rf'"{COUNCIL}"[^}}]*"decisions": (\d+)'),
    "API, grounds": Door("/api/v1/grounds/", "", rf'"{GROUND}"[^}}]*"decisions": (\d+)'),
    "sitemap of decisions": Door("/sitemap-decisions-BLOCK.xml"),
    "sitemap of the other pages": Door("/sitemap-pages.xml", "/law/zoo-licensing-act-1981/1/"),
    "data page": Door("/data/", "/data/files/decisions.jsonl.gz"),
}
ONLY_WITH_IT = ("/law/zoo-licensing-act-1981/", "/law/zoo-licensing-act-1981/1/", "/data/files/decisions.csv.gz")
"""Pages that are not there without it."""
ITS_OWN = (IT, "/decisions/24-900-001.txt", "/decisions/24-900-001.json", f"{IT}versions/", f"{IT}similar/")
IN_THE_API = "/api/v1/decisions/24-900-001/"
OFFICIAL = "/decisions/quaggas/quagga-passes/24-900-001"


class Answer(NamedTuple):
    """What came of asking."""

    status: int
    text: str
    etag: str


def body(response):
    raw = b"".join(response.streaming_content) if response.streaming else response.content
    return raw.decode(errors="replace")


@pytest.fixture
def ask(client):
    """Ask at an address, as a browser that may hold the page of a tag; or send there what somebody tells."""

    def ask(address, etag="", words="", method="get"):
        if words:
            response = client.post(address, urlencode({"words": words}), "application/x-www-form-urlencoded")
        else:
            response = getattr(client, method)(address, headers={"If-None-Match": etag} if etag else {})
        return Answer(response.status_code, body(response), response.headers.get("ETag", ""))

    return ask


@pytest.fixture
def held(archive, tmp_path, settings):
    """The decision, among others that share its council, its ground, its law and some of its words; and a dump."""
    settings.DATA_DIR = tmp_path
    assert ingest.import_files(both(tmp_path)).new == 2
    call_command("dump_archive", verbosity=0)
    return Decision.objects.get(reference=REFERENCE)


def at_all_doors(ask, before=None):
    """What each door says; to a browser that may hold what it said before."""
    block = re.search(r"/sitemap-decisions-(\d+)\.xml", ask("/sitemap.xml").text)[1]  # which, goes by the keys
    return {
        name: ask(
            door.address.replace("BLOCK", block), before[name].etag if before and not door.words else "", door.words
        )
        for name, door in DOORS.items()
    }


def numbers(answers):
    """The numbers that the decision is counted in."""
    found = {name: re.search(door.number, answers[name].text, re.DOTALL) for name, door in DOORS.items() if door.number}
    assert [name for name, number in found.items() if number is None] == []
    return {name: int(number[1]) for name, number in found.items()}


def it_is_everywhere(ask):
    """The decision shows at every door; what each says."""
    answers = at_all_doors(ask)
    assert {name: answer.status for name, answer in answers.items() if answer.status != 200} == {}
    assert [name for name, answer in answers.items() if DOORS[name].sign not in answer.text] == []
    assert {address: page.status for address, page in pages_of_its_own(ask).items() if page.status != 200} == {}
    return answers


def pages_of_its_own(ask):
    """What stands at the addresses that are there because of it alone."""
    return {address: ask(address) for address in (*ITS_OWN, IN_THE_API, *ONLY_WITH_IT)}


def it_is_nowhere(ask, before, own_before):
    """It shows at no door, not even to those who hold what the doors said before, and is counted at none."""
    answers = at_all_doors(ask, before)
    assert {name: answer.status for name, answer in answers.items() if answer.status != 200} == {}
    shown = {name: [each for each in TELLING if each in answer.text.lower()] for name, answer in answers.items()}
    assert {name: telling for name, telling in shown.items() if telling} == {}
    assert [name for name, door in DOORS.items() if door.sign and door.sign in answers[name].text] == []
    assert numbers(answers) == {name: number - 1 for name, number in numbers(before).items()}
    for address in ONLY_WITH_IT:
        assert ask(address, own_before[address].etag).status == ask(address, method="head").status == 404, address


def its_tombstone_says_when_and_why(ask, own_before):
    """At its own addresses, and nothing of its words."""
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
    """Whether each file of a dump that is made now has the decision."""
    call_command("dump_archive", str(folder), verbosity=0)
    lines, table = (gzip.decompress((folder / f"decisions.{end}.gz").read_bytes()).decode() for end in ("jsonl", "csv"))
    with closing(sqlite3.connect(folder / "decisions.sqlite3")) as database:
        rows = "\n".join(database.iterdump())
    return {any(each in text.lower() for each in TELLING) for text in (lines, table, rows)}


def test_a_decision_that_staff_take_down_is_behind_no_door_until_it_is_back(ask, admin_client, held, tmp_path):
    it_is_everywhere(ask)
    before, own = it_is_everywhere(ask), pages_of_its_own(ask)  # this time as they were kept
    assert ask(OFFICIAL).status == 301
    assert in_a_dump(tmp_path / "before") == {True}

    taken_down = save(admin_client, held, removed_at_0="2026-01-05", removed_at_1="12:00:00", removal_reason=REASON)
    assert taken_down.status_code == 302
    it_is_nowhere(ask, before, own)
    its_tombstone_says_when_and_why(ask, own)
    assert ask(OFFICIAL).status == 301
    assert in_a_dump(tmp_path / "after") == {False}

    assert save(admin_client, held, removed_at_0="", removed_at_1="", removal_reason="").status_code == 302
    assert numbers(it_is_everywhere(ask)) == numbers(before)
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


def test_nor_behind_those_of_any_other_worker(new_archive, tmp_path):
    new_archive(tmp_path)
    python(tmp_path, "manage.py", "import_decisions", "fixtures/texts", *map(str, both(tmp_path)))
    python(tmp_path, "manage.py", "dump_archive")
    with worker(tmp_path) as one, worker(tmp_path) as another:
        known = [(ask, it_is_everywhere(ask), pages_of_its_own(ask)) for ask in (one, another)]
        python(tmp_path, "-c", CHANGE.format({"removed_at": "2026-01-05T12:00Z", "removal_reason": REASON}))
        for ask, before, own in known:
            it_is_nowhere(ask, before, own)
            its_tombstone_says_when_and_why(ask, own)
        python(tmp_path, "-c", CHANGE.format({"removed_at": None, "removal_reason": ""}))
        for ask, before, _ in known:
            assert numbers(it_is_everywhere(ask)) == numbers(before)
