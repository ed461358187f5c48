"""The file of the index follows every change, survives kills, and is made again when damaged."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import apsw
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from decisions import facets, ingest, search
from decisions.models import Change, Decision, Revision, snapshot
from decisions.search import IndexUnavailableError, index_file
from decisions.tests import processes
from decisions.tests.scale import SEED
from decisions.tests.search.factories import papers  # noqa: F401
from decisions.tests.search.test_highlights import found

pytestmark = pytest.mark.django_db


def only_file():
    (path,) = settings.SEARCH_DIR.glob("*/index.sqlite3")
    return path


def marker():
    with closing(apsw.Connection(str(only_file()))) as index:
        return index.execute("SELECT revision FROM marker").fetchone()[0]


@pytest.mark.usefixtures("papers")
class TestFile:
    """A file of four decisions."""

    def test_it_stands_at_the_revision_of_the_database(self):
        assert found("noise") == [1, 3]
        assert marker() == Revision.now()
        Decision.objects.get(reference="23 000 001").delete()
        assert found("noise") == [3]
        assert marker() == Revision.now()

    def test_a_snapshot_that_is_older_than_the_file_is_no_reason_to_make_it_again(self, monkeypatch):
        assert found("noise") == [1, 3]
        file = only_file().stat()
        now = Revision.now()
        monkeypatch.setattr(Revision, "now", lambda: now - 1)
        monkeypatch.setattr(index_file, "open_snapshot", lambda: "older")
        assert found("noise") == [1, 3]
        assert (only_file().stat().st_ino, marker()) == (file.st_ino, now)

    def test_a_database_restored_to_an_earlier_state_gets_a_new_file(self, caplog):
        assert found("noise") == [1, 3]
        Revision.objects.update(value=Revision.now() - 1)
        Change.objects.update(revision=Revision.now())
        assert found("noise") == [1, 3]
        assert marker() == Revision.now()
        assert "perhaps restored" in caplog.text

    @pytest.mark.parametrize("damage", ["truncated", "text", "another program’s", "empty", "gone", "overwritten"])
    def test_a_damaged_file_is_made_again(self, damage, caplog):
        assert found("noise") == [1, 3]
        index_file._close()
        path = only_file()
        path.with_name("index.sqlite3-wal").unlink(missing_ok=True)
        content = path.read_bytes()
        if damage == "truncated":
            path.write_bytes(content[: len(content) // 2])
        elif damage == "text":
            path.write_text("These are no words of ours. " * 200)
        elif damage == "another program’s":
            path.unlink()
            with closing(sqlite3.connect(path)) as other, other:
                other.execute("CREATE TABLE marker (revision, decision_id)")
        elif damage == "empty":
            path.write_bytes(b"")
        elif damage == "gone":
            path.unlink()
        else:
            path.write_bytes(content[:4096] + os.urandom(len(content) - 4096))
        assert found("noise") == [1, 3]
        assert marker() == Revision.now()
        assert ("is made again" in caplog.text) is (damage not in ("empty", "gone"))
        assert path.with_name("index.damaged").exists() is (damage not in ("empty", "gone"))

    def test_a_file_removed_while_it_is_used_is_made_again(self):
        assert found("noise") == [1, 3]
        only_file().unlink()
        assert found("noise") == [1, 3]

    def test_a_large_backlog_is_refused_with_an_explanation_and_worked_off_request_by_request(
        self, client, monkeypatch, caplog
    ):
        monkeypatch.setattr(index_file, "MOST_AT_ONCE", 1)
        Decision.objects.update(summary="A zebra.")
        answers = [client.get("/decisions/", {"q": "zebra"}) for _ in range(5)]
        assert answers[0].status_code == 503
        assert "being brought up to date" in answers[0].content.decode()
        assert answers[0]["Retry-After"]
        assert answers[0]["Cache-Control"] == "no-store"
        assert "rebuild_search" in caplog.text
        assert answers[-1].status_code == 200
        assert answers[-1].context["listing"].total == 4

    def test_without_words_the_file_is_not_needed(self, client, monkeypatch, tmp_path, caplog):
        (tmp_path / "file").touch()
        monkeypatch.setattr(settings, "SEARCH_DIR", tmp_path / "file")  # where no folder can be made
        assert client.get("/decisions/").status_code == 200
        for address in ("/decisions/", "/api/v1/decisions/", "/decisions/export.csv"):
            response = client.get(address, {"q": "noise"})
            assert response.status_code == 503
            assert "Words cannot be searched" in response.content.decode()
        assert client.get("/decisions/23-000-001/", {"q": "noise"}).status_code == 200  # without its place in the list
        assert "this user can write to it" in caplog.text
        with pytest.raises(CommandError, match=r"was not made: .*Not a directory"):
            call_command("rebuild_search")

    def test_an_import_goes_on_where_the_file_cannot_be_written(self, monkeypatch, tmp_path):
        (tmp_path / "file").touch()
        monkeypatch.setattr(settings, "SEARCH_DIR", tmp_path / "file")
        assert ingest.import_files([]).refused == []
        with pytest.raises(IndexUnavailableError):
            search.follow_changes()

    def test_one_process_at_a_time_writes(self, monkeypatch):
        monkeypatch.setattr(index_file, "_LONGEST_WAIT", 0.05)
        assert found("noise") == [1, 3]
        Decision.objects.update(summary="A zebra.")
        with index_file._lock(), pytest.raises(IndexUnavailableError):
            found("zebra")
        assert found("zebra") == [1, 2, 3, 4]

    def test_another_way_of_making_entries_has_another_file(self, monkeypatch):
        assert found("noise") == [1, 3]
        monkeypatch.setattr(index_file, "_MADE_BY", b"other rules")
        assert found("noise") == [1, 3]
        assert len(list(settings.SEARCH_DIR.glob("*/index.sqlite3"))) == 2


@pytest.mark.django_db(transaction=True)
def test_a_page_finds_nothing_that_a_restored_database_lacks(live_archive, client):
    decision, before = Decision.objects.order_by("pk").first(), Revision.now()
    Decision.objects.filter(pk=decision.pk).update(summary="A zebra.")
    assert client.get("/decisions/", {"q": "zebra"}).context["listing"].total == 1
    Decision.objects.filter(pk=decision.pk).update(summary=decision.summary)
    Revision.objects.update(value=before)
    Change.objects.update(revision=before)
    facets.forget()  # as when the workers are started again
    assert client.get("/decisions/", {"q": "zebra"}).context["listing"].total == 0


@pytest.mark.django_db(transaction=True)
def test_what_was_searched_in_a_transaction_and_rolled_back_is_not_found(live_archive, client):
    with transaction.atomic():
        Decision.objects.update(summary="A zebra.")
        assert search.ids(search.parse("zebra")).size == 5
        transaction.set_rollback(True)
    assert client.get("/decisions/", {"q": "zebra"}).context["listing"].total == 0


@pytest.mark.sqlite
def test_databases_with_one_data_folder_never_share_a_file(monkeypatch, tmp_path):
    in_memory = index_file._path()
    monkeypatch.setattr(os, "getpid", lambda: -1)
    in_memory_of_another_process = index_file._path()
    (tmp_path / "link.sqlite3").symlink_to(tmp_path / "other.sqlite3")
    files = []
    for name in ("archive.sqlite3", "other.sqlite3", "link.sqlite3"):
        monkeypatch.setitem(connection.settings_dict, "NAME", tmp_path / name)
        files.append(index_file._path())
    assert len({in_memory, in_memory_of_another_process, *files}) == 4
    assert files[1] == files[2]  # a link is no other database


@pytest.mark.django_db(transaction=True)
def test_a_snapshot_enters_what_changed_before_it_began(live_archive):
    assert search.ids(search.parse("zebra")).tolist() == []
    changed = Decision.objects.order_by("pk").first()
    Decision.objects.filter(pk=changed.pk).update(summary="A zebra.")
    with snapshot():
        assert search.ids(search.parse("zebra")).tolist() == [changed.pk]
    assert marker() == Revision.now()


_EDIT = """
import django; django.setup()
import random
from decisions.models import Decision
from decisions import facets, search
keys = list(Decision.objects.values_list("pk", flat=True))
print("ready", flush=True)
while True:
    Decision.objects.filter(pk=random.choice(keys)).update(summary=f"A zebra x{random.randrange(9)}.")
    search.follow_changes()
"""


@pytest.mark.sqlite  # on PostgreSQL it is the same file
def test_killed_while_it_enters_a_change_the_file_is_whole_and_goes_on(new_archive, tmp_path):
    new_archive(tmp_path)
    environment = processes.environment(tmp_path) | {"DJANGO_SETTINGS_MODULE": "ombudsman.settings"}
    manage = [sys.executable, "manage.py"]
    subprocess.run([*manage, "import_decisions", "fixtures/texts", "-v0"], cwd=settings.BASE_DIR, env=environment,
                   check=True, stdout=subprocess.DEVNULL)  # fmt: skip
    rng = random.Random(SEED)
    for _ in range(3):
        editor = subprocess.Popen(
            [sys.executable, "-c", _EDIT], cwd=settings.BASE_DIR, env=environment, stdout=subprocess.PIPE
        )
        editor.stdout.readline()
        time.sleep(rng.uniform(0.1, 0.5))
        editor.send_signal(signal.SIGKILL)
        editor.communicate()
        (file,) = (tmp_path / "search").glob("*/index.sqlite3")
        with closing(apsw.Connection(str(file))) as index:
            assert index.execute("PRAGMA quick_check").fetchall() == [("ok",)]
            index.execute("INSERT INTO decisions_search (decisions_search) VALUES ('integrity-check')")
            assert index.execute("SELECT count(*) FROM decisions_search").fetchone() == (5,)
            standing = index.execute("SELECT revision FROM marker").fetchone()[0]
        now = processes.rows(tmp_path, "SELECT value FROM decisions_revision")[0][0]
        assert standing <= now
    done = subprocess.run([*manage, "rebuild_search"], cwd=settings.BASE_DIR, env=environment, check=True,
                          capture_output=True, text=True)  # fmt: skip
    assert done.stdout.endswith("5 decisions indexed\n")


_CHECK = """
import django; django.setup()
import time
from decisions import facets, search
from decisions.models import Decision, Revision, snapshot
from decisions.search import index_file
checked, until = 0, time.monotonic() + 3
while time.monotonic() < until:
    with snapshot():
        for number in range(9):
            word = f"x{number}"
            expected = set(Decision.objects.filter(summary=f"A zebra {word}.").values_list("pk", flat=True))
            found = set(search.ids(search.parse(word)).tolist())
            is_ahead = index_file._marker(index_file._file())[0] > Revision.now()
            assert found == expected or is_ahead, (word, found, expected)
            checked += not is_ahead
print(checked)
"""


def test_beside_writers_every_search_finds_what_its_snapshot_has(new_archive, tmp_path):
    new_archive(tmp_path)
    environment = processes.environment(tmp_path) | {"DJANGO_SETTINGS_MODULE": "ombudsman.settings"}
    options = {"cwd": settings.BASE_DIR, "env": environment, "stdout": subprocess.PIPE, "text": True}
    subprocess.run([sys.executable, "manage.py", "import_decisions", "fixtures/texts"], check=True, **options)
    editors = [subprocess.Popen([sys.executable, "-c", _EDIT], **options) for _ in range(2)]
    for editor in editors:
        editor.stdout.readline()
    checkers = [subprocess.Popen([sys.executable, "-c", _CHECK], **options) for _ in range(2)]
    try:
        checked = [int(checker.communicate()[0]) for checker in checkers]
    finally:
        for each in editors:
            each.kill()
            each.communicate()
    assert [each.returncode for each in checkers] == [0, 0]
    assert all(each > 10 for each in checked)


def test_no_table_of_the_search_is_left_in_the_database():
    assert [name for name in connection.introspection.table_names() if "search" in name] == []
