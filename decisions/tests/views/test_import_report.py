"""What `import_decisions` says in the end: each file is read, refused or passed over, in little memory."""

import json
import tracemalloc
import zipfile

import pytest
from django.core.management import CommandError, call_command

from decisions import ingest
from decisions.ingest import importing
from decisions.tests.csv_files import rows_of
from decisions.tests.fixtures import PLACE
from decisions.tests.sources.factories import text
from decisions.tests.texts import TEXTS

pytestmark = pytest.mark.django_db


def imported(capsys, *arguments):
    """Return the exit code and the lines that an import printed."""
    try:
        call_command("import_decisions", *map(str, arguments))
    except CommandError as error:
        return error.returncode, capsys.readouterr().out.splitlines()
    return 0, capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("k10a-only-nested.zip", "1 new, 0 changed, 0 unchanged, 0 refused, 0 passed over"),
        ("k10b-mac.zip", "1 new, 0 changed, 0 unchanged, 0 refused, 1 passed over"),
    ],
)
def test_every_file_of_an_archive_is_counted(capsys, name, counts):
    code, printed = imported(capsys, PLACE / name)
    assert (code, printed[-1]) == (0, counts)


def test_what_is_passed_over_is_named_and_is_no_refusal(tmp_path, capsys):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(TEXTS[0], "one.txt")
        archive.writestr("rest.7z", "x")
    code, printed = imported(capsys, tmp_path / "a.zip")
    assert (code, printed[-1]) == (0, "1 new, 0 changed, 0 unchanged, 0 refused, 1 passed over")
    assert f"passed over: {tmp_path}/a.zip/rest.7z: does not end in .txt" in printed[-2]


def test_a_nested_archive_that_is_not_opened_is_refused(tmp_path, capsys):
    for name, inner in [("b.zip", None), ("c.zip", "b.zip"), ("d.zip", "c.zip"), ("e.zip", "d.zip")]:
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.write(tmp_path / inner if inner else TEXTS[0], inner or "one.txt")
    code, printed = imported(capsys, tmp_path / "e.zip")
    assert (code, printed[-1]) == (1, "0 new, 0 changed, 0 unchanged, 1 refused, 0 passed over")
    code, printed = imported(capsys, tmp_path / "d.zip")
    assert (code, printed[-1]) == (0, "1 new, 0 changed, 0 unchanged, 0 refused, 0 passed over")


def test_a_dry_run_ends_with_the_same_line(tmp_path, capsys):
    _, printed = imported(capsys, PLACE / "k10b-mac.zip", "--dry-run")
    assert printed[-2:] == ["dry run: nothing was written", "1 new, 0 changed, 0 unchanged, 0 refused, 1 passed over"]


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_the_report_file_has_all_and_memory_and_screen_a_thousand(tmp_path, capsys, ending):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.jsonl", "x\n" * 2500)
        for number in range(1200):
            archive.writestr(f"{number}.md", "x")
    file = tmp_path / f"report.{ending}"
    with pytest.raises(CommandError):
        call_command("import_decisions", str(tmp_path / "a.zip"), "--report", str(file))
    printed = capsys.readouterr()
    assert printed.out.endswith("\n0 new, 0 changed, 0 unchanged, 2500 refused, 1200 passed over\n")
    assert printed.err.count("refused: ") == 1001
    assert "refused: 1500 more; --report FILE lists them all" in printed.err
    assert "passed over: 1180 more; --report FILE lists them all" in printed.out
    rows = json.loads(file.read_bytes()) if ending == "json" else rows_of(file.read_bytes())
    kinds = [row["kind"] for row in rows]
    assert (kinds.count("refused"), kinds.count("passed over"), len(rows)) == (2500, 1200, 3700)
    assert [int(row["line"]) for row in rows if row["kind"] == "refused"] == [*range(1, 2501)]


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_a_report_file_of_nothing_can_be_read(tmp_path, ending):
    file = tmp_path / f"report.{ending}"
    call_command("import_decisions", *map(str, TEXTS), "--report", str(file))
    assert (json.loads(file.read_bytes()) if ending == "json" else rows_of(file.read_bytes())) == []


def test_a_report_file_that_cannot_be_is_said_before_anything_is_imported(tmp_path, monkeypatch):
    monkeypatch.setattr(ingest, "import_files", lambda *arguments, **options: pytest.fail("imported"))
    with pytest.raises(CommandError, match=r"no-such-folder/report.csv: cannot be written: No such file") as refused:
        call_command("import_decisions", str(TEXTS[0]), "--report", str(tmp_path / "no-such-folder" / "report.csv"))
    assert refused.value.returncode == 2


@pytest.mark.parametrize("lines", ["x\n", '{"text": "Nothing."}\n'])
def test_refusals_take_bounded_memory(tmp_path, lines):
    """Each step of ten times more lines takes no more memory at its peak."""
    peaks = []
    for count in (3_000, 30_000):
        (tmp_path / "a.jsonl").write_text(lines * count, encoding="utf-8")
        tracemalloc.start()
        report = ingest.import_files([tmp_path / "a.jsonl"], dry_run=True)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert (report.counts[importing.REFUSED], len(report.refused)) == (count, 1000)
    assert peaks[1] < peaks[0] * 1.3 + 100_000


def test_doubts_take_bounded_memory_too(tmp_path):
    records = [json.dumps({"text": text("Late.", head=f"A (22 015 {number:03})")}) for number in range(300)]
    (tmp_path / "a.jsonl").write_text("\n".join(records), encoding="utf-8")
    report = ingest.import_files([tmp_path / "a.jsonl"], dry_run=True)
    assert (report.new, len(report.review)) == (300, 1000)
    assert report.counts[importing.TO_REVIEW] > 1000
