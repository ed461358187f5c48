"""The commands that write: what they print, and how they exit."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from decisions.models import Decision
from decisions.tests import processes
from decisions.tests.csv_files import rows_of
from decisions.tests.texts import COUNTS, FIXTURES, TEXTS

ROOT = FIXTURES.parent


def run(*arguments, data, **environment):
    """manage.py in a process of its own, with a data folder of its own."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=processes.environment(data) | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("locale", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}])
def test_import_prints_utf_8_whatever_the_locale(new_archive, tmp_path, locale):
    texts = tmp_path / "café"
    texts.mkdir()
    (texts / "doubt.txt").write_text(
        "Note\nAshby Council (22 015 753)\nThe complaint\n- Mr X complains.", encoding="utf-8"
    )
    (texts / "bad.txt").write_text("“Nothing.”", encoding="utf-8")
    (Path(os.fsdecode(os.fsencode(texts) + b"/bad\xe9.txt"))).write_text("Nothing.", encoding="utf-8")
    new_archive(tmp_path)
    done = run("import_decisions", str(texts), data=tmp_path, **locale)
    assert "Traceback" not in done.stderr
    assert (done.returncode, "1 new" in done.stdout) == (1, True), done.stderr
    assert f"to review: {texts}/doubt.txt, line 1" in done.stdout
    assert "“Nothing.”" in done.stderr
    assert f"refused: {texts}/bad�.txt, line 1" in done.stderr


@pytest.mark.django_db
def test_import_says_how_many_files_it_passed_over(tmp_path, capsys):
    (tmp_path / "A.TXT").write_bytes(TEXTS[0].read_bytes())
    for name in ["notes.pdf", "notes.docx"]:
        (tmp_path / name).write_text("x", encoding="utf-8")
    call_command("import_decisions", str(tmp_path))
    printed = capsys.readouterr().out.splitlines()
    assert printed[-1] == "1 new, 0 changed, 0 unchanged, 0 refused, 2 passed over"
    assert [line.partition(": does not end in")[0] for line in printed[:-1]] == [
        f"passed over: {tmp_path / name}" for name in ("notes.docx", "notes.pdf")
    ]


@pytest.mark.django_db
def test_import_reports_what_it_did(tmp_path, capsys):
    call_command("import_decisions", str(FIXTURES / "texts"))
    assert "5 new, 0 changed, 0 unchanged, 0 refused" in capsys.readouterr().out
    call_command("import_decisions", *map(str, TEXTS))
    assert "0 new, 0 changed, 5 unchanged, 0 refused" in capsys.readouterr().out
    assert sorted(Decision.objects.values_list("reference", flat=True)) == sorted(COUNTS)


@pytest.mark.django_db
def test_a_dry_run_says_so_and_writes_nothing(capsys):
    call_command("import_decisions", str(FIXTURES / "texts"), "--dry-run")
    assert "5 new" in capsys.readouterr().out
    assert not Decision.objects.exists()


@pytest.mark.django_db
def test_a_refusal_names_file_line_and_reason_and_exits_with_1(tmp_path, capsys):
    (tmp_path / "bad.txt").write_text("\n\nHello.", encoding="utf-8")
    with pytest.raises(CommandError) as refused:
        call_command("import_decisions", str(FIXTURES / "texts"), str(tmp_path))
    assert refused.value.returncode == 1
    printed = capsys.readouterr()
    assert f"refused: {tmp_path / 'bad.txt'}, line 3: expected a title" in printed.err
    assert "5 new, 0 changed, 0 unchanged, 1 refused" in printed.out


@pytest.mark.django_db
@pytest.mark.parametrize("paths", [["gone.txt"], ["empty"], ["a.txt/x"], ["x" * 300], ["caf\udce9"]])
def test_a_path_with_nothing_in_it_is_wrong_usage(tmp_path, paths):
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_bytes(TEXTS[0].read_bytes())
    with pytest.raises(CommandError) as refused:
        call_command("import_decisions", *(str(tmp_path / path) for path in paths))
    assert refused.value.returncode == 2


@pytest.mark.parametrize("command", ["import_decisions", "inspect_decision"])
def test_a_path_that_may_not_be_read_is_wrong_usage_and_said_so(tmp_path, monkeypatch, command):
    def shut(path, **options):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "stat", shut)
    with pytest.raises(CommandError, match="Permission denied") as refused:
        call_command(command, str(tmp_path / "shut"))
    assert refused.value.returncode == 2


def test_the_ordinary_way_works_word_by_word(new_archive, tmp_path):
    new_archive(tmp_path)  # by `manage.py migrate`
    loaded = run("import_decisions", "fixtures/texts", data=tmp_path)
    assert (loaded.returncode, "5 new" in loaded.stdout) == (0, True), loaded.stderr
    assert run("import_decisions", data=tmp_path).returncode == 2
    back = run("migrate", "decisions", "zero", data=tmp_path)
    assert back.returncode == 0, back.stderr


@pytest.mark.django_db
def test_the_migrations_make_what_the_models_say():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.django_db
@pytest.mark.parametrize("ending", ["csv", "json"])
def test_a_report_file_holds_every_refusal_and_doubt(tmp_path, capsys, ending):
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "bad.txt").write_text("Hello.", encoding="utf-8")
    for number in range(30):
        text = f"Ashby Council (22 015 {number:03})\nThe complaint\n- One."
        (texts / f"{number:03}.txt").write_text(text, encoding="utf-8")
    file = tmp_path / f"report.{ending}"
    with pytest.raises(CommandError, match="refused"):
        call_command("import_decisions", str(texts), "--report", str(file))
    assert "100 more; --report FILE lists them all" in capsys.readouterr().out
    rows = json.loads(file.read_bytes()) if ending == "json" else rows_of(file.read_bytes())
    assert [row["kind"] for row in rows].count("refused") == 1
    assert len(rows) == 1 + 30 * 4
    assert rows[0]["file"] == str(texts / "bad.txt")
    assert str(rows[0]["line"]) == "1"


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["report.xml", "no-such-folder/report.csv"])
def test_a_report_file_that_cannot_be_is_wrong_usage(tmp_path, name):
    with pytest.raises(CommandError) as refused:
        call_command("import_decisions", str(FIXTURES / "texts"), "--report", str(tmp_path / name))
    assert refused.value.returncode == 2
