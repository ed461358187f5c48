"""Files, archives and records become source texts, byte for byte."""

import gzip
import hashlib
import json
import os
import re
import zipfile

import pytest

from decisions import sources
from decisions.parsing import Known, parse
from decisions.sources import page
from decisions.tests.texts import TEXTS

PAGE = """<!DOCTYPE html><html><head><title>Ashby Council (22 015 753) - the Ombudsman</title></head><body>
<nav><a>Home</a></nav><main>%s<dl><dt>Category</dt><dd>Housing &gt; Other</dd><dt>Decision :</dt><dd>Upheld</dd></dl>
<p>Decision date : 09 Mar 2023</p><h2>The Ombudsman's final decision:</h2><p>Summary: We upheld it.</p>
<h3>The complaint</h3><ol><li>Mr X complains:<ul><li>one; and</li><li>two.</li></ul><p>(as amended)</p></li></ol>
<h3>My assessment</h3><h4>Delay</h4><ol%s><li>Late.</li></ol><p>The Council replied.</p><ol%s><li>Later.</li></ol>
<h3>Final decision</h3><ol%s><li>Fault.</li></ol><p>Investigator's decision on behalf of the Ombudsman</p>
</main></body></html>"""


def one(path):
    found = list(sources.read(path))
    assert len(found) == 1
    return found[0]


def test_a_folder_gives_its_sources_and_those_below_by_name(tmp_path):
    for name in ["b.txt", "a.html", "notes.md", "below/c.jsonl.gz", "d.ZIP"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = sources.find([tmp_path])
    assert [path.name for path in found.files] == ["a.html", "b.txt", "c.jsonl.gz", "d.ZIP"]
    assert [str(each) for each in found.passed_over] == [
        f"{tmp_path}/notes.md: does not end in .txt, .html, .htm, .jsonl, .jsonl.gz, .zip"
    ]


def test_a_suffix_in_capitals_is_the_same_suffix(tmp_path):
    (tmp_path / "A.TXT").write_bytes(b"x")
    (tmp_path / "B.Html").write_bytes(b"<p>x</p>")
    found = sources.find([tmp_path, tmp_path / "A.TXT"])
    assert ([path.name for path in found.files], found.passed_over) == (["A.TXT", "B.Html", "A.TXT"], [])
    assert [(each.format, each.text) for path in found.files[:2] for each in sources.read(path)] == [
        ("txt", "x"),
        ("html", "x"),
    ]


def test_a_folder_that_cannot_be_opened_is_an_error_and_not_skipped(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_bytes(b"x")
    (tmp_path / "shut").mkdir()
    scandir = os.scandir

    def shut(path):
        if os.fspath(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", shut)
    with pytest.raises(PermissionError):
        sources.find([tmp_path])


def test_a_path_that_does_not_exist_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        sources.find([tmp_path / "gone.txt"])


def test_a_folder_without_sources_is_an_error_that_says_so(tmp_path):
    with pytest.raises(sources.SourceError, match=r"has no file that ends in \.txt"):
        sources.find([tmp_path])


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        ("‘fault’".encode(), "utf-8", "‘fault’"),
        ("\ufeffA".encode(), "utf-8", "A"),
        ("‘fault’ £100".encode("windows-1252"), "windows-1252", "‘fault’ £100"),
        ("\ufeff‘fault’".encode("utf-16-le"), "utf-16-le", "‘fault’"),
        ("\ufeff‘fault’".encode("utf-16-be"), "utf-16-be", "‘fault’"),
    ],
)
def test_bytes_are_decoded_and_kept(tmp_path, data, encoding, text):
    (tmp_path / "a.txt").write_bytes(data)
    source = one(tmp_path / "a.txt")
    assert (source.data, source.encoding, source.text) == (data, encoding, text)
    assert source.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (b"one\ntwo \x81", 2, "the byte 0x81 is neither UTF-8 nor Windows-1252"),
        (b"one\r\rtwo \x81", 3, "the byte 0x81"),
        (b"one\x85\x85 \x81", 1, "the byte 0x81"),
        ("one\n‘two’\n".encode() + b"caf\xe9", 3, "the byte 0xe9 is not UTF-8, although the rest is"),
        ("é".encode() + b" \x81", 1, "the byte 0x81 is not UTF-8, although the rest is"),
        ("\ufeffone\n".encode() + b"caf\xe9", 2, "the byte 0xe9 is not UTF-8, although the rest is"),
        ("one\n🙂 ".encode() + b"\x92", 2, "the byte 0x92 is not UTF-8, although the rest is"),
    ],
)
def test_a_bad_byte_is_refused_with_its_line(tmp_path, data, line, reason):
    (tmp_path / "a.txt").write_bytes(data)
    unreadable = one(tmp_path / "a.txt")
    assert (unreadable.place, unreadable.line) == (str(tmp_path / "a.txt"), line)
    assert reason in unreadable.reason


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<div>" * 20_000 + b"x"),
        ("a.html", b"<ul><li>" * 5_000 + b"x"),
        ("a.html", b"<p>" + b"<span>" * 20_000 + b"<div>x"),
        ("a.jsonl", b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
        ("a.jsonl", json.dumps({"html": "<div>" * 20_000 + "x"}).encode()),
    ],
)
def test_what_is_nested_too_deeply_is_refused(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    unreadable = one(tmp_path / name)
    assert isinstance(unreadable, sources.Unreadable)
    assert "nested" in unreadable.reason


def test_a_page_nested_deeply_but_within_reason_is_read(tmp_path):
    (tmp_path / "a.html").write_text("<div>" * 150 + "<ul><li>one" * 20 + "<p>two", encoding="utf-8")
    assert "one" in one(tmp_path / "a.html").text


@pytest.mark.parametrize("error", [RecursionError, KeyError, UnicodeEncodeError])
def test_any_error_in_one_source_leaves_its_neighbours_readable(tmp_path, monkeypatch, error):
    page_text = page.page_text

    def fail(html):
        if "bad" in html:
            raise error(*(["utf-8", "bad", 0, 1, "x"] if error is UnicodeEncodeError else ["x"]))
        return page_text(html)

    monkeypatch.setattr(page, "page_text", fail)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name, text in [("a.html", "bad"), ("b.html", "good")]:
            archive.writestr(name, text)
    (tmp_path / "b.jsonl").write_text('{"html": "bad"}\n{"html": "good"}', encoding="utf-8")
    for path in (tmp_path / "a.zip", tmp_path / "b.jsonl"):
        bad, good = sources.read(path)
        assert error.__name__ in bad.reason
        assert good.text == "good"


def test_memory_running_out_is_not_hidden(tmp_path, monkeypatch):
    def fail(html):
        raise MemoryError

    monkeypatch.setattr(page, "page_text", fail)
    (tmp_path / "a.html").write_text("x")
    with pytest.raises(MemoryError):
        one(tmp_path / "a.html")


def test_a_name_that_is_not_utf_8_is_written_with_a_replacement(tmp_path):
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "wb") as file:  # noqa: PTH123
        file.write(b"x")
    (path,) = sources.find([tmp_path]).files
    source = one(path)
    assert source.place == source.came_from == f"{tmp_path}/caf\ufffd.txt"


@pytest.mark.parametrize("key", ["text", "html", "council", "url"])
def test_half_a_character_in_a_record_is_refused(tmp_path, key):
    record = {"text": "x", "html": "x"} if key in ("council", "url") else {}
    (tmp_path / "a.jsonl").write_text(json.dumps(record | {key: "a\ud800b"}), encoding="utf-8")
    assert f"half a character in “{key}”" in one(tmp_path / "a.jsonl").reason


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.pdf", b"%PDF", r"expected a file that ends in .*, found \.pdf"),
        ("a.txt", b"\xff\xfex", "begins as UTF-16, but is not in it"),
        ("a.txt", b"\xfe\xff\xd8\x00", "begins as UTF-16, but is not in it"),
        ("a.jsonl.gz", gzip.compress(b'{"text": "x"}', mtime=0)[:10] + b"\xff" * 20, "cannot be unpacked"),
        ("a.jsonl", b"[1]", "expected a JSON object, found list"),
        ("a.jsonl", b"{", "not JSON"),
        ("a.jsonl", b'{"reference": "22 015 753"}', "found neither"),
        ("a.jsonl", b'{"text": 1}', "expected a string as “text”"),
        ("a.jsonl.gz", b"no gzip", "cannot be unpacked"),
        ("a.zip", b"no zip", "cannot be unpacked"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    unreadable = one(tmp_path / name)
    assert isinstance(unreadable, sources.Unreadable)
    assert str(tmp_path / name) in unreadable.place
    assert re.search(reason, unreadable.reason)


def test_a_bad_record_leaves_its_neighbours_readable(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "one"}\n\nnonsense\n{"html": "<p>two</p>"}\n')
    found = list(sources.read(tmp_path / "a.jsonl"))
    assert [type(each).__name__ for each in found] == ["Source", "Unreadable", "Source"]
    assert [each.place for each in found] == [f"{tmp_path / 'a.jsonl'}{at}" for at in (", line 1", "", ", line 4")]
    assert found[1].line == 3
    assert found[2].text == "two"


def test_a_record_states_facts_as_well_as_its_text(tmp_path):
    record = {
        "case_id": "15 020 792",
        "text": "x",
        "date": "2016-12-20",
        "category": "Housing",
        "url": "https://a.example/1",
    }
    with gzip.open(tmp_path / "a.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(record))
    source = one(tmp_path / "a.jsonl.gz")
    assert source.known == Known(reference="15 020 792", category="Housing", decision_date="2016-12-20")
    assert (source.came_from, source.format, source.data) == ("https://a.example/1", "txt", b"x")


def test_an_archive_gives_all_its_sources(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for path in TEXTS:
            archive.write(path, f"texts/{path.name}")
        archive.writestr("notes.md", "x")
        archive.writestr("r.jsonl", '{"text": "one"}')
    found = list(sources.read(tmp_path / "a.zip"))
    assert [each.data for each in found[2:]] == [path.read_bytes() for path in TEXTS]
    assert isinstance(found[0], sources.PassedOver)
    assert [each.place for each in found[:2]] == [
        f"{tmp_path / 'a.zip'}/{name}" for name in ("notes.md", "r.jsonl, line 1")
    ]


@pytest.mark.parametrize("heading", ["<h1>Ashby Council (22 015 753)</h1>", ""])
@pytest.mark.parametrize("starts", [("", "", ""), (" start=2", " start=3", " start=4")])
def test_a_saved_page_is_the_decision_it_shows(tmp_path, heading, starts):
    (tmp_path / "a.html").write_text(PAGE % (heading, *starts), encoding="utf-8")
    document = parse(one(tmp_path / "a.html").text)
    assert (document.council, document.reference) == ("Ashby Council", "22 015 753")
    assert (document.category, document.subcategory, document.outcome) == ("Housing", "Other", "Upheld")
    assert (document.decision_date.isoformat(), document.summary) == ("2023-03-09", "We upheld it.")
    assert [paragraph.whole for paragraph in document.paragraphs] == [
        "Mr X complains:\none; and\ntwo.\n(as amended)",
        "Late.\nThe Council replied.",
        "Later.",
        "Fault.",
    ]
    headings = [(section.level, section.heading) for section in document.sections]
    assert headings == [(1, "The complaint"), (1, "My assessment"), (2, "Delay"), (1, "Final decision")]
    assert document.closing == ("Investigator's decision on behalf of the Ombudsman",)


def test_a_fact_with_a_nul_is_refused(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "x", "url": "https://a.org/\0"}), encoding="utf-8")
    assert one(tmp_path / "a.jsonl").reason == "found a NUL character in “url”"


def test_a_record_of_a_dump_has_the_bytes_that_its_source_had(tmp_path):
    record = {"text": "\ufeffWhat’s it?", "source_encoding": "utf-8", "council_printed": "B", "council": "A"}
    old = {"text": "What’s it?", "source_encoding": "windows-1252"}
    (tmp_path / "dump.jsonl").write_text(f"{json.dumps(record)}\n{json.dumps(old)}\n", encoding="utf-8")
    marked, single = sources.read(tmp_path / "dump.jsonl")
    assert (marked.data, marked.text, marked.known.council) == ("\ufeffWhat’s it?".encode(), "What’s it?", "B")
    assert (single.data, single.encoding) == (b"What\x92s it?", "windows-1252")


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://user:password@example.org/22-015-753", "https://example.org/22-015-753"),
        ("https://user@example.org/x", "https://example.org/x"),
        ("HTTPS://USER:PASSWORD@EXAMPLE.ORG:8443/x?y=@z", "HTTPS://EXAMPLE.ORG:8443/x?y=@z"),
        ("ftp://user:password@example.org/x", "ftp://example.org/x"),
        ("//user:password@example.org/x", "//example.org/x"),
        ("user:password@example.org/x", "example.org/x"),
        ("https://user:p@ss@word@example.org/x", "https://example.org/x"),
        ("https://us%40er:pass%3Aword@example.org/", "https://example.org/"),
        ("https://user:pass/word@example.org/x", "https://example.org/x"),
        ("https://user:pass#word?@example.org/x", "https://example.org/x"),
        ("https://:password@example.org/x", "https://example.org/x"),
        ("https://user:password@[::1]:8000/x", "https://[::1]:8000/x"),
        ("https:\\\\user:password@example.org/x", "https:\\\\example.org/x"),
        ("  https://user:password@example.org/x  ", "https://example.org/x"),
        ("https://a.org/web/2023/https://user:p@ss@example.org/x", "https://a.org/web/2023/https://example.org/x"),
        ("https://a.org/?u=https%3A%2F%2Fuser%3Apass%40b.org%2Fx", "https://a.org/?u=https%3A%2F%2Fb.org%2Fx"),
        ("https://example.org/x?access_token=abc", "https://example.org/x"),
        ("https://example.org/x?token=a&PASSWORD=b&page=2#y", "https://example.org/x?page=2#y"),
        ("https://example.org/x?page=2&api_key=a#y", "https://example.org/x?page=2#y"),
        ("https://example.org/x?X-Amz-Credential=a&X-Amz-Signature=b", "https://example.org/x"),
        ("https://example.org/x;jsessionid=12?page=2", "https://example.org/x?page=2"),
        ("https://example.org/x#access_token=abc", "https://example.org/x"),
        ("https://example.org/x?author=token&page=", "https://example.org/x?author=token&page="),
        ("https://example.org//x?", "https://example.org//x?"),
        ("https://example.org/@user/x?mail=a@example.org#@", "https://example.org/@user/x?mail=a@example.org#@"),
        ("https://example.org:8443/@x", "https://example.org:8443/@x"),
        ("https://[::1]:8000/@x", "https://[::1]:8000/@x"),
        ("https://example.org?mail=a@example.org", "https://example.org?mail=a@example.org"),
    ],
)
@pytest.mark.parametrize("kind", ["text", "html"])
def test_user_and_password_in_the_address_of_a_record_are_cut_off(tmp_path, url, kept, kind):
    record = {"url": url, kind: "<title>A (22 015 753)</title><h2>The complaint</h2><ol><li>Late.</li></ol>"}
    (tmp_path / "dump.jsonl").write_text(json.dumps(record), encoding="utf-8")
    [read] = sources.read(tmp_path / "dump.jsonl")
    assert read.came_from == kept


@pytest.mark.parametrize(
    ("encoding", "why"),
    [
        ("utf-7", "expected utf-8 or windows-1252"),
        ("windows-1252", "found a character that windows-1252 does not have"),
    ],
)
def test_a_record_whose_encoding_cannot_be_is_refused(tmp_path, encoding, why):
    record = {"text": "\u4e00", "source_encoding": encoding}
    (tmp_path / "dump.jsonl").write_text(json.dumps(record), encoding="utf-8")
    [refused] = sources.read(tmp_path / "dump.jsonl")
    assert why in refused.reason
