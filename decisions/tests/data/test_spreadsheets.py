"""Every CSV begins with one byte order mark, so that spreadsheets show ’ and é; no other file has one."""

import codecs
import csv
import gzip
import io

import pytest
from django.core.management import CommandError, call_command

from decisions.models import Decision

pytestmark = pytest.mark.django_db
WORDS = "The Council’s café – “naïve” ½ £2,500"


def downloaded(address):
    def data(client, folder):
        answer = client.get(address)
        assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
        return answer.getvalue()

    return data


def dumped(client, folder):
    call_command("dump_archive", str(folder / "dump"))
    return gzip.decompress((folder / "dump" / "decisions.csv.gz").read_bytes())


def reported(client, folder):
    (folder / "workers’.txt").write_text("Hello, café.", encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("import_decisions", str(folder / "workers’.txt"), "--report", str(folder / "report.csv"))
    return (folder / "report.csv").read_bytes()


WRITERS = {
    "export": downloaded("/decisions/export.csv"),
    "empty-export": downloaded("/decisions/export.csv?q=xyzzy"),
    "ranked-export": downloaded("/decisions/export.csv?q=council"),
    "trends": downloaded("/decisions/trends.csv"),
    "trends-of-words": downloaded("/decisions/trends.csv?q=council"),
    "dump": dumped,
    "report": reported,
}


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_it_begins_with_one_byte_order_mark(client, archive, tmp_path, write):
    Decision.objects.update(summary=WORDS)
    data = write(client, tmp_path)
    assert data.startswith(codecs.BOM_UTF8)
    assert data.count(codecs.BOM_UTF8) == 1
    first, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    assert first[0].isidentifier()
    assert all(len(row) == len(first) for row in rows)


@pytest.mark.parametrize("write", [downloaded("/decisions/export.csv"), dumped])
def test_every_sign_comes_back(client, archive, tmp_path, write):
    Decision.objects.update(summary=WORDS)
    rows = csv.DictReader(io.StringIO(write(client, tmp_path).decode("utf-8-sig"), newline=""))
    assert {row["summary"] for row in rows} == {WORDS}


def test_the_data_page_says_so(client, archive):
    words = " ".join(client.get("/data/").text.split())
    assert "in UTF-8 and begins with a byte order mark" in words


@pytest.mark.parametrize(
    "address", ["/decisions/export.jsonl", "/decisions/22-015-753.json", "/decisions/feed.atom", "/api/v1/decisions/"]
)
def test_what_programs_read_has_none(client, archive, address):
    assert codecs.BOM_UTF8 not in client.get(address).getvalue()
