"""Dumps: the whole public archive in files, from which it can be imported again."""

import gzip
import hashlib
import json
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest
from django.utils import timezone

from decisions import ingest
from decisions.data import dump, fields, public_decision
from decisions.models import Council, Decision, EarlierSource
from decisions.tests.csv_files import rows_of
from decisions.tests.generated import write
from decisions.tests.processes import environment
from decisions.tests.texts import FIXTURES, TEXTS

pytestmark = pytest.mark.django_db
JSONL, CSV, SQLITE = dump.FILES


@pytest.fixture
def varied(archive, tmp_path):
    """An archive with texts, records and pages, in UTF-8 with and without its mark and in Windows-1252."""
    folder = tmp_path / "texts"
    folder.mkdir()
    files = write(folder, 30)
    files[0].write_bytes(b"\xef\xbb\xbf" + files[0].read_bytes())
    text = TEXTS[0].read_text(encoding="utf-8")
    (folder / "old.txt").write_bytes(_other(text, "19 000 001").encode("windows-1252"))
    page = "<title>A Council (19 000 002)</title><h2>The complaint</h2><ol><li>Mr X complains.</li></ol>"
    page += "<h2>Final decision</h2><ol><li>This complaint is late.</li></ol>"
    (folder / "page.html").write_text(page, encoding="utf-8")
    bare = {
        "reference": "19 000 003",
        "council": "B Council",
        "decision_date": "2016-12-20",
        "url": "https://x.example/3",
    }
    bare |= {"text": "The complaint\n  1. Mr Y complains.\nFinal decision\n  1. I uphold it.\n", "outcome": "Upheld"}
    (folder / "records.jsonl").write_text(json.dumps(bare), encoding="utf-8")
    report = ingest.import_files(sorted(folder.iterdir()))
    assert report.refused == []


def _other(text, reference):
    """The text under another reference."""
    before, _, after = text.partition(")")
    return f"{before.rpartition('(')[0]}({reference}){after}"


def remove(decision):
    facts = {"removed_at": timezone.now(), "removal_reason": "It named a child."}
    ingest.correct(decision, by="ann", facts=facts)


def shapes():
    public = [public_decision(each) for each in Decision.objects.published().order_by("reference")]
    return [{name: value for name, value in each.items() if name != "imported_at"} for each in public]


def lines(folder):
    with gzip.open(folder / JSONL, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def test_the_same_archive_can_be_made_of_a_dump(varied, tmp_path):
    before, sources = shapes(), set(Decision.objects.values_list("reference", "source_sha256"))
    dump.dump(tmp_path / "dump")
    Decision.objects.all().delete()
    Council.objects.all().delete()
    report = ingest.import_files([tmp_path / "dump" / JSONL])
    assert (report.refused, report.new) == ([], len(before))
    assert shapes() == before
    assert set(Decision.objects.values_list("reference", "source_sha256")) == sources
    assert {each.source_encoding for each in Decision.objects.all()} == {"utf-8", "windows-1252"}


def test_every_file_has_the_same_decisions_and_only_public_ones(varied, tmp_path):
    remove(Decision.objects.get(reference="22 015 753"))
    made = dump.dump(tmp_path)
    wanted = list(Decision.objects.published().order_by("pk").values_list("reference", flat=True))
    assert "22 015 753" not in wanted and made.decisions == len(wanted)
    assert [each["reference"] for each in lines(tmp_path)] == wanted
    assert [each["reference"] for each in rows_of(gzip.decompress((tmp_path / CSV).read_bytes()))] == wanted
    with closing(sqlite3.connect(tmp_path / SQLITE)) as database:
        assert [row[0] for row in database.execute("SELECT reference FROM decisions ORDER BY rowid")] == wanted
        for table in fields.TABLES:
            references = {row[0] for row in database.execute(f"SELECT reference FROM {table}")}
            assert references <= set(wanted), table


def test_a_line_is_the_public_shape_and_what_an_import_needs(varied, tmp_path):
    dump.dump(tmp_path)
    own = {field.name for field in fields.SOURCE}
    for line in lines(tmp_path):
        decision = Decision.objects.get(reference=line["reference"])
        assert {name: value for name, value in line.items() if name not in own} == public_decision(decision)
        source = (line.get("text") or line.get("html")).encode(line["source_encoding"])
        assert hashlib.sha256(source).hexdigest() == line["source_sha256"]
        assert line.get("url") in (None, "https://x.example/3")


def test_the_tables_have_every_field_and_every_row_of_the_shape(varied, tmp_path):
    dump.dump(tmp_path)
    with closing(sqlite3.connect(tmp_path / SQLITE)) as database:
        database.row_factory = sqlite3.Row
        assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        for shape in map(public_decision, Decision.objects.published()):
            own = (shape["reference"],)
            held = dict(database.execute("SELECT * FROM decisions WHERE reference = ?", own).fetchone())
            assert held == {name: value for name, value in shape.items() if not isinstance(value, list)}
            for table in set(fields.TABLES) - {"decisions"}:
                key = table.removeprefix("decision_")
                rows = [
                    dict(row)
                    for row in database.execute(f"SELECT * FROM {table} WHERE reference = ? ORDER BY rowid", own)
                ]
                for row in rows:
                    row.pop("reference"), row.pop("position", None)
                    if "paragraphs" in row:
                        row["paragraphs"] = json.loads(row["paragraphs"])
                assert rows == shape[key], table


def test_nothing_of_the_staff_is_in_it(varied, tmp_path):
    decision = Decision.objects.get(reference="22 015 753")
    ingest.correct(decision, by="zebedee", facts={"outcome": "Upheld"})
    dump.dump(tmp_path)
    for name in dump.FILES:
        data = (tmp_path / name).read_bytes()
        assert b"zebedee" not in (gzip.decompress(data) if name.endswith(".gz") else data)
        assert str(TEXTS[0].parent).encode() not in (gzip.decompress(data) if name.endswith(".gz") else data)


def test_user_and_password_of_an_address_are_in_no_page_and_no_file(db, client, admin_client, tmp_path):
    text = "A Council (19 000 003)\nThe complaint\n- Mr Y complains.\nFinal decision\n- I uphold it{}.\n"
    for end in ("", " now"):  # the second import keeps the first as an earlier source
        record = {"url": "https://mallory:hunter2@x.example/a/19-000-003", "text": text.format(end)}
        (tmp_path / "records.jsonl").write_text(json.dumps(record), encoding="utf-8")
        assert ingest.import_files([tmp_path / "records.jsonl"]).refused == []
    decision = Decision.objects.get()
    assert decision.came_from == EarlierSource.objects.get().came_from == "https://x.example/a/19-000-003"
    made = dump.dump(tmp_path / "dump")
    assert made.decisions == 1 and lines(tmp_path / "dump")[0]["url"] == decision.came_from
    page = decision.get_absolute_url()
    shown = [client.get(f"{page}{end}").getvalue() for end in ("", "versions/", "similar/")]
    shown += [client.get(f"{page[:-1]}{end}").getvalue() for end in (".json", ".txt")]
    shown.append(admin_client.get(f"/admin/decisions/decision/{decision.pk}/change/").getvalue())
    files = [(tmp_path / "dump" / name).read_bytes() for name in dump.FILES]
    shown += [gzip.decompress(each) if each.startswith(b"\x1f\x8b") else each for each in files]
    assert all(shown) and len(shown) == 9
    assert [each for each in shown if b"mallory" in each or b"hunter2" in each] == []


def test_the_checksums_are_of_the_files(varied, tmp_path):
    made = dump.dump(tmp_path)
    sums = dict(line.split("  ")[::-1] for line in (tmp_path / dump.SUMS).read_text().splitlines())
    assert sums == {name: hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() for name in dump.FILES}
    assert {each.name: each.sha256 for each in made.files} == sums
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == sorted(
        [*dump.FILES, dump.SUMS, dump.INDEX, ".lock"]
    )


def test_a_dump_that_stands_is_told_until_something_in_it_is_taken_away(archive, tmp_path):
    assert dump.current_dump(tmp_path) is None
    made = dump.dump(tmp_path)
    assert dump.current_dump(tmp_path) == made
    ingest.correct(Decision.objects.get(reference="20 010 135"), by="ann", facts={"outcome": "Upheld"})
    assert dump.current_dump(tmp_path) == made
    remove(Decision.objects.get(reference="22 015 753"))
    assert dump.current_dump(tmp_path) is None
    assert dump.dump(tmp_path).decisions == 4
    assert dump.current_dump(tmp_path).decisions == 4


def test_two_at_once_do_not_mix(archive, tmp_path):
    with dump._locked(tmp_path), pytest.raises(BlockingIOError):
        dump.dump(tmp_path)


def test_one_that_fails_leaves_the_files_that_stand(archive, tmp_path, monkeypatch):
    made = dump.dump(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    monkeypatch.setattr(dump, "_insert", lambda database, shapes: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        dump.dump(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert dump.current_dump(tmp_path) == made


def test_one_that_is_killed_leaves_nothing_behind_after_the_next(tmp_path, new_archive):
    new_archive(tmp_path / "data")
    files = write(tmp_path, 300)
    run = {"cwd": FIXTURES.parent, "env": environment(tmp_path / "data"), "capture_output": True}
    manage = [sys.executable, "manage.py"]
    assert subprocess.run([*manage, "import_decisions", *map(str, files)], **run, check=False).returncode == 0
    folder = tmp_path / "dump"
    del run["capture_output"]
    killed = subprocess.Popen([*manage, "dump_archive", str(folder)], **run, stdout=subprocess.DEVNULL)
    while killed.poll() is None and not list(folder.glob(".making-*/*")):
        time.sleep(0.002)
    killed.kill()
    killed.wait()
    done = subprocess.run([*manage, "dump_archive", str(folder)], **run, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("300 decisions\n")
    assert not list(folder.glob(".making-*"))


def test_the_data_page_lists_the_dump_and_serves_it(client, archive, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    assert "/data/files/" not in client.get("/data/").text
    made = dump.dump(tmp_path / "dumps")
    page = client.get("/data/").text
    for each in made.files:
        assert f'href="/data/files/{each.name}"' in page
        assert each.sha256 in page
        answer = client.get(f"/data/files/{each.name}")
        assert hashlib.sha256(answer.getvalue()).hexdigest() == each.sha256
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        again = client.get(f"/data/files/{each.name}", headers={"If-None-Match": answer.headers["ETag"]})
        assert again.status_code == 304
    assert client.get(f"/data/files/{dump.SUMS}").getvalue() == (tmp_path / "dumps" / dump.SUMS).read_bytes()
    for name in ("dump.json", ".lock", "..", "nothing"):
        assert client.get(f"/data/files/{name}").status_code == 404


def test_a_removed_decision_takes_the_dump_from_the_page_on_the_next_request(client, archive, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    dump.dump(tmp_path / "dumps")
    etag = client.get(f"/data/files/{JSONL}").headers["ETag"]
    remove(Decision.objects.get(reference="22 015 753"))
    assert client.get(f"/data/files/{JSONL}", headers={"If-None-Match": etag}).status_code == 404
    assert f"/data/files/{JSONL}" not in client.get("/data/").text
