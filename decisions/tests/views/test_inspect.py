"""`manage.py inspect_decision`: what the parser reads in a text, shown without a database."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from decisions.ingest import importing
from decisions.tests.texts import FIXTURES
from decisions.tests.views.test_commands import run

TEXT = str(FIXTURES / "texts" / "20-010-135.txt")


def test_inspect_prints_one_json_object_and_nothing_else(tmp_path):
    done = run("inspect_decision", TEXT, "--json", data=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    data = json.loads(done.stdout)
    assert list(data) == [
        "reference",
        "council",
        "document_type",
        "category",
        "subcategory",
        "outcome",
        "decision_date",
        "summary",
        "sections",
        "closing",
        "numbering",
        "grounds",
        "signposts",
        "provisions",
        "references",
        "doubts",
    ]
    assert data["doubts"] == []
    assert (data["reference"], data["decision_date"]) == ("20 010 135", "2021-02-22")
    paragraphs = [paragraph for section in data["sections"] for paragraph in section["paragraphs"]]
    assert [paragraph["number"] for paragraph in paragraphs] == list(range(1, 17))
    assert list(paragraphs[2]["items"][0]) == ["label", "text", "items"]
    wholes = [data["summary"], *("\n".join([p["text"], *(i["text"] for i in p["items"])]) for p in paragraphs)]
    assert data["grounds"]
    for ground in data["grounds"]:
        assert list(ground) == ["ground", "strength", "paragraph", "start", "end", "quote"]
        assert wholes[ground["paragraph"]][ground["start"] : ground["end"]] == ground["quote"]
    assert not (tmp_path / "archive.sqlite3").exists()


def test_what_a_text_does_not_state_is_null(tmp_path, capsys):
    file = tmp_path / "a.txt"
    file.write_text("(22 015 753)\nThe complaint\n- Mr X complains.", encoding="utf-8")
    call_command("inspect_decision", str(file), "--json")
    data = json.loads(capsys.readouterr().out)
    absent = ["council", "category", "subcategory", "outcome", "decision_date", "summary"]
    assert [data[name] for name in absent] == [None] * 6
    assert data["closing"] == data["grounds"] == data["sections"][0]["lead"] == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["no-such-file.txt"], 2, "no such file"),
        ([], 2, "required"),
        ([str(FIXTURES / "README.md")], 1, "expected a file that ends in"),
    ],
)
def test_inspect_says_why_it_cannot(tmp_path, arguments, code, said):
    done = run("inspect_decision", *arguments, data=tmp_path)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr


def test_inspect_refuses_a_text_with_its_line(tmp_path):
    (tmp_path / "a.txt").write_text("\nHello.", encoding="utf-8")
    with pytest.raises(CommandError, match=r"a\.txt, line 2: expected a title") as refused:
        call_command("inspect_decision", str(tmp_path / "a.txt"))
    assert refused.value.returncode == 1


def test_inspect_refuses_a_bad_byte_with_its_line(tmp_path):
    (tmp_path / "a.txt").write_bytes("‘one’\n".encode() + b"caf\xe9")
    with pytest.raises(CommandError, match=r"a\.txt, line 2: the byte 0xe9"):
        call_command("inspect_decision", str(tmp_path / "a.txt"))


@pytest.mark.parametrize("step", ["parse", "classify"])
def test_inspect_refuses_a_text_that_breaks_the_parser(monkeypatch, step):
    def fail(*arguments):
        raise RecursionError("maximum recursion depth exceeded")

    monkeypatch.setattr(importing, step, fail)
    with pytest.raises(CommandError, match=r"20-010-135\.txt: cannot be read: RecursionError") as refused:
        call_command("inspect_decision", TEXT)
    assert refused.value.returncode == 1


@pytest.mark.parametrize("form", [["--json"], [], ["--verbose"]])
def test_inspect_prints_utf_8_whatever_the_locale(tmp_path, form):
    in_utf_8 = run("inspect_decision", TEXT, *form, data=tmp_path, PYTHONIOENCODING="utf-8")
    assert "’" in in_utf_8.stdout
    for locale in ({"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}):
        done = run("inspect_decision", TEXT, *form, data=tmp_path, **locale)
        assert (done.returncode, done.stdout, done.stderr) == (0, in_utf_8.stdout, in_utf_8.stderr), locale


def test_a_command_prints_into_whatever_it_is_given():
    out = io.StringIO()
    call_command("inspect_decision", TEXT, "--json", stdout=out)
    assert json.loads(out.getvalue())["reference"] == "20 010 135"
